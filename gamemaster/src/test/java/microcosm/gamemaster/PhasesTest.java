package microcosm.gamemaster;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import microcosm.trace.Event;
import microcosm.worlds.Problem;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Phases that are broken off, and phases that are left to another game master.
class PhasesTest {
    private static final String TOWN = """
            ---
            format: world/1
            id: town
            clock: {unit: hour, steps: 2, order: in-turn}
            game-master: MASTER
            ---

            # A Town

            A hall with a bell.

            ## People

            ### Ann

            ### Bo

            ### Cy

            ## Channels

            | channel | who may speak | open       | heard by |
            |---------|---------------|------------|----------|
            | hall    | everyone      | every hour | everyone |

            ## Actions

            | action                             | needs                     | effect                        |
            |------------------------------------|---------------------------|-------------------------------|
            | say(channel: channel, text: speech) | may_speak(actor, channel) | tell(channel, everyone, text) |
            | ring()                             |                           |                               |

            ## Phases

            | phase | who      | until                              | game master |
            |-------|----------|------------------------------------|-------------|
            | talk  | everyone | count(events, action = "ring") > 0 |             |
            | vote  | everyone |                                    | DELEGATE    |
            """;

    private static WorldFile file(String master, String delegate) {
        return WorldFile.of("town.world.md", TOWN.replace("MASTER", master).replace("DELEGATE", delegate));
    }

    private static World town(String master, String delegate) { return file(master, delegate).world(Map.of()); }

    private static List<String> problems(String master, String delegate) {
        return file(master, delegate).check().stream().map(Problem::what).toList();
    }

    @Test
    void a_phase_is_broken_off_after_the_turn_in_which_its_condition_comes_to_hold() {
        var told = new Told(town("model", "rules"), _ -> "{\"outcomes\":[]}");
        Puppets people = Puppets.saying("1 bo: ring()");

        Play play = told.play(people);

        assertThat(play.events()).filteredOn(event -> event instanceof Event.Acted && event.id().step() == 1)
                .extracting(event -> event.id().owner()).containsExactly("ann", "bo", "ann", "bo", "cy");
        assertThat(play.outcomes()).contains("1.2/gm/2 interruption: The talk is broken off.");
        assertThat(people.perceived("cy")).contains("1 NOTICE The talk is broken off.");
        assertThat(play.events()).filteredOn(event -> event instanceof Event.Acted && event.id().step() == 2)
                .hasSize(6);
    }

    @Test
    void a_phase_that_is_left_to_rules_asks_no_model() {
        var told = new Told(town("model", "rules"), _ -> "{\"outcomes\":[]}");

        told.play(new Puppets(
                (person, step) -> person.equals("cy") ? "I look out of the window at the old stable." : ""));

        assertThat(told.asked).as("in the talk of each hour, never in the vote").hasSize(2)
                .allMatch(request -> request.purpose().equals("scene"));
        assertThat(told.asked).extracting(request -> request.call()).containsExactly("1.3/gm/1", "2.3/gm/1");
    }

    @Test
    void rules_cannot_leave_a_phase_to_a_model() {
        assertThat(problems("rules", "model")).anyMatch(problem -> problem
                .startsWith("the phase \"vote\" is left to a model, and the world's game master is rules"));
        assertThat(problems("model", "rule"))
                .anyMatch(problem -> problem.startsWith("unknown game master \"rule\""));
    }
}
