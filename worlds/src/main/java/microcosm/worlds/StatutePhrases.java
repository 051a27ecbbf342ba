package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.worlds.Statute.Condition;
import microcosm.worlds.Statute.Consequence;
import microcosm.worlds.Statute.Occasion;

/// The phrases of FORMAT.md in which the cells of a governance graph say what is played. What is no such phrase is a problem.
final class StatutePhrases {
    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten");
    private static final String COUNT = "([0-9]{1,6}|" + String.join("|", NUMBERS) + ")";
    private static final String UNITS = " [a-z]+";
    static final Pattern TOGETHER = Pattern
            .compile("all [a-z]+ moved at least ([0-9.]+) ?% the same way(?: over .*)?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");
    private static final Pattern ANY = Pattern.compile("any signal(?:, at most one case an? [a-z]+)?");
    static final Pattern CLEAN = Pattern.compile("no signal for " + COUNT + UNITS + "(?: and (.+))?");
    private static final Pattern CREDIT = Pattern.compile(COUNT + " clean" + UNITS
            + " earn one, one is spent(?:; at most " + COUNT + ")?(?:; gone after " + COUNT + UNITS + ")?");
    private static final Pattern SERVED = Pattern.compile("its time in the state is over");
    private static final Pattern FINE = Pattern.compile("fine\\((.+)\\)");
    private static final Pattern SUSPENSION = Pattern.compile("(?:produce nothing|suspended) for " + COUNT + UNITS);
    static final Pattern AFTER = Pattern.compile("after " + COUNT + UNITS);

    private final Position at;
    private final List<String> problems;

    /// @param problems where a cell that cannot be played is noted, a line each
    StatutePhrases(Position at, List<String> problems) {
        this.at = at;
        this.problems = problems;
    }

    /// Whether an event is explained by an expression, not by a phrase or in prose.
    static boolean isExpression(String event) {
        if (List.of(ANY, CLEAN, CREDIT, SERVED).stream().anyMatch(phrase -> phrase.matcher(event).matches())) {
            return false;
        }
        try {
            ExpressionParser.parse(event);
            return true;
        } catch (ExpressionParser.Mistake _) {
            return false;
        }
    }

    /// @return when a signal fires
    Optional<Condition> condition(String signal, String when) {
        Matcher together = TOGETHER.matcher(when);
        return together.matches()
                ? Optional.of(new Condition.Together(new BigDecimal(together.group(1))))
                : formula("signal \"" + signal + "\"", when).map(Condition.Holds::new);
    }

    Optional<Occasion> occasion(String event, String is) {
        Matcher clean = CLEAN.matcher(is);
        Matcher credit = CREDIT.matcher(is);
        if (ANY.matcher(is).matches()) {
            return Optional.of(new Occasion.AnySignal());
        }
        if (SERVED.matcher(is).matches()) {
            return Optional.of(new Occasion.Served());
        }
        if (clean.matches()) {
            return Optional.of(new Occasion.Clean(count("event \"" + event + "\"", clean.group(1)),
                    Optional.ofNullable(clean.group(2))
                            .flatMap(and -> formula("event \"" + event + "\"", and))));
        }
        if (credit.matches()) {
            return Optional.of(new Occasion.Credit(Math.max(1, count("event \"" + event + "\"", credit.group(1))),
                    credit.group(2) == null ? Integer.MAX_VALUE : count("event \"" + event + "\"", credit.group(2)),
                    credit.group(3) == null ? Integer.MAX_VALUE : count("event \"" + event + "\"", credit.group(3))));
        }
        return formula("event \"" + event + "\"", is).map(Occasion.When::new);
    }

    Optional<Consequence> consequence(String where, String part) {
        Matcher fine = FINE.matcher(part);
        Matcher suspension = SUSPENSION.matcher(part);
        if (part.equals("notice")) {
            return Optional.of(new Consequence.Notice());
        }
        if (part.equals("raise_tier")) {
            return Optional.of(new Consequence.RaiseTier());
        }
        if (suspension.matches()) {
            return Optional.of(new Consequence.Suspension(count("consequence", suspension.group(1))));
        }
        if (fine.matches()) {
            return formula("fine of " + where, fine.group(1)).map(Consequence.Fine::new);
        }
        problems.add("consequence \"" + part + "\"");
        return Optional.empty();
    }

    /// @return what stands between commas outside brackets
    static List<String> parts(String cell) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= cell.length(); i++) {
            char c = i < cell.length() ? cell.charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == cell.length())) {
                parts.add(cell.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    Optional<Formula> formula(String part, String text) {
        try {
            return Optional.of(new Formula(text, ExpressionParser.parse(text), at));
        } catch (ExpressionParser.Mistake _) {
            problems.add(part + ": " + text);
            return Optional.empty();
        }
    }

    /// A number of steps or the like, in digits or as a word; what cannot be one is a problem and counts as 0.
    int count(String part, String text) {
        int named = NUMBERS.indexOf(text.toLowerCase(Locale.ROOT));
        if (named >= 0) {
            return named;
        }
        if (!WHOLE.matcher(text).matches()) {
            problems.add(part + ": " + text);
            return 0;
        }
        return Integer.parseInt(text);
    }
}
