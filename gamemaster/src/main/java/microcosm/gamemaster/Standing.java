package microcosm.gamemaster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import microcosm.agents.Tie;
import microcosm.trace.Debt;
import microcosm.trace.Effect;
import microcosm.trace.Offer;
import microcosm.trace.State;
import microcosm.trace.Task;

/// What stands between people, found by person: offers, debts, relations, and who is where. Says nothing that [State] does not; it
/// is what makes a step linear in people. Changed by the loop alone, between turns.
public final class Standing {
    private final Map<String, SequencedMap<String, Offer>> offers = new TreeMap<>();
    private final Map<String, NavigableMap<String, Debt>> debts = new TreeMap<>();
    private final Map<String, SequencedMap<String, SequencedSet<String>>> related = new TreeMap<>();
    private final Map<String, SequencedMap<String, SequencedSet<String>>> relatedFrom = new TreeMap<>();
    private final Provenance origins = new Provenance();
    private final Map<String, SequencedMap<String, Task>> tasks = new TreeMap<>();
    private final Map<String, TreeSet<String>> places = new TreeMap<>();
    private final Set<String> people = new LinkedHashSet<>();

    /// @return offers made by or to a person, oldest first
    public Collection<Offer> offers(String person) {
        SequencedMap<String, Offer> own = offers.get(person);
        return own == null ? List.of() : own.values();
    }

    /// @return debts of or to a person, in order of the pair
    public Collection<Debt> debts(String person) {
        NavigableMap<String, Debt> own = debts.get(person);
        return own == null ? List.of() : own.values();
    }

    /// @return tasks a person was given or gave, oldest first
    public Collection<Task> tasks(String person) {
        SequencedMap<String, Task> own = tasks.get(person);
        return own == null ? List.of() : own.values();
    }

    /// @return ids of whoever stands in a relation to a person, in the order in which it arose
    public Collection<String> related(String relation, String to) {
        return related.getOrDefault(relation, new LinkedHashMap<>()).getOrDefault(to, new LinkedHashSet<>());
    }

    /// @return ids of those to whom a person stands in a relation, in the order in which it arose
    Collection<String> relatedFrom(String relation, String from) {
        return relatedFrom.getOrDefault(relation, new LinkedHashMap<>()).getOrDefault(from, new LinkedHashSet<>());
    }

    /// @return names of the relations in which anybody has ever stood
    Collection<String> relations() { return related.keySet(); }

    /// By which event all this stands as it does.
    Provenance origins() { return origins; }

    /// @return ids of whoever is, or is under way to, a place; in order of ids
    public Collection<String> at(String place) { return places.getOrDefault(place, new TreeSet<>()); }

    void cast(String person, State after) {
        people.add(person);
        after.whereabouts(person)
                .ifPresent(where -> places.computeIfAbsent(where.place(), _ -> new TreeSet<>()).add(person));
    }

    /// @param before the state before the effect
    void changed(Effect effect, Supplier<State> before) {
        switch (effect) {
            case Effect.Offered(String id, String from, String to, var give, var get, int until) -> {
                var offer = new Offer(id, from, to, give, get, until);
                offers.computeIfAbsent(from, _ -> new LinkedHashMap<>()).put(id, offer);
                offers.computeIfAbsent(to, _ -> new LinkedHashMap<>()).put(id, offer);
            }
            case Effect.Closed(String id, String _) -> before.get().offer(id).ifPresent(offer -> {
                offers.getOrDefault(offer.from(), new LinkedHashMap<>()).remove(id);
                offers.getOrDefault(offer.to(), new LinkedHashMap<>()).remove(id);
            });
            case Effect.Owed(String debtor, String creditor, var goods) -> debt(
                    new Debt(debtor, creditor, before.get().owed(debtor, creditor).plus(goods)));
            case Effect.Settled(String debtor, String creditor, var goods) -> debt(
                    new Debt(debtor, creditor, before.get().owed(debtor, creditor).minus(goods)));
            case Effect.Moved(String person, String to, int _) -> {
                before.get().whereabouts(person)
                        .ifPresent(where -> places.computeIfAbsent(where.place(), _ -> new TreeSet<>())
                                .remove(person));
                places.computeIfAbsent(to, _ -> new TreeSet<>()).add(person);
            }
            case Effect.Became(String subject, String attribute, String value) when attribute.indexOf(' ') > 0 -> Tie
                    .of(subject, attribute, value, people::contains).ifPresent(this::relate);
            case Effect.Assigned(Task task) -> List.of(task.from(), task.to()).forEach(
                    person -> tasks.computeIfAbsent(person, _ -> new LinkedHashMap<>()).put(task.id(), task));
            case Effect.HandedIn(String task) -> tasks.values().forEach(own -> own.remove(task));
            case Effect.Became _,Effect.Paid _,Effect.Made _,Effect.Used _,Effect.Told _,Effect.Sent _,Effect.Established _,Effect.Sanctioned _ ->
                {
                }
        }
    }

    private void debt(Debt debt) {
        String key = debt.debtor() + "/" + debt.creditor();
        for (String who : List.of(debt.debtor(), debt.creditor())) {
            var own = debts.computeIfAbsent(who, _ -> new TreeMap<>());
            if (debt.goods().isEmpty()) {
                own.remove(key);
            } else {
                own.put(key, debt);
            }
        }
    }

    private void relate(Tie tie) {
        relate(related, tie.is(), tie.to(), tie.from(), tie.stands());
        relate(relatedFrom, tie.is(), tie.from(), tie.to(), tie.stands());
    }

    private static void relate(Map<String, SequencedMap<String, SequencedSet<String>>> all, String relation, String of,
            String other, boolean stands) {
        var members = all.computeIfAbsent(relation, _ -> new LinkedHashMap<>()).computeIfAbsent(of,
                _ -> new LinkedHashSet<>());
        members.remove(other);
        if (stands) {
            members.add(other);
        }
    }
}
