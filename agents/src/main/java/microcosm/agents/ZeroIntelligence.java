package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Expression;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// A trader who calls prices at random but never at a loss: a bid anywhere from the least price to what a unit is worth to them (trait `worth`), an ask anywhere from
/// what it cost them (trait `cost`) to the highest price; with `bound: no` any price at all, whatever is lost (ZI-U). Buys one unit, sells what it has. A bid is an action with the effect `supply(market, price)`, an ask one with
/// `supply(market, 0 - price)`; the least and highest price are theirs.
///
/// Source: Gode and Sunder 1993, Allocative Efficiency of Markets with Zero-Intelligence Traders, Journal of Political Economy 101, 119–137.
final class ZeroIntelligence implements Policy {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Word("bound", List.of("yes", "no"), "whether it never calls a price at a loss"));

    private final boolean bound;
    private final Optional<Double> worth;
    private final Optional<Double> cost;
    private World world;

    ZeroIntelligence(Persona persona) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        bound = traits.word("bound").equals("yes");
        worth = trait(persona, "worth", traits);
        cost = trait(persona, "cost", traits);
        world = persona.world();
    }

    private static Optional<Double> trait(Persona persona, String name, Traits traits) {
        String written = persona.person().options().get(name);
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.valueOf(written));
        } catch (NumberFormatException e) {
            throw traits.problem(name + ": \"" + written + "\" is not a number", "a number of the money of the market");
        }
    }

    @Override
    public void live(World now) { world = now; }

    @Override
    public void observe(Perception perception, Inner inner) {
        // prices of others tell it nothing
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        Optional<Deed> deed = world.dealings().markets().stream().findFirst()
                .flatMap(market -> order(market, situation, inner.chance("price")));
        return new Intent(deed.stream().toList(), Optional.empty(), Optional.empty());
    }

    private Optional<Deed> order(Market market, Situation situation, SplittableRandom chance) {
        String good = market.columns().getOrDefault("good", "").strip();
        String money = market.columns().getOrDefault("paid in", "").strip();
        boolean has = situation.holdings().amount(good).compareTo(BigDecimal.ONE) >= 0;
        for (ActionRule rule : situation.actions()) {
            boolean asks = supplies(rule, false);
            boolean bids = supplies(rule, true);
            if (bids && worth.isPresent() && !has) {
                double most = Math.min(bound ? worth.get() : Double.POSITIVE_INFINITY,
                        situation.holdings().amount(money).doubleValue());
                return priced(rule, market, Double.NEGATIVE_INFINITY, most, chance);
            }
            if (asks && cost.isPresent() && has) {
                return priced(rule, market, bound ? cost.get() : Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                        chance);
            }
        }
        return Optional.empty();
    }

    /// @param plainly whether the price itself is supplied, not its negative
    private static boolean supplies(ActionRule rule, boolean plainly) {
        return rule.effects().stream().anyMatch(effect -> effect.name().equals("supply")
                && effect.arguments().getLast() instanceof Expression.Name == plainly);
    }

    /// Any price within the action's bounds and these, all as likely; none where there is none.
    private static Optional<Deed> priced(ActionRule rule, Market market, double least, double most,
            SplittableRandom chance) {
        var arguments = new LinkedHashMap<String, String>();
        for (ActionRule.Parameter parameter : rule.parameters()) {
            if (parameter.kind() instanceof ActionRule.Kind.SomeMarket) {
                arguments.put(parameter.name(), market.id());
            } else if (parameter.kind() instanceof ActionRule.Kind.Quantity(var low, var high, boolean whole)) {
                double from = Math.max(least, low.doubleValue());
                double to = Math.min(most, high.doubleValue());
                double price = whole
                        ? Math.ceil(from) + Math.floor(chance.nextDouble() * (Math.floor(to) - Math.ceil(from) + 1))
                        : from + chance.nextDouble() * (to - from);
                if (price > to) {
                    return Optional.empty();
                }
                arguments.put(parameter.name(), BigDecimal.valueOf(price)
                        .setScale(whole ? 0 : 4, RoundingMode.DOWN).toPlainString());
            }
        }
        return Optional.of(new Deed.Act(rule.name(), arguments));
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
