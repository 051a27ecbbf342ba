package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import microcosm.agents.games.Units;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Expression;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// A trader who calls prices at random but never at a loss: a bid anywhere from the least price to what the next unit is worth to them, an ask anywhere from what the next
/// cost them to the highest price; with `bound: no` any price at all, whatever is lost (ZI-U). Traits `worth` and `cost`, with several units also `worth_2` and so on: see [Units]. A bid
/// is an action with the effect `supply(market, price)`, an ask one with `supply(market, 0 - price)`; the least and highest price are theirs.
///
/// Source: Gode and Sunder 1993, Allocative Efficiency of Markets with Zero-Intelligence Traders, Journal of Political Economy 101, 119–137.
final class ZeroIntelligence implements Policy {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Word("bound", List.of("yes", "no"), "whether it never calls a price at a loss"));

    private final boolean bound;
    private final Units worth;
    private final Units cost;
    private World world;

    ZeroIntelligence(Persona persona) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        bound = traits.word("bound").equals("yes");
        try {
            worth = Units.worth(persona.person().options());
            cost = Units.cost(persona.person().options());
        } catch (IllegalArgumentException e) {
            throw traits.problem(String.valueOf(e.getMessage()), "a number of the money of the market");
        }
        world = persona.world();
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
        int bought = traded("bought", market, situation);
        int sold = traded("sold", market, situation);
        for (ActionRule rule : situation.actions()) {
            if (supplies(rule, true) && worth.has(bought)) {
                double most = Math.min(bound ? worth.value(bought) : Double.POSITIVE_INFINITY,
                        situation.holdings().amount(money).doubleValue());
                return priced(rule, market, Double.NEGATIVE_INFINITY, most, chance);
            }
            if (supplies(rule, false) && cost.has(sold) && has) {
                return priced(rule, market, bound ? cost.value(sold) : Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY, chance);
            }
        }
        return Optional.empty();
    }

    private static int traded(String how, Market market, Situation situation) {
        return new Known(situation, market.id()).number(situation.person(), how).map(Double::intValue).orElse(0);
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
