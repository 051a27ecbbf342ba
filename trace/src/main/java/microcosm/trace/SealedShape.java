package microcosm.trace;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/// The object of one of several records; its first field says which.
final class SealedShape<T> implements Shape<T> {
    private final String discriminator;
    private final Map<Class<?>, Start> byType = new LinkedHashMap<>();
    private final SequencedMap<String, RecordShape<?>> byName = new LinkedHashMap<>();

    SealedShape(String discriminator, List<RecordShape<?>> records) {
        this.discriminator = discriminator;
        for (RecordShape<?> each : records) {
            byType.put(each.type(), new Start("{\"" + discriminator + "\":\"" + each.name() + "\"", each));
            byName.put(each.name(), each);
        }
    }

    private record Start(String text, RecordShape<?> shape) {}

    @Override
    public void write(JsonText out, T value) {
        Start start = byType.get(value.getClass());
        if (start == null) {
            throw new IllegalArgumentException(value.getClass() + " is not one of " + byType.keySet());
        }
        out.raw(start.text);
        start.shape.writeFields(out, value, true);
        out.raw('}');
    }

    @Override
    public boolean alike(T a, String ofA, T b, String ofB) { return alike(a, ofA, b, ofB, 0); }

    /// As above.
    ///
    /// @param first the first of the record's components that is compared, from 0
    boolean alike(T a, String ofA, T b, String ofB, int first) {
        Start start = byType.get(a.getClass());
        return a.getClass() == b.getClass() && start != null && start.shape.alikeFields(a, ofA, b, ofB, first);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(JsonParser in, LongTexts longTexts) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw Shape.unexpected("an object", in);
        }
        if (!discriminator.equals(in.nextFieldName())) {
            throw new IllegalArgumentException("the first field must be \"" + discriminator + "\"");
        }
        String name = String.valueOf(in.nextTextValue());
        RecordShape<?> shape = byName.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("unknown " + discriminator + " \"" + name + "\"; known here: "
                    + String.join(", ", byName.sequencedKeySet()));
        }
        return (T) shape.readFields(in, longTexts);
    }
}
