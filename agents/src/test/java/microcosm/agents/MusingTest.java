package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.memory.Remembrance;
import microcosm.models.Answer;
import microcosm.models.HashedEmbedder;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.models.ScriptedModel;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.testing.Golden;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Insights of somebody played by a model.
class MusingTest {
    private static final EventId CAST = EventId.parse("0.0/tomas-brandt/1");

    private final List<Prompt> prompts = new ArrayList<>();
    private final Inside inside = new Inside("tomas-brandt", 1, 3);
    private final Situation now = new Play(new Village().with(Village.person("tomas-brandt").written())
            .with(Village.person("ilse-varga").written()), 1).situation("tomas-brandt");

    private static World world(String memory) {
        return WorldFile.of("village.world.md", WorldFile.shipped("weir-village").text().replaceFirst("\nclock: ",
                "\nmemory: " + memory + "\nclock: ")).world(new LinkedHashMap<>());
    }

    /// Tomas hears three things and acts.
    private List<Remembrance> remembered(World world, String insights) {
        var script = ScriptedModel.answering("tomas", request -> request.purpose().equals("reflect")
                ? insights
                : "{\"thought\": \"\", \"credences\": [], \"plan\": \"\", \"do\": \"\"}");
        var model = new LanguageModel() {
            @Override
            public String name() { return script.name(); }

            @Override
            public <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) {
                prompts.add(prompt);
                return script.ask(call, prompt, question);
            }
        };
        try (Memory memory = Memories.open(Optional.empty(), world.clock(), world.memory(), new HashedEmbedder())) {
            var tomas = new ModelAgent(world,
                    world.cast().people().stream().filter(one -> one.id().equals("tomas-brandt")).findFirst()
                            .orElseThrow(),
                    CAST, memory, model, Templates.shipped());
            for (int i = 1; i <= 3; i++) {
                tomas.observe(new Perception(EventId.parse("2.1/gm/" + i), 2, Perception.Kind.HEARD,
                        Optional.of("ilse-varga"), Optional.of("square"),
                        "The mill creaks, says Ilse on day " + i + ".",
                        List.of(), List.of()), inside);
            }
            tomas.act(new ActionSpec.Speak("What do you say?"), now, inside);
            return memory.all("tomas-brandt").stream().filter(one -> !one.restsOn().isEmpty()).toList();
        }
    }

    @Test
    void once_enough_was_lived_through_the_model_is_asked_and_its_insights_cite_what_they_rest_on() {
        var insights = remembered(world("{keep: full, reflect: 0.5}"),
                "{\"insights\": [{\"because\": \"1, 3\", \"insight\": \"Ilse is afraid for the mill.\"}]}");

        assertThat(insights).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("Ilse is afraid for the mill.");
            assertThat(one.restsOn()).hasToString("[2.1/gm/1, 2.1/gm/3]");
            assertThat(inside.events).first().isInstanceOfSatisfying(Event.Replied.class, replied -> {
                assertThat(replied.id()).isEqualTo(one.event());
                assertThat(replied.call()).isEqualTo("reflect");
                assertThat(replied.causes()).extracting(EventId::toString).contains("2.1/gm/1", "2.1/gm/2", "2.1/gm/3");
            });
        });
        Golden.file("golden/reflect.prompt.md").matches(prompts.getFirst().text() + "\n");
        assertThat(prompts.getFirst().text()).contains("\n> 1. ").contains("says Ilse on day 3.");
        assertThat(prompts).hasSize(2);
    }

    @Test
    void nothing_is_asked_before_that_or_where_the_world_wants_none() {
        assertThat(remembered(world("{keep: full, reflect: 50}"), "")).isEmpty();
        assertThat(remembered(world("full"), "")).isEmpty();
        assertThat(prompts).hasSize(2);
    }

    @Test
    void an_insight_that_rests_on_nothing_is_asked_for_again_and_never_remembered() {
        assertThat(remembered(world("{keep: full, reflect: 0.5}"),
                "{\"insights\": [{\"because\": \"4\", \"insight\": \"All is well.\"}]}")).isEmpty();
        assertThat(inside.events).first().isInstanceOfSatisfying(Event.Replied.class,
                replied -> assertThat(replied.outcome()).isEqualTo("unparsable"));
    }
}
