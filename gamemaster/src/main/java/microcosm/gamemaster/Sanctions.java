package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import microcosm.trace.Effect;
import microcosm.worlds.Bundle;
import microcosm.worlds.EvaluationException;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Statute;
import microcosm.worlds.Statute.Arrow;
import microcosm.worlds.Statute.Consequence;

/// What comes of taking an arrow: the notice, and where consequences apply, fines and suspensions. A notice is the same words whether they
/// apply or not.
///
/// A fine is paid to whom the world says, from what is held, the rest becoming a debt; in a world that names nobody it is taken from the
/// subject's `total_profit`, and `total_fines` is their sum.
final class Sanctions {
    private static final String SUSPENDED = "suspended";
    private static final String ACCOUNT = "total_profit";
    private static final String FINES = "total_fines";

    private final Statute law;
    private final Dossier before;
    private final MomentScope scope;
    private final List<String> signals;
    private final List<String> provided = new ArrayList<>();

    /// @param scope what an amount may name, apart from the tier
    Sanctions(Statute law, Dossier before, MomentScope scope, List<String> signals) {
        this.law = law;
        this.before = before;
        this.scope = scope;
        this.signals = signals;
    }

    static boolean isSuspended(String subject, Moment now) {
        return now.state().attribute(subject, SUSPENDED).filter("yes"::equals).isPresent();
    }

    /// @param effects where those of the arrow are put
    /// @return what is on record afterwards
    Dossier along(Arrow arrow, List<Effect> effects) {
        String subject = before.subject();
        Dossier after = before;
        boolean suspends = false;
        var sanctions = new ArrayList<Effect>();
        for (Consequence consequence : arrow.consequences()) {
            switch (consequence) {
                case Consequence.Notice() -> {
                }
                case Consequence.RaiseTier() -> after = after
                        .atTier(Math.min(Math.max(1, law.rates().size()), after.tier() + 1));
                case Consequence.Fine fine -> {
                    after = after.atTier(Math.max(1, after.tier()));
                    sanctions.addAll(fine(subject, amount(fine, after)));
                }
                case Consequence.Suspension(int rounds) -> {
                    suspends = true;
                    provided.add("a suspension of " + rounds + " "
                            + scope.moment().world().clock().unit() + "s");
                    sanctions.add(new Effect.Sanctioned(subject, "suspension", BigDecimal.valueOf(rounds)));
                    sanctions.add(new Effect.Became(subject, SUSPENDED, "yes"));
                }
            }
        }
        if (!suspends && isSuspended(subject, scope.moment())) {
            sanctions.add(new Effect.Became(subject, SUSPENDED, "no"));
        }
        if (law.regime().consequences()) {
            effects.addAll(sanctions);
        }
        if (law.regime().notices()) {
            effects.add(new Effect.Told("", "", List.of(law.toldToAll() ? MomentScope.EVERYBODY : subject),
                    words(arrow)));
        }
        return after.moved(arrow, law, scope.moment().step());
    }

    private BigDecimal amount(Consequence.Fine fine, Dossier after) {
        try {
            return Evaluator.number(fine.amount(), scope.and(after.names())).max(BigDecimal.ZERO).setScale(2,
                    RoundingMode.HALF_EVEN);
        } catch (EvaluationException without) {
            throw new IllegalStateException("a fine of " + before.subject() + " cannot be worked out: "
                    + without.getMessage(), without);
        }
    }

    private List<Effect> fine(String subject, BigDecimal amount) {
        var effects = new ArrayList<Effect>();
        String unit = law.fines().map(payee -> " " + payee.good()).orElse("");
        provided.add("a fine of " + amount.stripTrailingZeros().toPlainString() + unit);
        effects.add(new Effect.Sanctioned(subject, "fine", amount));
        Moment now = scope.moment();
        if (law.fines().isEmpty()) {
            BigDecimal account = now.state().attribute(subject, ACCOUNT).map(BigDecimal::new).orElse(BigDecimal.ZERO);
            effects.add(new Effect.Became(subject, ACCOUNT, account.subtract(amount).toPlainString()));
            effects.add(new Effect.Became(subject, FINES, now.state().attribute(subject, FINES).map(BigDecimal::new)
                    .orElse(BigDecimal.ZERO).add(amount).toPlainString()));
            return effects;
        }
        Statute.Payee payee = law.fines().get();
        BigDecimal paid = now.state().holdings(subject).amount(payee.good()).min(amount);
        if (paid.signum() > 0) {
            effects.add(new Effect.Paid(subject, payee.to(), Bundle.of(payee.good(), paid)));
        }
        if (amount.compareTo(paid) > 0) {
            effects.add(new Effect.Owed(subject, payee.to(), Bundle.of(payee.good(), amount.subtract(paid))));
        }
        return effects;
    }

    /// @return the notice of a case that moves nobody
    String caseWords() {
        return scope.moment().society().name(before.subject()) + ": seen " + String.join(", ", signals)
                + "; the state stays " + before.state() + ".";
    }

    /// @return the notice of an arrow; once it was taken, with what the rule provides
    String words(Arrow arrow) {
        return scope.moment().society().name(before.subject()) + " is now " + arrow.to() + ", was " + arrow.from()
                + " (" + (signals.isEmpty() ? arrow.event() : String.join(", ", signals)) + ")."
                + (provided.isEmpty() ? "" : " The rule provides " + String.join(" and ", provided) + ".");
    }
}
