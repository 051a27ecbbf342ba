package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import microcosm.gamemaster.GameMaster.Deed;
import microcosm.trace.Offer;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Expression;
import microcosm.worlds.World;

/// Attempts of one turn whose order may matter: those of different people that touch the same offer or the same person's goods.
final class Rivals {
    private static final List<String> MOVING = List.of("pay", "swap", "use");
    /// Nothing but the actor's own is changed by these, and nobody is told.
    private static final List<String> OWN = List.of("supply", "choose", "vote");

    private Rivals() {}

    /// Whether it can matter to anybody in which order the attempts of a turn settle. Where all that can be done is to bring, choose or vote, it
    /// cannot, and nothing is drawn.
    static boolean canBe(World world) { return !world.dealings().actions().stream().allMatch(Rivals::isOwn); }

    private static boolean isOwn(ActionRule rule) {
        return rule.needs().isEmpty()
                && rule.effects().stream().allMatch(call -> OWN.contains(call.name()) && call.arguments().stream()
                        .allMatch(argument -> argument instanceof Expression.Name || argument instanceof Expression.Text
                                || argument instanceof Expression.Amount));
    }

    /// @param deeds in the order in which they will settle
    /// @return names of those whose attempts compete, in that order; empty for none
    static List<String> among(List<Deed> deeds, Moment moment) {
        SequencedMap<String, SequencedSet<String>> touched = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            for (String what : touches(deed, moment)) {
                touched.computeIfAbsent(what, _ -> new LinkedHashSet<>()).add(deed.actor());
            }
        }
        if (touched.isEmpty()) {
            return List.of();
        }
        var rivals = new LinkedHashSet<String>();
        touched.values().stream().filter(who -> who.size() > 1).forEach(rivals::addAll);
        var inOrder = new LinkedHashSet<String>();
        deeds.stream().map(Deed::actor).filter(rivals::contains).forEach(inOrder::add);
        return inOrder.stream().map(moment.society()::name).toList();
    }

    private static List<String> touches(Deed deed, Moment moment) {
        for (ActionRule rule : moment.world().dealings().actions()) {
            if (rule.name().equals(deed.attempt().action())) {
                return touches(deed, rule, moment);
            }
        }
        return List.of();
    }

    private static List<String> touches(Deed deed, ActionRule rule, Moment moment) {
        var touched = new ArrayList<String>();
        boolean moves = rule.effects().stream().anyMatch(call -> MOVING.contains(call.name()));
        if (moves) {
            touched.add("goods of " + deed.actor());
        }
        for (ActionRule.Parameter parameter : rule.parameters()) {
            deed.attempt().argument(parameter.name()).ifPresent(argument -> {
                switch (parameter.kind()) {
                    case ActionRule.Kind.SomeOffer _ -> {
                        touched.add("offer " + argument);
                        if (moves) {
                            moment.state().offer(argument).map(Offer::from)
                                    .ifPresent(from -> touched.add("goods of " + from));
                        }
                    }
                    case ActionRule.Kind.SomePerson _ when moves -> touched.add("goods of " + argument);
                    default -> {
                    }
                }
            });
        }
        return touched;
    }
}
