package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Games;
import microcosm.agents.games.Norm;
import microcosm.trace.Effect;
import microcosm.worlds.Market;
import microcosm.worlds.Problem;
import microcosm.worlds.WorldException;

/// Everybody meets somebody each step, drawn by seed, and may give by `choose(market, give)`, which costs them `cost` (1) and helps the other by `benefit` (3), or keep; and all see it and
/// regard them as good or bad by a `norm` (image-scoring; see [Norm]). All begin good. Column `errs` (0): for the benchmark, how often people do the other thing than they mean.
///
/// Attributes with the market's id: of a person `standing` (good or bad) and `recipient`, whom they meet next, which everybody knows, `earned`, `total`; of the world `good`, the share of the
/// good, `giving`, of those who gave; without it `mean_good`, over the second half of the clock. Benchmarks: `good_limit`, the share of the good after long among people who give to the
/// good and keep from the bad; `least_known`, how well one must know others for giving to the good to pay, cost / benefit.
///
/// Sources at [Norm]; for cost / benefit Nowak and Sigmund 1998, Nature 393, 573–577.
public final class Reputation implements Mechanism {
    static final String GIVE = "give";

    @Override
    public String name() { return "reputation"; }

    @Override
    public String summary() { return "people give or keep, and are regarded by a norm"; }

    @Override
    public List<String> columns() { return List.of("norm", "cost", "benefit", "errs"); }

    @Override
    public List<String> known() { return List.of("standing", "recipient", "earned", "total"); }

    private static Norm norm(Market market) {
        try {
            return Norm.named(market.columns().getOrDefault("norm", "image-scoring").strip());
        } catch (IllegalArgumentException e) {
            throw new WorldException(List.of(new Problem(market.at(), "norm: " + e.getMessage(), List.of(), "")));
        }
    }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            String end = markets.size() == 1 ? "" : " " + market.id();
            values.put("good_limit" + end,
                    GameOfRounds.rounded(norm(market).share(Games.number(market, "errs", 0))));
            values.put("least_known" + end, GameOfRounds
                    .rounded(Games.number(market, "cost", 1) / Games.number(market, "benefit", 3)));
        }
        return values;
    }

    @Override
    public List<Effect> beginning(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        for (Market market : markets) {
            moment.society().ids().forEach(
                    person -> effects.add(new Effect.Became(person, "standing " + market.id(), "good")));
            meetings(market, moment, effects);
        }
        return effects;
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        for (Market market : markets) {
            settle(market, moment, effects);
            meetings(market, moment, effects);
        }
        return effects;
    }

    private static void settle(Market market, Moment moment, List<Effect> effects) {
        String end = " " + market.id();
        List<String> people = moment.society().ids();
        double cost = Games.number(market, "cost", 1);
        double benefit = Games.number(market, "benefit", 3);
        Norm norm = norm(market);
        double[] earned = new double[people.size()];
        int good = 0;
        int giving = 0;
        for (int i = 0; i < earned.length; i++) {
            String donor = people.get(i);
            Optional<String> recipient = moment.state().attribute(donor, "recipient" + end);
            boolean gives = moment.state().attribute(donor, "choice" + end).filter(GIVE::equals).isPresent();
            if (recipient.isPresent() && gives) {
                earned[i] -= cost;
                earned[people.indexOf(recipient.get())] += benefit;
                giving++;
            }
            boolean regarded = recipient.isPresent()
                    && norm.good(isGood(donor, end, moment), gives, isGood(recipient.get(), end, moment));
            good += regarded ? 1 : 0;
            effects.add(new Effect.Became(donor, "standing" + end, regarded ? "good" : "bad"));
            effects.add(new Effect.Became(donor, "choice" + end, ""));
        }
        for (int i = 0; i < earned.length; i++) {
            BigDecimal gained = GameOfRounds.rounded(earned[i]);
            effects.add(new Effect.Became(people.get(i), "earned" + end, gained.toPlainString()));
            effects.add(new Effect.Became(people.get(i), "total" + end,
                    GameOfRounds.of(moment, people.get(i), "total" + end).add(gained).toPlainString()));
        }
        double share = (double) good / people.size();
        world("good" + end, share, effects);
        world("giving" + end, (double) giving / people.size(), effects);
        int late = moment.step() - moment.lastStep() / 2;
        if (late > 0) {
            double before = GameOfRounds.of(moment, MomentScope.EVERYBODY, "mean_good").doubleValue();
            world("mean_good", (before * (late - 1) + share) / late, effects);
        }
    }

    private static boolean isGood(String person, String end, Moment moment) {
        return moment.state().attribute(person, "standing" + end).filter("good"::equals).isPresent();
    }

    private static void meetings(Market market, Moment moment, List<Effect> effects) {
        List<String> people = moment.society().ids();
        for (int i = 0; people.size() > 1 && i < people.size(); i++) {
            int other = moment.seed().stream("mechanisms/reputation/" + market.id() + "/" + people.get(i),
                    moment.step(), 0).nextInt(people.size() - 1);
            effects.add(new Effect.Became(people.get(i), "recipient " + market.id(),
                    people.get(other < i ? other : other + 1)));
        }
    }

    private static void world(String attribute, double value, List<Effect> effects) {
        effects.add(new Effect.Became(MomentScope.EVERYBODY, attribute,
                GameOfRounds.rounded(value).toPlainString()));
    }
}
