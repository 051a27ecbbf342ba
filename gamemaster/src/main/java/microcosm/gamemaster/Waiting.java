package microcosm.gamemaster;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import microcosm.gamemaster.GameMaster.Call;
import microcosm.worlds.ActionSpec;

/// Who is called where no order says so: whoever was last spoken to, else whoever has waited longest.
final class Waiting {
    private final ActionSpec spec;
    private final Map<String, Integer> last = new TreeMap<>();
    private int calls;

    /// @param spec what they are asked
    Waiting(ActionSpec spec) { this.spec = spec; }

    /// @param people who may be called, in cast order; whoever comes first is called first
    Optional<Call> next(List<String> people, Moment moment) {
        return moment.past().takeAddressed().filter(people::contains)
                .or(() -> people.stream().min(Comparator.comparingInt(id -> last.getOrDefault(id, 0))))
                .map(this::call);
    }

    Call call(String person) {
        last.put(person, ++calls);
        return new Call(List.of(person), spec);
    }
}
