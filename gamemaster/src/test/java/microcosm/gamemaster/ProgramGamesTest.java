package microcosm.gamemaster;

import java.util.LinkedHashMap;

import org.junit.jupiter.api.Test;

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
        assertThat(new ProgramGames().known()).contains("program");
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
}
