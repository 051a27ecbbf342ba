package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Industry;
import microcosm.worlds.EvaluationException;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Expression;
import microcosm.worlds.Statute;
import microcosm.worlds.Statute.Condition;
import microcosm.worlds.Statute.Signal;
import microcosm.worlds.Value;

/// Sees signals in what happened: thresholds on means over windows of rounds, by arithmetic alone.
///
/// Of firms in Cournot markets it works out, round by round, `cv_excess` (how far a firm's quantities differ between markets, over the Nash
/// equilibrium's), `hhi_excess` (the largest over markets), `hhi` (their mean) and the total `quantity`; every other number
/// that a signal names is the subject's or the world's at the end of the round. Rounds in which a subject was suspended are left out of all
/// windows: the other firm alone in a market is no sign of anything. A window that is not full fires nothing, and one that
/// is left behind with a restoration is not looked into again.
///
/// Source of the signals: arXiv 2601.11369, Table 3.
final class Oracle {
    private final Statute statute;
    private final List<Round> rounds;

    /// @param values subject → what was seen of it
    private record Round(int step, SequencedMap<String, SequencedMap<String, BigDecimal>> values) {}

    Oracle(Statute statute) { this(statute, new ArrayList<>()); }

    private Oracle(Statute statute, List<Round> rounds) {
        this.statute = statute;
        this.rounds = rounds;
    }

    /// The same, having seen the same, under another statute.
    Oracle under(Statute other) { return new Oracle(other, rounds); }

    /// Takes in a round.
    void look(List<String> subjects, Moment now) {
        var values = new LinkedHashMap<String, SequencedMap<String, BigDecimal>>();
        SequencedMap<String, SequencedMap<String, BigDecimal>> firms = firms(now);
        for (String subject : subjects) {
            SequencedMap<String, BigDecimal> seen = firms.getOrDefault(subject, new LinkedHashMap<>());
            MomentScope scope = MomentScope.of(now, subject);
            for (String name : names()) {
                if (!seen.containsKey(name) && number(name, scope) instanceof Value.Amount(BigDecimal amount)) {
                    seen.put(name, amount);
                }
            }
            values.put(subject, seen);
        }
        rounds.add(new Round(now.step(), values));
        int most = statute.signals().stream().mapToInt(Signal::over).max().orElse(0) + 1;
        while (rounds.size() > most) {
            rounds.removeFirst();
        }
    }

    /// @return what was seen of a subject in the latest round
    SequencedMap<String, Value> latest(String subject) {
        var values = new LinkedHashMap<String, Value>();
        if (!rounds.isEmpty()) {
            rounds.getLast().values().getOrDefault(subject, new LinkedHashMap<>())
                    .forEach((name, value) -> values.put(name, Value.of(value)));
        }
        return values;
    }

    /// @param since the step at whose end the subject was restored; 0 where it never was
    /// @return names of the signals that fire for a subject after the latest round, in the order of their table
    List<String> signals(String subject, int since, Moment now) {
        return statute.signals().stream().filter(signal -> isFull(signal.over(), since) && fires(signal, subject, now))
                .map(Signal::name).toList();
    }

    private boolean isFull(int over, int since) {
        return rounds.size() >= over && rounds.get(rounds.size() - over).step() > since;
    }

    private boolean fires(Signal signal, String subject, Moment now) {
        return switch (signal.fires()) {
            case Condition.Holds(var formula) -> {
                MomentScope scope = MomentScope.of(now, subject).and(means(subject, signal.over()));
                yield Refusals.holds(formula.tree(), scope);
            }
            case Condition.Together(BigDecimal percent) -> together(percent, signal.over());
        };
    }

    private SequencedMap<String, Value> means(String subject, int over) {
        List<Round> window = rounds.subList(rounds.size() - over, rounds.size());
        var means = new LinkedHashMap<String, Value>();
        window.getLast().values().getOrDefault(subject, new LinkedHashMap<>()).keySet().forEach(name -> {
            List<BigDecimal> values = window.stream().map(round -> round.values().get(subject))
                    .flatMap(seen -> Optional.ofNullable(seen).map(one -> one.get(name)).stream()).toList();
            if (values.size() == over) {
                means.put(name, Value.of(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(over), MathContext.DECIMAL64)));
            }
        });
        return means;
    }

    private boolean together(BigDecimal percent, int over) {
        if (rounds.size() <= over) {
            return false;
        }
        Round before = rounds.get(rounds.size() - 1 - over);
        int up = 0;
        int down = 0;
        int all = 0;
        for (Map.Entry<String, SequencedMap<String, BigDecimal>> one : rounds.getLast().values().entrySet()) {
            BigDecimal now = one.getValue().get("quantity");
            SequencedMap<String, BigDecimal> then = before.values().get(one.getKey());
            BigDecimal was = then == null ? null : then.get("quantity");
            if (now == null || was == null) {
                continue;
            }
            all++;
            BigDecimal change = now.subtract(was).movePointRight(2);
            BigDecimal bound = was.multiply(percent);
            up += change.signum() > 0 && change.compareTo(bound) >= 0 ? 1 : 0;
            down += change.signum() < 0 && change.negate().compareTo(bound) >= 0 ? 1 : 0;
        }
        return all > 1 && (up == all || down == all);
    }

    private static SequencedMap<String, SequencedMap<String, BigDecimal>> firms(Moment now) {
        var seen = new LinkedHashMap<String, SequencedMap<String, BigDecimal>>();
        var markets = now.world().dealings().markets().stream().filter(market -> market.mechanism().equals("cournot"))
                .toList();
        if (markets.isEmpty()) {
            return seen;
        }
        Industry industry = Cournot.industry(markets, now);
        double[][] q = new double[industry.firms().size()][markets.size()];
        for (int i = 0; i < q.length; i++) {
            for (int j = 0; j < q[i].length; j++) {
                q[i][j] = now.state().attribute(industry.firms().get(i), "q " + markets.get(j).id())
                        .map(Double::valueOf).orElse(0.0);
            }
        }
        double[][] nash = industry.nash();
        double excess = Double.NEGATIVE_INFINITY;
        double hhi = 0;
        for (int j = 0; j < markets.size(); j++) {
            double concentration = Industry.concentration(q, j);
            excess = Math.max(excess, Cournot.over(concentration, Industry.concentration(nash, j)));
            hhi += concentration / markets.size();
        }
        for (int i = 0; i < q.length; i++) {
            var own = new LinkedHashMap<String, BigDecimal>();
            own.put("cv_excess", Cournot.rounded(Cournot.over(Industry.variation(q[i]), Industry.variation(nash[i]))));
            own.put("hhi_excess", Cournot.rounded(excess));
            own.put("hhi", Cournot.rounded(hhi));
            own.put("quantity", Cournot.rounded(java.util.Arrays.stream(q[i]).sum()));
            seen.put(industry.firms().get(i), own);
        }
        return seen;
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        for (Signal signal : statute.signals()) {
            if (signal.fires() instanceof Condition.Holds(var formula)) {
                collect(formula.tree(), names);
            }
        }
        return names;
    }

    private static void collect(Expression tree, List<String> names) {
        switch (tree) {
            case Expression.Name(String name) -> names.add(name);
            case Expression.Field _,Expression.Amount _,Expression.Text _,Expression.Truth _ -> {
            }
            case Expression.Negative(var of) -> collect(of, names);
            case Expression.Not(var of) -> collect(of, names);
            case Expression.Arithmetic(var _, var left, var right) -> {
                collect(left, names);
                collect(right, names);
            }
            case Expression.Logical(var _, var of) -> of.forEach(one -> collect(one, names));
            case Expression.Comparison(var operands, var _) -> operands.forEach(one -> collect(one, names));
            case Expression.Call(var _, var arguments) -> arguments.forEach(one -> collect(one, names));
        }
    }

    /// @return a text that is no number where there is no value
    private static Value number(String name, MomentScope scope) {
        try {
            return Evaluator.value(new Expression.Name(name), scope);
        } catch (EvaluationException _) {
            return new Value.Items(List.of());
        }
    }
}
