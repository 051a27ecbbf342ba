package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import microcosm.worlds.Expression.Call;

/// Functions over a collection: the collection, an expression worked out for each member, and for numbers a filter.
///
/// `count(people, grain < 6)`, `mean(people, probe("Mill fear"), not given("The mill will stop"))`.
enum Aggregates {
    COUNT, SHARE, ANY, ALL, SUM, MEAN, MAX, MIN, GINI;

    static final List<String> NAMES = Arrays.stream(values()).map(Aggregates::called).toList();

    static Optional<Aggregates> named(String function) {
        int at = NAMES.indexOf(function);
        return at < 0 ? Optional.empty() : Optional.of(values()[at]);
    }

    private String called() { return name().toLowerCase(Locale.ROOT); }

    /// @return what is wrong with a number of arguments, the collection included; empty when it fits
    String misfit(int arguments) {
        return switch (this) {
            case COUNT -> arguments == 1 || arguments == 2 ? "" : "count takes a collection and a condition";
            case SHARE, ANY, ALL -> arguments == 2 ? "" : called() + " takes a collection and a condition";
            case SUM, MEAN, MAX, MIN, GINI -> arguments == 2 || arguments == 3
                    ? ""
                    : called() + " takes a collection, a number for each member and, if wanted, a condition";
        };
    }

    Value over(List<Scope> members, Call call, Evaluator evaluator) {
        List<Expression> arguments = call.arguments();
        String misfit = misfit(arguments.size());
        if (!misfit.isEmpty()) {
            throw new EvaluationException(misfit);
        }
        return switch (this) {
            case COUNT ->
                Value.of(arguments.size() == 1 ? members.size() : holding(members, arguments.get(1), evaluator));
            case SHARE -> Value.of(BigDecimal.valueOf(holding(members, arguments.get(1), evaluator))
                    .divide(BigDecimal.valueOf(some(members)), Decimals.DIGITS));
            case ANY -> Value.of(members.stream().anyMatch(member -> evaluator.holds(arguments.get(1), member)));
            case ALL -> Value.of(members.stream().allMatch(member -> evaluator.holds(arguments.get(1), member)));
            case SUM, MEAN, MAX, MIN, GINI ->
                Value.of(Decimals.bounded(number(numbers(members, arguments, evaluator))));
        };
    }

    private BigDecimal number(List<BigDecimal> numbers) {
        return switch (this) {
            case SUM -> sum(numbers);
            case MEAN -> sum(numbers).divide(BigDecimal.valueOf(some(numbers)), Decimals.DIGITS);
            case MAX -> numbers.stream().max(BigDecimal::compareTo).orElseThrow(this::ofNobody);
            case MIN -> numbers.stream().min(BigDecimal::compareTo).orElseThrow(this::ofNobody);
            case GINI -> gini(numbers);
            case COUNT, SHARE, ANY, ALL -> throw new IllegalStateException(called() + " is not about numbers");
        };
    }

    private static int holding(List<Scope> members, Expression condition, Evaluator evaluator) {
        int count = 0;
        for (Scope member : members) {
            if (evaluator.holds(condition, member)) {
                count++;
            }
        }
        return count;
    }

    private static List<BigDecimal> numbers(List<Scope> members, List<Expression> arguments, Evaluator evaluator) {
        var numbers = new ArrayList<BigDecimal>();
        for (Scope member : members) {
            if (arguments.size() < 3 || evaluator.holds(arguments.get(2), member)) {
                numbers.add(Decimals.number(evaluator.visit(arguments.get(1), member)));
            }
        }
        return numbers;
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal number : numbers) {
            sum = Decimals.bounded(sum.add(number, Decimals.DIGITS));
        }
        return sum;
    }

    /// Gini coefficient: half the mean absolute difference over the mean; 0 when all are equal, and when all are zero.
    ///
    /// Source: Sen 1973, On Economic Inequality, p. 31, in the form over sorted values.
    private BigDecimal gini(List<BigDecimal> numbers) {
        int n = some(numbers);
        BigDecimal sum = sum(numbers);
        if (numbers.stream().anyMatch(number -> number.signum() < 0)) {
            throw new EvaluationException("gini of a number below zero");
        }
        if (sum.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal weighted = BigDecimal.ZERO;
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        for (int i = 0; i < n; i++) {
            weighted = weighted.add(BigDecimal.valueOf(2L * i + 1 - n).multiply(sorted.get(i)), Decimals.DIGITS);
        }
        return weighted.divide(sum.multiply(BigDecimal.valueOf(n), Decimals.DIGITS), Decimals.DIGITS);
    }

    private int some(List<?> of) {
        if (of.isEmpty()) {
            throw ofNobody();
        }
        return of.size();
    }

    private EvaluationException ofNobody() {
        return new EvaluationException("the " + called() + " of nobody has no value");
    }
}
