package microcosm.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/// Something collected for each person, in order of first appearance.
final class PerPerson<T> {
    private final SequencedMap<String, List<T>> collected = new LinkedHashMap<>();

    void add(String person, T item) { collected.computeIfAbsent(person, _ -> new ArrayList<>()).add(item); }

    void forEach(BiConsumer<String, List<T>> each) { collected.forEach(each); }

    int size() { return collected.size(); }
}
