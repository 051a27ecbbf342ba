package microcosm.worlds;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A governance graph as it is executed: what its tables mean. Each subject has a state of its own.
///
/// @param first the state in which everybody begins
/// @param signals in the order of their table
/// @param occasions event of the diagram → when it occurs
/// @param arrows in the order of the diagram; where several can be taken at once, the first that may be is
/// @param rates what `rate(tier)` is, from tier 1 on; the last is the highest tier
/// @param fines to whom fines are paid, and in what; empty where they are taken from the account of profits
/// @param subjects whose states these are: a role's or population's id, or `everyone`
/// @param starts the first step on which anything is looked at
/// @param toldToAll whether notices go to everybody, or to the subject alone
/// @param audit how subjects are looked at; empty where everybody is in every round, at no cost
/// @param ruleText what subjects are told the rule is; empty where none is
public record Statute(String first, List<Signal> signals, SequencedMap<String, Occasion> occasions, List<Arrow> arrows,
        List<BigDecimal> rates, Regime regime, Optional<Payee> fines, String subjects, int starts, boolean toldToAll,
        Optional<Audit> audit, String ruleText) {
    public Statute {
        signals = List.copyOf(signals);
        occasions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(occasions));
        arrows = List.copyOf(arrows);
        rates = List.copyOf(rates);
    }

    /// What is looked for.
    ///
    /// @param over how many rounds it looks back, at least 1
    public record Signal(String name, Condition fires, int over) {}

    public sealed interface Condition {
        /// @param formula of a subject; numbers in it are means over the signal's rounds
        record Holds(Formula formula) implements Condition {}

        /// Everybody's quantity has changed in the same direction.
        ///
        /// @param percent by at least so much
        record Together(BigDecimal percent) implements Condition {}
    }

    /// When an event of the diagram occurs for a subject.
    public sealed interface Occasion {
        record AnySignal() implements Occasion {}

        /// So many rounds in a row without a signal.
        record Clean(int rounds, Optional<Formula> and) implements Occasion {}

        /// A credit can be spent: `rounds` without a signal earn one, at most `most` are kept, each for `kept` rounds.
        record Credit(int rounds, int most, int kept) implements Occasion {}

        /// The time in the state is over.
        record Served() implements Occasion {}

        record When(Formula formula) implements Occasion {}
    }

    /// @param needs what must also hold
    /// @param cooldown how many rounds must lie between two uses by the same subject
    /// @param after how many rounds the state that is left lasts; 0 where the arrow does not say
    public record Arrow(String from, String to, String event, Optional<Formula> needs, int cooldown, int after,
            List<Consequence> consequences) {
        public Arrow {
            consequences = List.copyOf(consequences);
        }

        public String name() { return from + "->" + to; }
    }

    public sealed interface Consequence {
        record Notice() implements Consequence {}

        /// @param amount of the subject, in units of profit or of the good in which it is paid
        record Fine(Formula amount) implements Consequence {}

        record RaiseTier() implements Consequence {}

        record Suspension(int rounds) implements Consequence {}
    }

    /// Which parts of the institution are at work.
    public record Regime(boolean ruleText, boolean notices, boolean consequences) {}

    /// A look at one subject, which is what signals, clean rounds and credits rest on.
    ///
    /// @param chance that a subject is looked at in a round, in [0, 1]
    /// @param cost of each look, at least 0, in the good of the purse or else on record alone
    /// @param purse who pays, and to whom; a look that cannot be paid for is not taken
    public record Audit(BigDecimal chance, BigDecimal cost, Optional<Purse> purse) {}

    /// @param from a person's id
    /// @param to a person's id
    public record Purse(String good, String from, String to) {}

    /// @param to a person's id
    public record Payee(String good, String to) {}

    /// @return how many rounds a state lasts; 0 where it has no end of its own
    public int rounds(String state) {
        int after = arrows.stream().filter(arrow -> arrow.from().equals(state)).mapToInt(Arrow::after).max().orElse(0);
        return after > 0
                ? after
                : arrows.stream().filter(arrow -> arrow.to().equals(state))
                        .flatMap(arrow -> arrow.consequences().stream())
                        .mapToInt(one -> one instanceof Consequence.Suspension(int rounds) ? rounds : 0).max()
                        .orElse(0);
    }

    /// @return empty where the world has no governance, or one that cannot be executed
    public static Optional<Statute> of(World world) {
        return world.dealings().governance().flatMap(written -> new StatuteReader(written, world).statute());
    }
}
