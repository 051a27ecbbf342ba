package microcosm.agents.programs;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import microcosm.agents.programs.Programs.Past;
import microcosm.agents.programs.Programs.Played;
import microcosm.testing.Seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProgramsTest {
    private static final Past FIRST = new Past(1, "C", "C");

    private static Played run(String program, String against) {
        return new Programs(List.of("C", "D"), 100, new SplittableRandom(1)).run(program, against, FIRST);
    }

    private static String bots(Bot one, Bot other) { return run(one.program(0.1), other.program(0.1)).move(); }

    @Test
    void the_bots_of_the_literature_do_to_each_other_what_was_proved_of_them() {
        var table = new StringBuilder();
        for (Bot one : Bot.values()) {
            for (Bot other : Bot.values()) {
                boolean tossed = one == Bot.EPSILON_FAIR_BOT && (other == Bot.DEFECT_BOT || other == Bot.PRUDENT_BOT)
                        || other == Bot.EPSILON_FAIR_BOT && one == Bot.PRUDENT_BOT;
                table.append(tossed ? "-" : bots(one, other));
            }
            table.append('\n');
        }

        // against: cooperate, defect, clique, fair, epsilon-fair, prudent
        assertThat(table.toString()).isEqualTo("""
                CCCCCC
                DDDDDD
                DDCDDD
                CDDCCC
                C-DCC-
                DDDC-C
                """);
    }

    @Test
    void a_fair_bot_grounded_by_chance_simulates_one_less_epsilon_over_epsilon_times() {
        String bot = Bot.EPSILON_FAIR_BOT.program(0.1);
        var programs = new Programs(List.of("C", "D"), 200, new SplittableRandom(7));

        double mean = IntStream.range(0, 40_000).map(_ -> programs.run(bot, bot, FIRST).simulated()).average()
                .orElse(0);

        // geometric: sd 9.5, of the mean 0.05
        assertThat(mean).isCloseTo(9, within(0.2));
    }

    @Test
    void a_program_may_look_at_the_last_round_and_count() {
        String grudge = "if(round > 1 and theirs = defect, defect, cooperate)";

        assertThat(new Programs(List.of("C", "D"), 100, new SplittableRandom(1))
                .run(grudge, "defect", new Past(2, "C", "D")).move()).isEqualTo("D");
        assertThat(run("if(play(them, me) = theirs, defect, cooperate)", "mine").move()).isEqualTo("D");
    }

    @Test
    void whatever_tries_to_get_out_or_to_go_on_for_ever_plays_the_last_move_and_says_why() {
        for (String attempt : List.of("System.exit(0)", "java.lang.Runtime", "me.getClass()",
                "attribute(everyone, \"secret\")",
                "seed", "state", "actor", "people", "count(people, true)", "sum(people, coin(1))", "holds(me, them)",
                "if(true, ../etc/passwd, C)", "9^9^9^9^9", "-".repeat(500) + "1", "C".repeat(1001), "",
                "\u202Ecooperate", "coin(0.5)", "play(them)", "12", "if(C, C, C)", "them = me", "coin(C)")) {
            long from = System.nanoTime();
            Played played = run(attempt, "cooperate");

            assertThat(played.move()).as(attempt).isEqualTo("D");
            assertThat(played.fault()).as(attempt).isNotBlank().hasSizeLessThan(1200);
            assertThat(System.nanoTime() - from).as(attempt).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void numbers_that_would_fill_the_memory_or_take_for_ever_have_no_value() {
        for (String attempt : List.of("if(round(1.5, 999999999) > 0, C, D)", "if(round(1.5, 0 - 999999999) > 0, C, D)",
                "if(1.0000001 ^ 99999999 > 0, C, D)", "if(exp(99999) > 0, C, D)", "if(1 / 0 > 0, C, D)",
                "if(10 ^ 99 * 10 ^ 99 > 0, C, D)", "if(sqrt(0 - 1) > 0, C, D)",
                "if(ln(0) > 0, C, D)", "if(" + "9".repeat(900) + " > 0, C, D)", "coin(" + "9".repeat(90) + ")")) {
            Played played = run(attempt, "cooperate");

            assertThat(played.move()).as(attempt).isEqualTo("D");
            assertThat(played.fault()).as(attempt).isNotBlank();
        }
    }

    @Test
    void letters_that_only_look_like_a_move_are_none() {
        for (String attempt : List.of("C\u0000", "\uFEFFC", "\uFF23", "\u0421", "C\u200B", "\u202EC", "\uD800",
                "C\u0301")) {
            assertThat(run(attempt, "cooperate").move()).as(attempt).isEqualTo("D");
        }
    }

    @Test
    void a_crowd_of_costly_simulations_ends_soon() {
        String costly = "if(max(" + "2 ^ 0.5, ".repeat(90) + "1) > 0, C, D)";
        String crowd = "if(coin(0), C, if(" + "play(me, them) = D or ".repeat(30) + "play(them, me) = D, D, C))";
        long from = System.nanoTime();

        Played played = run(crowd, costly);

        assertThat(played.fault()).isEqualTo("it takes more than 10000 steps");
        assertThat(System.nanoTime() - from).isLessThan(10_000_000_000L);
    }

    /// Words of the language and of others, in any order.
    @Seeds(300)
    void whatever_is_handed_in_comes_to_a_move_and_to_the_same_with_the_same_luck(SplittableRandom chance) {
        String[] words = {"if(", ")", ",", "play(", "me", "them", "coin(", "0.5", "C", "D", "theirs", "mine", "round",
                " = ", " and ", " or ", "not ", "+", "-", "^", "9", "\"", "cooperate", "max(", "(", "\u202E", "\n", "[",
                ";"};
        var program = new StringBuilder();
        for (int i = chance.nextInt(60); i >= 0; i--) {
            program.append(words[chance.nextInt(words.length)]);
        }
        String other = chance.nextBoolean() ? program.toString() : Bot.EPSILON_FAIR_BOT.program(0.1);
        long luck = chance.nextLong();

        Played one = new Programs(List.of("C", "D"), 100, new SplittableRandom(luck)).run(program.toString(), other,
                FIRST);
        Played again = new Programs(List.of("C", "D"), 100, new SplittableRandom(luck)).run(program.toString(), other,
                FIRST);

        assertThat(one.move()).isIn("C", "D");
        assertThat(again).isEqualTo(one);
        assertThat(one.simulated()).isLessThanOrEqualTo(Programs.MOST_STEPS);
    }

    @Test
    void a_bomb_of_simulations_ends_at_the_limit_of_steps() {
        String bomb = "if(coin(0), C, if(play(them, me) = defect, play(them, me), play(them, me)))";

        Played played = run(bomb, bomb);

        assertThat(played.fault()).isEqualTo("it takes more than 10000 steps");
        assertThat(played.simulated()).isLessThan(Programs.MOST_STEPS);
    }

    @Test
    void deep_nesting_and_deep_simulation_together_do_not_overflow_the_stack() throws InterruptedException {
        String deep = "if(coin(1), ".repeat(40) + "play(them, me)" + ", D)".repeat(40);
        var faults = new java.util.ArrayList<String>();

        var small = new Thread(null, () -> faults.add(run(deep, deep).fault()), "small", 1024 * 1024);
        small.start();
        small.join();

        assertThat(faults).containsExactly("its simulations nest too deeply");
    }
}
