package microcosm.models;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import microcosm.models.Fault.Kind;

/// Reads what a provider means by a status other than 2xx.
final class Refusals {
    private static final int SHOWN = 300;
    private static final Pattern SCHEMA = Pattern
            .compile("schema|response_format|responseformat|output_config|output_format|structured output");
    private static final Pattern NO_CREDIT = Pattern.compile("insufficient_quota|credit balance|billing");

    private Refusals() {}

    /// @param secrets values of the request's headers, of which nothing may be shown
    static Fault fault(HttpResponse<byte[]> response, Collection<List<String>> secrets) {
        int status = response.statusCode();
        var said = new String(response.body(), 0, Math.min(response.body().length, 4_000), StandardCharsets.UTF_8);
        var kind = kind(status, said.toLowerCase(Locale.ROOT));
        var shown = kind == Kind.KEY_REFUSED
                ? "the key was not accepted"
                : response.headers().firstValue("location").filter(_ -> status / 100 == 3)
                        .map(to -> "it sends to another address, " + shown(to, secrets) + ", which is not followed")
                        .orElseGet(() -> shown(said, secrets));
        return new Fault(kind, "status " + status + (shown.isEmpty() ? "" : ": " + shown), retryAfter(response));
    }

    private static Kind kind(int status, String said) {
        return switch (status) {
            case 401, 403 -> Kind.KEY_REFUSED;
            case 404 -> Kind.UNKNOWN_MODEL;
            case 408 -> Kind.TIMEOUT;
            case 429 -> NO_CREDIT.matcher(said).find() ? Kind.REJECTED : Kind.RATE_LIMITED;
            case 529 -> Kind.RATE_LIMITED;
            case 400, 422 -> SCHEMA.matcher(said).find() ? Kind.SCHEMA_REFUSED : Kind.REJECTED;
            default -> status >= 500 ? Kind.SERVER : Kind.REJECTED;
        };
    }

    private static String shown(String said, Collection<List<String>> secrets) {
        var shown = said.replaceAll("\\s+", " ").strip();
        for (var values : secrets) {
            for (var value : values) {
                var secret = value.replaceFirst("^Bearer ", "");
                shown = secret.length() < 8 ? shown : shown.replace(secret, "…");
            }
        }
        return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
    }

    /// Seconds, whole or not, or a date as RFC 9110 writes it; milliseconds in the header OpenAI adds.
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        var exact = response.headers().firstValue("retry-after-ms").flatMap(value -> seconds(value, 1e-3));
        return exact.or(() -> response.headers().firstValue("retry-after")
                .flatMap(value -> seconds(value, 1).or(() -> date(value))));
    }

    private static Optional<Duration> seconds(String value, double unit) {
        try {
            double number = Double.parseDouble(value.strip()) * unit;
            return number >= 0 && number < 1e7
                    ? Optional.of(Duration.ofMillis(Math.round(number * 1000)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value) {
        try {
            var wait = Duration.between(Instant.now(),
                    ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
