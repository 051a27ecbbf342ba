package microcosm.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/// An array. An empty one is left out.
record ListShape<T>(Shape<T> each) implements Shape<List<T>> {
    @Override
    public void write(JsonText out, List<T> value) {
        out.raw('[');
        for (int i = 0; i < value.size(); i++) {
            if (i > 0) {
                out.raw(',');
            }
            each.write(out, value.get(i));
        }
        out.raw(']');
    }

    @Override
    public List<T> read(JsonParser in, LongTexts longTexts) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw Shape.unexpected("a list", in);
        }
        var read = new ArrayList<T>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            read.add(each.read(in, longTexts));
        }
        return read;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean alike(List<T> a, String ofA, List<T> b, String ofB) {
        if (a == b) {
            return true;
        }
        boolean alike = a.size() == b.size();
        for (int i = 0; alike && i < a.size(); i++) {
            alike = each.alike(a.get(i), ofA, b.get(i), ofB);
        }
        return alike;
    }

    @Override
    public boolean leavesOut(List<T> value) { return value.isEmpty(); }

    @Override
    public List<T> leftOut() { return List.of(); }
}
