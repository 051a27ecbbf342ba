package microcosm.agents.games;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class GamesTest {
    private static final List<String> MOVES = List.of("C", "D");
    private static final MatrixGame DILEMMA = MatrixGame.read(MOVES, "C C 3 3; C D 0 5; D C 5 0; D D 1 1");

    @Test
    void prices_of_logit_firms_end_where_the_literature_has_them() {
        double[][] published = {{2, 1.472927, 1.924981, 0.222927, 0.337490},
                {3, 1.370163, 2.000000, 0.120163, 0.250000}, {4, 1.331461, 2.054411, 0.081461, 0.201103}};
        for (double[] row : published) {
            Solver solver = Games.solver(new LogitDemand((int) row[0], 2, 0, 1, 0.25));

            assertThat(solver.nash()[0]).isCloseTo(row[1], within(1e-6));
            assertThat(solver.joint()[0]).isCloseTo(row[2], within(1e-6));
            assertThat(solver.earned(solver.nash())[0]).isCloseTo(row[3], within(1e-6));
            assertThat(solver.earned(solver.joint())[0]).isCloseTo(row[4], within(1e-6));
        }
    }

    @Test
    void at_the_nash_prices_nobody_gains_by_another_price() {
        Solver solver = Games.solver(new LogitDemand(2, 2, 0, 1, 0.25));
        double[] nash = solver.nash();
        double kept = solver.earned(nash)[0];

        assertThat(List.of(-0.1, -0.001, 0.001, 0.1)).allSatisfy(
                change -> assertThat(solver.earned(new double[]{nash[0] + change, nash[1]})[0]).isLessThan(kept));
    }

    @Test
    void the_dilemma_has_one_equilibrium_a_dominant_move_and_a_critical_discount_of_a_half() {
        assertThat(DILEMMA.equilibria()).singleElement().isEqualTo(new int[]{1, 1});
        assertThat(DILEMMA.dominates(0, 1, true)).isTrue();
        assertThat(DILEMMA.dominates(0, 0, false)).isFalse();
        assertThat(DILEMMA.criticalDiscount(0)).isEqualTo(0.5);
    }

    @Test
    void a_mediator_makes_delegating_weakly_dominant_and_a_fine_above_the_gain_makes_cooperating_dominant() {
        MatrixGame game = MatrixGame.read(MOVES, "C C 2 2; C D 0 3; D C 3 0; D D 1 1");

        assertThat(game.mediated("C", "D").dominates(0, 2, false)).isTrue();
        assertThat(game.mediated("C", "D").dominates(0, 2, true)).isFalse();
        assertThat(game.fined("D", 1.01).dominates(0, 0, true)).isTrue();
        assertThat(game.fined("D", 0.99).dominates(0, 0, true)).isFalse();
    }

    @Test
    void coordination_has_two_equilibria_and_matching_pennies_none() {
        assertThat(MatrixGame.read(MOVES, "C C 5 5; C D 0 3; D C 3 0; D D 3 3").equilibria()).hasSize(2);
        assertThat(MatrixGame.read(MOVES, "C C 1 -1; C D -1 1; D C -1 1; D D 1 -1").equilibria()).isEmpty();
    }

    @Test
    void a_table_of_payoffs_says_what_is_wrong_with_it() {
        assertThatThrownBy(() -> MatrixGame.read(MOVES, "C C 3 3; C D 0 5; D D 1 1"))
                .hasMessage("4 combinations of moves need 2 numbers each");
        assertThatThrownBy(() -> MatrixGame.read(MOVES, "C C 3 3; C E 0 5")).hasMessage("\"E\" is not one of C, D");
        assertThatThrownBy(() -> MatrixGame.read(MOVES, "C C 3 3; C C 0 5"))
                .hasMessage("\"C C 0 5\" stands there twice");
        assertThatThrownBy(() -> MatrixGame.read(MOVES, "C C 3")).hasMessage("\"C C 3\" must be 1 moves and 1 numbers");
    }

    @Test
    void what_is_kept_of_a_table_is_what_the_game_works_out() {
        var game = new LogitDemand(3, 2, 0, 1, 0.25);
        var table = new Table(game, new double[]{1.2, 1.4, 1.6, 1.8});
        double[] kept = new double[3];
        double[] worked = new double[3];

        table.payoffs(new int[]{0, 3, 2}, kept);
        game.payoffs(new double[]{1.2, 1.8, 1.6}, worked);

        assertThat(kept).isEqualTo(worked);
    }

    @Test
    void everybody_gives_everything_or_nothing_as_in_the_experiment() {
        var good = new PublicGood(4, 20, 0.4);

        assertThat(earned(good, 20, 20, 20, 20)).containsExactly(32, 32, 32, 32);
        assertThat(earned(good, 0, 20, 20, 20)).startsWith(44);
        assertThat(earned(good, 20, 0, 0, 0)).startsWith(8);
    }

    @Test
    void a_value_moves_by_alpha_towards_what_was_earned_and_what_the_next_state_is_worth() {
        var table = new Table(DILEMMA, new double[]{0, 1});
        var learner = new QTable(table, 0, 0.5, 0.5, 100, 0);
        // Against anybody defecting earns 3 and cooperating 1.5 a round, for ever twice that: 6 and 3. Tried once, then greedy.
        learner.choose(new SplittableRandom(1));
        assertThat(learner.best(new int[]{0, 0})).isEqualTo(1);

        for (int round = 0; round < 60; round++) {
            learner.learn(new int[]{1, 1}, new double[]{1, 1});
        }

        // 1 for ever is worth 2, less than the 3 that cooperating was thought to be worth; 2 for ever would be worth 4.
        assertThat(learner.best(new int[]{0, 0})).isZero();
        var content = new QTable(table, 0, 0.5, 0.5, 100, 0);
        for (int round = 0; round < 60; round++) {
            content.learn(new int[]{1, 1}, new double[]{2, 2});
        }
        assertThat(content.best(new int[]{0, 0})).isEqualTo(1);
    }

    @Test
    void means_are_over_the_last_rounds() {
        var table = new Table(DILEMMA, new double[]{0, 1});
        List<Automaton> players = List.of(new Automaton(Automaton.Rule.DEFECT, 0),
                new Automaton(Automaton.Rule.TIT_FOR_TAT, 1));

        var session = new Session(table, players, Luck.lasting(chances(2))).play(200, 100, 0);

        assertThat(session.total(0)).isEqualTo(204);
        assertThat(session.total(1)).isEqualTo(199);
        assertThat(session.earned(0)).isEqualTo(1);
    }

    private static List<SplittableRandom> chances(int players) {
        var chances = new ArrayList<SplittableRandom>();
        for (int i = 0; i < players; i++) {
            chances.add(new SplittableRandom(i));
        }
        return chances;
    }

    private static double[] earned(Game game, double... brought) {
        double[] earned = new double[brought.length];
        game.payoffs(brought, earned);
        return earned;
    }
}
