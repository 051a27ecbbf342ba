package microcosm.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.agents.games.Boltzmann;
import microcosm.agents.games.Strategy;
import microcosm.agents.games.Table;

/// A firm that learns what pays, without a model of the market: one value per combination of quantities on a grid of `grid`, within the
/// capacity, learnt by [Boltzmann]: T starts at `temperature` and shrinks by `decay` a round.
///
/// The defaults of alpha and the form are the source's, whose million rounds allow T = 1000·0.99999^t; in fifty rounds a firm has to
/// cool faster, hence the default decay.
///
/// Source: Waltman and Kaymak 2008, Q-learning Agents in a Cournot Oligopoly Model, Journal of Economic Dynamics and Control 32,
/// 3275–3293 (without memory, logit choice).
final class QLearning extends Firm implements Strategic {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Amount("alpha", 0.5, 0, 1, "how far a value moves towards the last profit"),
            new Parameter.Amount("temperature", 1000, 1e-9, 1e9, "how freely it tries at first, in units of profit"),
            new Parameter.Amount("decay", 0.9, 0, 1, "what is left of the temperature each round"),
            new Parameter.Amount("grid", 10, 1e-6, 1e6, "distance between the quantities it considers"),
            new Parameter.Amount("most", 100, 0, 1e6, "the largest quantity it considers where there is no capacity"));

    private static final int LARGEST_TABLE = 200_000;

    private final List<double[]> actions = new ArrayList<>();
    private final Boltzmann learner;
    private double fines;

    QLearning(Persona persona) {
        super(persona, PARAMETERS);
        double most = Math.min(industry.capacity(), amount("most"));
        combine(new double[industry.markets()], 0, most, amount("grid"));
        learner = learner(actions.size(), self);
    }

    private Boltzmann learner(int size, int player) {
        return new Boltzmann(player, size, amount("alpha"), amount("temperature"), amount("decay"));
    }

    /// @throws microcosm.worlds.WorldException if the quantities it considers are not those of the table
    @Override
    public Strategy strategy(Table table, int player) {
        boolean same = actions.size() == table.actions();
        for (int i = 0; same && i < actions.size(); i++) {
            same = Math.abs(actions.get(i)[0] - table.value(i)) < 1e-9;
        }
        if (!same) {
            throw problem("the quantities it considers are not those of the market",
                    "the same grid and most in the policy and in Markets");
        }
        return learner(table.actions(), player);
    }

    @Override
    double[] quantities(Situation situation, Inner inner) {
        learn(situation);
        return actions.get(learner.choose(inner.chance("q-learning")));
    }

    private void learn(Situation situation) {
        Optional<double[]> price = known("*", "price", situation);
        Optional<double[]> own = known(situation.person(), "q", situation);
        if (price.isPresent() && own.isPresent()) {
            double profit = -fined(situation);
            for (int m = 0; m < industry.markets(); m++) {
                profit += (price.get()[m] - industry.cost(self, m)) * own.get()[m];
            }
            learner.rewarded(profit);
        }
    }

    /// @return what was taken from its account since it last chose: what an institution that fines teaches
    private double fined(Situation situation) {
        double before = fines;
        fines = situation.known(situation.person(), "total_fines").map(Double::parseDouble).orElse(0.0);
        return fines - before;
    }

    private void combine(double[] chosen, int market, double left, double grid) {
        if (market == chosen.length) {
            if (actions.size() == LARGEST_TABLE) {
                throw new IllegalArgumentException(
                        "grid " + grid + " gives more than " + LARGEST_TABLE + " combinations of quantities");
            }
            actions.add(chosen.clone());
            return;
        }
        for (int k = 0; k * grid <= left + 1e-9; k++) {
            chosen[market] = k * grid;
            combine(chosen, market + 1, left - k * grid, grid);
        }
        chosen[market] = 0;
    }
}
