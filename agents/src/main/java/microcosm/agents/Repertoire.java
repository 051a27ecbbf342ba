package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionRule;
import microcosm.worlds.EffectCall;
import microcosm.worlds.Expression;
import microcosm.worlds.World;

/// What a world's actions are good for, told by the effects they have and never by their names: whatever opens an offer is an
/// offer, in any world and any language.
final class Repertoire {
    private final List<Use> uses;

    Repertoire(World world) {
        uses = world.dealings().actions().stream()
                .flatMap(rule -> rule.effects().stream().map(effect -> new Use(rule, effect))).toList();
    }

    /// @return the first action at hand that has an effect
    Optional<Use> with(String effect, Situation situation) {
        for (Use use : uses) {
            if (use.effect().name().equals(effect) && situation.actions().contains(use.rule())) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }

    /// @return the world's first action that has an effect, at hand or not
    Optional<Use> with(String effect) {
        return uses.stream().filter(use -> use.effect().name().equals(effect)).findFirst();
    }

    /// @return the first action at hand that does nothing and needs nothing said
    static Optional<Deed> idling(Situation situation) {
        return situation.actions().stream().filter(rule -> rule.effects().isEmpty() && rule.parameters().isEmpty())
                .findFirst().map(rule -> new Deed.Act(rule.name(), new LinkedHashMap<>()));
    }

    /// An action used for the sake of one of its effects.
    record Use(ActionRule rule, EffectCall effect) {
        /// @param values one per argument of the effect; those the rule fixes are ignored
        /// @return empty where the rule wants to know more than the effect does
        Optional<Deed.Act> deed(String... values) {
            var arguments = new LinkedHashMap<String, String>();
            for (ActionRule.Parameter parameter : rule.parameters()) {
                int at = position(parameter.name());
                if (at >= 0 && at < values.length) {
                    arguments.put(parameter.name(), values[at]);
                } else if (!parameter.optional()) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Deed.Act(rule.name(), arguments));
        }

        /// @return a quantity as the parameter behind an argument of the effect wants it: within its bounds, whole or to ten decimals
        String written(int argument, double quantity) {
            for (ActionRule.Parameter parameter : rule.parameters()) {
                if (position(parameter.name()) == argument
                        && parameter.kind() instanceof ActionRule.Kind.Quantity(var least, var most, boolean whole)) {
                    BigDecimal value = BigDecimal.valueOf(quantity).max(least).min(most);
                    return rounded(value, whole ? 0 : 10);
                }
            }
            return rounded(BigDecimal.valueOf(quantity), 10);
        }

        private static String rounded(BigDecimal value, int digits) {
            BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_EVEN);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }

        private int position(String parameter) {
            for (int i = 0; i < effect.arguments().size(); i++) {
                if (effect.arguments().get(i) instanceof Expression.Name(String name) && name.equals(parameter)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
