package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import microcosm.speech.Intent.Deed;
import microcosm.trace.Debt;
import microcosm.trace.Effect;
import microcosm.worlds.Bundle;

/// Debts paid or not, and what is held against those who do not pay.
///
/// A debtor pays whatever raises their goal. What does not, they pay all the same, as far as they hold it, if they are one to honour
/// this debt: decided once per creditor and good, with probability `honesty`. A creditor waits `patience` steps, then trusts the debtor less each step.
///
/// Source: Bowles and Gintis 2011, A Cooperative Species, Princeton (keeping an agreement as a preference that people differ in); trust
/// as in [Regard].
final class Repaying {
    private final Goal goal;
    private Repertoire repertoire;
    private final Regard regard;
    private final double honesty;
    private final double kept;
    private final double overdue;
    private final int patience;
    private final Map<String, Boolean> honoured = new LinkedHashMap<>();
    private final Map<String, Integer> since = new LinkedHashMap<>();
    private final Set<String> late = new LinkedHashSet<>();

    Repaying(Traits traits, Goal goal, Repertoire repertoire, Regard regard) {
        this.goal = goal;
        this.repertoire = repertoire;
        this.regard = regard;
        honesty = traits.amount("honesty");
        kept = traits.amount("kept");
        overdue = traits.amount("overdue");
        patience = traits.count("patience");
    }

    void live(Repertoire now) { repertoire = now; }

    void observe(String self, Effect effect) {
        if (effect instanceof Effect.Settled(String debtor, String creditor, Bundle _) && creditor.equals(self)) {
            regard.good(debtor, kept);
            since.remove(debtor);
            late.remove(debtor);
        }
    }

    /// Counts what is late. Once a turn.
    void reckon(Situation situation) {
        for (Debt debt : situation.debts()) {
            if (debt.creditor().equals(situation.person())) {
                int from = since.computeIfAbsent(debt.debtor(), _ -> situation.step());
                if (situation.step() - from >= patience) {
                    regard.bad(debt.debtor(), overdue);
                    late.add(debt.debtor());
                }
            }
        }
    }

    /// @return a debt that is late, and is owed by somebody who can be reminded
    Optional<Debt> overdue(Situation situation, List<String> reachable) {
        return situation.debts().stream().filter(debt -> debt.creditor().equals(situation.person())
                && late.contains(debt.debtor()) && reachable.contains(debt.debtor())).findFirst();
    }

    Optional<Payment> payment(Standing standing, Situation situation, Inner inner) {
        Optional<Repertoire.Use> use = repertoire.with("settle_debt", situation);
        if (use.isEmpty()) {
            return Optional.empty();
        }
        for (Debt debt : situation.debts()) {
            if (debt.debtor().equals(situation.person())) {
                for (Map.Entry<String, BigDecimal> part : debt.goods().amounts().entrySet()) {
                    Optional<Bundle> goods = toPay(debt.creditor(), part.getKey(), part.getValue(), standing, situation,
                            inner);
                    if (goods.isPresent()) {
                        return use.get().deed(debt.creditor(), goods.get().toString())
                                .map(deed -> new Payment(deed, debt.creditor(), goods.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// @param to person id
    record Payment(Deed deed, String to, Bundle goods) {}

    private Optional<Bundle> toPay(String creditor, String good, BigDecimal owed, Standing standing,
            Situation situation, Inner inner) {
        BigDecimal most = owed.min(situation.holdings().amount(good));
        if (most.signum() <= 0) {
            return Optional.empty();
        }
        if (honoured.computeIfAbsent(creditor + "/" + good,
                key -> inner.chance("honour/" + key).nextDouble() < honesty)) {
            return Optional.of(Bundle.of(good, most));
        }
        Bundle best = Bundle.NONE;
        double bestGain = 0;
        for (BigDecimal amount = most; amount.signum() > 0; amount = nextLower(amount)) {
            Bundle goods = Bundle.of(good, amount);
            double gain = goal.gain(standing, standing.repaid(goods));
            if (Bargain.raises(gain - bestGain)) {
                best = goods;
                bestGain = gain;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /// The amounts tried: all that could be paid, then the whole numbers below, at most the twenty next.
    private static BigDecimal nextLower(BigDecimal amount) {
        BigDecimal whole = amount.setScale(0, RoundingMode.CEILING);
        return whole.subtract(whole.divide(BigDecimal.valueOf(20), 0, RoundingMode.DOWN).max(BigDecimal.ONE));
    }
}
