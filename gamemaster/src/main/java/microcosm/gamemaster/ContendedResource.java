package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Contention;
import microcosm.agents.games.Game;
import microcosm.worlds.Market;

/// A resource for which there are too many: who brings more than 0 by `supply(market, number)` uses it; up to `capacity` users gain `gain` (1), and where there are more each of
/// them loses `loss` (1). Benchmarks: `nash_chance`, with which everybody uses it where nobody gains by another; `overload`, how often there are then too many; `nash_profit`, 0; `joint_profit`,
/// of each where exactly as many use it as can.
///
/// Source: Arthur 1994, American Economic Review 84, 406–411 (El Farol); Johnson 2026, arXiv 2603.12129.
public final class ContendedResource extends GameOfRounds {
    @Override
    public String name() { return "contention"; }

    @Override
    public String summary() { return "some use what is not enough for all; too many of them lose"; }

    @Override
    List<String> own() { return List.of("capacity", "gain", "loss"); }

    @Override
    Optional<BigDecimal> nothing() { return Optional.of(BigDecimal.ZERO); }

    @Override
    SequencedMap<String, Double> references(Game game, Market market) {
        var values = new LinkedHashMap<String, Double>();
        if (game instanceof Contention resource) {
            double chance = resource.nashChance();
            values.put("nash_chance", chance);
            values.put("overload", resource.overload(chance));
            values.put("nash_profit", 0.0);
            values.put("joint_profit", resource.gain() * Math.min(resource.capacity(), resource.players())
                    / resource.players());
        }
        return values;
    }
}
