package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Game;
import microcosm.agents.games.Games;
import microcosm.agents.games.LogitDemand;
import microcosm.agents.games.Solver;
import microcosm.worlds.Market;

/// Price competition with logit demand: everybody asks a price by `supply(market, price)`; who asks none sells nothing. Columns: `quality` (2), `outside`
/// (0), `unit cost` (1), `differentiation` (0.25). Benchmarks: prices and profits of the Nash equilibrium and of the cartel, what undercutting the cartel earns once, and
/// from which discount factor on nobody does.
///
/// Source: Calvano, Calzolari, Denicolò and Pastorello 2020, American Economic Review 110, 3267–3297.
public final class Bertrand extends GameOfRounds {
    /// So high a price that nobody buys: what is asked by who asks none.
    private static final BigDecimal NO_SALE = BigDecimal.valueOf(1_000_000_000);

    @Override
    public String name() { return "bertrand"; }

    @Override
    public String summary() { return "firms choose prices, buyers choose by quality and price"; }

    @Override
    List<String> own() { return List.of("quality", "outside", "unit cost", "differentiation", "levels", "beyond"); }

    @Override
    Optional<BigDecimal> nothing() { return Optional.of(NO_SALE); }

    @Override
    SequencedMap<String, Double> references(Game game, Market market) {
        var values = new LinkedHashMap<String, Double>();
        if (game instanceof LogitDemand logit) {
            Solver solver = Games.solver(logit);
            double[] nash = solver.nash();
            double[] joint = solver.joint();
            values.put("nash_price", nash[0]);
            values.put("joint_price", joint[0]);
            values.put("nash_profit", solver.earned(nash)[0]);
            values.put("joint_profit", solver.earned(joint)[0]);
            values.put("deviation_profit", solver.deviation(0, joint));
            values.put("critical_discount", solver.criticalDiscount());
        }
        return values;
    }
}
