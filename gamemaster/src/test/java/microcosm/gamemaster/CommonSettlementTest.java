package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.agents.games.Contention;
import microcosm.agents.games.Norm;

import static microcosm.gamemaster.SettlementTest.benchmark;
import static microcosm.gamemaster.SettlementTest.number;
import static microcosm.gamemaster.SettlementTest.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Debts, taxes, standings, pots and ballots at the edges of their rules.
class CommonSettlementTest {
    private static final String COINS = """

            ## Goods

            | good | unit | made or used |
            |---|---|---|
            | coin | coin | no |

            ## Holdings

            | who | coin |
            |---|--:|
            | [Al](#al) | 100 |
            | [Bo](#bo) | 20 |
            | [Cy](#cy) | 0.05 |

            ## Actions

            | action | needs | effect |
            |---|---|---|
            | borrow(from: person, what: goods) | | owe(from, what) |
            """;
    private static final String SUPPLY = """

            ## Actions

            | action | needs | effect |
            |---|---|---|
            | bring(place: market, much: quantity 0.0..1000.0) | | supply(place, much) |
            """;

    @TempDir
    private Path folder;

    private static double coins(Play play, String who) {
        return play.state().holdings(who).amount("coin").doubleValue();
    }

    @Test
    void a_debtor_with_two_creditors_pays_the_first_and_what_is_left_the_second() {
        Play play = play(1, "Al\nBo\nCy", """
                | bank | mechanism | paid in | interest | term |
                |---|---|---|---|---|
                | Bank | credit | coin | 0 | 1 |
                """, COINS, "1 bo: [borrow from=al; what=15 coin] [borrow from=cy; what=15 coin]", 1);

        assertThat(coins(play, "bo")).isZero();
        assertThat(coins(play, "al")).isEqualTo(115);
        assertThat(coins(play, "cy")).isEqualTo(5.05);
        assertThat(number(play, "*", "owed bank")).isEqualTo(10);
        assertThat(play.state().attribute("bo", "defaults")).contains("1");
    }

    @Test
    void what_is_below_the_allowance_is_not_taxed_and_what_cannot_be_divided_stays() {
        Play play = play(1, "Al\nBo\nCy", """
                | state | mechanism | paid in | rate | allowance |
                |---|---|---|---|---|
                | State | tax | coin | 0.1 | 50 |
                """, COINS, "", 1);

        assertThat(number(play, "*", "revenue state")).isEqualTo(5);
        assertThat(coins(play, "al")).as("100 - 5 + 1.66, and two cents that cannot be divided").isEqualTo(96.68);
        assertThat(coins(play, "bo")).isEqualTo(21.66);
        assertThat(coins(play, "cy")).isEqualTo(1.71);
    }

    @Test
    void to_keep_from_the_bad_clears_nobody_under_consistent_standing() {
        assertThat(Norm.CONSISTENT_STANDING.good(false, false, false)).isFalse();
        assertThat(Norm.CONSISTENT_STANDING.good(true, false, false)).isTrue();
        assertThat(Norm.SIMPLE_STANDING.good(false, false, false)).isTrue();
        // Al and Bo keep from each other, both good before, then again, both bad
        for (String norm : new String[]{"consistent-standing", "simple-standing"}) {
            Play play = play(2, "Al\nBo", """
                    | village | mechanism | norm |
                    |---|---|---|
                    | Village | reputation | %s |
                    """.formatted(norm), """

                    ## Actions

                    | action | needs | effect |
                    |---|---|---|
                    | meet(village: market, so: choice give or keep) | | choose(village, so) |
                    """, "", 1);

            assertThat(play.state().attribute("al", "standing village"))
                    .contains(norm.startsWith("simple") ? "good" : "bad");
            assertThat(play.state().attribute("al", "recipient village")).contains("bo");
            assertThat(play.state().attribute("bo", "recipient village")).contains("al");
        }
    }

    @Test
    void guesses_go_to_the_end_that_the_factor_points_to() {
        for (double[] way : new double[][]{{0.5, 0}, {1, 50}, {1.5, 100}}) {
            assertThat(benchmark(play(1, "Al\nBo", """
                    | contest | mechanism | factor |
                    |---|---|---|
                    | Contest | beauty-contest | %s |
                    """.formatted(way[0]), SUPPLY, "", 1), "nash_guess")).isEqualTo(way[1]);
        }
    }

    @Test
    void who_does_nothing_does_not_use_what_is_scarce_and_a_resource_for_all_is_used_by_all() {
        String market = """
                | bar | mechanism | capacity |
                |---|---|---|
                | Bar | contention | %d |
                """;
        Play scarce = play(1, "Al\nBo\nCy", market.formatted(1), SUPPLY, "1 al: [bring place=bar; much=1]", 1);

        assertThat(number(scarce, "al", "earned bar")).isEqualTo(1);
        assertThat(number(scarce, "bo", "earned bar")).isZero();
        assertThat(benchmark(play(1, "Al\nBo\nCy", market.formatted(9), SUPPLY, "", 1), "joint_profit")).isEqualTo(1);
        assertThat(new Contention(2, 1, 1, 1).overload(0.5)).as("both of two").isCloseTo(0.25, within(1e-9));
    }

    private static Play pot(double share, double removes) { return play(1, "Al\nBo\nCy\nDi", """
                | pot | mechanism | endowment | share | removes |
                |---|---|---|---|---|
                | Pot | public-good | 20 | %s | %s |
                """.formatted(share, removes), """

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | give(pot: market, points: quantity 0..20) | | supply(pot, points) |
                | punish(whom: person, points: quantity 0.0..10.0) | | add(whom, "punished", points), add(actor, "punishing", points) |
                """, """
                1 al: [give pot=pot; points=20] [punish whom=bo; points=2]
                1 cy: [give pot=pot; points=20]
                1 di: [give pot=pot; points=20]
                """, 1); }

    @Test
    void to_punish_costs_one_and_removes_what_the_pot_says() {
        Play play = pot(0.4, 4);

        assertThat(number(play, "al", "earned pot")).isEqualTo(24 - 2);
        assertThat(number(play, "bo", "earned pot")).isEqualTo(44 - 8);
        assertThat(number(play, "cy", "earned pot")).isEqualTo(24);
        assertThat(benchmark(play, "deterring")).as("12 over 4").isCloseTo(3, within(1e-9));
        assertThat(benchmark(play, "nash_profit")).isEqualTo(20);
        assertThat(benchmark(pot(1.5, 4), "nash_profit")).as("where giving pays, all give").isEqualTo(20 * 1.5 * 4);
    }

    @Test
    void a_stock_grows_no_further_than_its_capacity() {
        Play play = play(1, "Al\nBo", """
                | lake | mechanism | stock | capacity | growth |
                |---|---|---|---|---|
                | Lake | common-pool | 60 | 90 | 2 |
                """, """

                ## Goods

                | good | unit | made or used |
                |---|---|---|
                | fish | ton | made by the lake |
                """ + SUPPLY, "1 al: [bring place=lake; much=5]", 1);

        assertThat(number(play, "*", "stock lake")).isEqualTo(90);
    }

    @Test
    void a_round_of_statements_counts_once_everybody_has_said_a_number() {
        String market = "| table | mechanism |\n|---|---|\n| Table | statements |\n";

        Play half = play(1, "Al\nBo", market, SUPPLY, "1 al: [bring place=table; much=3]", 1);
        Play both = play(1, "Al\nBo", market, SUPPLY,
                "1 al: [bring place=table; much=3]\n1 bo: [bring place=table; much=4]",
                1);

        assertThat(half.state().attribute("*", "round table")).isEmpty();
        assertThat(number(both, "*", "mean_brought")).isEqualTo(3.5);
    }

    @Test
    void rhythms_have_the_critical_coupling_of_kuramoto_and_who_brings_more_goes_faster() {
        String field = "| field | mechanism | coupling | width | time |\n|---|---|---|---|---|\n| Field | synchrony | 0 | 0.3 | 0.5 |\n";
        Play still = play(1, "Al\nBo\nCy", field, SUPPLY, "", 1);
        Play moved = play(1, "Al\nBo\nCy", field, SUPPLY, "1 al: [bring place=field; much=0.2]", 1);

        assertThat(benchmark(still, "critical_coupling")).isEqualTo(0.6);
        assertThat(number(moved, "al", "phase field") - number(still, "al", "phase field"))
                .isCloseTo(0.2 * 0.5, within(1e-9));
        assertThat(number(moved, "bo", "phase field")).isEqualTo(number(still, "bo", "phase field"));
    }

    /// @return what beats every other, where the rule says it, and who is elected
    private static String elected(String rule, String lines, long seed) {
        Play play = play(1, "Al\nBo\nCy\nDi", "| ballot | mechanism |\n|---|---|\n| Chair | " + rule + " |\n", """

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | vote(who: choice x or y or z) | | vote("chair", who) |
                | rank(who: choice x or y or z, place: number 1..3) | | rank("chair", who, place) |
                """, lines, seed);
        return Stream.of("condorcet", "elected")
                .flatMap(what -> play.state().attribute("*", what + " chair").stream()).toList().toString();
    }

    @Test
    void a_tie_is_drawn_by_seed_and_half_is_no_majority() {
        var winners = new TreeSet<String>();
        for (int seed = 0; seed < 12; seed++) {
            winners.add(elected("plurality-vote", "1 al: [vote who=x]\n1 bo: [vote who=y]", seed));
        }
        assertThat(winners).containsExactly("[x]", "[y]");
        // x has two of four first places; z goes out, and its vote makes y second to none
        var runoffs = new TreeSet<String>();
        for (int seed = 0; seed < 12; seed++) {
            runoffs.add(elected("ranked-vote", """
                    1 al: [rank who=x; place=1]
                    1 bo: [rank who=x; place=1]
                    1 cy: [rank who=y; place=1]
                    1 di: [rank who=z; place=1] [rank who=y; place=2]
                    """, seed));
        }
        assertThat(runoffs).as("condorcet, elected: x and y tie in pairs and at the end").contains("[nobody, x]",
                "[nobody, y]");
    }

    @Test
    void what_somebody_does_not_rank_comes_after_all_they_do_and_a_point_is_for_each_that_comes_after() {
        // x is ranked once above both others, y twice last of those ranked
        assertThat(elected("borda-vote", """
                1 al: [rank who=x; place=1] [rank who=y; place=2] [rank who=z; place=3]
                1 bo: [rank who=z; place=1] [rank who=x; place=2] [rank who=y; place=3]
                1 cy: [rank who=z; place=1] [rank who=y; place=2] [rank who=x; place=3]
                1 di: [rank who=x; place=1]
                """, 1)).as("x 2 + 1 + 0 + 2, z 0 + 2 + 2").isEqualTo("[x]");
        assertThat(elected("ranked-vote", """
                1 al: [rank who=x; place=1]
                1 bo: [rank who=y; place=1]
                1 cy: [rank who=x; place=1] [rank who=y; place=2]
                """, 1)).as("x before y for two, though one ranks y not at all").isEqualTo("[x, x]");
    }
}
