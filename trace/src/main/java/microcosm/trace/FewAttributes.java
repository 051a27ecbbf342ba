package microcosm.trace;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// The attributes of one subject, name to value, in order of names; while they are few, in one array.
///
/// Ten thousand people have a dozen each, and most of what reading one costs is waiting for memory: an array is one place to look,
/// where the nodes of a tree are many.
final class FewAttributes extends AbstractMap<String, String> implements SequencedMap<String, String> {
    static final FewAttributes NONE = new FewAttributes(new String[0]);

    private static final int MOST = 24;

    /// Name, value, name, value. Names are interned, so that all subjects' are the same object.
    private final String[] row;

    private FewAttributes(String[] row) { this.row = row; }

    /// @return the attributes with one of them changed or new; immutable, as these are
    static SequencedMap<String, String> with(SequencedMap<String, String> attributes, String name, String value) {
        return switch (attributes) {
            case FewAttributes few when few.row.length < 2 * MOST || few.position(name) >= 0 -> few.with(name, value);
            case PSortedMap<String, String> many -> many.plus(name, value);
            default -> TreePMap.from(attributes).plus(name, value);
        };
    }

    /// As above, where nobody has seen the attributes since they were made by [#with]: these themselves may be changed.
    static SequencedMap<String, String> put(SequencedMap<String, String> unseen, String name, String value) {
        if (unseen instanceof FewAttributes few) {
            int at = few.position(name);
            if (at >= 0) {
                few.row[at + 1] = value;
                return few;
            }
        }
        return with(unseen, name, value);
    }

    static SequencedMap<String, String> of(Map<String, String> all) {
        SequencedMap<String, String> attributes = NONE;
        for (var each : all.entrySet()) {
            attributes = with(attributes, each.getKey(), each.getValue());
        }
        return attributes;
    }

    private FewAttributes with(String name, String value) {
        int at = position(name);
        String[] changed;
        if (at >= 0) {
            changed = row.clone();
        } else {
            at = 0;
            while (at < row.length && row[at].compareTo(name) < 0) {
                at += 2;
            }
            changed = Arrays.copyOf(row, row.length + 2);
            System.arraycopy(row, at, changed, at + 2, row.length - at);
            changed[at] = name.intern();
        }
        changed[at + 1] = value;
        return new FewAttributes(changed);
    }

    /// @return where the name stands; -1 for nowhere
    private int position(String name) {
        for (int i = 0; i < row.length; i += 2) {
            if (row[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() { return row.length / 2; }

    @Override
    public boolean containsKey(@Nullable Object name) { return get(name) != null; }

    @Override
    public @Nullable String get(@Nullable Object name) {
        int at = name instanceof String text ? position(text) : -1;
        return at < 0 ? null : row[at + 1];
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() { return new Entries(); }

    private final class Entries extends AbstractSet<Map.Entry<String, String>> {
        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            return IntStream.range(0, row.length / 2).<Map.Entry<String, String>>mapToObj(
                    i -> Map.entry(row[2 * i], row[2 * i + 1])).iterator();
        }

        @Override
        public int size() { return row.length / 2; }
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < row.length; i += 2) {
            action.accept(row[i], row[i + 1]);
        }
    }

    @Override
    public SequencedMap<String, String> reversed() { return new TreeMap<>(this).reversed(); }
}
