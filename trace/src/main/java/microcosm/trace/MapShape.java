package microcosm.trace;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/// An object whose names are data, in the map's order. An empty one is left out.
record MapShape<T>(Shape<T> each) implements Shape<SequencedMap<String, T>> {
    @Override
    public void write(JsonText out, SequencedMap<String, T> value) {
        char before = '{';
        for (var entry : value.sequencedEntrySet()) {
            out.raw(before);
            out.name(entry.getKey());
            each.write(out, entry.getValue());
            before = ',';
        }
        out.raw(value.isEmpty() ? "{}" : "}");
    }

    @Override
    public SequencedMap<String, T> read(JsonParser in, LongTexts longTexts) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw Shape.unexpected("an object", in);
        }
        var read = new LinkedHashMap<String, T>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            if (read.put(name, each.read(in, longTexts)) != null) {
                throw new IllegalArgumentException("\"" + name + "\" stands twice");
            }
        }
        return read;
    }

    @Override
    public boolean leavesOut(SequencedMap<String, T> value) { return value.isEmpty(); }

    @Override
    public SequencedMap<String, T> leftOut() { return Collections.unmodifiableSequencedMap(new LinkedHashMap<>()); }
}
