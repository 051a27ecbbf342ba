package microcosm.speech;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import microcosm.worlds.ActionRule;
import microcosm.worlds.World;

/// Readings of texts that are nothing but calls, and mean the same whoever says them: in a world without speech thousands say the same few.
/// Safe for use by several threads.
final class CallsAlone {
    private static final int MOST = 10_000;

    private final World world;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    CallsAlone(World world) { this.world = world; }

    Optional<Reading> of(String text) { return Optional.ofNullable(readings.get(text)); }

    /// @param reading of a text that holds nothing else than calls; not kept where it depends on who speaks, or on when
    void keep(String text, Reading reading) {
        if (text.length() <= Tokens.LONGEST && reading.unclear().isEmpty()
                && reading.attempts().stream().allMatch(attempt -> isTheSameForAll(attempt.action()))) {
            if (readings.size() >= MOST) {
                readings.clear();
            }
            readings.put(text, reading);
        }
    }

    private boolean isTheSameForAll(String action) {
        List<ActionRule> named = world.dealings().actions().stream().filter(rule -> rule.name().equals(action))
                .toList();
        return !named.isEmpty() && named.stream().flatMap(rule -> rule.parameters().stream())
                .allMatch(parameter -> switch (parameter.kind()) {
                    case ActionRule.Kind.SomePerson(),ActionRule.Kind.SomeOffer(),ActionRule.Kind.SomeGoods() -> false;
                    case ActionRule.Kind.SomeMarket(),ActionRule.Kind.SomePlace(),ActionRule.Kind.SomeChannel(),ActionRule.Kind.SomeClaim(),ActionRule.Kind.Quantity _,ActionRule.Kind.Choice _,ActionRule.Kind.Words() ->
                        true;
                });
    }
}
