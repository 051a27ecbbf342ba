package microcosm.gamemaster;

import java.util.List;

import org.junit.jupiter.api.Test;

import microcosm.trace.Event;
import microcosm.worlds.Bundle;
import microcosm.worlds.EvaluationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Phases, roles and what the world itself does, each at its time.
class ScheduleTest {
    private static final String ACTIONS = """

            ## Actions

            | action | needs | effect | phase |
            |---|---|---|---|
            | sow() | | make(bundle(grain, 1), actor) | morning |
            | eat() | | use(bundle(grain, 1)) | evening |
            """;

    private static Township twoPhases() { return Township.of("", """
                ## Phases

                | phase | who | order | open |
                |---|---|---|---|
                | morning | everyone | simultaneous | every day |
                | evening | [Ann](#ann), [Cy](#cy) | in-turn | days 2 4 |
                """ + ACTIONS); }

    @Test
    void an_action_can_be_done_in_its_phase_only_and_phases_come_in_their_order() {
        Play play = twoPhases().played("2 cy: [sow] [eat]");

        assertThat(play.outcomes()).containsExactly("2.1/gm/1 sow: Cy gets 1 grain.",
                "2.1/gm/2 eat refused: That cannot be done now.",
                "2.4/gm/1 sow refused: That cannot be done now.",
                "2.4/gm/2 eat: Cy uses up 1 grain.");
    }

    @Test
    void a_phase_calls_those_who_take_part_on_the_days_it_is_open() {
        Play play = twoPhases().played("1 ann: [eat]\n1 bo: [eat]\n2 bo: [eat]\n2 ann: [eat]");

        assertThat(play.events().stream().filter(Event.Acted.class::isInstance).map(event -> event.id().toString())
                .filter(id -> id.startsWith("1.") || id.startsWith("2.")).toList())
                .containsExactly("1.1/ann/1", "1.1/bo/1", "1.1/cy/1", "2.1/ann/1", "2.1/bo/1", "2.1/cy/1", "2.3/ann/2",
                        "2.4/cy/1");
        assertThat(play.state().holdings("ann")).isEqualTo(Bundle.parse("4 grain"));
        assertThat(play.state().holdings("bo")).isEqualTo(Bundle.parse("2 grain"));
    }

    private static Township roles() { return Township.of("", """
                ## Roles

                ### Wolf
                - count: 1
                - knows: the others sleep

                ### Guard
                - count: 2
                - sees: [Guard](#guard)
                """); }

    private static List<String> dealt(long seed) {
        return roles().events(seed).stream().filter(Event.Cast.class::isInstance).map(Event.Cast.class::cast)
                .map(cast -> cast.person().get("role")).toList();
    }

    @Test
    void roles_are_dealt_as_often_as_they_count_to_whom_the_seed_says() {
        var hands = java.util.stream.LongStream.range(0, 60).mapToObj(ScheduleTest::dealt).toList();

        assertThat(hands).allSatisfy(hand -> assertThat(hand).containsExactlyInAnyOrder("wolf", "guard", "guard"));
        assertThat(hands).contains(List.of("wolf", "guard", "guard"), List.of("guard", "wolf", "guard"),
                List.of("guard", "guard", "wolf"));
        assertThat(dealt(7)).isEqualTo(hands.get(7));
    }

    @Test
    void who_plays_a_role_that_sees_its_like_is_shown_them_and_nobody_else() {
        var puppets = roles().play("", 1);
        var guards = dealt(1);

        for (int i = 0; i < 3; i++) {
            var situation = (microcosm.agents.Situation) puppets.life(List.of("ann", "bo", "cy").get(i)).getFirst();
            long seen = situation.known().values().stream().filter(known -> known.containsKey("role")).count();
            assertThat(seen).as(situation.person()).isEqualTo(guards.get(i).equals("guard") ? 2 : 1);
        }
    }

    private static Township happening(String bullets) {
        return Township.of("", "## Events\n\n### The flood\n\nThe weir breaks.\n\n" + bullets + "\n");
    }

    @Test
    void what_the_world_does_on_a_day_happens_on_that_day_and_is_told_to_whom_it_says() {
        Puppets puppets = happening("- on: day 2\n- effect: make(bundle(grain, 3), \"cy\")\n- told to: [Bo](#bo)")
                .play("");

        assertThat(puppets.perceived("bo")).containsExactly("2 NOTICE The weir breaks.");
        assertThat(puppets.perceived("cy")).containsExactly("2 NOTICE You get 3 grain.");
        assertThat(puppets.perceived("ann")).isEmpty();
    }

    @Test
    void what_depends_on_how_things_stand_happens_when_they_do() {
        Play play = happening("- on: every day\n- when: count(people, grain < 1) > 0\n"
                + "- effect: make(bundle(grain, 1), everyone)").played("");

        assertThat(play.state().holdings("cy")).isEqualTo(Bundle.parse("1 grain"));
        assertThat(play.state().holdings("ann")).isEqualTo(Bundle.parse("6 grain"));
        assertThat(play.outcomes()).containsExactly("1.0/gm/1 the-flood: The weir breaks.");
    }

    @Test
    void what_the_world_cannot_do_it_does_not_do_by_half_and_says_why() {
        Play play = happening("- on: day 2\n- effect: use(bundle(grain, 2), everyone)").played("");

        assertThat(play.outcomes()).containsExactly("2.0/gm/1 the-flood refused: Cy does not have 2 grain any more.");
        assertThat(play.state().holdings("ann")).isEqualTo(Bundle.parse("5 grain"));
    }

    @Test
    void a_condition_that_has_no_value_stops_the_run_and_names_its_line() {
        Township town = happening("- on: every day\n- when: mean(people, grain, grain > 100) > 3");

        assertThatThrownBy(() -> town.played("")).isInstanceOf(EvaluationException.class).hasMessage(
                "township.world.md:39:9: the mean of nobody has no value in \"mean(people, grain, grain > 100) > 3\"");
    }

    @Test
    void a_measure_that_has_no_value_says_so_and_has_no_earlier_one_either() {
        Play play = Township.of("", """
                ## Actions

                | action | needs | effect |
                |---|---|---|
                | eat() | | use(bundle(grain, 1)) |

                ## Measures

                | measure | when | is |
                |---|---|---|
                | rich | every day | mean(people, grain, grain >= 5) |
                | twice | every day | 2 * rich |
                """).played("2 ann: [eat]");

        assertThat(play.events().stream().<String>mapMulti((event, out) -> {
            switch (event) {
                case Event.Measured m ->
                    out.accept(m.id().step() + " " + m.measure() + " " + m.value().toPlainString());
                case Event.Refused r -> out.accept(r.id().step() + " " + r.what() + " refused: " + r.why());
                default -> {
                }
            }
        }).limit(4).toList()).containsExactly("1 rich 5", "1 twice 10",
                "2 rich refused: the mean of nobody has no value",
                "2 twice refused: nothing here is called \"rich\"");
    }
}
