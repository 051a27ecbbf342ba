package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.worlds.Statute.Arrow;
import microcosm.worlds.Statute.Consequence;
import microcosm.worlds.Statute.Occasion;
import microcosm.worlds.Statute.Signal;

/// Understands the tables of a governance graph, as far as they are written in the phrases of FORMAT.md or as expressions.
final class StatuteReader {
    private static final Pattern PAYEE = Pattern.compile("([a-z][a-z0-9-]*) to (.+)");

    private static final Pattern COST = Pattern
            .compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)(?: ([a-z][a-z0-9-]*) from (.+) to (.+))?");

    private static final String EVERYONE = "everyone";

    private final Governance written;
    private final World world;
    private final List<String> problems = new ArrayList<>();
    private final StatutePhrases phrases;

    StatuteReader(Governance written, World world) {
        this.written = written;
        this.world = world;
        phrases = new StatutePhrases(written.at(), problems);
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
                event -> phrases.occasion(event, cell("event", event, "is"))
                        .ifPresent(when -> occasions.put(event, when)));
        var statute = new Statute(written.states().getFirst(), signals(), occasions,
                written.transitions().stream().map(this::arrow).toList(), rates(), regime(), payee(),
                written.options().getOrDefault("subjects", EVERYONE), starts(), toldToAll(), audit(),
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
            int over = phrases.count("over of signal \"" + name + "\"", row.getOrDefault("over", "1").split(" ")[0]);
            String when = row.sequencedEntrySet().stream().skip(1).findFirst().map(java.util.Map.Entry::getValue)
                    .orElse("");
            phrases.condition(name, when)
                    .ifPresent(fires -> signals.add(new Signal(name, fires, Math.max(1, over))));
        }
        return signals;
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
        for (String part : StatutePhrases.parts(row.map(one -> one.getOrDefault("consequence", "")).orElse(""))) {
            Matcher lasts = StatutePhrases.AFTER.matcher(part);
            if (lasts.matches()) {
                after = phrases.count("consequence", lasts.group(1));
            } else {
                phrases.consequence(drawn.from() + " → " + drawn.to(), part).ifPresent(consequences::add);
            }
        }
        return new Arrow(drawn.from(), drawn.to(), drawn.event(),
                needs.isEmpty()
                        ? Optional.empty()
                        : phrases.formula("needs of " + drawn.from() + " → " + drawn.to(), needs),
                cooldown.isEmpty() ? 0 : phrases.count("cooldown of " + drawn.from() + " → " + drawn.to(), cooldown),
                after,
                consequences);
    }

    private List<BigDecimal> rates() {
        var rates = new ArrayList<BigDecimal>();
        for (String rate : StatutePhrases.parts(written.options().getOrDefault("rates", ""))) {
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
        Optional<Statute.Payee> found = payee.matches() && isGood(payee.group(1))
                ? person(payee.group(2)).map(id -> new Statute.Payee(payee.group(1), id))
                : Optional.empty();
        if (found.isEmpty()) {
            problems.add("fines " + Problems.quoted(fines) + ", which are not a good to a person");
        }
        return found;
    }

    private boolean isGood(String id) { return world.things().goods().stream().anyMatch(good -> good.id().equals(id)); }

    private Optional<String> person(String called) {
        return world.cast().people().stream().filter(one -> List.of(one.id(), one.name()).contains(called))
                .map(Person::id).findFirst();
    }

    private Optional<Statute.Audit> audit() {
        String chance = written.options().getOrDefault("audits", "");
        String cost = written.options().getOrDefault("audit cost", "0");
        Matcher costs = COST.matcher(cost);
        if (chance.isEmpty() && !written.options().containsKey("audit cost")) {
            return Optional.empty();
        }
        if (!costs.matches()) {
            problems.add("audit cost " + Problems.quoted(cost) + ", which is no number such as 40, nor 2 coin from"
                    + " somebody to somebody");
            return Optional.empty();
        }
        Optional<Statute.Purse> purse = Optional.ofNullable(costs.group(2)).filter(this::isGood)
                .flatMap(good -> person(costs.group(3)).flatMap(
                        from -> person(costs.group(4)).map(to -> new Statute.Purse(good, from, to))));
        if (costs.group(2) != null && purse.isEmpty()) {
            problems.add("audit cost " + Problems.quoted(cost) + ", which is not a good from a person to a person");
        }
        return Optional.of(new Statute.Audit(chance.isEmpty() ? BigDecimal.ONE : new BigDecimal(chance),
                new BigDecimal(costs.group(1)), purse));
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
}
