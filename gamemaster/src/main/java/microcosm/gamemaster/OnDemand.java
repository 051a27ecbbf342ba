package microcosm.gamemaster;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// A map whose values are worked out when somebody asks for them: of ten thousand people a person looks at few. Cannot be changed.
final class OnDemand<V> extends AbstractMap<String, V> implements SequencedMap<String, V> {
    private final Supplier<Stream<String>> keys;
    private final Function<String, Optional<V>> values;
    private final Map<String, Optional<V>> asked = new LinkedHashMap<>();
    private @Nullable SequencedMap<String, V> all;

    /// @param keys in order, asked for each time somebody goes through them; those without a value are not in the map
    OnDemand(Supplier<Stream<String>> keys, Function<String, Optional<V>> values) {
        this.keys = keys;
        this.values = values;
    }

    private Optional<V> value(Object key) {
        return key instanceof String name ? asked.computeIfAbsent(name, values) : Optional.empty();
    }

    @Override
    public @Nullable V get(Object key) { return value(key).orElse(null); }

    @Override
    public boolean containsKey(Object key) { return value(key).isPresent(); }

    /// Whoever stops on the way has had the values so far worked out, and no others.
    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return keys.get().<Entry<String, V>>mapMulti((key, out) -> value(key)
                        .ifPresent(value -> out.accept(new SimpleImmutableEntry<>(key, value)))).iterator();
            }

            @Override
            public int size() { return whole().size(); }
        };
    }

    @Override
    public SequencedMap<String, V> reversed() { return whole().reversed(); }

    private SequencedMap<String, V> whole() {
        SequencedMap<String, V> made = all;
        if (made == null) {
            made = new LinkedHashMap<>();
            for (Entry<String, V> entry : entrySet()) {
                made.put(entry.getKey(), entry.getValue());
            }
            all = made;
        }
        return made;
    }
}
