package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import microcosm.memory.Cue;
import microcosm.memory.Formative;
import microcosm.memory.Memory;
import microcosm.memory.Recollection;
import microcosm.memory.Remembrance;
import microcosm.models.LanguageModel;
import microcosm.prompts.Inputs;
import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.prompts.Template;
import microcosm.prompts.Templates;
import microcosm.speech.Realiser;
import microcosm.speech.Setting;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Person;
import microcosm.worlds.Probe;
import microcosm.worlds.World;

/// A person played by a language model, or by a human who is asked the same way. One call a turn: thought, credences, plan and act come in
/// one reply.
///
/// A prompt begins with what never changes ([Preface]) and ends with what does; it does not grow with the run: what was lived through lies
/// in memory, and a bounded part of it comes up. Each sentence knows the event that put it there. A reply that cannot be used is that
/// person's silence.
public final class ModelAgent implements Agent {
    /// How many memories come up, and how many characters of them are shown.
    private static final int MEMORIES = 8;
    private static final int MEMORY = 900;
    private static final int CUE = 400;

    private final Person person;
    private final Memory memory;
    private final Templates templates;
    private final Convictions convictions;
    private final Musing musing;
    private final Upbringing upbringing;
    private World world;
    private LanguageModel model;
    private Preface preface;
    private Lived lived;
    private Optional<Deliberation.Form> form = Optional.empty();
    private Optional<Planned> plan = Optional.empty();
    private Optional<Own> last = Optional.empty();

    /// Words of one's own.
    private record Own(String text, EventId event) {}

    private record Planned(Plan plan, EventId event) {}

    /// @param person as written or drawn, with the role that was dealt
    /// @param cast the event by which they entered; memories from before the first step are memories of it
    /// @param memory of everybody; this person's alone is asked
    public ModelAgent(World world, Person person, EventId cast, Memory memory, LanguageModel model,
            Templates templates) {
        this.world = world;
        this.person = person;
        this.memory = memory;
        this.model = model;
        this.templates = templates;
        convictions = new Convictions(world, person);
        preface = new Preface(world, person, templates);
        lived = new Lived(world);
        musing = new Musing(world, person.id(), memory, templates);
        upbringing = new Upbringing(world, person, memory, templates);
        Formative.memories(person.memories(), cast, world.clock()).forEach(one -> memory.remember(person.id(), one));
    }

    @Override
    public String name() { return person.id(); }

    @Override
    public void live(World other, Realiser realiser) {
        world = other;
        preface = new Preface(other, person, templates);
    }

    @Override
    public void begin(List<Setting.Named> people, Inner inner) {
        upbringing.tell(model, preface.passage(people), inner);
    }

    @Override
    public void observe(Perception perception, Inner inner) {
        convictions.heard(perception);
        lived.add(perception);
        if (!perception.text().isBlank() && !Lived.given(perception)) {
            remember(new Remembrance(perception.event(), perception.step(), lived.told(perception),
                    PolicyAgent.importance(perception)));
        }
    }

    @Override
    public String act(ActionSpec spec, Situation situation, Inner inner) {
        musing.muse(model, preface.passage(situation.people()), situation.step(), inner);
        Passage memories = memories(lived.gist(CUE), situation.step(), Optional.of(inner));
        var lookups = new Lookups(preface.tools());
        Asked<Deliberation> asked = ask(spec, situation, memories, lookups, inner);
        while (asked.value().flatMap(Deliberation::use).isPresent()) {
            lookups.ask(asked.value().get().use().get(), asked.replied(), inner);
            asked = ask(spec, situation, memories, lookups, inner);
        }
        lived.acted();
        lookups.told().forEach((event, text) -> memory.remember(person.id(),
                new Remembrance(event, event.step(), text, 0.3)));
        if (asked.value().isEmpty()) {
            return "";
        }
        Deliberation turn = asked.value().get();
        convictions.weigh(turn.credences(), asked.replied(), inner);
        if (!turn.plan().isEmpty()) {
            plan = Optional.of(new Planned(turn.plan(), asked.replied()));
        }
        return turn.does();
    }

    private Asked<Deliberation> ask(ActionSpec spec, Situation situation, Passage memories, Lookups lookups,
            Inner inner) {
        return Asked.ask(model,
                asking(spec, situation, moment(situation, inner.origins(), memories, lookups.passage())),
                form(spec, lookups.open()).question(convictions.asked()), inner);
    }

    private Deliberation.Form form(ActionSpec spec, List<String> open) {
        if (form.filter(one -> one.isOf(spec, preface.mind(), open)).isEmpty()) {
            form = Optional.of(Deliberation.Form.of(spec, preface.mind(), open));
        }
        return form.get();
    }

    @Override
    public Review review(Review.Draft draft, Situation situation, Inner inner) {
        String whose = new Naming(person.id(), situation.people()).of(draft.from());
        Passage memories = memories(draft.text(), situation.step(), Optional.of(inner));
        Prompt prompt = template("review").render(Inputs.NONE
                .with("person", preface.passage(situation.people()))
                .with("moment", moment(situation, inner.origins(), memories, Passage.NOTHING))
                .with("whose", whose, Passage.PAGE)
                .with("draft", Passage.quoted(whose + ":", draft.text(), draft.event().toString())));
        var asked = Asked.ask(model, prompt, new Reviewing(draft), inner);
        Review review = asked.value().orElseGet(() -> Review.stopped(""));
        memory.remember(person.id(),
                new Remembrance(draft.event(), situation.step(), whose + " was about to say and do: "
                        + draft.text(), 0.4));
        return review;
    }

    @Override
    public void acted(EventId event, String text) {
        if (!text.isBlank()) {
            last = Optional.of(new Own(text, event));
            remember(new Remembrance(event, event.step(), "You said and did: " + text, 0.4));
        }
    }

    private void remember(Remembrance one) {
        musing.lived(one);
        memory.remember(person.id(), one);
    }

    @Override
    public String answer(Probe probe, Situation situation, Inner inner) {
        ActionSpec question = probe.question();
        Passage memories = memories(question.ask(), situation.step(), Optional.empty());
        Prompt prompt = templates.named("agent/probe").render(aside(situation, inner.origins(), memories, question)
                .with("answer", expected(question), Passage.PAGE));
        return Asked.ask(model, prompt, new Aside("probe", question), inner).value().orElse("");
    }

    @Override
    public Optional<String> interview(String question, Situation situation, Inner inner) {
        Passage memories = memories(question, situation.step(), Optional.empty());
        Prompt prompt = templates.named("agent/interview")
                .render(aside(situation, inner.origins(), memories, new ActionSpec.Speak(question)));
        return Optional.of(Asked.ask(model, prompt, new Aside("interview", new ActionSpec.Speak(question)), inner)
                .value().orElse(""));
    }

    private Inputs aside(Situation situation, Origins origins, Passage memories, ActionSpec question) {
        return Inputs.NONE.with("person", preface.passage(situation.people()))
                .with("moment", moment(situation, origins, memories, Passage.NOTHING))
                .with("ask", Passage.line(question.ask(), Passage.PAGE));
    }

    private static String expected(ActionSpec question) {
        return switch (question) {
            case ActionSpec.Quantity(String _, BigDecimal least, BigDecimal most, String unit) ->
                "\"answer\" is a number from "
                        + least.toPlainString() + " to " + most.toPlainString()
                        + (unit.isEmpty() ? "." : ", in " + unit + ".");
            case ActionSpec.Choose(String _, List<String> options) -> "\"answer\" is one of these, word for word: "
                    + String.join(", ", options) + ".";
            case ActionSpec.Speak _,ActionSpec.Attempting _ -> "\"answer\" is at most two sentences.";
        };
    }

    /// @return the template for what is asked, filled
    private Prompt asking(ActionSpec spec, Situation situation, Passage moment) {
        Inputs inputs = Inputs.NONE.with("person", preface.passage(situation.people()))
                .with("moment", moment).with("ask", Passage.line(spec.ask(), Passage.PAGE));
        return switch (spec) {
            case ActionSpec.Attempting _ -> template(world.speech() ? "attempt" : "calls").render(inputs);
            case ActionSpec.Speak _ -> template("speak").render(inputs);
            case ActionSpec.Choose(String _, List<String> options) -> template("choose").render(inputs.with("options",
                    Passage.lines(options.stream().map(option -> Passage.line("- " + option, Passage.PAGE)).toList())));
            case ActionSpec.Quantity(String _, BigDecimal least, BigDecimal most, String unit) -> template("quantity")
                    .render(inputs.with("least", least.toPlainString(), Passage.PAGE)
                            .with("most", most.toPlainString(), Passage.PAGE)
                            .with("unit", unit.isEmpty() ? "" : " " + unit, Passage.PAGE));
        };
    }

    private Template template(String name) { return templates.named("agent/" + name); }

    private Passage moment(Situation situation, Origins origins, Passage memories, Passage found) {
        return Passage.of(template("moment").render(Inputs.NONE
                .with("situation", new Scene(world, situation, origins).passage())
                .with("last",
                        section("last", last.map(own -> Passage.quoted(Lived.cut(own.text()), own.event().toString()))
                                .orElse(Passage.NOTHING)))
                .with("plan", section(preface.mind().planning() ? "planned" : "plan", "plan", plan.map(own -> own.plan()
                        .passage(world.clock().unit(), situation.step(), own.event().toString()))
                        .orElse(Passage.NOTHING)))
                .with("claims", section("claims", convictions.passage()))
                .with("memories", section("memories", memories))
                .with("perceived", section("perceived", lived.passage(situation.people())))
                .with("tasks", section("tasks", new InHand(situation, origins, world.clock().unit()).passage()))
                .with("found", section("found", found))));
    }

    /// @return a heading and what belongs under it; nothing where there is nothing
    private Passage section(String name, Passage passage) { return section(name, name, passage); }

    private Passage section(String template, String input, Passage passage) {
        return passage.isEmpty()
                ? passage
                : Passage.of(template(template).render(Inputs.NONE.with(input, passage)));
    }

    /// @param inner where it is written that they came up; empty where nothing is to be left behind
    private Passage memories(String about, int step, Optional<Inner> inner) {
        List<Recollection> up = memory.recall(person.id(), new Cue(about, step, inner.isEmpty()), MEMORIES);
        if (up.isEmpty()) {
            return Passage.NOTHING;
        }
        inner.ifPresent(to -> to.write(id -> CameUp.event(id, about, up)));
        List<EventId> shown = lived.events();
        Optional<EventId> own = last.map(Own::event);
        var lines = new ArrayList<Passage>();
        var told = new LinkedHashSet<String>();
        int room = MEMORY;
        for (Recollection one : up) {
            EventId event = one.memory().event();
            if (shown.contains(event) || own.filter(event::equals).isPresent() || !told.add(one.memory().text())) {
                continue;
            }
            Passage line = Passage.quoted(when(one.memory()) + Lived.cut(one.memory().text()), event.toString());
            if (line.length() + 1 <= room) {
                room -= line.length() + 1;
                lines.add(line);
            }
        }
        return Passage.lines(lines);
    }

    private String when(Remembrance memory) {
        if (memory.step() > 0) {
            return world.clock().unit() + " " + memory.step() + ": ";
        }
        return memory.event().owner().equals(EventId.GAME_MASTER) ? "at the beginning: " : "";
    }
}
