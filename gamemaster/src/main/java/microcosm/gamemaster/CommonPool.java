package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

import microcosm.agents.games.Games;
import microcosm.trace.Effect;
import microcosm.worlds.Bundle;
import microcosm.worlds.Good;
import microcosm.worlds.Market;

/// A stock that many take from and that grows back: a fishery, a pasture, clean water.
///
/// Columns, with what they are where they are not given: `stock` (100) at the start, `capacity` (the stock), `growth` (2), `collapse` (5),
/// `sharing` (`proportional`, or `drawn`), `good` that taking makes (the only good the world makes). Each step everybody takes what they supplied
/// for; where more is wanted than there is, proportionally or unit by unit in an order drawn by seed; the rest is multiplied by
/// `growth` up to `capacity`; below `collapse` nothing is left. Attributes of the pool: `stock`, `sustainable` (most that can be taken so
/// that the stock grows back), `survived`, `harvested`, `efficiency`, `equality`, `over_usage`; of a person: `harvest`, `gain`.
///
/// Source: Piatti et al. 2024, arXiv 2404.16698; with four places after the point where goods are shared in proportion.
public final class CommonPool implements Mechanism {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Override
    public String name() { return "common-pool"; }

    @Override
    public String summary() { return "a stock that many take from and that grows back, or collapses"; }

    @Override
    public List<String> columns() { return List.of("good", "stock", "growth", "capacity", "collapse", "sharing"); }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            BigDecimal sustainable = sustainable(number(market, "stock", 100), market);
            values.put("sustainable " + market.id(), sustainable);
            values.put("most " + market.id(), sustainable.multiply(BigDecimal.valueOf(moment.lastStep())));
        }
        return values;
    }

    @Override
    public List<Effect> beginning(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        for (Market market : markets) {
            BigDecimal stock = number(market, "stock", 100);
            effects.add(pool(market, "stock", stock));
            effects.add(pool(market, "sustainable", sustainable(stock, market)));
        }
        return effects;
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return markets.stream().flatMap(market -> settle(market, moment).stream()).toList();
    }

    private static List<Effect> settle(Market market, Moment moment) {
        BigDecimal stock = of(moment, market, "stock");
        BigDecimal fair = of(moment, market, "sustainable").divide(BigDecimal.valueOf(moment.society().ids().size()),
                DIGITS);
        var gained = new ArrayList<BigDecimal>();
        SequencedMap<String, BigDecimal> wanted = wanted(market, moment, gained);
        BigDecimal demand = wanted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean drawn = Games.word(market, "sharing", "proportional", "drawn").equals("drawn");
        SequencedMap<String, BigDecimal> taken = demand.compareTo(stock) <= 0
                ? wanted
                : drawn
                        ? drawn(wanted, stock, market, moment)
                        : proportional(wanted, stock, demand);
        BigDecimal left = demand.compareTo(stock) <= 0 ? stock.subtract(demand) : BigDecimal.ZERO;
        BigDecimal grown = left.multiply(number(market, "growth", 2), DIGITS).min(capacity(market));
        boolean collapsed = grown.compareTo(number(market, "collapse", 5)) < 0;
        var effects = new ArrayList<Effect>();
        var gains = new ArrayList<BigDecimal>();
        Optional<String> good = good(market, moment);
        String harvests = "harvest " + market.id();
        String gain = "gain " + market.id();
        String supply = "supply " + market.id();
        taken.forEach((person, amount) -> {
            gains.add(gained.get(gains.size()).add(amount));
            effects.add(new Effect.Became(person, harvests, amount.toPlainString()));
            effects.add(new Effect.Became(person, gain, gains.getLast().toPlainString()));
            effects.add(new Effect.Became(person, supply, "0"));
            if (good.isPresent() && amount.signum() > 0) {
                effects.add(new Effect.Made(person, Bundle.of(good.get(), amount)));
            }
        });
        BigDecimal next = collapsed ? BigDecimal.ZERO : grown;
        effects.add(pool(market, "stock", next));
        effects.add(pool(market, "sustainable", sustainable(next, market)));
        long over = wanted.values().stream().filter(amount -> amount.compareTo(fair) > 0).count();
        if (stock.signum() > 0) {
            effects.add(pool(market, "survived", BigDecimal.valueOf(moment.step())));
            effects.add(pool(market, "overdrawn", of(moment, market, "overdrawn").add(BigDecimal.valueOf(over))));
        }
        effects.addAll(summary(gains, over, market, moment));
        effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY), market.name() + ": "
                + words(taken.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)) + " taken; "
                + (collapsed ? "nothing is left." : words(next) + " are there now.")));
        return effects;
    }

    private static List<Effect> summary(List<BigDecimal> gains, long over, Market market, Moment moment) {
        BigDecimal total = gains.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = sustainable(number(market, "stock", 100), market)
                .multiply(BigDecimal.valueOf(moment.lastStep()));
        BigDecimal efficiency = most.signum() == 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.subtract(most.subtract(total).max(BigDecimal.ZERO).divide(most, DIGITS));
        boolean alive = of(moment, market, "stock").signum() > 0;
        BigDecimal months = alive ? BigDecimal.valueOf(moment.step()) : of(moment, market, "survived");
        BigDecimal overdrawn = of(moment, market, "overdrawn").add(BigDecimal.valueOf(alive ? over : 0));
        return List.of(pool(market, "harvested", total), pool(market, "efficiency", efficiency),
                pool(market, "equality", equality(gains, total)), pool(market, "over_usage", overdrawn
                        .divide(months.multiply(BigDecimal.valueOf(gains.size())).max(BigDecimal.ONE), DIGITS)));
    }

    /// 1 − Σᵢⱼ |Rᵢ − Rⱼ| / (2 n Σ R); 1 when nobody has anything.
    private static BigDecimal equality(List<BigDecimal> gains, BigDecimal total) {
        List<BigDecimal> sorted = gains.stream().sorted().toList();
        BigDecimal differences = BigDecimal.ZERO;
        for (int i = 0; i < sorted.size(); i++) {
            differences = differences
                    .add(sorted.get(i).multiply(BigDecimal.valueOf(2L * (2L * i + 1 - sorted.size()))));
        }
        return total.signum() == 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.subtract(
                        differences.divide(TWO.multiply(BigDecimal.valueOf(gains.size())).multiply(total), DIGITS));
    }

    /// @param gained where it is put what each has got so far
    private static SequencedMap<String, BigDecimal> wanted(Market market, Moment moment, List<BigDecimal> gained) {
        var wanted = new LinkedHashMap<String, BigDecimal>();
        String supply = "supply " + market.id();
        String gain = "gain " + market.id();
        moment.society().ids().forEach(id -> {
            SequencedMap<String, String> own = moment.state().attributes(id);
            wanted.put(id, amount(own.get(supply)));
            gained.add(amount(own.get(gain)));
        });
        return wanted;
    }

    private static SequencedMap<String, BigDecimal> proportional(SequencedMap<String, BigDecimal> wanted,
            BigDecimal stock,
            BigDecimal demand) {
        var taken = new LinkedHashMap<String, BigDecimal>();
        wanted.forEach((person, amount) -> taken.put(person,
                amount.multiply(stock, DIGITS).divide(demand, 4, RoundingMode.DOWN).stripTrailingZeros()));
        return taken;
    }

    /// Unit by unit, each wanted unit as likely as any other.
    private static SequencedMap<String, BigDecimal> drawn(SequencedMap<String, BigDecimal> wanted, BigDecimal stock,
            Market market, Moment moment) {
        var units = new ArrayList<String>();
        wanted.forEach((person, amount) -> {
            for (int i = 0; i < amount.intValue(); i++) {
                units.add(person);
            }
        });
        var chance = moment.seed().stream("mechanisms/common-pool/" + market.id(), moment.step(), moment.turn());
        var taken = new LinkedHashMap<String, BigDecimal>();
        wanted.keySet().forEach(person -> taken.put(person, BigDecimal.ZERO));
        for (int left = stock.intValue(); left > 0 && !units.isEmpty(); left--) {
            int at = chance.nextInt(units.size());
            taken.merge(units.get(at), BigDecimal.ONE, BigDecimal::add);
            units.set(at, units.getLast());
            units.removeLast();
        }
        return taken;
    }

    /// The most that can be taken so that what is left grows back to the stock: h − h / growth.
    private static BigDecimal sustainable(BigDecimal stock, Market market) {
        BigDecimal growth = number(market, "growth", 2);
        return growth.compareTo(BigDecimal.ONE) <= 0
                ? BigDecimal.ZERO
                : stock.subtract(stock.divide(growth, DIGITS)).stripTrailingZeros();
    }

    private static Optional<String> good(Market market, Moment moment) {
        List<String> made = moment.world().things().goods().stream().filter(Good::made).map(Good::id).toList();
        return Optional.ofNullable(market.columns().get("good")).map(String::strip)
                .or(() -> made.size() == 1 ? Optional.of(made.getFirst()) : Optional.empty());
    }

    private static BigDecimal capacity(Market market) {
        return number(market, "capacity", Games.number(market, "stock", 100));
    }

    private static BigDecimal of(Moment moment, Market market, String attribute) {
        return amount(moment.state().attributes(MomentScope.EVERYBODY).get(attribute + " " + market.id()));
    }

    private static BigDecimal amount(@Nullable String written) {
        return written == null || written.equals("0") ? BigDecimal.ZERO : new BigDecimal(written);
    }

    private static Effect pool(Market market, String attribute, BigDecimal value) {
        return new Effect.Became(MomentScope.EVERYBODY, attribute + " " + market.id(), value.toPlainString());
    }

    private static BigDecimal number(Market market, String name, double otherwise) {
        return GameOfRounds.rounded(Games.number(market, name, otherwise));
    }

    private static String words(BigDecimal amount) { return amount.stripTrailingZeros().toPlainString(); }
}
