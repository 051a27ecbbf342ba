package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.agents.games.Games;
import microcosm.agents.games.Oscillators;
import microcosm.trace.Effect;
import microcosm.trace.Seed;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// Everybody keeps a rhythm, and is drawn to the rhythm of all. Columns: `coupling` (1), `width` of the Lorentz distribution whose quantiles are the paces, in cast order (0.5),
/// `time` that passes in a step (0.05), `over`: how many of the last steps the mean is of (all). Who brings a number by `supply(market, pace)` goes by so much faster in this step.
///
/// Attributes with the market's id: of a person `phase`, which everybody knows; of the world `order`, r; without it `mean_order`. Benchmarks: `critical_coupling`, 2 width, and
/// `order_limit`, r of infinitely many. Phases begin anywhere, by seed.
///
/// Source: Kuramoto 1975, Lecture Notes in Physics 39, 420–422; Strogatz 2000, Physica D 143, 1–20.
public final class Synchrony implements Mechanism {
    @Override
    public String name() { return "synchrony"; }

    @Override
    public String summary() { return "everybody keeps a rhythm, and is drawn to that of all"; }

    @Override
    public List<String> columns() { return List.of("coupling", "width", "time", "over"); }

    @Override
    public List<String> known() { return List.of("phase"); }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            String end = markets.size() == 1 ? "" : " " + market.id();
            values.put("critical_coupling" + end, GameOfRounds.rounded(2 * width(market)));
            values.put("order_limit" + end,
                    GameOfRounds.rounded(Oscillators.order(coupling(market), width(market))));
        }
        return values;
    }

    @Override
    public List<Effect> beginning(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        for (Market market : markets) {
            double[] phases = begin(market, moment.society().ids().size(), moment.seed());
            told(market, moment, phases, effects);
            effects.add(world("order " + market.id(), new Oscillators(phases, 0).order()));
        }
        return effects;
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        List<String> people = moment.society().ids();
        for (Market market : markets) {
            double[] paces = Oscillators.lorentzian(people.size(), width(market));
            double[] phases = new double[paces.length];
            for (int i = 0; i < paces.length; i++) {
                String supply = "supply " + market.id();
                phases[i] = GameOfRounds.of(moment, people.get(i), "phase " + market.id()).doubleValue();
                paces[i] += GameOfRounds.of(moment, people.get(i), supply).doubleValue();
                if (moment.state().attribute(people.get(i), supply).filter(text -> !text.isEmpty()).isPresent()) {
                    effects.add(new Effect.Became(people.get(i), supply, ""));
                }
            }
            var all = new Oscillators(phases, coupling(market));
            all.move(paces, time(market));
            told(market, moment, all.phases(), effects);
            effects.add(world("order " + market.id(), all.order()));
            int since = moment.step() - (moment.lastStep() - over(market, moment.lastStep()));
            if (since > 0) {
                double sum = GameOfRounds.of(moment, MomentScope.EVERYBODY, "mean_order").doubleValue() * (since - 1);
                effects.add(world("mean_order", (sum + all.order()) / since));
            }
        }
        return effects;
    }

    /// Plays a world of this mechanism alone without words and without a trace: nobody does anything but keep their rhythm.
    ///
    /// @return benchmarks, `mean_order`, `order`
    static SequencedMap<String, Double> play(World world, Market market, long seed) {
        var source = new Seed(seed);
        int many = new Casting(world, source).people().size();
        double[] paces = Oscillators.lorentzian(many, width(market));
        var all = new Oscillators(begin(market, many, source), coupling(market));
        int steps = world.clock().steps();
        int over = over(market, steps);
        double sum = 0;
        for (int step = 1; step <= steps; step++) {
            all.move(paces, time(market));
            sum += step > steps - over ? all.order() : 0;
        }
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("critical_coupling", 2 * width(market));
        numbers.put("order_limit", Oscillators.order(coupling(market), width(market)));
        numbers.put("mean_order", sum / over);
        numbers.put("order", all.order());
        return numbers;
    }

    private static double[] begin(Market market, int many, Seed seed) {
        var chance = seed.stream("mechanisms/synchrony/" + market.id(), 0, 0);
        double[] phases = new double[many];
        Arrays.setAll(phases, _ -> chance.nextDouble() * 2 * Math.PI);
        return phases;
    }

    private static void told(Market market, Moment moment, double[] phases, List<Effect> effects) {
        List<String> people = moment.society().ids();
        for (int i = 0; i < phases.length; i++) {
            effects.add(new Effect.Became(people.get(i), "phase " + market.id(), BigDecimal.valueOf(phases[i])
                    .toPlainString()));
        }
    }

    private static double coupling(Market market) { return Games.number(market, "coupling", 1); }

    private static double width(Market market) { return Games.number(market, "width", 0.5); }

    private static double time(Market market) { return Games.number(market, "time", 0.05); }

    private static int over(Market market, int steps) { return (int) Games.number(market, "over", steps); }

    private static Effect world(String attribute, double value) {
        return new Effect.Became(MomentScope.EVERYBODY, attribute, GameOfRounds.rounded(value).toPlainString());
    }
}
