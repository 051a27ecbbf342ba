package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import microcosm.agents.Perception;
import microcosm.agents.Review;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.EventIds;
import microcosm.trace.State;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Assertion;
import microcosm.worlds.Phase;
import microcosm.worlds.World;

/// How a run goes: the events of the present step, the state they lead to, and what reaches whom. Used by the loop's thread alone.
final class Course {
    private GameMaster gameMaster;
    private final Interventions interventions;
    private final Listener listener;
    private final Deliveries deliveries = new Deliveries();
    private final Inboxes inboxes;
    private final Map<String, EventIds> ids = new LinkedHashMap<>();
    private final List<Event> step = new ArrayList<>();
    private Moment moment;

    Course(Moment beginning, GameMaster gameMaster, Interventions interventions, Listener listener) {
        moment = beginning;
        this.gameMaster = gameMaster;
        this.interventions = interventions;
        this.listener = listener;
        inboxes = new Inboxes(beginning.society());
    }

    Moment moment() { return moment; }

    /// From here on the world has other settings.
    void live(World world, GameMaster reading) {
        moment = moment.in(world);
        gameMaster = reading;
    }

    /// From here on events belong to this turn.
    void turn(int step, int turn, Optional<Phase> phase) {
        ids.clear();
        moment = moment.at(step, turn, phase);
    }

    void nextTurn(Optional<Phase> phase) { turn(moment.step(), moment.turn() + 1, phase); }

    EventIds ids(String owner) {
        return ids.computeIfAbsent(owner, _ -> new EventIds(moment.step(), moment.turn(), owner));
    }

    EventId nextId() { return ids(EventId.GAME_MASTER).next(); }

    /// An event that changes nothing, or that brings somebody in.
    @SuppressWarnings("ReferenceEquality")
    void happen(Event event) {
        State before = moment.state();
        State after = before.after(event);
        if (event instanceof Event.Cast cast) {
            moment.standing().cast(cast.id().owner(), after);
        }
        if (after != before) {
            moment = moment.with(after);
        }
        step.add(event);
        listener.happened(event, after);
    }

    /// Something happens and reaches those whom it concerns.
    ///
    /// @param actor whose doing it is; empty for the world's
    /// @param claims what was read in words that this carries
    void resolve(Event.Resolved event, Optional<String> actor, List<Assertion> claims) {
        resolve(event, actor, claims, event.effects());
    }

    private void resolve(Event.Resolved event, Optional<String> actor, List<Assertion> claims, List<Effect> visible) {
        Moment before = moment;
        State state = before.state().after(event, before.standing()::changed);
        moment = before.with(state);
        moment.past().happened(event);
        moment.standing().origins().happened(event);
        step.add(event);
        listener.happened(event, state);
        seen(event, visible, actor, before);
        event.effects().forEach(effect -> heard(event, effect, actor, claims));
    }

    /// Something that nobody in particular did, told by the game master.
    void resolve(String what, List<EventId> causes, List<Effect> effects) {
        resolve(new Event.Resolved(nextId(), causes, what, effects, gameMaster.tell(effects, "", moment)),
                Optional.empty(),
                List.of());
    }

    /// A mechanism settled something. It says itself, by [Effect.Told], what is to be said of the values it changed.
    void settle(String mechanism, List<Effect> effects) {
        String told = effects.stream().<String>mapMulti((effect, out) -> {
            if (effect instanceof Effect.Told(String _, String _, List<String> to, String text)
                    && to.contains(MomentScope.EVERYBODY)) {
                out.accept(text);
            }
        }).collect(Collectors.joining(" "));
        resolve(new Event.Resolved(nextId(), List.of(), mechanism, effects, told), Optional.empty(), List.of(),
                effects.stream().filter(effect -> !(effect instanceof Effect.Became)).toList());
    }

    /// An institution decided something. What it says itself is heard; what it keeps on record is not seen.
    void decide(Event.Resolved event) {
        resolve(event, Optional.empty(), List.of(),
                event.effects().stream().filter(effect -> !(effect instanceof Effect.Became)).toList());
    }

    void refuse(Event.Refused event, String actor) {
        happen(event);
        inboxes.add(actor, new Perception(event.id(), moment.step(), Perception.Kind.REFUSED, Optional.empty(),
                Optional.empty(), event.why(), List.of(), List.of()));
    }

    /// An overseer let pass, amended or stopped what somebody was about to say and do; they learn of it where it did not pass.
    void reviewed(String person, String overseer, Review review, EventId event) {
        if (review.verdict() == Review.Verdict.APPROVED) {
            return;
        }
        String what = review.verdict() == Review.Verdict.STOPPED
                ? " stopped what you were about to say and do."
                : " put other words in the place of yours.";
        inboxes.add(person, new Perception(event, moment.step(), Perception.Kind.REFUSED, Optional.empty(),
                Optional.empty(), moment.society().name(overseer) + what, List.of(), List.of()));
        if (!review.why().isBlank()) {
            inboxes.add(person, new Perception(event, moment.step(), Perception.Kind.HEARD, Optional.of(overseer),
                    Optional.empty(), review.why(), List.of(), List.of()));
        }
    }

    private void seen(Event.Resolved event, List<Effect> visible, Optional<String> actor, Moment before) {
        if (visible.isEmpty() || gameMaster.tell(visible, "", before).isEmpty()) {
            return;
        }
        Witnesses.of(visible, before).forEach((witness, effects) -> {
            boolean all = witness.equals(MomentScope.EVERYBODY);
            actor.filter(_ -> all).ifPresent(who -> seen(event, who, "", actor, effects, before));
            seen(event, witness, all ? actor.orElse("") : "", actor, effects, before);
        });
    }

    /// @param but who is not told with everybody
    private void seen(Event.Resolved event, String witness, String but, Optional<String> actor, List<Effect> effects,
            Moment before) {
        String words = gameMaster.tell(effects, witness, before);
        if (words.isEmpty()) {
            return;
        }
        Perception.Kind kind = actor.isEmpty()
                ? Perception.Kind.NOTICE
                : actor.get().equals(witness) ? Perception.Kind.OUTCOME : Perception.Kind.SEEN;
        reach(witness, but, new Perception(event.id(), moment.step(), kind,
                kind == Perception.Kind.SEEN ? actor : Optional.empty(), Optional.empty(), words, List.of(), effects));
    }

    private void heard(Event.Resolved event, Effect effect, Optional<String> actor, List<Assertion> claims) {
        switch (effect) {
            case Effect.Told(String _, String from, List<String> to, String text) when from.isEmpty() -> to.forEach(
                    hearer -> told(event, effect, hearer, actor, text));
            case Effect.Told(String channel, String from, List<String> to, String text) -> {
                var perception = new Perception(event.id(), moment.step(), Perception.Kind.HEARD, Optional.of(from),
                        Optional.of(channel).filter(name -> !name.isEmpty()), text, claims, List.of(effect));
                to.forEach(hearer -> reach(hearer, from, perception));
            }
            case Effect.Sent sent -> deliveries.add(new Deliveries.Parcel(event.id(), sent, claims));
            default -> {
            }
        }
    }

    /// What nobody said: of somebody's doing, the one whose doing it is learns the outcome, and whoever is there sees it.
    private void told(Event.Resolved event, Effect effect, String hearer, Optional<String> actor, String text) {
        boolean own = actor.filter(hearer::equals).isPresent();
        Perception.Kind kind = actor.isEmpty()
                ? Perception.Kind.NOTICE
                : own ? Perception.Kind.OUTCOME : Perception.Kind.SEEN;
        reach(hearer, actor.filter(_ -> !own).orElse(""), new Perception(event.id(), moment.step(), kind,
                kind == Perception.Kind.SEEN ? actor : Optional.empty(), Optional.empty(), text, List.of(),
                List.of(effect)));
    }

    private void reach(String whom, String speaker, Perception perception) {
        if (whom.equals(MomentScope.EVERYBODY) && Shocked.anybodyAway(moment.state())) {
            moment.society().ids().stream().filter(one -> !one.equals(speaker))
                    .forEach(one -> reach(one, speaker, perception));
        } else if (whom.equals(MomentScope.EVERYBODY)) {
            inboxes.addAllBut(speaker, perception);
        } else if (Shocked.isAway(whom, moment.state())) {
            return;
        } else if (moment.society().person(whom).isPresent()) {
            inboxes.add(whom, perception);
        }
    }

    void deliver() {
        for (var parcel : deliveries.take(moment.step())) {
            var words = parcel.words();
            resolve(new Event.Resolved(nextId(), List.of(parcel.sent()), Deliveries.WHAT,
                    List.of(new Effect.Told(words.channel(), words.from(), words.to(), words.text())), ""),
                    Optional.of(words.from()), parcel.claims());
        }
    }

    List<String> waiting() { return inboxes.waiting(); }

    /// What has reached somebody since they were last shown anything, as it reached them.
    List<Perception> shown(String person) {
        List<Perception> all = inboxes.take(person);
        return interventions.heard().isEmpty()
                ? all
                : all.stream().map(p -> interventions.heard(person, p.event()).map(text -> misheard(p, text)).orElse(p))
                        .toList();
    }

    /// Other words carry other claims; what could be seen is as it was.
    private Perception misheard(Perception p, String text) {
        List<Assertion> claims = p.from().isEmpty()
                ? p.claims()
                : gameMaster.read(p.from().get(), new ActionSpec.Speak(""), text, moment,
                        new Notes(p.from().get(), new EventIds(moment.step(), moment.turn(), p.from().get()), moment))
                        .reading().claims();
        List<Effect> effects = p.effects().stream()
                .map(effect -> effect instanceof Effect.Told(var channel, var from, var to, var _)
                        ? new Effect.Told(channel, from, to, text)
                        : effect)
                .toList();
        return new Perception(p.event(), p.step(), p.kind(), p.from(), p.channel(), text, claims, effects);
    }

    /// @return the step's events, which are handed over
    List<Event> takeStep() {
        List<Event> events = List.copyOf(step);
        step.clear();
        return events;
    }
}
