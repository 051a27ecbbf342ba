package microcosm.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;

/// JSON documents of one shape, or of any: an array, one a line, or one after the other.
final class JsonFormat implements Format {
    private final String name;
    private final List<Shape> shapes;

    JsonFormat(String name, List<Shape> shapes) {
        this.name = name;
        this.shapes = List.copyOf(shapes);
    }

    @Override
    public String name() { return name; }

    @Override
    public boolean recognises(Path file, String head) {
        String start = head.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return false;
        }
        if (name.equals("json")) {
            return true;
        }
        Optional<JsonNode> first = Beginning.of(head);
        return first.isPresent() && shapes.stream().anyMatch(shape -> shape.recognises(first.get()));
    }

    @Override
    public void read(Path file, Intake intake) throws IOException {
        try (InputStream in = Lines.open(file)) {
            read(in, file.toString(), intake);
        }
    }

    void read(InputStream in, String file, Intake intake) throws IOException {
        var generic = new Fields(intake.mapping());
        JsonItems.forEach(in, file, intake, (item, line) -> {
            Optional<Shape> shape = shapes.stream().filter(one -> one.recognises(item)).findFirst();
            if (shape.isPresent()) {
                shape.get().read(item, file, line, intake);
            } else if (name.equals("json")) {
                generic.add(item, file, line, intake);
            } else {
                intake.keep(name + ": document of another shape");
            }
        });
    }

    /// As much of a first document as its beginning shows: fields whose values are cut off count as empty.
    private static final class Beginning {
        private static final JsonFactory FACTORY = Json.MAPPER.getFactory();

        static Optional<JsonNode> of(String head) {
            var object = Json.MAPPER.createObjectNode();
            try (JsonParser parser = FACTORY.createParser(head)) {
                var token = parser.nextToken();
                if (token != null && token.isStructStart()
                        && token == com.fasterxml.jackson.core.JsonToken.START_ARRAY) {
                    token = parser.nextToken();
                }
                while (parser.nextToken() == com.fasterxml.jackson.core.JsonToken.FIELD_NAME) {
                    String field = parser.currentName();
                    object.putArray(field);
                    parser.nextToken();
                    object.set(field, Json.MAPPER.readTree(parser));
                }
                return Optional.of(object);
            } catch (IOException _) {
                return object.isEmpty() ? Optional.empty() : Optional.of(object);
            }
        }
    }
}
