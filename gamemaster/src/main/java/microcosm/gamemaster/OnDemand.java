package microcosm.gamemaster;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// A map whose values are worked out when somebody asks for them: of ten thousand people a person looks at few. Cannot be changed.
final class OnDemand<V> extends AbstractMap<String, V> implements SequencedMap<String, V> {
    private final Supplier<List<String>> keys;
    private final Function<String, Optional<V>> values;
    private final Map<String, Optional<V>> asked = new LinkedHashMap<>();
    private @Nullable SequencedMap<String, V> all;

    /// @param keys in order, asked for once; those without a value are not in the map
    OnDemand(Supplier<List<String>> keys, Function<String, Optional<V>> values) {
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

    @Override
    public Set<Entry<String, V>> entrySet() { return whole().entrySet(); }

    @Override
    public SequencedMap<String, V> reversed() { return whole().reversed(); }

    private SequencedMap<String, V> whole() {
        SequencedMap<String, V> made = all;
        if (made == null) {
            made = new LinkedHashMap<>();
            for (String key : keys.get()) {
                Optional<V> value = value(key);
                if (value.isPresent()) {
                    made.put(key, value.get());
                }
            }
            all = made;
        }
        return made;
    }
}
