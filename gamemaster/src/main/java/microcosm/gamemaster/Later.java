package microcosm.gamemaster;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// A list that is worked out when somebody looks at it: most who decide by rule never do. For one thread at a time; cannot be changed.
final class Later<T> extends AbstractList<T> {
    private final Supplier<List<T>> made;
    private @Nullable List<T> list;

    /// @param made asked once
    Later(Supplier<List<T>> made) { this.made = made; }

    private List<T> list() {
        List<T> known = list;
        if (known == null) {
            known = made.get();
            list = known;
        }
        return known;
    }

    @Override
    public T get(int index) { return list().get(index); }

    @Override
    public int size() { return list().size(); }
}
