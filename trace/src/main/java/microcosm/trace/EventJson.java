package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;

/// Events as compact JSON, and back. Each event has one spelling: fields in the order of the record, empty ones left out; reading
/// refuses every other.
public final class EventJson {
    static final SealedShape<Event> SHAPE = (SealedShape<Event>) new Shapes().of(Event.class);

    private static final JsonFactory JSON = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(100_000).maxNameLength(Integer.MAX_VALUE).build())
            .build();

    private EventJson() {}

    /// @return one line without its end; a text of any length stands in it
    public static String write(Event event) {
        var out = new JsonText(LongTexts.NONE);
        SHAPE.write(out, event);
        return out.toString();
    }

    /// @throws IllegalArgumentException if it is not the one spelling of an event, saying what was read and what was expected
    public static Event read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return read(SHAPE, bytes, bytes.length, LongTexts.NONE);
    }

    /// @param json a character for each byte
    static JsonParser parser(String json) throws IOException { return JSON.createParser(json); }

    static <T> T read(Shape<T> shape, byte[] json, int length, LongTexts longTexts) {

        try (JsonParser in = JSON.createParser(json, 0, length)) {
            in.nextToken();
            T value = shape.read(in, longTexts);
            if (in.nextToken() != null) {
                throw Shape.unexpected("nothing after the end", in);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
