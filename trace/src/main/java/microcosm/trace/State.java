package microcosm.trace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.organicdesign.fp.collections.ImMap;
import org.organicdesign.fp.collections.MutMap;
import org.organicdesign.fp.collections.PersistentHashMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

import microcosm.worlds.Bundle;

/// What the events so far add up to: who holds what, who is where, what is offered, owed, established and on its way. Immutable and
/// shared in structure, so that a step back costs nothing and a trial costs what it changes.
///
/// Iteration is always in cast order for people and in order of ids for everything else.
public final class State {
    public static final State EMPTY = new State(TreePVector.empty(), PersistentHashMap.empty(), TreePMap.empty(),
            TreePMap.empty(), PersistentHashMap.empty(), TreePMap.empty(), PersistentHashMap.empty(),
            TreePVector.empty(), TreePMap.empty());

    private final PVector<String> people;
    private final ImMap<String, Bundle> holdings;
    private final PSortedMap<String, Offer> offers;
    private final PSortedMap<String, Debt> debts;
    private final ImMap<String, Whereabouts> places;
    private final PSortedMap<String, KnownFact> facts;
    private final ImMap<String, SequencedMap<String, String>> attributes;
    private final PVector<Effect.Sent> underWay;
    private final PSortedMap<String, Task> tasks;

    private State(PVector<String> people, ImMap<String, Bundle> holdings, PSortedMap<String, Offer> offers,
            PSortedMap<String, Debt> debts, ImMap<String, Whereabouts> places,
            PSortedMap<String, KnownFact> facts, ImMap<String, SequencedMap<String, String>> attributes,
            PVector<Effect.Sent> underWay, PSortedMap<String, Task> tasks) {
        this.people = people;
        this.holdings = holdings;
        this.offers = offers;
        this.debts = debts;
        this.places = places;
        this.facts = facts;
        this.attributes = attributes;
        this.underWay = underWay;
        this.tasks = tasks;
    }

    /// @return the ids of everybody cast so far, in cast order
    public List<String> people() { return people; }

    /// @return what somebody holds; nothing for somebody unknown
    public Bundle holdings(String person) { return holdings.getOrDefault(person, Bundle.NONE); }

    public Optional<Offer> offer(String id) { return Optional.ofNullable(offers.get(id)); }

    public Collection<Offer> offers() { return offers.values(); }

    public Collection<Debt> debts() { return debts.values(); }

    public Bundle owed(String debtor, String creditor) {
        Debt debt = debts.get(pair(debtor, creditor));
        return debt == null ? Bundle.NONE : debt.goods();
    }

    public Optional<Whereabouts> whereabouts(String person) { return Optional.ofNullable(places.get(person)); }

    public Collection<KnownFact> facts() { return facts.values(); }

    /// @param subject a person's id, or `*` for the world
    public Optional<String> attribute(String subject, String attribute) {
        return Optional.ofNullable(attributes(subject).get(attribute));
    }

    /// @return in order of names
    public SequencedMap<String, String> attributes(String subject) {
        return attributes.getOrDefault(subject, FewAttributes.NONE);
    }

    /// @return what has been sent and not yet told, in the order it was sent
    public List<Effect.Sent> underWay() { return underWay; }

    public Optional<Task> task(String id) { return Optional.ofNullable(tasks.get(id)); }

    /// @return what has been asked of people and not been handed in
    public Collection<Task> tasks() { return tasks.values(); }

    /// The state once `event` has happened.
    ///
    /// @throws IllegalStateException naming the event, if it breaks a law: what is not held is paid, an offer that is not open is closed
    public State after(Event event) {
        return switch (event) {
            case Event.Cast cast -> withPerson(cast);
            case Event.Resolved resolved -> after(resolved, (_, _) -> {});
            case Event.Began _,Event.Benchmarked _,Event.Replied _,Event.Consulted _,Event.Drafted _,Event.Reviewed _,Event.Recalled _,Event.Observed _,Event.Believed _,Event.Acted _,Event.Read _,Event.Refused _,Event.Measured _,Event.Probed _,Event.Stepped _,Event.Ended _ ->
                this;
        };
    }

    /// As above.
    ///
    /// @param changing told each effect before it comes about, with the state before it
    public State after(Event.Resolved event, BiConsumer<Effect, Supplier<State>> changing) {
        if (event.effects().size() == 1 && event.effects().getFirst() instanceof Effect.Became became) {
            changing.accept(became, () -> this);
            return after(became);
        }
        var course = new Changes(this);
        for (Effect effect : event.effects()) {
            changing.accept(effect, course::now);
            if (effect instanceof Effect.Became became) {
                course.become(became);
                continue;
            }
            Optional<String> broken = course.now().violation(effect);
            if (broken.isPresent()) {
                throw new IllegalStateException(event.id() + ": " + broken.get());
            }
            course.state = course.state.after(effect);
        }
        return course.now();
    }

    /// A state that effects change one after another: of many attributes that change in a row, a state is made once.
    private static final class Changes {
        private State state;
        private MutMap<String, SequencedMap<String, String>> attributes;
        private SequencedMap<String, String> own = FewAttributes.NONE;
        private String subject = "";

        Changes(State state) {
            this.state = state;
            attributes = state.attributes.mutable();
        }

        void become(Effect.Became became) {
            if (!became.subject().equals(subject)) {
                put();
                subject = became.subject();
                own = FewAttributes.with(attributes.getOrDefault(subject, FewAttributes.NONE), became.attribute(),
                        became.value());
            } else {
                own = FewAttributes.put(own, became.attribute(), became.value());
            }
        }

        private void put() {
            if (!subject.isEmpty()) {
                attributes = attributes.assoc(subject, own);
            }
        }

        State now() {
            if (!subject.isEmpty()) {
                put();
                subject = "";
                ImMap<String, SequencedMap<String, String>> changed = attributes.immutable();
                state = new State(state.people, state.holdings, state.offers, state.debts, state.places, state.facts,
                        changed, state.underWay, state.tasks);
                attributes = changed.mutable();
            }
            return state;
        }
    }

    /// Why an effect cannot be, in words a person can be told; empty where it can.
    public Optional<String> violation(Effect effect) {
        return switch (effect) {
            case Effect.Paid(String from, String to, Bundle goods) when !goods.isNonNegative() -> Optional
                    .of(from + " cannot pay " + to + " a negative amount");
            case Effect.Paid(String from, String _, Bundle goods) when !holdings(from).covers(goods) -> lacking(from,
                    goods);
            case Effect.Made(String by, Bundle goods) when !goods.isNonNegative() -> Optional
                    .of(by + " cannot make a negative amount");
            case Effect.Used(String by, Bundle goods) when !goods.isNonNegative() -> Optional
                    .of(by + " cannot use a negative amount");
            case Effect.Owed(String debtor, String _, Bundle goods) when !goods.isNonNegative() -> Optional
                    .of(debtor + " cannot owe a negative amount");
            case Effect.Settled(String debtor, String _, Bundle goods) when !goods.isNonNegative() -> Optional
                    .of(debtor + " cannot settle a negative amount");
            case Effect.Used(String by, Bundle goods) when !holdings(by).covers(goods) -> lacking(by, goods);
            case Effect.Closed(String offer, String _) when !offers.containsKey(offer) -> Optional
                    .of("there is no open offer " + offer);
            case Effect.Offered offered when offers.containsKey(offered.offer()) -> Optional
                    .of("there already is an offer " + offered.offer());
            case Effect.Settled(String debtor, String creditor, Bundle goods) when !owed(debtor, creditor)
                    .covers(goods) ->
                Optional.of(debtor + " owes " + creditor + " no more than "
                        + owed(debtor, creditor));
            case Effect.Assigned(Task task) when tasks.containsKey(task.id()) -> Optional
                    .of("there already is a task " + task.id());
            case Effect.HandedIn(String task) when !tasks.containsKey(task) -> Optional.of("there is no task " + task);
            case Effect.Assigned _,Effect.HandedIn _,Effect.Paid _,Effect.Made _,Effect.Used _,Effect.Offered _,Effect.Closed _,Effect.Owed _,Effect.Settled _,Effect.Told _,Effect.Sent _,Effect.Moved _,Effect.Established _,Effect.Became _,Effect.Sanctioned _ ->
                Optional.empty();
        };
    }

    /// The state once `effect` has come about; the caller has asked [#violation].
    public State after(Effect effect) {
        return switch (effect) {
            case Effect.Paid(String from, String to, Bundle goods) -> withHoldings(holdings
                    .assoc(from, holdings(from).minus(goods)).assoc(to, afterLosing(from, to, goods).plus(goods)));
            case Effect.Made(String by, Bundle goods) -> withHoldings(holdings.assoc(by, holdings(by).plus(goods)));
            case Effect.Used(String by, Bundle goods) -> withHoldings(holdings.assoc(by, holdings(by).minus(goods)));
            case Effect.Offered o -> withOffers(
                    offers.plus(o.offer(), new Offer(o.offer(), o.from(), o.to(), o.give(), o.get(), o.until())));
            case Effect.Closed(String offer, String _) -> withOffers(offers.minus(offer));
            case Effect.Owed(String debtor, String creditor, Bundle goods) -> withDebt(debtor, creditor,
                    owed(debtor, creditor).plus(goods));
            case Effect.Settled(String debtor, String creditor, Bundle goods) -> withDebt(debtor, creditor,
                    owed(debtor, creditor).minus(goods));
            case Effect.Told told -> arrived(sent -> sent.channel().equals(told.channel())
                    && sent.from().equals(told.from()) && sent.to().equals(told.to())
                    && sent.text().equals(told.text()));
            case Effect.Sent sent -> new State(people, holdings, offers, debts, places, facts, attributes,
                    underWay.plus(sent), tasks);
            case Effect.Moved(String person, String to, int arrives) -> new State(people, holdings, offers, debts,
                    places.assoc(person, new Whereabouts(to, arrives)), facts, attributes, underWay, tasks);
            case Effect.Established(String fact, String text, List<String> knownTo) -> new State(people, holdings,
                    offers, debts, places, facts.plus(fact, new KnownFact(fact, text, knownTo)), attributes, underWay,
                    tasks);
            case Effect.Became(String subject, String attribute, String value) -> withAttribute(subject, attribute,
                    value);
            case Effect.Assigned(Task task) -> withTasks(tasks.plus(task.id(), task));
            case Effect.HandedIn(String task) -> withTasks(tasks.minus(task));
            case Effect.Sanctioned _ -> this;
        };
    }

    private Bundle afterLosing(String from, String to, Bundle goods) {
        return from.equals(to) ? holdings(to).minus(goods) : holdings(to);
    }

    private Optional<String> lacking(String who, Bundle goods) {
        return Optional.of(who + " holds " + holdings(who) + ", not " + goods);
    }

    private State withPerson(Event.Cast cast) {
        String id = cast.id().owner();
        return new State(people.plus(id), holdings.assoc(id, cast.holdings()), offers, debts,
                cast.person().containsKey("place")
                        ? places.assoc(id, new Whereabouts(cast.person().get("place"), cast.id().step()))
                        : places,
                facts, attributes.assoc(id, FewAttributes.of(cast.person())), underWay, tasks);
    }

    private State withHoldings(ImMap<String, Bundle> changed) {
        return new State(people, changed, offers, debts, places, facts, attributes, underWay, tasks);
    }

    private State withOffers(PSortedMap<String, Offer> changed) {
        return new State(people, holdings, changed, debts, places, facts, attributes, underWay, tasks);
    }

    private State withTasks(PSortedMap<String, Task> changed) {
        return new State(people, holdings, offers, debts, places, facts, attributes, underWay, changed);
    }

    private State withDebt(String debtor, String creditor, Bundle goods) {
        String key = pair(debtor, creditor);
        PSortedMap<String, Debt> changed = goods.isEmpty()
                ? debts.minus(key)
                : debts.plus(key, new Debt(debtor, creditor, goods));
        return new State(people, holdings, offers, changed, places, facts, attributes, underWay, tasks);
    }

    private State withAttribute(String subject, String attribute, String value) {
        return new State(people, holdings, offers, debts, places, facts,
                attributes.assoc(subject, FewAttributes.with(attributes(subject), attribute, value)), underWay, tasks);
    }

    private State arrived(Predicate<Effect.Sent> which) {
        Optional<Effect.Sent> first = underWay.stream().filter(which).findFirst();
        return first.isEmpty()
                ? this
                : new State(people, holdings, offers, debts, places, facts, attributes, underWay.minus(first.get()),
                        tasks);
    }

    private static String pair(String debtor, String creditor) { return debtor + "/" + creditor; }
}
