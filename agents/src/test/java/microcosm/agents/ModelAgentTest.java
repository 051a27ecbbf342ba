package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.memory.Cue;
import microcosm.models.Answer;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.models.ScriptedModel;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.testing.Golden;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Assertion;
import microcosm.worlds.Channel;
import microcosm.worlds.Probe;
import microcosm.worlds.Schedule;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Prompts of a person, to the letter. They are read aloud before they change.
class ModelAgentTest {
    private static final World WORLD = WorldFile.shipped("weir-village").world(new java.util.LinkedHashMap<>());
    private static final EventId CAST = EventId.parse("0.0/tomas-brandt/1");
    private static final String TURN = """
            {"thought": "She knows.", "credences": [{"claim": "the-mill-will-stop", "likely": 60}, \
            {"claim": "the-moon-is-cheese", "likely": 9}], "plan": "Pay Ilse two sacks.", "do": %s}""";

    private final List<Prompt> prompts = new ArrayList<>();
    private String does = "\"Ilse, I repay you 2 grain.\"";
    private final ScriptedModel script = ScriptedModel.answering("tomas",
            request -> request.purpose().equals("act")
                    ? TURN.formatted(does)
                    : "{\"thought\": \"\", \"answer\": " + does + "}");
    private final LanguageModel model = new LanguageModel() {
        @Override
        public String name() { return script.name(); }

        @Override
        public <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) {
            prompts.add(prompt);
            return script.ask(call, prompt, question);
        }
    };
    private final Remembered memory = new Remembered();
    private final ModelAgent tomas = new ModelAgent(WORLD,
            WORLD.cast().people().stream().filter(one -> one.id().equals("tomas-brandt")).findFirst().orElseThrow(),
            CAST,
            memory, model, Templates.shipped());
    private final Inside inside = new Inside("tomas-brandt", 1, 3);
    private final Situation now = new Play(new Village().with(Village.person("tomas-brandt").written())
            .with(Village.person("ilse-varga").written()), 1).situation("tomas-brandt");

    private void hears(String event, String from, String text) {
        tomas.observe(new Perception(EventId.parse(event), 2, Perception.Kind.HEARD, Optional.of(from),
                Optional.of("square"), text,
                List.of(new Assertion("the-mill-will-stop", Assertion.Stance.ASSERTS, 0, 1)), List.of()), inside);
    }

    private void golden(String name) {
        Golden.file("golden/" + name + ".prompt.md").matches(prompts.getLast().text() + "\n");
    }

    @Test
    void a_turn_asks_for_thought_credences_plan_and_act_at_once() {
        hears("2.1/gm/3", "ilse-varga", "Tomas, the mill will stop.\nTomas Brandt said (square):\n> I owe nothing.");

        String said = tomas.act(new ActionSpec.Attempting("What do you do and say?"), now, inside);

        assertThat(said).isEqualTo("Ilse, I repay you 2 grain.");
        golden("attempt");
        assertThat(inside.events).filteredOn(Event.Replied.class::isInstance).singleElement()
                .satisfies(event -> assertThat(event.causes()).contains(EventId.parse("2.1/gm/3"), CAST));
        assertThat(inside.events).filteredOn(Event.Believed.class::isInstance).singleElement()
                .satisfies(event -> assertThat(((Event.Believed) event).credence()).isEqualByComparingTo("0.60"));
    }

    @Test
    void the_next_turn_begins_as_the_last_did_and_recalls_words_and_plan() {
        hears("2.1/gm/3", "ilse-varga", "Tomas, the mill will stop.");
        tomas.act(new ActionSpec.Attempting("What do you do and say?"), now, inside);
        tomas.acted(EventId.parse("3.1/tomas-brandt/4"), "Ilse, I repay you 2 grain.");
        hears("3.1/gm/5", "ilse-varga", "That leaves three.");

        tomas.act(new ActionSpec.Attempting("What do you do and say?"), now, inside);

        golden("attempt-again");
        String first = prompts.getFirst().text();
        int changing = first.indexOf("# Now");
        assertThat(prompts.getLast().text()).startsWith(first.substring(0, changing));
    }

    @Test
    void speaking_choosing_and_naming_an_amount_are_asked_for_in_their_own_words() {
        tomas.act(new ActionSpec.Speak("What do you say to the meeting?"), now, inside);
        golden("speak");
        does = "\"sell\"";
        assertThat(tomas.act(new ActionSpec.Choose("Do you sell or keep?", List.of("sell", "keep")), now, inside))
                .isEqualTo("sell");
        golden("choose");
        does = "4.5";
        assertThat(
                tomas.act(new ActionSpec.Quantity("How much do you bring?", BigDecimal.ZERO, BigDecimal.TEN, "sacks"),
                        now, inside))
                .isEqualTo("4.5");
        golden("quantity");
    }

    @Test
    void a_choice_that_is_none_and_an_amount_out_of_bounds_are_silence() {
        does = "\"neither\"";
        assertThat(tomas.act(new ActionSpec.Choose("Do you sell or keep?", List.of("sell", "keep")), now, inside))
                .isEmpty();
        does = "11";
        assertThat(tomas.act(new ActionSpec.Quantity("How much?", BigDecimal.ZERO, BigDecimal.TEN, ""), now, inside))
                .isEmpty();
        assertThat(inside.events).filteredOn(Event.Replied.class::isInstance).hasSize(2)
                .allMatch(event -> ((Event.Replied) event).outcome().equals("unparsable"));
    }

    @Test
    void a_question_aside_is_never_remembered() {
        hears("2.1/gm/3", "ilse-varga", "Tomas, the mill will stop.");
        int before = memory.all("tomas-brandt").size();
        does = "70";
        var probe = new Probe("fear", "Fear", Optional.empty(), new Channel.Members.Everyone(), Schedule.Every.STEP,
                true,
                new ActionSpec.Quantity("How likely is it that the mill stops?", BigDecimal.ZERO,
                        BigDecimal.valueOf(100), ""),
                Village.HERE);
        assertThat(tomas.answer(probe, now, inside)).isEqualTo("70");
        golden("probe");
        does = "\"I pay when I can.\"";
        assertThat(tomas.interview("Will you pay Ilse?", now, inside)).hasValue("I pay when I can.");
        golden("interview");

        assertThat(memory.all("tomas-brandt")).hasSize(before);
        assertThat(memory.cues).as("nothing counts as recalled").hasSize(2).allMatch(Cue::aside);
        assertThat(inside.events).noneMatch(event -> event instanceof Event.Recalled);
    }

    @Test
    void a_world_can_have_a_person_asked_the_three_questions() {
        World world = WorldFile.of("village.world.md", WorldFile.shipped("weir-village").text()
                .replace("- honesty: 0.4", "- honesty: 0.4\n- traits: mind three-questions"))
                .world(new java.util.LinkedHashMap<>());
        var person = world.cast().people().stream().filter(one -> one.id().equals("tomas-brandt")).findFirst()
                .orElseThrow();

        new ModelAgent(world, person, CAST, memory, model, Templates.shipped())
                .act(new ActionSpec.Attempting("What do you do and say?"), now, inside);

        golden("three-questions");
        assertThat(prompts.getLast().text()).contains("\"situation\": what kind of situation is this?");
    }

    @Test
    void a_world_can_have_a_person_keep_a_plan_of_several_steps() {
        World world = WorldFile.of("village.world.md", WorldFile.shipped("weir-village").text()
                .replace("- honesty: 0.4", "- honesty: 0.4\n- traits: mind three-questions planning"))
                .world(new java.util.LinkedHashMap<>());
        var person = world.cast().people().stream().filter(one -> one.id().equals("tomas-brandt")).findFirst()
                .orElseThrow();
        var planning = ScriptedModel.answering("tomas", _ -> """
                    {"situation": "", "person": "", "would": "", "credences": [], "plan": [
                    {"when": 0, "what": "Ask Mira for grain."}, {"when": 3, "what": "Pay Ilse two sacks."},
                    {"when": 4, "what": ""}], "do": "I wait."}""");
        var asked = new ArrayList<String>();
        var agent = new ModelAgent(world, person, CAST, memory, new LanguageModel() {
            @Override
            public String name() { return planning.name(); }

            @Override
            public <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) {
                asked.add(prompt.text());
                return planning.ask(call, prompt, question);
            }
        }, Templates.shipped());
        agent.act(new ActionSpec.Attempting("What do you do and say?"), now, inside);
        agent.act(new ActionSpec.Attempting("What do you do and say?"), now, inside);

        Golden.file("golden/planning.prompt.md").matches(asked.getLast() + "\n");
        assertThat(asked.getLast()).contains("Your plan, as you last wrote it:\n\n- day 0: Ask Mira for grain.\n"
                + "- day 3: Pay Ilse two sacks.\n");
        assertThat(asked.getFirst()).doesNotContain("Your plan");
        assertThat(inside.events).filteredOn(Event.Replied.class::isInstance)
                .allMatch(event -> ((Event.Replied) event).outcome().equals("used"));
    }

    @Test
    void where_speech_is_off_an_act_is_written_as_calls() {
        World w = WORLD;
        var world = new World(w.id(), w.title(), w.premise(), w.clock(), w.gameMaster(), false, w.memory(), w.budget(),
                w.settings(), w.cast(), w.things(), w.dealings(), w.watch(), w.notExecuted(), w.text(), w.digest());
        var person = world.cast().people().getFirst();

        new ModelAgent(world, person, CAST, memory, model, Templates.shipped())
                .act(new ActionSpec.Attempting("What do you do?"), now, inside);

        golden("calls");
    }
}
