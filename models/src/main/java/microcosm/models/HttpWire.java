package microcosm.models;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

import microcosm.models.Fault.Kind;

/// LangChain4j's way to the network, one per provider: the JDK's client on virtual threads, HTTP/1.1 because HTTP/2 fails
/// at a hundred streams (JDK-8225647) and its upgrade header breaks vLLM, one deadline over connecting, headers and body.
/// Goes where it was sent and nowhere else, for a key would follow a redirect. Logs nothing.
final class HttpWire implements HttpClient, AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final long LARGEST = 32L << 20;

    private final java.net.http.HttpClient http = java.net.http.HttpClient.newBuilder().version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER).connectTimeout(CONNECTING)
            .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final Deadlines deadlines;

    HttpWire(Duration deadline) { deadlines = new Deadlines(deadline); }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var exchange = Exchange.CURRENT.get();
        var response = response(exchange, request);
        exchange.arrived(response.body());
        var type = response.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (response.statusCode() / 100 != 2) {
            throw exchange.failed(Refusals.fault(response, request.headers().values()));
        }
        if (!type.isEmpty() && !type.contains("json")) {
            throw exchange.failed(new Fault(Kind.WRONG_CONTENT_TYPE,
                    "expected JSON, received " + type.substring(0, Math.min(60, type.length()))));
        }
        return SuccessfulHttpResponse.builder().statusCode(response.statusCode()).headers(response.headers().map())
                .body(response.body()).build();
    }

    /// Sending and waiting in this thread: to be told by another that the reply has come costs more than all else here.
    private HttpResponse<byte[]> response(Exchange exchange, HttpRequest request) {
        var deadline = deadlines.begin();
        try {
            return http.send(translated(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        } catch (InterruptedException e) {
            if (!deadline.passed()) {
                Thread.currentThread().interrupt();
                throw exchange.failed(new Fault(Kind.TIMEOUT, "interrupted"));
            }
            throw exchange.failed(new Fault(Kind.TIMEOUT,
                    "no whole reply within " + deadlines.each().toMillis() / 1000.0 + " s"));
        } catch (IOException e) {
            throw exchange.failed(String.valueOf(e.getMessage()).contains("limit")
                    ? new Fault(Kind.OVERSIZED, "a reply of more than " + (LARGEST >> 20) + " MB")
                    : new Fault(Kind.CONNECTION, said(e)));
        } finally {
            deadline.close();
        }
    }

    private static String said(Throwable cause) {
        var message = Optional.ofNullable(cause.getMessage()).orElse("");
        return cause.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        var body = Optional.ofNullable(request.body());
        return builder.method(request.method().name(),
                body.map(text -> BodyPublishers.ofString(text, StandardCharsets.UTF_8))
                        .orElseGet(BodyPublishers::noBody))
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("replies are not streamed");
    }

    /// @return what LangChain4j's builders take; the timeouts they set are not heard, for there is one deadline
    HttpClientBuilder builder() {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() { return CONNECTING; }

            @Override
            public HttpClientBuilder connectTimeout(Duration timeout) { return this; }

            @Override
            public Duration readTimeout() { return deadlines.each(); }

            @Override
            public HttpClientBuilder readTimeout(Duration timeout) { return this; }

            @Override
            public HttpClient build() { return HttpWire.this; }
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
        deadlines.close();
    }
}
