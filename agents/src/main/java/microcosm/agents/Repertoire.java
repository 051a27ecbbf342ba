package microcosm.agents;

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

    /// @return the first action at hand that does nothing and needs nothing said
    static Optional<Deed> idling(Situation situation) {
        return situation.actions().stream().filter(rule -> rule.effects().isEmpty() && rule.parameters().isEmpty())
                .findFirst().map(rule -> new Deed.Act(rule.name(), new LinkedHashMap<>()));
    }

    /// An action used for the sake of one of its effects.
    record Use(ActionRule rule, EffectCall effect) {
        /// @param values one per argument of the effect; those the rule fixes are ignored
        /// @return empty where the rule wants to know more than the effect does
        Optional<Deed> deed(String... values) {
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
