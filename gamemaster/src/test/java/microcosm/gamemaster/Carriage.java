package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;

import static org.assertj.core.api.Assertions.assertThat;

/// Two runs of worlds that differ in what one person alone has: follows, event by event, by whose words and hands the difference can have
/// come to whom, from the traces alone. Whoever it has not come to yet must live the same life in both.
final class Carriage {
    /// Characters of a step and turn, written so that they sort.
    private static final int MOMENT = 7;

    private final Side one;
    private final Side other;
    private final Set<String> reached = new LinkedHashSet<>();

    private record Side(Lives lives, Map<String, List<Event>> done, Map<EventId, Event.Read> read,
            Map<EventId, Event.Resolved> resolved,
            Map<String, Effect.Offered> offers, Set<EventId> carriers) {
        Side(List<Event> events, Lives lives) {
            this(lives, new TreeMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
                    new LinkedHashSet<>());
            for (Event event : events) {
                done.computeIfAbsent(moment(event) + event.id().owner(), _ -> new ArrayList<>()).add(event);
                if (event instanceof Event.Read words) {
                    read.put(words.id(), words);
                } else if (event instanceof Event.Resolved happened) {
                    resolved.put(happened.id(), happened);
                    happened.effects().stream().filter(Effect.Offered.class::isInstance).map(Effect.Offered.class::cast)
                            .forEach(offer -> offers.put(offer.offer(), offer));
                }
            }
        }

        List<Event> at(String moment, String owner) { return done.getOrDefault(moment + owner, List.of()); }

        Set<String> moments() {
            return new TreeSet<>(done.keySet().stream().map(key -> key.substring(0, MOMENT)).toList());
        }
    }

    Carriage(List<Event> one, Lives ones, List<Event> other, Lives others) {
        this.one = new Side(one, ones);
        this.other = new Side(other, others);
    }

    private static String moment(Event event) {
        return String.valueOf(1_000_000 + event.id().step() * 1000 + event.id().turn());
    }

    /// @param keeper who alone differs at first
    /// @param people everybody
    /// @return whom the difference reached, the keeper included
    Set<String> follow(String keeper, List<String> people) {
        reached.add(keeper);
        var moments = new TreeSet<>(one.moments());
        moments.addAll(other.moments());
        for (String moment : moments) {
            for (String person : people) {
                if (!reached.contains(person)) {
                    assertThat(said(one.at(moment, person))).as("what %s does at %s", person, moment)
                            .isEqualTo(said(other.at(moment, person)));
                }
            }
            spread(moment, people);
        }
        people.stream().filter(person -> !person.equals(keeper)).forEach(this::lived);
        return reached;
    }

    private static List<String> said(List<Event> events) { return events.stream().map(Lives::unnumbered).toList(); }

    /// What the game master did in one of the runs alone must concern somebody who differs, and reaches all whom it concerns.
    private void spread(String moment, List<String> people) {
        var open = new LinkedHashMap<Event, Side>();
        alone(one, other, moment).forEach(event -> open.put(event, one));
        alone(other, one, moment).forEach(event -> open.put(event, other));
        for (boolean more = true; more;) {
            more = false;
            for (Event event : List.copyOf(open.sequencedKeySet())) {
                Side side = open.get(event);
                Set<String> involved = involved(event, side);
                if (involved.stream().anyMatch(reached::contains)) {
                    side.carriers().add(event.id());
                    reached.addAll(involved);
                    reached.addAll(hearers(event, side, people));
                    open.remove(event);
                    more = true;
                }
            }
        }
        assertThat(open.sequencedKeySet()).as("happened at %s to nobody who differs", moment).isEmpty();
    }

    private static List<Event> alone(Side here, Side there, String moment) {
        var same = new ArrayList<>(said(there.at(moment, EventId.GAME_MASTER)));
        return here.at(moment, EventId.GAME_MASTER).stream()
                .filter(event -> event instanceof Event.Resolved || event instanceof Event.Refused)
                .filter(event -> !(event instanceof Event.Resolved resolved && resolved.effects().isEmpty()))
                .filter(event -> !same.remove(Lives.unnumbered(event))).toList();
    }

    /// Whose doing it is, and whose goods, debts and offers it touches. Not who hears of it.
    private static Set<String> involved(Event event, Side side) {
        var involved = new LinkedHashSet<String>();
        event.causes().stream().map(side.read()::get).filter(java.util.Objects::nonNull).forEach(read -> {
            involved.add(read.id().owner());
            if (event instanceof Event.Refused) {
                read.attempts().forEach(attempt -> attempt.arguments().values().forEach(value -> {
                    involved.add(value);
                    Optional.ofNullable(side.offers().get(value)).ifPresent(offer -> involved.add(offer.from()));
                }));
            }
        });
        if (event instanceof Event.Resolved resolved) {
            resolved.effects().forEach(effect -> involved.addAll(switch (effect) {
                case Effect.Paid(String from, String to, var _) -> List.of(from, to);
                case Effect.Offered(String _, String from, String to, var _, var _, int _) -> List.of(from, to);
                case Effect.Closed(String offer, String _) -> parties(side.offers().get(offer));
                case Effect.Owed(String debtor, String creditor, var _) -> List.of(debtor, creditor);
                case Effect.Settled(String debtor, String creditor, var _) -> List.of(debtor, creditor);
                case Effect.Told(String _, String from, var _, String _) -> List.of(from);
                case Effect.Sent(String _, String from, var _, String _, int _) -> List.of(from);
                case Effect.Established(String _, String _, List<String> knownTo) -> knownTo;
                default -> throw new IllegalStateException("no small world has " + effect);
            }));
        }
        return involved;
    }

    private static List<String> parties(Effect.Offered offer) { return List.of(offer.from(), offer.to()); }

    /// Who can have heard: on the square everybody, else whom the words were read to be for, whatever the effect says.
    private static Set<String> hearers(Event event, Side side, List<String> people) {
        var hearers = new LinkedHashSet<String>();
        if (event instanceof Event.Resolved resolved) {
            resolved.effects().stream().filter(Effect.Told.class::isInstance).map(Effect.Told.class::cast)
                    .forEach(told -> hearers.addAll(told.channel().equals("square") ? people : addressed(event, side)));
        }
        return hearers;
    }

    private static List<String> addressed(Event event, Side side) {
        return event.causes().stream().flatMap(cause -> {
            Event.Read read = side.read().get(cause);
            return read == null
                    ? addressed(side.resolved().get(cause), side).stream()
                    : read.attempts().stream().flatMap(attempt -> attempt.arguments().values().stream());
        }).toList();
    }

    /// The first thing in a life that is not the same is something that carried the difference there.
    private void lived(String person) {
        List<Lives.Lived> here = one.lives().of(person);
        List<Lives.Lived> there = other.lives().of(person);
        int same = 0;
        while (same < Math.min(here.size(), there.size()) && here.get(same).what().equals(there.get(same).what())) {
            same++;
        }
        if (same < Math.max(here.size(), there.size())) {
            boolean carried = isCarried(here, same, one) || isCarried(there, same, other);
            assertThat(carried && reached.contains(person))
                    .as("%s differs by what nobody carried there:%n%s%n%s", person,
                            here.subList(Math.min(same, here.size()), Math.min(same + 1, here.size())),
                            there.subList(Math.min(same, there.size()), Math.min(same + 1, there.size())))
                    .isTrue();
        }
    }

    private static boolean isCarried(List<Lives.Lived> life, int at, Side side) {
        return at < life.size() && life.get(at).by().filter(side.carriers()::contains).isPresent();
    }
}
