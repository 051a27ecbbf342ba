package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// Reads Probes, Measures, Endings, Audits and Design.
final class WatchReader {
    private static final Pattern NUMBER = Pattern.compile(
            "number (-?[0-9]{1,9}(?:\\.[0-9]{1,6})?)\\.\\.(-?[0-9]{1,9}(?:\\.[0-9]{1,6})?)(?: ([\\p{L} %]{1,40}))?");
    private static final Pattern CHOICE = Pattern.compile("choice (.+)");
    private static final Pattern AUDIT = Pattern.compile("([a-z][a-z0-9-]*)(?: of (.+))?");
    private static final Pattern REPLICATES = Pattern.compile("([0-9]{1,6})(, paired seeds)?");

    private final Cells cells;
    private final Reading reading;

    WatchReader(Cells cells) {
        this.cells = cells;
        reading = cells.reading;
    }

    List<Probe> probes() {
        var probes = new ArrayList<Probe>();
        for (Page.Entity entity : reading.section("Probes").map(Page.Section::entities).orElse(List.of())) {
            Bullets bullets = cells.bullets(entity.blocks(), "about, ask, question, answer");
            var about = bullets.one("about").filter(value -> !value.is("nothing"))
                    .flatMap(value -> cells.references.one(reading.resolved(value), List.of(Names.Kind.CLAIM)));
            var question = required(bullets, entity, "question").map(reading::prose);
            var answer = required(bullets, entity, "answer")
                    .flatMap(value -> answer(reading.resolved(value), question.orElse("")));
            required(bullets, entity, "ask").ifPresent(value -> asked(value, (members, schedule, off) -> answer
                    .ifPresent(spec -> probes
                            .add(new Probe(entity.slug(), entity.heading().text(), about, members, schedule, off, spec,
                                    reading.at(entity.heading()))))));
        }
        return probes;
    }

    private Optional<Words> required(Bullets bullets, Page.Entity entity, String key) {
        Optional<Words> value = bullets.one(key);
        boolean written = entity.blocks().stream()
                .anyMatch(block -> block instanceof Block.Bullet(var other, _) && other.is(key));
        if (value.isEmpty() && !written) {
            reading.wrong(entity.heading(), Problems.quoted(entity.heading().text()) + " without \"" + key + "\"",
                    "- " + key + ": …");
        }
        return value;
    }

    private interface Asked {
        void of(Channel.Members members, Schedule schedule, boolean offTheRecord);
    }

    /// `everyone, days 3 6 9, off the record`.
    private void asked(Words written, Asked then) {
        Optional<Schedule> schedule = Optional.empty();
        boolean off = false;
        var who = new ArrayList<Words>();
        for (Words part : reading.resolved(written).split(',')) {
            if (part.is("off the record") || part.is("on the record")) {
                off = part.is("off the record");
            } else if (cells.schedules.reads(part.text())) {
                schedule = cells.schedules.read(part);
            } else {
                who.add(part);
            }
        }
        if (who.isEmpty() || schedule.isEmpty()) {
            reading.wrong(written, Problems.quoted(written.text()) + " does not say whom to ask and when", "everyone, "
                    + reading.unit + "s 3 6 9, off the record");
            return;
        }
        boolean record = off;
        Schedule on = schedule.get();
        cells.members.read(Words.joined(who, ", ")).ifPresent(members -> then.of(members, on, record));
    }

    private Optional<ActionSpec> answer(Words written, String question) {
        var number = NUMBER.matcher(written.text());
        if (number.matches()) {
            var least = new BigDecimal(number.group(1));
            var most = new BigDecimal(number.group(2));
            if (least.compareTo(most) >= 0) {
                reading.wrong(written, Problems.quoted(written.text()) + " runs backwards", "the smaller bound first");
                return Optional.empty();
            }
            return Optional
                    .of(new ActionSpec.Quantity(question, least, most, number.group(3) == null ? "" : number.group(3)));
        }
        var choice = CHOICE.matcher(written.text());
        if (choice.matches()) {
            return Optional.of(new ActionSpec.Choose(question, List.of(choice.group(1).split("\\s+or\\s+"))));
        }
        if (written.is("words")) {
            return Optional.of(new ActionSpec.Speak(question));
        }
        reading.wrong(written, Problems.quoted(written.text()) + " is not a kind of answer",
                "number 0..100, choice yes or no, or words");
        return Optional.empty();
    }

    List<Measure> measures() {
        var measures = new ArrayList<Measure>();
        reading.section("Measures").ifPresent(section -> {
            for (Rows.Row row : cells.rows.read(section.blocks(), Rows.Columns.of("measure, when, is", ""), false)) {
                Words name = row.cell("measure");
                if (!name.text().matches("[a-z][a-z0-9_]*")) {
                    reading.wrong(name, Problems.quoted(name.text()) + " cannot name a measure",
                            "one lower-case word: hungry, profit_gain");
                } else if (measures.stream().anyMatch(other -> name.is(other.name()))) {
                    reading.wrong(name, "measure " + Problems.quoted(name.text()) + " a second time",
                            "each measure once");
                }
                var schedule = cells.schedules.read(row.cell("when"));
                var is = cells.formulas.read(row.cell("is"));
                if (schedule.isPresent() && is.isPresent()) {
                    measures.add(new Measure(name.text(), schedule.get(), is.get(), reading.at(name)));
                }
            }
        });
        return measures;
    }

    List<Ending> endings() {
        var endings = new ArrayList<Ending>();
        reading.section("Endings").ifPresent(section -> {
            for (Rows.Row row : cells.rows.read(section.blocks(), Rows.Columns.of("ending, when, told", ""), false)) {
                Words when = row.cell("when");
                Optional<Formula> formula = when.is("judged") ? Optional.empty() : cells.formulas.read(when);
                if (when.is("judged") || formula.isPresent()) {
                    endings.add(new Ending(row.first().text(), formula, reading.prose(row.cell("told")),
                            reading.at(row.first())));
                }
            }
        });
        return endings;
    }

    List<AuditRequest> audits() {
        var audits = new ArrayList<AuditRequest>();
        for (Block block : reading.section("Audits").map(Page.Section::blocks).orElse(List.of())) {
            if (block instanceof Block.Bullet(var key, var value)) {
                Words whole = key.isEmpty() ? value : key;
                var matcher = AUDIT.matcher(whole.text());
                if (!matcher.matches()) {
                    reading.wrong(whole, Problems.quoted(whole.text()) + " does not name an auditor",
                            "- auditor, - auditor: what, or - auditor of what");
                    continue;
                }
                if (!reading.lexicon.knows(Vocabulary.Kind.AUDITOR, matcher.group(1))) {
                    reading.unknown(whole.sub(0, matcher.end(1)), "auditor",
                            reading.lexicon.known(Vocabulary.Kind.AUDITOR));
                }
                String of = matcher.group(2) != null
                        ? reading.prose(whole.sub(matcher.start(2), matcher.end(2)))
                        : key.isEmpty() ? "" : reading.prose(value);
                audits.add(new AuditRequest(matcher.group(1), of, reading.at(whole)));
            }
        }
        return audits;
    }

    Optional<Design> design() {
        return reading.section("Design").map(section -> {
            var factors = new LinkedHashMap<String, List<String>>();
            for (Rows.Row row : cells.rows.read(section.blocks(), Rows.Columns.of("factor, levels", ""), false)) {
                factor(row.cell("factor"), row.cell("levels")).ifPresent(levels -> {
                    if (factors.put(row.cell("factor").text(), levels) != null) {
                        reading.wrong(row.cell("factor"),
                                "factor " + Problems.quoted(row.cell("factor").text()) + " a second time",
                                "each factor once");
                    }
                });
            }
            Bullets bullets = cells.bullets(section.blocks(), "replicates, primary, baselines");
            var replicates = bullets.one("replicates").map(this::replicates).orElse(new Replicates(1, false));
            List<String> baselines = bullets.one("baselines")
                    .map(value -> value.split(',').stream().map(Words::text).toList()).orElse(List.of());
            return new Design(factors, replicates.count(), replicates.paired(),
                    bullets.one("primary").map(reading::prose), baselines,
                    reading.at(section.heading()));
        });
    }

    private record Replicates(int count, boolean paired) {}

    private Replicates replicates(Words value) {
        var matcher = REPLICATES.matcher(value.text());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            reading.wrong(value, Problems.quoted(value.text()) + " does not say how many replicates",
                    "20, or 20, paired seeds");
            return new Replicates(1, false);
        }
        return new Replicates(Integer.parseInt(matcher.group(1)), matcher.group(2) != null);
    }

    private Optional<List<String>> factor(Words name, Words levels) {
        Parameter parameter = reading.parameters.get(name.text());
        if (parameter == null) {
            reading.unknown(name, "parameter", reading.parameters.keySet());
            return Optional.empty();
        }
        var values = new ArrayList<String>();
        for (Words level : levels.split(',')) {
            String misfit = parameter.misfit(level.text());
            if (!misfit.isEmpty() && parameter.kind() == Parameter.Kind.CHOICE) {
                reading.unknown(level, "level of " + name, parameter.of());
            } else if (!misfit.isEmpty()) {
                reading.wrong(level, Problems.quoted(level.text()) + " is not a level of " + name, misfit);
            } else if (values.contains(level.text())) {
                reading.wrong(level, "level " + Problems.quoted(level.text()) + " a second time", "each level once");
            }
            values.add(level.text());
        }
        return Optional.of(values);
    }
}
