package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Game;
import microcosm.worlds.Market;

/// Beauty contest: everybody names a number by `supply(market, number)`, and the nearest to a share of the mean wins the prize. Columns: `factor` (0.6667), `prize` (100), `most` (100).
/// Benchmarks: `nash_guess`, 0 where the factor is below 1 and `most` above; `level_1` to `level_3`, what those name who think so many steps ahead of the middle.
///
/// Source: Nagel 1995, Unraveling in Guessing Games, American Economic Review 85, 1313–1326.
public final class BeautyContest extends GameOfRounds {
    @Override
    public String name() { return "beauty-contest"; }

    @Override
    public String summary() { return "everybody names a number; the nearest to a share of the mean wins"; }

    @Override
    List<String> own() { return List.of("factor", "prize", "most", "grid"); }

    @Override
    Optional<BigDecimal> nothing() { return Optional.empty(); }

    @Override
    SequencedMap<String, Double> references(Game game, Market market) {
        var values = new LinkedHashMap<String, Double>();
        if (game instanceof microcosm.agents.games.Guess guess) {
            double most = microcosm.agents.games.Games.number(market, "most", 100);
            values.put("nash_guess", guess.factor() < 1 ? 0 : guess.factor() > 1 ? most : most / 2);
            for (int level = 1; level <= 3; level++) {
                values.put("level_" + level, Math.min(most, most / 2 * Math.pow(guess.factor(), level)));
            }
        }
        return values;
    }
}
