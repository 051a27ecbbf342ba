package microcosm.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who entered the society, and as which: the first is 1. By these numbers a line that stands for many events names people.
final class CastOrder {
    private final List<String> people = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final BitSet plain = new BitSet();

    void happened(Event event) {
        if (event instanceof Event.Cast cast) {
            String person = cast.id().owner();
            people.add(person);
            numbers.putIfAbsent(person, people.size());
            plain.set(people.size(), isPlain(person));
        }
    }

    int size() { return people.size(); }

    /// @return from 1; 0 for nobody
    int number(String person) { return numbers.getOrDefault(person, 0); }

    /// As above.
    ///
    /// @param before who is likely to stand before this person
    int number(String person, int before) {
        return before < people.size() && people.get(before).equals(person) ? before + 1 : number(person);
    }

    /// Whether somebody's id stands in JSON as it is, a byte for each character, and holds no sign of a [Fold].
    boolean isPlain(int number) { return plain.get(number); }

    /// @param number from 1 to [#size]
    String person(int number) { return people.get(number - 1); }

    private static boolean isPlain(String person) {
        for (int i = 0; i < person.length(); i++) {
            char c = person.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '"' || c == '\\' || Fold.isSign(c)) {
                return false;
            }
        }
        return true;
    }
}
