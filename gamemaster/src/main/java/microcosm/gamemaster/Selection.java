package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;

import microcosm.agents.games.Breeding;
import microcosm.agents.games.Games;
import microcosm.trace.Effect;
import microcosm.trace.Seed;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.Problem;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;

/// People die, and children of those who did well take their place. Whoever follows the policy `heir` is of the kind of their parent from then on, and begins anew. Columns: `process`: `moran`, one
/// death and one child, or `replicator`, a generation in which every kind's share is multiplied by its fitness over the mean; `game`, the id of the market whose `earned` of this step counts, with
/// `strength` (1): fitness is exp(strength × earned); or instead `fitness`, such as `hawk 1.5; dove 1`; `every` (1), `mutation` (0), the chance that a child is of any kind there was at first.
///
/// Every death and every birth is an event, `death` and `birth`, so that a measure can count them: `count(events, action = "birth")`. A child takes the place and the name of who died.
/// Attributes with the market's id: of a person `kind` and the steps `born` and `died`, which everybody knows, and `parent`, empty by the replicator; of the world `share KIND`, without the market's
/// id, and `alike`: 1 once all are of one kind.
/// Benchmark, with two kinds of given fitness of which one has a single member: `fixation`, how likely its kind takes over.
///
/// Sources at [Breeding].
public final class Selection implements Mechanism {
    private static final String DEATH = "death";
    private static final String BIRTH = "birth";

    @Override
    public String name() { return "selection"; }

    @Override
    public String summary() { return "people die, and children of those who did well take their place"; }

    @Override
    public List<String> columns() { return List.of("process", "game", "strength", "fitness", "every", "mutation"); }

    @Override
    public List<String> events() { return List.of(DEATH, BIRTH); }

    @Override
    public List<String> known() { return List.of("kind", "born", "died"); }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        List<String> kinds = kinds(moment.society().people());
        for (Market market : markets) {
            fixation(market, kinds)
                    .ifPresent(chance -> values.put(markets.size() == 1 ? "fixation" : "fixation " + market.id(),
                            GameOfRounds.rounded(chance)));
        }
        return values;
    }

    private static Optional<Double> fixation(Market market, List<String> kinds) {
        List<String> two = kinds.stream().distinct().toList();
        Optional<String> one = two.stream().filter(kind -> kinds.stream().filter(kind::equals).count() == 1)
                .findFirst();
        if (two.size() != 2 || one.isEmpty() || !market.columns().containsKey("fitness")) {
            return Optional.empty();
        }
        String other = two.get(0).equals(one.get()) ? two.get(1) : two.get(0);
        return Optional.of(Breeding.fixation(kinds.size(),
                given(market).getOrDefault(one.get(), 1.0) / given(market).getOrDefault(other, 1.0)));
    }

    private static List<String> kinds(List<Person> people) {
        return people.stream()
                .map(person -> person.policy().filter(call -> call.name().equals("heir"))
                        .map(call -> call.parameters().getOrDefault("kind", "")).filter(kind -> !kind.isEmpty())
                        .orElse(Optional.ofNullable(person.options().get("kind")).orElse("")))
                .toList();
    }

    private static SequencedMap<String, Double> given(Market market) {
        var fitness = new LinkedHashMap<String, Double>();
        for (String one : market.columns().getOrDefault("fitness", "").split(";")) {
            String[] words = one.strip().split("\\s+");
            try {
                if (words.length == 2) {
                    fitness.put(words[0], Double.valueOf(words[1]));
                }
            } catch (NumberFormatException e) {
                throw new WorldException(List.of(new Problem(market.at(),
                        "fitness: \"" + one.strip() + "\" is not a kind and a number", List.of(), "hawk 1.5; dove 1")));
            }
        }
        return fitness;
    }

    @Override
    public List<Effect> beginning(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        List<String> kinds = kinds(moment.society().people());
        for (Market market : markets) {
            for (int i = 0; i < kinds.size(); i++) {
                effects.add(new Effect.Became(moment.society().ids().get(i), "kind " + market.id(), kinds.get(i)));
            }
            shares(kinds, kinds, market, effects);
        }
        return effects;
    }

    /// Deaths, births and what the population is made of then, all at once.
    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return outcomes(markets, moment).stream().flatMap(outcome -> outcome.effects().stream()).toList();
    }

    @Override
    public List<Outcome> outcomes(List<Market> markets, Moment moment) {
        var outcomes = new ArrayList<Outcome>();
        for (Market market : markets) {
            if (Generation.due(market, moment.step())) {
                settle(market, moment, outcomes);
            }
        }
        return outcomes;
    }

    private void settle(Market market, Moment moment, List<Outcome> outcomes) {
        List<String> people = moment.society().ids();
        List<String> atFirst = kinds(moment.society().people());
        List<String> now = people.stream()
                .map(one -> moment.state().attribute(one, "kind " + market.id()).orElse("")).toList();
        Generation next = Generation.after(now, atFirst.stream().distinct().toList(), fitness(market, now, moment),
                market, chance(market, moment.seed(), moment.step()));
        for (Generation.Child child : next.children()) {
            Optional<String> parent = child.parent().isPresent()
                    ? Optional.of(people.get(child.parent().getAsInt()))
                    : Optional.empty();
            succeeds(people.get(child.place()), parent, next.kinds().get(child.place()), market, moment, outcomes);
        }
        var effects = new ArrayList<Effect>();
        shares(next.kinds(), atFirst, market, effects);
        outcomes.add(new Outcome(name(), effects));
    }

    private static SplittableRandom chance(Market market, Seed seed, int step) {
        return seed.stream("mechanisms/selection/" + market.id(), step, 0);
    }

    private static double[] fitness(Market market, List<String> kinds, Moment moment) {
        SequencedMap<String, Double> given = given(market);
        String game = market.columns().getOrDefault("game", "").strip();
        double strength = Games.number(market, "strength", 1);
        double[] fitness = new double[kinds.size()];
        Arrays.setAll(fitness, i -> given.isEmpty()
                ? StrictMath.exp(strength * GameOfRounds.of(moment, moment.society().ids().get(i), "earned " + game)
                        .doubleValue())
                : given.getOrDefault(kinds.get(i), 1.0));
        return fitness;
    }

    /// Somebody dies, and a child takes their place and their name.
    ///
    /// @param parent empty where a kind grew and nobody in particular had the child
    private static void succeeds(String place, Optional<String> parent, String kind, Market market, Moment moment,
            List<Outcome> outcomes) {
        String step = String.valueOf(moment.step());
        String name = moment.society().name(place);
        String child = parent.map(one -> "A child of " + moment.society().name(one)).orElse("A child");
        outcomes.add(new Outcome(DEATH, List.of(new Effect.Became(place, "died " + market.id(), step),
                told(name + " dies."))));
        outcomes.add(new Outcome(BIRTH, List.of(new Effect.Became(place, "born " + market.id(), step),
                new Effect.Became(place, "parent " + market.id(), parent.orElse("")),
                new Effect.Became(place, "kind " + market.id(), kind),
                told(child + " takes the place of " + name + ": " + kind + "."))));
    }

    private static Effect told(String text) { return new Effect.Told("", "", List.of(MomentScope.EVERYBODY), text); }

    private static void shares(List<String> kinds, List<String> atFirst, Market market, List<Effect> effects) {
        for (String kind : atFirst.stream().distinct().toList()) {
            double share = (double) kinds.stream().filter(kind::equals).count() / kinds.size();
            effects.add(new Effect.Became(MomentScope.EVERYBODY, "share " + kind,
                    GameOfRounds.rounded(share).toPlainString()));
        }
        effects.add(new Effect.Became(MomentScope.EVERYBODY, "alike " + market.id(),
                kinds.stream().distinct().count() == 1 ? "1" : "0"));
    }

    /// Plays a world of this mechanism alone, with fitness given, without words and without a trace, until all are of one kind or the clock ends: the same people die as in a run with this
    /// seed.
    ///
    /// @return `generations`, deaths for each person; `alike`; `share KIND` of every kind; `fixation` where it is known
    static SequencedMap<String, Double> play(World world, Market market, long seed) {
        var source = new Seed(seed);
        List<String> now = kinds(new Casting(world, source).people());
        List<String> all = now.stream().distinct().toList();
        SequencedMap<String, Double> given = given(market);
        var numbers = new LinkedHashMap<String, Double>();
        fixation(market, now).ifPresent(chance -> numbers.put("fixation", chance));
        int deaths = 0;
        boolean open = true;
        for (int step = 1; step <= world.clock().steps() && open; step++) {
            if (Generation.due(market, step)) {
                double[] fitness = now.stream().mapToDouble(kind -> given.getOrDefault(kind, 1.0)).toArray();
                Generation next = Generation.after(now, all, fitness, market, chance(market, source, step));
                now = next.kinds();
                deaths += next.children().size();
                open = now.stream().distinct().count() > 1 || Generation.mutation(market) > 0;
            }
        }
        numbers.put("generations", (double) deaths / now.size());
        numbers.put("alike", now.stream().distinct().count() == 1 ? 1.0 : 0.0);
        for (String kind : all) {
            numbers.put("share " + kind, (double) now.stream().filter(kind::equals).count() / now.size());
        }
        return numbers;
    }
}
