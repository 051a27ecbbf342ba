package microcosm.gamemaster;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import microcosm.worlds.Channel;
import microcosm.worlds.Evaluator;

/// Who may speak on a channel and who hears it, judged when it is said.
final class Hearing {
    private Hearing() {}

    /// @return the channel of this id as it can be used by `speaker` now; empty where it cannot
    static Optional<Channel> open(String id, String speaker, Moment moment) {
        return moment.world().dealings().channels().stream()
                .filter(channel -> channel.id().equals(id) && isOpen(channel, speaker, moment)).findFirst();
    }

    static boolean isOpen(Channel channel, String speaker, Moment moment) {
        if (Shocked.isCut(channel, moment.state()) || !includes(channel.speakers(), speaker, speaker, moment)) {
            return false;
        }
        return Shocked.isOpened(channel, moment.state()) || (channel.open().covers(moment.step(), moment.lastStep())
                && channel.openWhen().map(when -> Evaluator.truth(when, MomentScope.of(moment, speaker))).orElse(true));
    }

    /// @return who hears what `speaker` says: `*` alone for everybody else, or ids in cast order; empty where only an addressee
    ///         would hear and there is none
    static List<String> hearers(Channel channel, String speaker, Optional<String> to, Moment moment) {
        return switch (channel.hearers()) {
            case Channel.Members.Everyone() -> List.of(MomentScope.EVERYBODY);
            case Channel.Members.Addressee() -> to.filter(id -> !id.equals(speaker)).stream().toList();
            case Channel.Members.SamePlace() -> present(speaker, moment);
            case Channel.Members.Related(String relation) ->
                sorted(moment.standing().related(relation, speaker), speaker,
                        moment);
            case Channel.Members.Named _,Channel.Members.Where _ -> moment.society().ids().stream().filter(
                    id -> !id.equals(speaker) && includes(channel.hearers(), id, speaker, moment)).toList();
        };
    }

    /// @return who else is where somebody is, in cast order; everybody else in a world without places, as `*`
    static List<String> present(String person, Moment moment) {
        if (moment.world().things().places().isEmpty()) {
            return List.of(MomentScope.EVERYBODY);
        }
        return moment.state().whereabouts(person).filter(where -> where.arrives() <= moment.step())
                .map(where -> presentAt(where.place(), person, moment)).orElse(List.of());
    }

    /// @return who but `without` is at a place, in cast order
    static List<String> presentAt(String place, String without, Moment moment) {
        return sorted(moment.standing().at(place).stream().filter(other -> isThere(other, moment)).toList(), without,
                moment);
    }

    private static boolean isThere(String person, Moment moment) {
        return moment.state().whereabouts(person).filter(where -> where.arrives() <= moment.step()).isPresent();
    }

    private static List<String> sorted(Collection<String> ids, String without, Moment moment) {
        return ids.stream().filter(id -> !id.equals(without) && moment.society().person(id).isPresent())
                .sorted(Comparator.comparingInt(moment.society()::order)).toList();
    }

    /// @return `*` alone for everybody, or ids in cast order
    static List<String> members(Channel.Members members, Moment moment) {
        return members instanceof Channel.Members.Everyone
                ? List.of(MomentScope.EVERYBODY)
                : moment.society().ids().stream().filter(id -> includes(members, id, id, moment)).toList();
    }

    /// Whether `person` is one of `members`, seen from `speaker`.
    static boolean includes(Channel.Members members, String person, String speaker, Moment moment) {
        return switch (members) {
            case Channel.Members.Everyone() -> true;
            case Channel.Members.Addressee() -> false;
            case Channel.Members.SamePlace() -> {
                List<String> present = present(speaker, moment);
                yield person.equals(speaker) || present.contains(MomentScope.EVERYBODY) || present.contains(person);
            }
            case Channel.Members.Related(String relation) -> moment.state()
                    .attribute(person, relation + " " + speaker).filter(value -> !value.equals("no")).isPresent();
            case Channel.Members.Named(List<String> ids) -> ids.contains(person)
                    || moment.state().attribute(person, "role").filter(ids::contains).isPresent()
                    || moment.state().attribute(person, "population").filter(ids::contains).isPresent();
            case Channel.Members.Where(var holds) -> Evaluator.truth(holds, MomentScope.of(moment, person));
        };
    }
}
