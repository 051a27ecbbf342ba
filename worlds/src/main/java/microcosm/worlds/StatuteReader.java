package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.worlds.Statute.Arrow;
import microcosm.worlds.Statute.Condition;
import microcosm.worlds.Statute.Consequence;
import microcosm.worlds.Statute.Occasion;
import microcosm.worlds.Statute.Signal;

/// Understands the tables of a governance graph, as far as they are written in the phrases of FORMAT.md or as expressions.
final class StatuteReader {
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
    private static final Pattern AFTER = Pattern.compile("after " + COUNT + UNITS);
    private static final Pattern PAYEE = Pattern.compile("([a-z][a-z0-9-]*) to (.+)");

    private static final String EVERYONE = "everyone";

    private final Governance written;
    private final World world;
    private final List<String> problems = new ArrayList<>();

    StatuteReader(Governance written, World world) {
        this.written = written;
        this.world = world;
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

    /// @return what cannot be executed, a line each
    List<String> problems() {
        statute();
        return List.copyOf(problems);
    }

    Optional<Statute> statute() {
        problems.clear();
        if (written.states().isEmpty()) {
            problems.add("a diagram without states");
            return Optional.empty();
        }
        var occasions = new LinkedHashMap<String, Occasion>();
        written.transitions().stream().map(Governance.Transition::event).distinct().forEach(
                event -> occasion(event, cell("event", event, "is")).ifPresent(when -> occasions.put(event, when)));
        var statute = new Statute(written.states().getFirst(), signals(), occasions,
                written.transitions().stream().map(this::arrow).toList(), rates(), regime(), payee(),
                written.options().getOrDefault("subjects", EVERYONE), starts(), toldToAll(),
                written.ruleText());
        check(statute);
        return problems.isEmpty() ? Optional.of(statute) : Optional.empty();
    }

    private void check(Statute statute) {
        for (Arrow arrow : statute.arrows()) {
            if (statute.occasions().get(arrow.event()) instanceof Occasion.Served
                    && statute.rounds(arrow.from()) == 0) {
                problems.add("nothing says how long \"" + arrow.from() + "\" lasts");
            }
        }
        boolean fined = statute.arrows().stream().flatMap(arrow -> arrow.consequences().stream())
                .anyMatch(Consequence.Fine.class::isInstance);
        if (fined && statute.fines().isEmpty() && world.dealings().markets().isEmpty()) {
            problems.add("nothing says to whom fines are paid, such as - fines: coin to the bailiff");
        }
        if (written.options().containsKey("fires")) {
            problems.add("\"fires\"");
        }
    }

    private List<Signal> signals() {
        var signals = new ArrayList<Signal>();
        for (SequencedMap<String, String> row : written.tables().getOrDefault("signal", List.of())) {
            String name = row.getOrDefault("signal", "");
            int over = count("over of signal \"" + name + "\"", row.getOrDefault("over", "1").split(" ")[0]);
            String when = row.sequencedEntrySet().stream().skip(1).findFirst().map(java.util.Map.Entry::getValue)
                    .orElse("");
            Matcher together = TOGETHER.matcher(when);
            Optional<Condition> fires = together.matches()
                    ? Optional.of(new Condition.Together(new BigDecimal(together.group(1))))
                    : formula("signal \"" + name + "\"", when).map(Condition.Holds::new);
            fires.ifPresent(condition -> signals.add(new Signal(name, condition, Math.max(1, over))));
        }
        return signals;
    }

    private Optional<Occasion> occasion(String event, String is) {
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

    private Arrow arrow(Governance.Transition drawn) {
        Optional<SequencedMap<String, String>> row = written.tables().getOrDefault("from", List.of()).stream()
                .filter(one -> drawn.from().equals(one.get("from")) && drawn.to().equals(one.get("to"))
                        && one.getOrDefault("event", drawn.event()).equals(drawn.event()))
                .findFirst();
        String needs = row.map(one -> one.getOrDefault("needs", "")).orElse("");
        String cooldown = row.map(one -> one.getOrDefault("cooldown", "")).orElse("");
        var consequences = new ArrayList<Consequence>();
        int after = 0;
        for (String part : parts(row.map(one -> one.getOrDefault("consequence", "")).orElse(""))) {
            Matcher lasts = AFTER.matcher(part);
            if (lasts.matches()) {
                after = count("consequence", lasts.group(1));
            } else {
                consequence(drawn, part).ifPresent(consequences::add);
            }
        }
        return new Arrow(drawn.from(), drawn.to(), drawn.event(),
                needs.isEmpty() ? Optional.empty() : formula("needs of " + drawn.from() + " → " + drawn.to(), needs),
                cooldown.isEmpty() ? 0 : count("cooldown of " + drawn.from() + " → " + drawn.to(), cooldown), after,
                consequences);
    }

    private Optional<Consequence> consequence(Governance.Transition drawn, String part) {
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
            return formula("fine of " + drawn.from() + " → " + drawn.to(), fine.group(1)).map(Consequence.Fine::new);
        }
        problems.add("consequence \"" + part + "\"");
        return Optional.empty();
    }

    /// @return what stands between commas outside brackets
    private static List<String> parts(String cell) {
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

    private List<BigDecimal> rates() {
        var rates = new ArrayList<BigDecimal>();
        for (String rate : parts(written.options().getOrDefault("rates", ""))) {
            try {
                rates.add(new BigDecimal(rate));
            } catch (NumberFormatException _) {
                problems.add("rate \"" + rate + "\"");
            }
        }
        return rates;
    }

    /// The row of the table that begins with a parameter; everything is at work where there is no such table.
    private Statute.Regime regime() {
        for (var setting : world.settings().entrySet()) {
            for (SequencedMap<String, String> row : written.tables().getOrDefault(setting.getKey(), List.of())) {
                if (setting.getValue().equals(row.get(setting.getKey()))) {
                    return new Statute.Regime(yes(row, "rule text in prompt"), yes(row, "notices sent"),
                            yes(row, "consequences apply"));
                }
            }
        }
        return new Statute.Regime(true, true, true);
    }

    private boolean yes(SequencedMap<String, String> row, String column) {
        String cell = row.getOrDefault(column, "yes");
        if (!cell.equals("yes") && !cell.equals("no")) {
            problems.add("\"" + column + "\" " + Problems.quoted(cell));
        }
        return cell.equals("yes");
    }

    private Optional<Statute.Payee> payee() {
        String fines = written.options().getOrDefault("fines", "");
        if (fines.isEmpty()) {
            return Optional.empty();
        }
        Matcher payee = PAYEE.matcher(fines);
        Optional<Statute.Payee> found = payee.matches() && world.things().goods().stream().anyMatch(
                good -> good.id().equals(payee.group(1)))
                        ? world.cast().people().stream()
                                .filter(person -> List.of(person.id(), person.name()).contains(payee.group(2)))
                                .findFirst().map(person -> new Statute.Payee(payee.group(1), person.id()))
                        : Optional.empty();
        if (found.isEmpty()) {
            problems.add("fines " + Problems.quoted(fines) + ", which are not a good to a person");
        }
        return found;
    }

    private int starts() {
        String starts = written.options().getOrDefault("starts", "");
        Matcher step = Pattern.compile("[a-z]+ ([0-9]{1,6})").matcher(starts);
        if (!starts.isEmpty() && !step.matches()) {
            problems.add("starts " + Problems.quoted(starts));
        }
        return starts.isEmpty() || !step.matches() ? 1 : Integer.parseInt(step.group(1));
    }

    private boolean toldToAll() {
        String to = written.options().getOrDefault("told to", EVERYONE);
        if (!to.equals(EVERYONE) && !to.equals("the subject")) {
            problems.add("told to " + Problems.quoted(to));
        }
        return to.equals(EVERYONE);
    }

    private String cell(String table, String row, String column) {
        return written.tables().getOrDefault(table, List.of()).stream().filter(one -> row.equals(one.get(table)))
                .map(one -> one.getOrDefault(column, "")).findFirst().orElse("");
    }

    private Optional<Formula> formula(String part, String text) {
        try {
            return Optional.of(new Formula(text, ExpressionParser.parse(text), written.at()));
        } catch (ExpressionParser.Mistake _) {
            problems.add(part + ": " + text);
            return Optional.empty();
        }
    }

    /// A number of steps or the like, in digits or as a word; what cannot be one is a problem and counts as 0.
    private int count(String part, String text) {
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
