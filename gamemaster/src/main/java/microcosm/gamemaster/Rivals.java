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

/// Attempts of one turn whose order may matter: those of different people that touch the same offer or the same person's goods.
final class Rivals {
    private Rivals() {}

    /// @param deeds in the order in which they will settle
    /// @return names of those whose attempts compete, in that order; empty for none
    static List<String> among(List<Deed> deeds, Moment moment) {
        SequencedMap<String, SequencedSet<String>> touched = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            touches(deed, moment)
                    .forEach(what -> touched.computeIfAbsent(what, _ -> new LinkedHashSet<>()).add(deed.actor()));
        }
        var rivals = new LinkedHashSet<String>();
        touched.values().stream().filter(who -> who.size() > 1).forEach(rivals::addAll);
        var inOrder = new LinkedHashSet<String>();
        deeds.stream().map(Deed::actor).filter(rivals::contains).forEach(inOrder::add);
        return inOrder.stream().map(moment.society()::name).toList();
    }

    private static List<String> touches(Deed deed, Moment moment) {
        var touched = new ArrayList<String>();
        moment.world().dealings().actions().stream().filter(rule -> rule.name().equals(deed.attempt().action()))
                .findFirst().ifPresent(rule -> {
                    boolean moves = rule.effects().stream()
                            .anyMatch(call -> List.of("pay", "swap", "use").contains(call.name()));
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
                });
        return touched;
    }
}
