package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.Agent;
import microcosm.agents.Perception;
import microcosm.agents.Review;
import microcosm.gamemaster.GameMaster.Call;
import microcosm.gamemaster.GameMaster.Deed;
import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.gamemaster.GameMaster.Ruling;
import microcosm.speech.Reading;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;

/// One turn: what each is shown, each acts, the game master reads, settles and tells.
final class Turn {
    private final Course course;
    private final GameMaster gameMaster;
    private final Map<String, Agent> agents;
    private final Interventions interventions;
    private final Asking asking;
    private final GameMaster.Desk desk;

    Turn(Course course, GameMaster gameMaster, Map<String, Agent> agents, Interventions interventions, Asking asking) {
        this.course = course;
        this.gameMaster = gameMaster;
        this.agents = agents;
        this.interventions = interventions;
        this.asking = asking;
        desk = new Places(course, asking);
    }

    /// Each actor's luck is their own, so that one person's changed words do not reshuffle everybody else.
    private record Lot(Deed deed, long luck) {}

    private record Asked(String person, List<Perception> shown, Notes notes) {}

    /// @param held the words, where somebody must be asked before they are said; empty where they have been said
    private record Said(Notes notes, List<Deed> deeds, Optional<Overseers.Held> held) {}

    /// These bring what they have behind them; who they are is their first event.
    void begin(List<String> people) {
        Moment moment = course.moment();
        List<Notes> notes = people.stream().map(id -> {
            course.ids(id).next();
            return new Notes(id, course.ids(id), moment);
        }).toList();
        asking.all(notes, own -> {
            player(own.person()).begin(moment.society().named(), own);
            return own;
        }).forEach(own -> own.events().forEach(course::happen));
    }

    void play(Call call) {
        List<Said> said = asking.all(asked(call.people()), one -> act(one, call));
        said.forEach(one -> one.notes().events().forEach(course::happen));
        settle(released(said, call).stream().flatMap(one -> one.deeds().stream()).toList(), call.people().size() > 1);
    }

    /// What waited for leave is said as overseers would have it, or not at all.
    private List<Said> released(List<Said> said, Call call) {
        List<Overseers.Held> held = said.stream().flatMap(one -> one.held().stream()).toList();
        if (held.isEmpty()) {
            return said;
        }
        var left = new LinkedHashMap<String, Said>();
        for (Overseers.Held one : new Overseers(course, agents, gameMaster, asking).leave(held)) {
            String person = one.draft().from();
            var notes = new Notes(person, course.ids(person), course.moment());
            Said now = say(notes, call.spec(), one.draft().text(), one.causes());
            now.notes().events().forEach(course::happen);
            left.put(person, now);
        }
        return said.stream().map(one -> left.getOrDefault(one.notes().person(), one)).toList();
    }

    /// Everybody takes in what has reached them.
    void remember(List<String> people) {
        List<Notes> notes = asking.all(asked(people), one -> {
            observe(one);
            return one.notes();
        });
        notes.forEach(own -> own.events().forEach(course::happen));
    }

    private List<Asked> asked(List<String> people) {
        return people.stream()
                .map(id -> new Asked(id, course.shown(id), new Notes(id, course.ids(id), course.moment()))).toList();
    }

    private Agent player(String person) {
        Agent agent = agents.get(person);
        if (agent == null) {
            throw new IllegalStateException("nobody plays " + person);
        }
        return agent;
    }

    private Agent observe(Asked one) {
        Agent agent = player(one.person());
        if (!one.shown().isEmpty()) {
            one.notes().write(id -> new Event.Observed(id, causes(one.shown()), misheard(one)));
            one.shown().forEach(perception -> agent.observe(perception, one.notes()));
        }
        return agent;
    }

    private static List<EventId> causes(List<Perception> shown) {
        return shown.size() == 1
                ? List.of(shown.getFirst().event())
                : shown.stream().map(Perception::event).distinct().toList();
    }

    private SequencedMap<String, String> misheard(Asked one) {
        var heard = new LinkedHashMap<String, String>();
        for (Perception perception : one.shown()) {
            interventions.heard(one.person(), perception.event())
                    .ifPresent(text -> heard.put(perception.event().toString(), text));
        }
        return heard;
    }

    private Said act(Asked one, Call call) {
        Agent agent = observe(one);
        Notes notes = one.notes();
        Moment moment = course.moment();
        String words = agent.act(call.spec(), gameMaster.shown(one.person(), moment), notes);
        List<EventId> causes = notes.eventIds();
        if (!words.isBlank() && !moment.world().dealings().oversight().isEmpty()) {
            Reading reading = gameMaster.read(one.person(), call.spec(), words, moment, notes).reading();
            List<String> overseers = Overseers.of(one.person(), reading, moment);
            if (!overseers.isEmpty()) {
                EventId draft = notes.write(id -> new Event.Drafted(id, causes, words));
                return new Said(notes, List.of(), Optional.of(new Overseers.Held(overseers,
                        new Review.Draft(draft, one.person(), words, reading.attempts()), List.of(draft))));
            }
        }
        return say(notes, call.spec(), words, causes);
    }

    private Said say(Notes notes, ActionSpec spec, String words, List<EventId> causes) {
        Moment moment = course.moment();
        EventId acted = notes.write(id -> new Event.Acted(id, causes, spec, interventions.said(id, words)));
        String text = interventions.said(acted, words);
        player(notes.person()).acted(acted, text);
        if (text.isBlank()) {
            return new Said(notes, List.of(), Optional.empty());
        }
        var read = gameMaster.read(notes.person(), spec, text, moment, notes);
        Reading reading = read.reading();
        List<String> unclear = reading.unclear().isEmpty()
                ? List.of()
                : reading.unclear().stream()
                        .map(part -> text.substring(part.from(), part.to()) + ": " + part.why()).toList();
        EventId event = notes.write(id -> new Event.Read(id, List.of(acted), read.by(), reading.attempts(),
                reading.claims(), unclear));
        var deeds = new ArrayList<Deed>(reading.attempts().size());
        reading.attempts().forEach(attempt -> deeds.add(
                new Deed(notes.person(), event, deeds.size() + 1, attempt, reading, text)));
        return new Said(notes, deeds, Optional.empty());
    }

    private void settle(List<Deed> deeds, boolean simultaneous) {
        if (deeds.isEmpty()) {
            return;
        }
        List<Deed> ordered = simultaneous && Rivals.canBe(course.moment().world()) ? drawn(deeds) : deeds;
        gameMaster.settle(ordered, course.moment(), desk).forEach(this::settle);
    }

    private List<Deed> drawn(List<Deed> deeds) {
        Moment moment = course.moment();
        var lots = new ArrayList<Lot>(deeds.size());
        for (Deed deed : deeds) {
            boolean again = !lots.isEmpty() && lots.getLast().deed().actor().equals(deed.actor());
            lots.add(new Lot(deed, again
                    ? lots.getLast().luck()
                    : moment.seed().stream("gamemaster/order/" + deed.actor(), moment.step(), moment.turn())
                            .nextLong()));
        }
        lots.sort(Comparator.comparingLong(Lot::luck));
        List<Deed> ordered = lots.stream().map(Lot::deed).toList();
        List<String> competing = Rivals.among(ordered, moment);
        if (!competing.isEmpty()) {
            course.happen(new Event.Resolved(course.nextId(), List.of(), "order", List.of(),
                    "Drawn by seed: " + String.join(", ", competing) + "."));
        }
        return ordered;
    }

    private void settle(Ruling ruling) {
        Deed deed = ruling.deed();
        Moment now = course.moment();
        Proposal proposal = ruling.at().apply(now);
        Optional<String> refused = switch (proposal) {
            case Proposal.Fails(String why) -> Optional.of(why);
            case Proposal.Happens(var effects) -> Laws.violation(effects, Optional.of(deed.actor()), now);
        };
        EventId id = course.nextId();
        String what = deed.attempt().action();
        if (refused.isPresent()) {
            course.refuse(new Event.Refused(id, ruling.because(), what, refused.get()), deed.actor());
        } else if (proposal instanceof Proposal.Happens(var effects)) {
            course.resolve(new Event.Resolved(id, ruling.because(), what, effects, gameMaster.tell(effects, "", now)),
                    Optional.of(deed.actor()), deed.reading().claims());
            deed.reading().addressee().ifPresent(whom -> now.past().addressed(deed.actor(), whom));
        }
    }
}
