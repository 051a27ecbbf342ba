package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import microcosm.agents.games.Games;
import microcosm.trace.Debt;
import microcosm.trace.Effect;
import microcosm.worlds.Bundle;
import microcosm.worlds.Market;

/// Lending at interest: what somebody owes of the good `paid in` grows by `interest` (0.05) at the end of each step, to four decimals; every `term` (0: never) steps all of it falls due, and is paid
/// from what the debtor has, creditors in cast order. Loans themselves are actions of the world: `pay(to, goods), owe(to, goods)` the other way round lends, `pay` and `settle_debt` repay.
///
/// Attributes: of a person `defaults`, how often they could not pay what fell due, which everybody knows; of the world with the market's id `owed`, all debts together. Benchmark: `growth`, what one
/// unit has become after the clock's last step, (1 + interest)^steps.
///
/// Source: Bernoulli 1690, Acta Eruditorum, 219–223 (compound interest); Carroll and others on credit histories: Jappelli and Pagano 1993, Journal of Finance 48, 1693–1718.
public final class Credit implements Mechanism {
    @Override
    public String name() { return "credit"; }

    @Override
    public String summary() { return "debts bear interest, and fall due"; }

    @Override
    public List<String> columns() { return List.of("paid in", "interest", "term"); }

    @Override
    public List<String> known() { return List.of("defaults"); }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            values.put(markets.size() == 1 ? "growth" : "growth " + market.id(), GameOfRounds.rounded(
                    Math.pow(1 + Games.number(market, "interest", 0.05), moment.lastStep())));
        }
        return values;
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return Mechanism.oneByOne(markets, moment, Credit::settle);
    }

    private static List<Effect> settle(Market market, Moment moment) {
        var effects = new ArrayList<Effect>();
        String good = Games.text(market, "paid in").strip();
        BigDecimal interest = BigDecimal.valueOf(Games.number(market, "interest", 0.05));
        int term = (int) Games.number(market, "term", 0);
        Map<String, BigDecimal> spent = new LinkedHashMap<>();
        Map<String, BigDecimal> missed = new LinkedHashMap<>();
        BigDecimal all = BigDecimal.ZERO;
        for (Debt debt : moment.state().debts()) {
            BigDecimal owed = debt.goods().amount(good);
            if (owed.signum() <= 0) {
                continue;
            }
            BigDecimal more = owed.multiply(interest).setScale(4, RoundingMode.HALF_EVEN);
            if (more.signum() > 0) {
                effects.add(new Effect.Owed(debt.debtor(), debt.creditor(), Bundle.of(good, more)));
            }
            BigDecimal due = owed.add(more);
            BigDecimal left = moment.state().holdings(debt.debtor()).amount(good)
                    .subtract(spent.getOrDefault(debt.debtor(), BigDecimal.ZERO));
            BigDecimal paid = term > 0 && moment.step() % term == 0 ? due.min(left) : BigDecimal.ZERO;
            if (paid.signum() > 0) {
                effects.add(new Effect.Paid(debt.debtor(), debt.creditor(), Bundle.of(good, paid)));
                effects.add(new Effect.Settled(debt.debtor(), debt.creditor(), Bundle.of(good, paid)));
                spent.merge(debt.debtor(), paid, BigDecimal::add);
            }
            if (term > 0 && moment.step() % term == 0 && paid.compareTo(due) < 0) {
                missed.merge(debt.debtor(), BigDecimal.ONE, BigDecimal::add);
                effects.add(new Effect.Became(debt.debtor(), "defaults", GameOfRounds
                        .of(moment, debt.debtor(), "defaults").add(missed.get(debt.debtor())).toPlainString()));
                effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY), market.name() + ": "
                        + moment.society().name(debt.debtor()) + " cannot pay "
                        + moment.society().name(debt.creditor()) + " what is due."));
            }
            all = all.add(due).subtract(paid);
        }
        effects.add(new Effect.Became(MomentScope.EVERYBODY, "owed " + market.id(), all.toPlainString()));
        return effects;
    }
}
