package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.agents.Situation;
import microcosm.trace.Debt;
import microcosm.trace.Task;
import microcosm.trace.Whereabouts;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Bundle;
import microcosm.worlds.Channel;
import microcosm.worlds.Person;
import microcosm.worlds.Relation;
import microcosm.worlds.Role;

/// What one person can see when it is their turn. Nothing here depends on what no channel, hand or eye carried to them.
final class Situations {
    private Situations() {}

    static Situation of(String person, Moment moment) {
        var world = moment.world();
        return new Situation(person, moment.step(),
                world.clock().announceEnd() ? Optional.of(moment.lastStep()) : Optional.empty(),
                moment.state().whereabouts(person).filter(where -> where.arrives() <= moment.step())
                        .map(Whereabouts::place),
                moment.state().holdings(person), debts(person, moment),
                List.copyOf(moment.standing().offers(person)), moment.society().named(),
                present(person, moment),
                channels(person, moment), actions(moment), known(person, moment), tasks(person, moment),
                new Later<>(() -> new Relations(moment).known(person)));
    }

    /// Their own, and those that everybody knew of from the start.
    private static List<Debt> debts(String person, Moment moment) {
        var debts = new ArrayList<>(moment.standing().debts(person));
        for (Relation relation : moment.world().things().relations()) {
            boolean others = !relation.from().equals(person) && !relation.to().equals(person);
            if (others && !relation.owed().isEmpty() && relation.knownTo().contains("everyone")) {
                Bundle owed = moment.state().owed(relation.from(), relation.to());
                if (!owed.isEmpty()) {
                    debts.add(new Debt(relation.from(), relation.to(), owed));
                }
            }
        }
        return debts;
    }

    private static List<Task> tasks(String person, Moment moment) {
        Collection<Task> own = moment.standing().tasks(person);
        return own.isEmpty()
                ? List.of()
                : own.stream().sorted(Comparator.comparing((Task task) -> !task.to().equals(person))).toList();
    }

    private static List<String> present(String person, Moment moment) {
        List<String> present = Hearing.present(person, moment);
        return present.contains(MomentScope.EVERYBODY) ? moment.society().ids() : present;
    }

    /// Whoever could be reached: where only an addressee hears, everybody who could be addressed.
    private static SequencedMap<String, List<String>> channels(String person, Moment moment) {
        var channels = new LinkedHashMap<String, List<String>>();
        for (Channel channel : moment.world().dealings().channels()) {
            if (!channels.containsKey(channel.id()) && Hearing.isOpen(channel, person, moment)) {
                channels.put(channel.id(), reach(channel, person, moment));
            }
        }
        return channels;
    }

    private static List<String> reach(Channel channel, String person, Moment moment) {
        if (channel.hearers() instanceof Channel.Members.Addressee) {
            return new Others(moment.society(), person);
        }
        List<String> hearers = Hearing.hearers(channel, person, Optional.empty(), moment);
        return hearers.contains(MomentScope.EVERYBODY) ? new Others(moment.society(), person) : hearers;
    }

    static List<ActionRule> actions(Moment moment) {
        List<ActionRule> all = moment.world().dealings().actions();
        return all.stream().allMatch(rule -> isAtHand(rule, moment))
                ? all
                : all.stream().filter(rule -> isAtHand(rule, moment)).toList();
    }

    /// Whether an action may be attempted in the present phase.
    static boolean isAtHand(ActionRule rule, Moment moment) {
        return rule.phases().isEmpty() || (moment.phase().isPresent()
                && rule.phases().contains(moment.phase().get().id()));
    }

    private static SequencedMap<String, SequencedMap<String, String>> known(String person, Moment moment) {
        List<String> seen = sees(person, moment);
        List<String> nearest = List.of(MomentScope.EVERYBODY, person);
        if (!moment.everybodyKnows().isEmpty() || !seen.isEmpty()) {
            return new OnDemand<>(() -> Stream.concat(nearest.stream(), new Others(moment.society(), person).stream()),
                    subject -> knownOf(subject, person, seen, moment));
        }
        return new OnDemand<>(nearest::stream, subject -> nearest.contains(subject)
                ? knownOf(subject, person, seen, moment)
                : Optional.empty());
    }

    private static Optional<SequencedMap<String, String>> knownOf(String subject, String person, List<String> seen,
            Moment moment) {
        if (subject.equals(MomentScope.EVERYBODY)) {
            var open = new LinkedHashMap<>(moment.state().attributes(MomentScope.EVERYBODY));
            open.keySet().removeIf(attribute -> Transparency.betrays(attribute, moment.world()));
            return Optional.of(open);
        }
        if (subject.equals(person)) {
            var own = new LinkedHashMap<>(moment.state().attributes(person));
            own.keySet().removeIf(attribute -> attribute.startsWith(Person.WRITTEN));
            return Optional.of(own);
        }
        return ofAnother(subject, seen, moment);
    }

    /// @return ids of the roles whose players one knows by one's own
    private static List<String> sees(String person, Moment moment) {
        List<Role> roles = moment.world().cast().roles();
        return roles.isEmpty()
                ? List.of()
                : moment.state().attribute(person, "role")
                        .flatMap(mine -> roles.stream().filter(role -> role.id().equals(mine)).findFirst())
                        .map(Role::sees).orElse(List.of());
    }

    private static Optional<SequencedMap<String, String>> ofAnother(String other, List<String> seen, Moment moment) {
        var open = new LinkedHashMap<String, String>();
        moment.state().attributes(other).forEach((attribute, value) -> {
            if (moment.isPublic(attribute) || (attribute.equals("role") && seen.contains(value))) {
                open.put(attribute, value);
            }
        });
        return open.isEmpty() ? Optional.empty() : Optional.of(open);
    }
}
