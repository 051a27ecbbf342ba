package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.agents.games.Game;
import microcosm.agents.games.Games;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// A game that all people play once each step: everybody brings a number or makes a move, and earns by what all did. The arithmetic is that of
/// [Games], which also plays without words.
///
/// Attributes, each with the market's id after it: `brought`, `earned`, `total` of a person, which everybody knows; of the world `round`, the
/// latest step that was settled. Of the world without it: `mean_profit` and `mean_brought`, over people and rounds, and every benchmark. Means are
/// over the last rounds of the clock, as many as the column `over` says, or all.
abstract class GameOfRounds implements Mechanism {
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    /// @return what this game reads; all of them also read `over`, `steady` and `transparency`
    abstract List<String> own();

    @Override
    public final List<String> columns() {
        return Stream.concat(own().stream(), Stream.of("over", "steady", "transparency")).toList();
    }

    @Override
    public List<String> known() { return Transparency.HISTORY.shown(); }

    @Override
    public final List<String> known(List<Market> markets) {
        return markets.stream().map(Transparency::of).flatMap(seen -> seen.isClosed()
                ? seen.shown().stream()
                : Stream.concat(known().stream(), seen.shown().stream())).distinct().toList();
    }

    /// @return what somebody brings who did nothing; empty where the round then does not count
    abstract Optional<BigDecimal> nothing();

    /// @return what was brought, as people read it
    String words(BigDecimal brought, Game game) { return plain(brought.setScale(2, RoundingMode.HALF_EVEN)); }

    /// @return what stands in a person's attribute for what they did; empty where they did nothing
    Optional<BigDecimal> brought(String person, Market market, Game game, Moment moment) {
        return moment.state().attribute(person, "supply " + market.id()).filter(text -> !text.isEmpty())
                .map(BigDecimal::new);
    }

    /// What becomes of earnings after the game itself, and what is then over.
    ///
    /// @param earned one for each person, changed in place
    List<Effect> afterwards(double[] earned, Market market, Moment moment) { return List.of(); }

    /// Reference values of one market.
    abstract SequencedMap<String, Double> references(Game game, Market market);

    @Override
    public final SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            references(game(market, moment), market).forEach((name, value) -> values
                    .put(markets.size() == 1 ? name : name + " " + market.id(), rounded(value)));
        }
        return values;
    }

    @Override
    public final List<Effect> beginning(List<Market> markets, Moment moment) {
        return benchmarks(markets, moment).entrySet().stream()
                .<Effect>map(one -> world(one.getKey(), one.getValue())).toList();
    }

    static Game game(Market market, Moment moment) {
        var people = new LinkedHashMap<String, String>();
        moment.society().people().forEach(person -> people.put(person.id(), person.name()));
        return Games.game(market, people, MomentScope.of(moment));
    }

    @Override
    public final List<Effect> settle(List<Market> markets, Moment moment) {
        return markets.stream().flatMap(market -> settle(market, moment).stream()).toList();
    }

    private List<Effect> settle(Market market, Moment moment) {
        Game game = game(market, moment);
        List<String> people = moment.society().ids();
        var done = new ArrayList<Optional<BigDecimal>>();
        people.forEach(person -> done.add(brought(person, market, game, moment)));
        List<Effect> bound = bind(done, people, market, game, moment);
        done.replaceAll(one -> one.or(this::nothing));
        boolean closed = Transparency.of(market).isClosed();
        if (done.stream().anyMatch(Optional::isEmpty)) {
            String idle = people.get(done.indexOf(Optional.<BigDecimal>empty()));
            return done.stream().allMatch(Optional::isEmpty)
                    ? List.of()
                    : List.of(new Effect.Told("", "", List.of(MomentScope.EVERYBODY),
                            market.name() + ": no round, for " + moment.society().name(idle) + " made no move."));
        }
        double[] brought = done.stream().mapToDouble(one -> one.get().doubleValue()).toArray();
        double[] earned = new double[brought.length];
        game.payoffs(brought, earned);
        var effects = new ArrayList<Effect>(afterwards(earned, market, moment));
        effects.addAll(bound);
        var told = new StringBuilder(market.name()).append(": ");
        for (int i = 0; i < brought.length; i++) {
            String person = people.get(i);
            BigDecimal gained = rounded(earned[i]);
            effects.add(new Effect.Became(person, "brought " + market.id(), attribute(done.get(i).get(), game)));
            effects.add(new Effect.Became(person, "earned " + market.id(), gained.toPlainString()));
            effects.add(new Effect.Became(person, "total " + market.id(),
                    of(moment, person, "total " + market.id()).add(gained, DIGITS).toPlainString()));
            effects.add(new Effect.Became(person, pending() + " " + market.id(), ""));
            String result = moment.society().name(person) + ' ' + words(done.get(i).get(), game) + " earns "
                    + plain(gained.setScale(2, RoundingMode.HALF_EVEN));
            told.append(i == 0 ? "" : ", ").append(result);
            if (closed) {
                effects.add(new Effect.Told("", "", List.of(person), market.name() + ": " + result + "."));
                effects.addAll(reputation(person, market, done.get(i).get().signum() == 0, moment));
            }
        }
        effects.add(world("round " + market.id(), BigDecimal.valueOf(moment.step())));
        long over = (long) Games.number(market, "over", moment.lastStep());
        long from = moment.lastStep() - over;
        if (moment.step() > from) {
            effects.add(mean("mean_profit", earned, moment.step() - from, moment));
            effects.add(mean("mean_brought", brought, moment.step() - from, moment));
        }
        if (!closed) {
            effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY), told.append('.').toString()));
        }
        return effects;
    }

    /// Puts the moves that count in the place of those people made.
    ///
    /// @param done what they brought, in the order of `people`; changed in place
    /// @return what is to be on record of it
    List<Effect> bind(List<Optional<BigDecimal>> done, List<String> people, Market market, Game game, Moment moment) {
        return List.of();
    }

    private static List<Effect> reputation(String person, Market market, boolean first, Moment moment) {
        BigDecimal rounds = of(moment, person, "rounds " + market.id());
        BigDecimal more = rounds.add(BigDecimal.ONE);
        BigDecimal share = of(moment, person, "reputation " + market.id()).multiply(rounds, DIGITS)
                .add(first ? BigDecimal.ONE : BigDecimal.ZERO).divide(more, DIGITS);
        return List.of(new Effect.Became(person, "rounds " + market.id(), more.toPlainString()),
                new Effect.Became(person, "reputation " + market.id(), plain(share)));
    }

    /// @return the attribute in which what somebody brings waits to be settled
    String pending() { return "supply"; }

    /// @return what others are to know of what was brought
    String attribute(BigDecimal brought, Game game) { return brought.toPlainString(); }

    private static Effect mean(String name, double[] values, long rounds, Moment moment) {
        double mean = java.util.Arrays.stream(values).filter(Double::isFinite).average().orElse(0);
        BigDecimal sum = of(moment, MomentScope.EVERYBODY, name).multiply(BigDecimal.valueOf(rounds - 1), DIGITS)
                .add(rounded(mean), DIGITS);
        return world(name, sum.divide(BigDecimal.valueOf(rounds), DIGITS));
    }

    static BigDecimal of(Moment moment, String subject, String attribute) {
        return moment.state().attribute(subject, attribute).filter(text -> !text.isEmpty()).map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
    }

    private static Effect world(String attribute, BigDecimal value) {
        return new Effect.Became(MomentScope.EVERYBODY, attribute, plain(value));
    }

    /// Ten decimals: what the doubles of a solver are good for.
    static BigDecimal rounded(double value) {
        return new BigDecimal(plain(BigDecimal.valueOf(value).setScale(10, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
