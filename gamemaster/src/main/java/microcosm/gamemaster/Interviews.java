package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import microcosm.agents.Interview;
import microcosm.memory.Cue;
import microcosm.memory.Memory;
import microcosm.memory.Remembrance;
import microcosm.speech.RuleReader;
import microcosm.speech.Setting;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.trace.TraceException;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Assertion;
import microcosm.worlds.Channel;
import microcosm.worlds.Claim;
import microcosm.worlds.Person;
import microcosm.worlds.Probe;
import microcosm.worlds.Schedule;
import microcosm.worlds.World;

/// Asks people of a run that was played, on the side. Nothing of it is remembered, and the run stays as it is.
public final class Interviews {
    private static final String INTERVIEWER = "*";

    private final RunFolder folder;
    private final String person;
    private final String question;
    private final int step;
    /// Claim → the last time this person's credence in it changed.
    private final SequencedMap<String, Event.Believed> changed = new LinkedHashMap<>();
    /// Event and words → who said them.
    private final Map<String, String> speakers = new LinkedHashMap<>();

    private Interviews(RunFolder folder, String person, String question, int step) {
        this.folder = folder;
        this.person = person;
        this.question = question;
        this.step = step;
    }

    /// As below, of a run whose people are asked nothing new: whoever a model plays must have been asked this before.
    public static Interview ask(RunFolder folder, String person, String question, Optional<Integer> step, int limit,
            Consumer<String> warnings) {
        return ask(folder, person, question, step, limit, Switchboard.NONE, warnings);
    }

    /// @param person id of somebody who was cast
    /// @param step the moment asked about, the end of a complete step; the last one where empty
    /// @param limit how many memories are to come up at most
    /// @param switchboard by which the model of whoever is played by one is asked
    /// @param warnings told in words when the index of memories cannot be used and is made again
    /// @throws TraceException if the run has not been played that far, nobody has that id, or the run cannot be repeated here
    public static Interview ask(RunFolder folder, String person, String question, Optional<Integer> step, int limit,
            Switchboard switchboard, Consumer<String> warnings) {
        int last = Trace.of(folder).steps() - 1;
        int at = step.orElse(last);
        if (at < 0 || at > last) {
            throw new TraceException(folder.path().toString(), 0,
                    "was played to step " + last + "; it cannot be asked about step " + at);
        }
        var interviews = new Interviews(folder, person, question, at);
        return Run.after(folder, at, switchboard, warnings,
                (memory, society) -> interviews.interview(memory, society, limit));
    }

    private Interview interview(Memory memory, Simulation society, int limit) {
        World world = Played.of(folder).world();
        if (!society.society().ids().contains(person)) {
            throw new TraceException(folder.path().toString(), 0, "nobody of this run has the id \"" + person + "\"");
        }
        read();
        Optional<String> said = society.interview(person, question);
        var views = new ArrayList<Interview.View>();
        for (Claim claim : named(world, society)) {
            Event.Believed believed = changed.get(claim.id());
            if (believed == null && said.isPresent()) {
                continue;
            }
            views.add(believed == null
                    ? new Interview.View(claim.id(), claim.title(), first(claim, society), Optional.empty())
                    : new Interview.View(claim.id(), claim.title(), believed.credence(), Optional.of(believed.id())));
        }
        List<Interview.Thought> thoughts = memory.recall(person, new Cue(question, step, true), limit).stream()
                .map(one -> new Interview.Thought(one, speaker(one.memory(), society))).toList();
        return new Interview(person, question, step, views, thoughts, said);
    }

    /// The claims the question speaks of, in the order of its words.
    private List<Claim> named(World world, Simulation society) {
        var people = society.society().people().stream().map(one -> new Setting.Named(one.id(), one.name())).toList();
        var setting = new Setting(INTERVIEWER, people, Optional.of(person), List.of(), List.of());
        List<String> ids = new RuleReader(world).read(question, setting).claims().stream().map(Assertion::claim)
                .distinct().toList();
        return ids.stream().flatMap(id -> world.things().claims().stream().filter(claim -> claim.id().equals(id)))
                .toList();
    }

    private void read() {
        try (Stream<Event> events = Trace.of(folder).events()) {
            events.takeWhile(event -> event.id().step() <= step).forEach(event -> {
                if (event instanceof Event.Believed believed && believed.id().owner().equals(person)) {
                    changed.put(believed.claim(), believed);
                } else if (event instanceof Event.Resolved resolved) {
                    resolved.effects().forEach(effect -> said(resolved, effect));
                }
            });
        }
    }

    private void said(Event.Resolved resolved, Effect effect) {
        if (effect instanceof Effect.Told told && told.to().contains(person)) {
            speakers.put(resolved.id() + " " + told.text(), told.from());
        }
    }

    private Optional<String> speaker(Remembrance memory, Simulation society) {
        String id = speakers.getOrDefault(memory.event() + " " + memory.text(), "");
        return society.society().people().stream().filter(one -> one.id().equals(id)).map(Person::name).findFirst();
    }

    /// What they gave it from the start.
    private BigDecimal first(Claim claim, Simulation society) {
        var asked = new ActionSpec.Quantity(question, BigDecimal.ZERO, BigDecimal.ONE, "");
        var probe = new Probe("interview", "Interview", Optional.of(claim.id()), new Channel.Members.Everyone(),
                new Schedule.Never(), true, asked, claim.at());
        return new BigDecimal(society.ask(person, probe));
    }
}
