package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import microcosm.agents.Situation;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramGamesTest {
    private static final String WORLD = """
            ---
            format: world/1
            id: open
            clock: {unit: round, steps: 3, order: simultaneous}
            game-master: rules
            ---

            # Open

            Two programmers.

            ## People

            ### Al

            ### Bo

            ## Markets

            | game | mechanism | moves | payoffs |
            |---|---|---|---|
            | Dilemma | program-game | C, D | C C 3 3; C D 0 5; D C 5 0; D D 1 1 |

            ## Actions

            | action | needs | effect |
            |---|---|---|
            | submit(game: market, program: speech) | | choose(game, program) |
            """;

    private static Play played(String lines) {
        World world = WorldFile.of("open.world.md", WORLD).world(new LinkedHashMap<>());
        return Play.of(world, Puppets.saying(lines));
    }

    private static String of(Play play, String who, String what) {
        return play.state().attribute(who, what + " dilemma").orElse("none");
    }

    @Test
    void programs_play_for_those_who_handed_them_in_until_others_are() {
        Play play = played("""
                1 al: [submit game=dilemma; program=play(them, me)]
                1 bo: [submit game=dilemma; program=cooperate]
                3 bo: [submit game=dilemma; program=defect]
                """);

        assertThat(of(play, "al", "total")).isEqualTo("7");
        assertThat(of(play, "bo", "total")).isEqualTo("7");
        assertThat(of(play, "al", "brought")).isEqualTo("D");
    }

    @Test
    void everybody_may_read_what_the_other_handed_in() {
        Play play = played("""
                1 al: [submit game=dilemma; program=play(them, me)]
                1 bo: [submit game=dilemma; program=cooperate]
                """);

        assertThat(of(play, "al", "program")).isEqualTo("play(them, me)");
        assertThat(seen("")).containsExactly("brought dilemma", "earned dilemma", "program dilemma", "total dilemma",
                "world simulated dilemma");
        assertThat(seen("programs")).isEqualTo(seen(""));
    }

    @Test
    void where_programs_are_hidden_they_play_the_same_and_nobody_reads_the_others() {
        assertThat(seen("none")).isEmpty();
        assertThat(seen("history")).containsExactly("brought dilemma", "earned dilemma", "total dilemma");
        assertThat(seen("reputation")).containsExactly("reputation dilemma");
        for (String level : List.of("none", "history", "reputation", "programs")) {
            assertThat(of(Play.of(world(level), submitting(FAIR)), "al", "total")).as(level).isEqualTo("9");
        }
    }

    @Test
    void why_a_hidden_program_fails_is_told_to_whose_it_is() {
        for (String level : List.of("programs", "none")) {
            Puppets puppets = submitting("attribute(me)");
            Play.of(world(level), puppets);

            assertThat(puppets.perceived("al")).as(level).anyMatch(line -> line.contains("no function \"attribute\""));
            assertThat(puppets.perceived("bo").stream().anyMatch(line -> line.contains("no function")))
                    .isEqualTo(level.equals("programs"));
        }
    }

    private static final String FAIR = "play(them, me)";

    private static World world(String level) {
        String text = level.isEmpty()
                ? WORLD
                : WORLD.replace("| moves |", "| transparency | moves |").replace("|---|---|---|---|\n| Dilemma |",
                        "|---|---|---|---|---|\n| Dilemma |")
                        .replace("| program-game |", "| program-game | " + level + " |");
        return WorldFile.of("open.world.md", text).world(new LinkedHashMap<>());
    }

    private static Puppets submitting(String program) {
        return Puppets.saying("1 al: [submit game=dilemma; program=" + program
                + "]\n1 bo: [submit game=dilemma; program=cooperate]\n");
    }

    /// What Bo sees of Al in the last round, and what of the world tells of programs.
    private static List<String> seen(String level) {
        Puppets puppets = submitting(FAIR);
        Play.of(world(level), puppets);
        Situation last = (Situation) puppets.life("bo").stream().filter(Situation.class::isInstance).toList()
                .getLast();
        var seen = new ArrayList<String>();
        if (last.known().containsKey("al")) {
            seen.addAll(new TreeSet<>(last.known().get("al").keySet()));
        }
        if (last.known().get("*").containsKey("simulated dilemma")) {
            seen.add("world simulated dilemma");
        }
        return seen;
    }

    @Test
    void who_tries_to_get_out_plays_the_last_move_and_everybody_hears_why() {
        Play play = played("""
                1 al: [submit game=dilemma; program=attribute(me)]
                1 bo: [submit game=dilemma; program=cooperate]
                """);

        assertThat(of(play, "al", "brought")).isEqualTo("D");
        assertThat(play.outcomes()).anyMatch(line -> line
                .contains("Dilemma: Al’s program plays D, for there is no function \"attribute\" here."));
    }

    @Test
    void nothing_is_played_before_both_have_handed_one_in() {
        Play play = played("1 al: [submit game=dilemma; program=cooperate]\n");

        assertThat(of(play, "al", "total")).isEqualTo("none");
        assertThat(of(play, "al", "brought")).isEqualTo("none");
    }

    @Test
    void a_program_sees_what_the_other_played_last_and_simulates_no_deeper_than_the_world_says() {
        Play play = played("""
                1 al: [submit game=dilemma; program=theirs]
                1 bo: [submit game=dilemma; program=if(round = 1, D, C)]
                """);
        World shallow = WorldFile.of("open.world.md", WORLD.replace("| moves |", "| depth | moves |")
                .replace("|---|---|---|---|\n| Dilemma |", "|---|---|---|---|---|\n| Dilemma |")
                .replace("| program-game |", "| program-game | 3 |")).world(new LinkedHashMap<>());
        String nested = "[submit game=dilemma; program=if(coin(0), C, play(them, me))]";
        Play three = Play.of(shallow, Puppets.saying("1 al: " + nested + "\n1 bo: " + nested));

        assertThat(of(play, "bo", "total")).as("D C C against C D C").isEqualTo("8");
        assertThat(of(play, "al", "total")).isEqualTo("8");
        assertThat(three.state().attribute("*", "simulated dilemma")).contains("4");
    }

    @Test
    void up_to_half_of_the_gain_of_defecting_may_be_left_to_chance() {
        assertThat(played("").events().stream().filter(microcosm.trace.Event.Benchmarked.class::isInstance)
                .map(Object::toString)).anyMatch(one -> one.contains("name=epsilon_most, value=0.5"));
    }
}
