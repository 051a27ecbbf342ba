package microcosm.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.OptionalDouble;
import java.util.SequencedMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/// Reading other people's JSON without trusting it.
final class Json {
    static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(500).maxStringLength(Lines.LONGEST)
                    .maxNumberLength(1000).build())
            .build());

    private Json() {}

    /// A value down a dotted path; missing where there is none.
    static JsonNode at(JsonNode node, String path) {
        if (node.has(path)) {
            return node.path(path);
        }
        JsonNode here = node;
        for (String part : path.split("\\.")) {
            here = here.isArray() && part.matches("[0-9]{1,6}") ? here.path(Integer.parseInt(part)) : here.path(part);
        }
        return here;
    }

    /// The first of several paths that holds something.
    static JsonNode first(JsonNode node, String... paths) {
        for (String path : paths) {
            JsonNode found = at(node, path);
            if (!found.isMissingNode() && !found.isNull()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    /// Text as it stands, anything else as JSON, nothing as the empty text.
    static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : node.isTextual() ? node.textValue() : node.toString();
    }

    static String text(JsonNode node, String... paths) { return text(first(node, paths)); }

    /// Numbers, words and truths of an object, nested ones with dotted names; longer texts and lists as they are.
    static SequencedMap<String, String> values(JsonNode object) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values("", object, values, 0);
        return values;
    }

    private static void values(String prefix, JsonNode node, SequencedMap<String, String> values, int depth) {
        if (node.isObject() && depth < 4) {
            for (var field : node.properties()) {
                values(prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey(), field.getValue(), values,
                        depth + 1);
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            values.put(prefix.isEmpty() ? "value" : prefix, text(node));
        }
    }

    /// Seconds since 1970 from an ISO 8601 time or a number of seconds, milliseconds, microseconds or nanoseconds.
    static OptionalDouble time(JsonNode node) {
        if (node.isNumber() || (node.isTextual() && node.textValue().matches("[0-9]{9,20}(\\.[0-9]+)?"))) {
            double number = node.isNumber() ? node.doubleValue() : Double.parseDouble(node.textValue());
            while (number > 1e11) {
                number /= 1000;
            }
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        }
        return node.isTextual() ? time(node.textValue()) : OptionalDouble.empty();
    }

    private static OptionalDouble time(String text) {
        try {
            String iso = text.strip().replace(' ', 'T');
            boolean zoned = iso.endsWith("Z") || iso.matches(".*[+-][0-9]{2}:?[0-9]{2}$");
            Instant instant = OffsetDateTime.parse(zoned ? iso : iso + "Z").toInstant();
            return OptionalDouble.of(instant.getEpochSecond() + instant.getNano() / 1e9);
        } catch (DateTimeException _) {
            return OptionalDouble.empty();
        }
    }
}
