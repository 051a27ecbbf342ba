package microcosm.audit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The documents of a stream one by one: concatenated, one a line, or the elements of an array; long lists inside a document (`samples`,
/// `resourceSpans`) element by element, each with what stood before it as `_head`.
final class JsonItems {
    /// Bytes of one item.
    static final long LARGEST = 256L << 20;
    private static final Set<String> STREAMED = Set.of("samples", "resourceSpans", "resource_spans");

    /// Takes an item.
    interface Each {
        void item(JsonNode item, long line);
    }

    private JsonItems() {}

    static void forEach(InputStream in, String file, Intake intake, Each each) throws IOException {
        var limited = new Limited(in);
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(limited)) {
            while (parser.nextToken() != null) {
                long line = parser.currentTokenLocation().getLineNr();
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        long at = parser.currentTokenLocation().getLineNr();
                        each.item(Json.MAPPER.readTree(parser), at);
                        limited.next();
                    }
                } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                    object(parser, limited, line, each);
                } else {
                    intake.bad(file, line, "expected an object, read " + parser.getText());
                }
                limited.next();
            }
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            intake.bad(file, Math.max(1, line), "not JSON: " + e.getOriginalMessage());
        } catch (TooLargeException e) {
            intake.bad(file, 1, String.valueOf(e.getMessage()));
        }
    }

    private static void object(JsonParser parser, Limited limited, long line, Each each) throws IOException {
        ObjectNode head = Json.MAPPER.createObjectNode();
        boolean streamed = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && STREAMED.contains(field)) {
                streamed = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    long at = parser.currentTokenLocation().getLineNr();
                    JsonNode element = Json.MAPPER.readTree(parser);
                    if (field.equals("samples") && element.isObject()) {
                        each.item(((ObjectNode) element).set("_head", head), at);
                    } else {
                        ObjectNode wrapped = Json.MAPPER.createObjectNode();
                        wrapped.putArray("resourceSpans").add(element);
                        each.item(wrapped, at);
                    }
                    limited.next();
                }
            } else {
                head.set(field, Json.MAPPER.readTree(parser));
            }
        }
        if (!streamed) {
            each.item(head, line);
        }
    }

    /// One item is larger than can be held.
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException() { super("one item is larger than " + (LARGEST >> 20) + " MB"); }
    }

    /// Counts the bytes of an item.
    static final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) { super(in); }

        void next() { read = 0; }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) throws TooLargeException {
            read += more;
            if (read > LARGEST) {
                throw new TooLargeException();
            }
        }
    }
}
