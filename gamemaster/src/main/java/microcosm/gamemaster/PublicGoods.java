package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Game;
import microcosm.agents.games.Games;
import microcosm.agents.games.PublicGood;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Everybody gives to a common pot by `supply(market, units)`, and each unit returns something to everybody. Columns: `endowment` (20), `share` (0.4), `removes` (3).
/// A world with punishment adds to the attributes `punished` of one and `punishing` of another, by `add(to, "punished", units), add(actor, "punishing", units)`; when the
/// step is settled each unit costs who spends it 1, and who is punished `removes`.
///
/// Benchmarks: what each earns where nobody gives and where all give everything, and `deterring`: how many units of punishment take away what giving nothing
/// gains. Source: Fehr and Gächter 2000, American Economic Review 90, 980–994; 2002, Nature 415, 137–140.
public final class PublicGoods extends GameOfRounds {
    @Override
    public String name() { return "public-good"; }

    @Override
    public String summary() { return "everybody gives to a common pot that returns to all, and may be punished"; }

    @Override
    List<String> own() { return List.of("endowment", "share", "removes"); }

    /// Also what is given now, so that it can be judged in a later phase of the same step.
    @Override
    public List<String> known() { return List.of("brought", "earned", "total", "supply"); }

    @Override
    Optional<BigDecimal> nothing() { return Optional.of(BigDecimal.ZERO); }

    @Override
    List<Effect> afterwards(double[] earned, Market market, Moment moment) {
        double removes = Games.number(market, "removes", 3);
        var effects = new ArrayList<Effect>();
        List<String> people = moment.society().ids();
        for (int i = 0; i < earned.length; i++) {
            double punished = of(moment, people.get(i), "punished").doubleValue();
            double punishing = of(moment, people.get(i), "punishing").doubleValue();
            earned[i] -= removes * punished + punishing;
            for (String attribute : List.of("punished", "punishing")) {
                if (moment.state().attribute(people.get(i), attribute).isPresent()) {
                    effects.add(new Effect.Became(people.get(i), attribute, "0"));
                }
            }
        }
        return effects;
    }

    @Override
    SequencedMap<String, Double> references(Game game, Market market) {
        var values = new LinkedHashMap<String, Double>();
        if (game instanceof PublicGood(int members, double endowment, double share)) {
            double[] earned = new double[members];
            double[] given = new double[members];
            game.payoffs(given, earned);
            values.put("nash_profit", share < 1 ? earned[0] : endowment * share * members);
            java.util.Arrays.fill(given, endowment);
            game.payoffs(given, earned);
            double all = earned[0];
            values.put("joint_profit", all);
            given[0] = 0;
            game.payoffs(given, earned);
            values.put("deviation_profit", earned[0]);
            values.put("deterring", Math.max(0, earned[0] - all) / Games.number(market, "removes", 3));
            java.util.Arrays.fill(given, 0);
            given[0] = endowment;
            game.payoffs(given, earned);
            values.put("lone_giver", earned[0]);
        }
        return values;
    }
}
