package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

import microcosm.agents.Policies;
import microcosm.agents.games.Games;
import microcosm.agents.games.Luck;
import microcosm.agents.games.QTable;
import microcosm.agents.games.Session;
import microcosm.agents.games.Strategy;
import microcosm.agents.games.Table;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.models.Embedders;
import microcosm.trace.Effect;
import microcosm.trace.Seed;
import microcosm.trace.State;
import microcosm.worlds.EvaluationException;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Market;
import microcosm.worlds.Measure;
import microcosm.worlds.Person;
import microcosm.worlds.Problem;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;

/// Plays a world whose one market is a game of rounds without words and without a trace: the people's policies and the mechanism's
/// arithmetic, as many rounds as the clock has steps, and nothing else. For results that need millions of rounds.
///
/// Means are over the last rounds, as many as the market's column `over` says, or all. With a column `steady` it is over earlier, once nobody's policy has changed what it
/// takes for best for so many rounds, and means are over those. A world whose market is `encounters` is played by [Pairs], one of `synchrony` by [Synchrony], one of `selection` by
/// [Selection].
public final class Rounds {
    private final World world;
    private final Market market;
    private final List<Person> people;
    private final Moment moment;
    private final Session session;
    private final Table table;
    private final List<Strategy> strategies = new ArrayList<>();

    /// @param lucks the luck of those who play
    private Rounds(World world, long seed, Function<List<Person>, Luck> lucks) {
        this.world = world;
        List<Market> markets = world.dealings().markets();
        if (markets.size() != 1 || !Games.describes(markets.getFirst())) {
            throw new WorldException(List.of(new Problem(people(world), "rounds without words need one market, a game",
                    List.of(), "cournot, bertrand, matrix-game or public-good")));
        }
        market = markets.getFirst();
        if (Transparency.of(market).isClosed()) {
            throw new WorldException(List.of(new Problem(market.at(),
                    "transparency: without words everybody sees what everybody did", List.of(),
                    "history, or no such column")));
        }
        var source = new Seed(seed);
        List<Person> all = new Casting(world, source).people();
        var names = new LinkedHashMap<String, String>();
        all.forEach(person -> names.put(person.id(), person.name()));
        var society = new Society(all);
        moment = new Moment(world, society, State.EMPTY, new Standing(), new Past(false), source, 0, 0,
                Optional.empty(), Mechanisms.everybodyKnows(world));
        table = Games.table(market, names, MomentScope.of(moment));
        List<String> playing = Games.players(market, names, MomentScope.of(moment));
        people = all.stream().filter(person -> playing.contains(person.id())).toList();
        try (Memory memory = Memories.open(Optional.empty(), world.clock(), world.memory(),
                Embedders.named(Engine.embedder(world), _ -> {}))) {
            for (Person person : people) {
                strategies.add(Policies.strategy(world, person, memory, table, strategies.size()));
            }
        }
        session = new Session(table, strategies, lucks.apply(people));
    }

    private static microcosm.worlds.Position people(World world) {
        return world.dealings().markets().isEmpty()
                ? new microcosm.worlds.Position(world.id(), 1, 1)
                : world.dealings().markets().getFirst().at();
    }

    /// Plays to the end.
    ///
    /// @return benchmarks, `rounds`, `mean_profit`, `mean_brought`, and for each person `total NAME`; then the measures of the end
    /// @throws WorldException if the world is no such game, or a policy plays none
    public static SequencedMap<String, Double> play(World world, long seed) {
        List<Market> markets = world.dealings().markets();
        String mechanism = markets.size() == 1 ? markets.getFirst().mechanism() : "";
        return switch (mechanism) {
            case "encounters" -> Pairs.play(world, markets.getFirst(), seed);
            case "selection" -> Selection.play(world, markets.getFirst(), seed);
            case "synchrony" -> Synchrony.play(world, markets.getFirst(), seed);
            default -> new Rounds(world, seed, people -> Luck.lasting(
                    people.stream().map(person -> new Seed(seed).stream("rounds/" + person.id(), 0, 0)).toList()))
                    .play();
        };
    }

    /// The game of a world's one market, round by round, with another luck.
    static Session session(World world, long seed, Function<List<Person>, Luck> lucks) {
        return new Rounds(world, seed, lucks).session;
    }

    private SequencedMap<String, Double> play() {
        int most = world.clock().steps();
        session.play(most, (long) Games.number(market, "over", most), (long) Games.number(market, "steady", 0));
        var numbers = new LinkedHashMap<String, Double>();
        Mechanisms.all().stream().filter(mechanism -> mechanism.name().equals(market.mechanism()))
                .forEach(mechanism -> mechanism.benchmarks(List.of(market), moment)
                        .forEach((name, value) -> numbers.put(name, value.doubleValue())));
        double profit = 0;
        double brought = 0;
        for (int i = 0; i < people.size(); i++) {
            profit += session.earned(i) / people.size();
            brought += session.brought(i) / people.size();
        }
        numbers.put("rounds", (double) session.rounds());
        numbers.put("mean_profit", profit);
        numbers.put("mean_brought", brought);
        for (int i = 0; i < people.size(); i++) {
            numbers.put("total " + people.get(i).id(), session.total(i));
        }
        if (strategies.stream().allMatch(QTable.class::isInstance) && numbers.containsKey("nash_price")) {
            answered(numbers);
        }
        measured(world, moment, numbers);
        return numbers;
    }

    /// What comes of it when the first undercuts the others for one round by asking what would be best against what they ask: `deviation_gain`, what that round
    /// earns it more; `answer`, how much lower the second's price is in the next; `returned`, how far its own price is from before after twenty.
    private void answered(SequencedMap<String, Double> numbers) {
        double[][] path = session.answered(0, 0, 0);
        int[] before = new int[path[0].length];
        for (int i = 0; i < before.length; i++) {
            before[i] = table.nearest(path[0][i]);
        }
        int best = 0;
        double[] earned = new double[before.length];
        double most = Double.NEGATIVE_INFINITY;
        double kept = 0;
        for (int action = 0; action < table.actions(); action++) {
            int[] tried = before.clone();
            tried[0] = action;
            table.payoffs(tried, earned);
            if (action == before[0]) {
                kept = earned[0];
            }
            if (action < before[0] && earned[0] > most) {
                most = earned[0];
                best = action;
            }
        }
        if (before[0] > 0) {
            double[][] after = session.answered(0, best, 22);
            numbers.put("deviation_gain", most - kept);
            numbers.put("answer", after[0][1] - after[2][1]);
            numbers.put("returned", Math.abs(after[22][1] - after[0][1]));
        }
    }

    static void measured(World world, Moment moment, SequencedMap<String, Double> numbers) {
        State state = State.EMPTY;
        for (var number : numbers.entrySet()) {
            state = state.after(new Effect.Became(MomentScope.EVERYBODY, number.getKey(),
                    BigDecimal.valueOf(number.getValue()).toPlainString()));
        }
        Moment end = moment.with(state);
        for (Measure measure : world.watch().measures()) {
            try {
                BigDecimal value = Evaluator.number(measure.is(),
                        new MomentScope(end, Optional.empty(), new LinkedHashMap<>(), measure.name()));
                numbers.put(measure.name(), value.doubleValue());
                end.past().measured(measure.name(), microcosm.worlds.Value.of(value));
            } catch (EvaluationException _) {
                // a measure of what there is only with words has no value here
            }
        }
    }
}
