package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Game;
import microcosm.worlds.Market;

/// Everybody says a number each step by `supply(market, number)`, at the same time, and then everybody knows what all said; a round counts once all have. For opinions that are
/// numbers. `mean_brought` is the mean of what was said.
public final class Statements extends GameOfRounds {
    @Override
    public String name() { return "statements"; }

    @Override
    public String summary() { return "everybody says a number, and everybody hears all of them"; }

    @Override
    List<String> own() { return List.of("most", "grid"); }

    @Override
    Optional<BigDecimal> nothing() { return Optional.empty(); }

    @Override
    SequencedMap<String, Double> references(Game game, Market market) { return new LinkedHashMap<>(); }
}
