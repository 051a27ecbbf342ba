package microcosm.models;

import java.math.BigDecimal;

/// Holds a run to its budget. A call is counted before it is made; tokens and dollars are known afterwards, so that what
/// is in flight when they run out is all that goes beyond.
final class Account {
    private final Budget budget;
    private long begun;
    private Usage tokens;
    private BigDecimal usd;

    /// @param before what earlier processes spent on this run
    Account(Budget budget, Spending before) {
        this.budget = budget;
        begun = before.calls();
        tokens = before.tokens();
        usd = before.usd();
    }

    /// @throws BudgetException if nothing is left, with what was spent and what the bound is
    synchronized void begin() {
        if (budget.calls().isPresent() && begun >= budget.calls().getAsLong()) {
            throw new BudgetException("budget reached: " + begun + " calls of " + budget.calls().getAsLong());
        }
        long spent = tokens.in() + tokens.out();
        if (budget.tokens().isPresent() && spent >= budget.tokens().getAsLong()) {
            throw new BudgetException("budget reached: " + spent + " tokens of " + budget.tokens().getAsLong());
        }
        if (budget.usd().isPresent() && usd.compareTo(budget.usd().get()) >= 0) {
            throw new BudgetException("budget reached: $" + usd.stripTrailingZeros().toPlainString() + " of $"
                    + budget.usd().get().stripTrailingZeros().toPlainString());
        }
        begun++;
    }

    synchronized void spent(Usage used, BigDecimal dollars) {
        tokens = tokens.plus(used);
        usd = usd.add(dollars);
    }
}
