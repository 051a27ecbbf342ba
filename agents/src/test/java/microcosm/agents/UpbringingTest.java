package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.memory.Remembrance;
import microcosm.models.HashedEmbedder;
import microcosm.models.ScriptedModel;
import microcosm.prompts.Templates;
import microcosm.testing.Golden;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// What a model tells of somebody's life before the first step.
class UpbringingTest {
    private static final EventId CAST = EventId.parse("0.0/tomas-brandt/1");
    private static final String TWO = """
            {"memories": [{"when": "twelve years ago", "memory": "You saw the dam break."},
             {"when": "Last winter", "memory": "You hid salt from Peder."}]}""";

    private final List<String> asked = new ArrayList<>();
    private final List<String> prompts = new ArrayList<>();
    private final Inside inside = new Inside("tomas-brandt", 1, 1);
    private final Situation now = new Play(new Village().with(Village.person("tomas-brandt").written())
            .with(Village.person("ilse-varga").written()), 1).situation("tomas-brandt");

    /// Tomas acts twice.
    ///
    /// @return what he remembers of before
    private List<Remembrance> told(String traits, String keep, String reply) {
        World world = WorldFile.of("village.world.md", WorldFile.shipped("weir-village").text()
                .replaceFirst("\nclock: ", "\nmemory: " + keep + "\nclock: ")
                .replaceFirst("\n### Tomas Brandt\n((?s:.*?))\n- ", "\n### Tomas Brandt\n$1\n" + traits + "- "))
                .world(new LinkedHashMap<>());
        var model = ScriptedModel.answering("tomas", request -> {
            asked.add(request.purpose());
            prompts.add(request.messages().getFirst().text());
            return request.purpose().equals("formative")
                    ? reply
                    : "{\"thought\": \"\", \"credences\": [], \"plan\": \"\", \"do\": \"\"}";
        });
        try (Memory memory = Memories.open(Optional.empty(), world.clock(), world.memory(), new HashedEmbedder())) {
            var tomas = new ModelAgent(world,
                    world.cast().people().stream().filter(one -> one.id().equals("tomas-brandt")).findFirst()
                            .orElseThrow(),
                    CAST, memory, model, Templates.shipped());
            tomas.begin(now.people(), inside);
            tomas.act(new ActionSpec.Speak("What do you say?"), now, inside);
            tomas.act(new ActionSpec.Speak("And now?"), now, inside);
            return memory.all("tomas-brandt").stream().filter(one -> !one.event().equals(CAST)).toList();
        }
    }

    @Test
    void a_model_is_asked_once_and_what_it_tells_is_dated_and_rests_on_the_reply() {
        var told = told("- traits: formative 2\n", "full", TWO);

        assertThat(asked).containsExactly("formative", "act", "act");
        assertThat(prompts.get(1)).contains("What comes to your mind:", "> Twelve years ago: You saw the dam break.",
                "> Last winter: You hid salt from Peder.");
        Golden.file("golden/formative.prompt.md").matches(prompts.getFirst() + "\n");
        assertThat(inside.events).first().isInstanceOfSatisfying(Event.Replied.class, replied -> {
            assertThat(replied.call()).isEqualTo("formative");
            assertThat(replied.text()).isEqualTo(TWO);
            assertThat(told).extracting(Remembrance::event).containsOnly(replied.id());
        });
        assertThat(told).extracting(Remembrance::text).containsExactly("Twelve years ago: You saw the dam break.",
                "Last winter: You hid salt from Peder.");
        assertThat(told).extracting(Remembrance::step).containsExactly(-12 * 365, -365);
    }

    @Test
    void nobody_is_asked_where_the_world_wants_none_or_nothing_is_remembered() {
        assertThat(told("", "full", TWO)).isEmpty();
        assertThat(told("- traits: formative 0\n", "full", TWO)).isEmpty();
        assertThat(told("- traits: formative 2\n", "none", TWO)).isEmpty();
        assertThat(asked).containsOnly("act").hasSize(6);
    }

    @Test
    void what_is_undated_or_not_as_many_is_never_remembered_and_the_trace_says_why() {
        for (String reply : List.of(TWO.replace("Last winter", "once"), TWO.replace("You hid salt from Peder.", " "),
                TWO.replace("}]", "}, {\"when\": \"yesterday\", \"memory\": \"You slept.\"}]"), "no")) {
            inside.events.clear();
            assertThat(told("- traits: formative 2\n", "full", reply)).as(reply).isEmpty();
            assertThat(inside.events).first().isInstanceOfSatisfying(Event.Replied.class,
                    replied -> assertThat(replied.outcome()).isEqualTo("unparsable"));
        }
    }
}
