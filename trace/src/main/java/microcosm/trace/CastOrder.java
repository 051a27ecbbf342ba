package microcosm.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who entered the society, and as which: the first is 1. By these numbers a line that stands for many events names people.
final class CastOrder {
    private final List<String> people = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    void happened(Event event) {
        if (event instanceof Event.Cast cast) {
            people.add(cast.id().owner());
            numbers.putIfAbsent(cast.id().owner(), people.size());
        }
    }

    int size() { return people.size(); }

    /// @return from 1; 0 for nobody
    int number(String person) { return numbers.getOrDefault(person, 0); }

    /// @param number from 1 to [#size]
    String person(int number) { return people.get(number - 1); }
}
