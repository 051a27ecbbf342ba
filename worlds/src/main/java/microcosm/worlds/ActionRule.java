package microcosm.worlds;

import java.util.List;
import java.util.Optional;

/// One row of the Actions table: what people may attempt, what it needs and what it does.
///
/// @param name what it is called in the world: `offer`
/// @param needs holds when the attempt is admitted; empty when nothing is needed
/// @param effects applied in order, all or none
/// @param phases ids of the phases in which it may be attempted; empty for always
public record ActionRule(String name, List<Parameter> parameters, Optional<Formula> needs, List<EffectCall> effects,
        List<String> phases, Position at) {
    public ActionRule {
        parameters = List.copyOf(parameters);
        effects = List.copyOf(effects);
        phases = List.copyOf(phases);
    }

    public Optional<Parameter> parameter(String called) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(called)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /// @param optional written with `?`: the attempt is complete without it
    public record Parameter(String name, Kind kind, boolean optional) {}

    /// What an argument may be; decides how it is read from a sentence and how it is written in an [Attempt].
    public sealed interface Kind {
        /// Written as the person's id.
        record SomePerson() implements Kind {}

        /// Written as a [Bundle].
        record SomeGoods() implements Kind {}

        /// Written as the offer's id.
        record SomeOffer() implements Kind {}

        record SomeChannel() implements Kind {}

        record SomeMarket() implements Kind {}

        record SomePlace() implements Kind {}

        record SomeClaim() implements Kind {}

        /// `quantity 0..100` (any decimal) or `number 0..10` (whole).
        record Quantity(java.math.BigDecimal least, java.math.BigDecimal most, boolean whole) implements Kind {}

        /// `choice C | D`.
        record Choice(List<String> options) implements Kind {
            public Choice {
                options = List.copyOf(options);
            }
        }

        /// `speech`: words that a channel carries.
        record Words() implements Kind {}
    }
}
