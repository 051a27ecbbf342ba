package microcosm.viewer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import microcosm.trace.Debt;
import microcosm.worlds.Good;
import microcosm.worlds.World;

/// Writes what a run came to as a page of Markdown.
public final class Report {
    private static final int MOST_PEOPLE = 24;
    private static final int MOST_TURNS = 40;

    private final World world;
    private final Chronicle chronicle;
    private final StringBuilder page = new StringBuilder();

    private Report(World world, Chronicle chronicle) {
        this.world = world;
        this.chronicle = chronicle;
    }

    /// @param chronicle fed with the whole trace
    /// @return a page of Markdown, ending with a line break
    public static String of(World world, Chronicle chronicle) { return new Report(world, chronicle).write(); }

    private String write() {
        line("# " + Plain.markdown(world.title()));
        line("");
        line(world.premise().strip());
        line("");
        facts();
        measures();
        turningPoints();
        holdings();
        beliefs();
        deeds();
        return page.toString();
    }

    private void facts() {
        long seed = chronicle.began().map(began -> began.seed()).orElse(0L);
        String settings = world.settings().isEmpty()
                ? ""
                : ", " + String.join(", ", world.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + " = " + setting.getValue()).toList());
        line("*" + chronicle.state().people().size() + " people, " + chronicle.steps() + " of " + world.clock().steps()
                + " "
                + world.clock().unit() + "s, seed " + seed + Plain.markdown(settings) + ". " + chronicle.acts()
                + " turns taken, " + chronicle.events() + " events. " + ending() + "*");
        line("");
    }

    private String ending() {
        return chronicle.ended().map(
                why -> why.equals("clock") ? "Played to the end of the clock." : "Ended: " + Plain.markdown(why) + ".")
                .orElse("Not over yet: the same command continues it.");
    }

    private void measures() {
        vain();
        if (chronicle.measures().isEmpty()) {
            return;
        }
        line("## What was measured");
        line("");
        line("| measure | first | last | over time |");
        line("|---|--:|--:|---|");
        chronicle.measures().forEach((name, values) -> line("| " + Plain.markdown(name) + " | "
                + Numbers.shown(values.sequencedValues().getFirst()) + " | "
                + Numbers.shown(values.sequencedValues().getLast())
                + " | "
                + (values.size() < 2 ? "" : Numbers.bars(values.values()))
                + " |"));
        line("");
        if (!chronicle.benchmarks().isEmpty()) {
            line("For comparison: " + String.join(", ", chronicle.benchmarks().entrySet().stream()
                    .map(benchmark -> Plain.markdown(benchmark.getKey()) + " " + Numbers.shown(benchmark.getValue()))
                    .toList())
                    + ".");
            line("");
        }
    }

    /// Measures without a value, and what the world was to do and could not.
    private void vain() {
        if (chronicle.vain().isEmpty()) {
            return;
        }
        line("## What came to nothing");
        line("");
        chronicle.vain().forEach((what, steps) -> line("- " + Plain.markdown(what) + ", " + world.clock().unit()
                + (steps.size() == 1 ? " " : "s ")
                + String.join(", ", steps.stream().map(String::valueOf).toList())));
        line("");
    }

    private void turningPoints() {
        if (chronicle.turningPoints().isEmpty()) {
            return;
        }
        line("## Turning points");
        line("");
        List<Chronicle.TurningPoint> told = chronicle.turningPoints();
        int step = -1;
        for (Chronicle.TurningPoint point : told.subList(0, Math.min(MOST_TURNS, told.size()))) {
            if (point.event().step() != step) {
                step = point.event().step();
                line("");
                line("**" + capital(chronicle.step(step)) + "**");
                line("");
            }
            line("- " + Plain.line(point.text()) + " `" + point.event() + "`");
        }
        int left = told.size() - Math.min(MOST_TURNS, told.size()) + chronicle.untold();
        if (left > 0) {
            line("- … and " + left + " more in the trace");
        }
        line("");
    }

    private void holdings() {
        List<Good> goods = world.things().goods();
        if (goods.isEmpty() || chronicle.state().people().isEmpty()) {
            return;
        }
        line("## Who ended with what");
        line("");
        extremes(goods);
        line("| who | " + String.join(" | ", goods.stream().map(good -> Plain.markdown(good.id())).toList())
                + " | debts |");
        line("|---|" + "--:|".repeat(goods.size()) + "---|");
        for (String person : shown(goods)) {
            var cells = new ArrayList<String>();
            for (Good good : goods) {
                BigDecimal was = chronicle.before(person).amount(good.id());
                BigDecimal is = chronicle.state().holdings(person).amount(good.id());
                cells.add(was.compareTo(is) == 0
                        ? Numbers.shown(is)
                        : Numbers.shown(was) + " → **" + Numbers.shown(is) + "**");
            }
            line("| " + Plain.markdown(chronicle.name(person)) + " | " + String.join(" | ", cells) + " | "
                    + debts(person) + " |");
        }
        line("");
        int left = chronicle.state().people().size() - MOST_PEOPLE;
        if (left > 0) {
            line("The others, " + left + " people, are left out here: " + MOST_PEOPLE / 2
                    + " with the most and the least of what they hold are shown.");
            line("");
        }
    }

    /// Who has most and least of each good.
    private void extremes(List<Good> goods) {
        List<String> people = chronicle.state().people();
        for (Good good : goods) {
            Comparator<String> byAmount = Comparator
                    .comparing(person -> chronicle.state().holdings(person).amount(good.id()));
            String most = people.stream().max(byAmount).orElse("");
            String least = people.stream().min(byAmount).orElse("");
            BigDecimal high = chronicle.state().holdings(most).amount(good.id());
            BigDecimal low = chronicle.state().holdings(least).amount(good.id());
            if (people.size() > 1) {
                line("- " + Plain.markdown(good.id()) + ": " + (high.compareTo(low) == 0
                        ? "everybody has " + Numbers.shown(high)
                        : Plain.markdown(chronicle.name(most)) + " has the most, " + Numbers.shown(high) + "; "
                                + Plain.markdown(chronicle.name(least)) + " the least, " + Numbers.shown(low)));
            }
        }
        line("");
    }

    /// Everybody in cast order; of a large society, those with the most and the least.
    private List<String> shown(List<Good> goods) {
        List<String> people = chronicle.state().people();
        if (people.size() <= MOST_PEOPLE) {
            return people;
        }
        Comparator<String> byWealth = Comparator.comparing(person -> goods.stream()
                .map(good -> chronicle.state().holdings(person).amount(good.id()))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
        List<String> sorted = people.stream().sorted(byWealth.reversed()).toList();
        var shown = new ArrayList<>(sorted.subList(0, MOST_PEOPLE / 2));
        shown.addAll(sorted.subList(sorted.size() - MOST_PEOPLE / 2, sorted.size()));
        return shown;
    }

    private String debts(String person) {
        Collection<Debt> debts = chronicle.state().debts();
        return String.join("; ", debts.stream().filter(debt -> debt.debtor().equals(person))
                .map(debt -> "owes " + Plain.markdown(chronicle.name(debt.creditor())) + " " + debt.goods()).toList());
    }

    private void beliefs() {
        if (chronicle.credences().isEmpty()) {
            return;
        }
        line("## What they believe now");
        line("");
        line("| claim | people who have a view | mean credence | believe it |");
        line("|---|--:|--:|--:|");
        chronicle.credences()
                .forEach((claim, views) -> line("| " + Plain.markdown(chronicle.claim(claim)) + " | " + views.size()
                        + " | "
                        + String.format(Locale.ROOT, "%.2f",
                                views.values().stream().mapToDouble(v -> v).average().orElse(0))
                        + " | " + views.values().stream().filter(v -> v >= 0.5).count() + " |"));
        line("");
    }

    private void deeds() {
        if (chronicle.happened().isEmpty() && chronicle.refused().isEmpty()) {
            return;
        }
        line("## What was done");
        line("");
        line("| what | came about | refused |");
        line("|---|--:|--:|");
        var all = new java.util.TreeSet<String>(chronicle.happened().keySet());
        all.addAll(chronicle.refused().keySet());
        for (String what : all) {
            line("| " + Plain.markdown(what) + " | " + chronicle.happened().getOrDefault(what, 0) + " | "
                    + chronicle.refused().getOrDefault(what, 0) + " |");
        }
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void line(String text) { page.append(text).append('\n'); }
}
