package microcosm.worlds;

import java.math.BigDecimal;
import java.util.List;

/// What an expression can be worth.
public sealed interface Value {
    record Amount(BigDecimal amount) implements Value {}

    record Text(String text) implements Value {}

    record Truth(boolean holds) implements Value {}

    /// A person, good, offer, place, channel, claim, market or event of the world.
    ///
    /// @param kind `person`, `good`, `offer`, `place`, `channel`, `claim`, `market` or `event`
    /// @param id its id in the world or the trace
    record Entity(String kind, String id) implements Value {}

    record Goods(Bundle bundle) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    static Value of(boolean holds) { return new Truth(holds); }

    static Value of(BigDecimal amount) { return new Amount(amount); }

    static Value of(long amount) { return new Amount(BigDecimal.valueOf(amount)); }

    static Value of(String text) { return new Text(text); }
}
