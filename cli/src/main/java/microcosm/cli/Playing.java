package microcosm.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import microcosm.gamemaster.Outcome;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.trace.Trace;
import microcosm.viewer.Chronicle;
import microcosm.viewer.Highlights;
import microcosm.viewer.Report;
import microcosm.worlds.World;

/// What is said of a run that has been played: its report as a file, its highlights on the terminal, its figures as JSON.
final class Playing {
    private final Console console;
    private final World world;
    private final Outcome outcome;
    private final Chronicle chronicle;

    /// Reads the trace and writes `report.md`.
    Playing(Console console, World world, Outcome outcome) throws IOException {
        this.console = console;
        this.world = world;
        this.outcome = outcome;
        chronicle = new Chronicle(world);
        try (Stream<Event> events = Trace.of(outcome.folder()).events()) {
            events.forEach(chronicle);
        }
        Files.writeString(outcome.folder().report(), Report.of(world, chronicle));
    }

    /// @param more a line that only this command has to say; may be empty. The last line is the run folder
    void say(String more) {
        new Highlights(world, chronicle, console.coloured()).lines().forEach(console::say);
        if (!more.isEmpty()) {
            console.say(more);
        }
        console.say(costs());
        console.say(console.dim(
                "Read on:  " + outcome.folder().report() + "  or  microcosm trace " + outcome.folder().path()));
        console.say(outcome.folder().path().toString());
    }

    private String costs() {
        RunRecord record = outcome.record();
        RunRecord.Totals totals = record.totals();
        String was = outcome.already() == 0
                ? ""
                : outcome.already() == record.steps()
                        ? " (all of it before; nothing was played now)"
                        : " (" + outcome.already() + " steps of it before)";
        return String.format(Locale.ROOT, "%,d events in %.2f s%s; %,d model calls, %,d tokens, $%s", record.events(),
                record.wallSeconds(), was, totals.calls(), totals.tokensIn() + totals.tokensOut(),
                totals.usd().toPlainString());
    }

    SequencedMap<String, Object> fields() {
        RunRecord record = outcome.record();
        RunRecord.Totals totals = record.totals();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("run", record.run());
        fields.put("dir", outcome.folder().path().toString());
        fields.put("world", record.world());
        fields.put("seed", record.seed());
        fields.put("status", record.status().name().toLowerCase(Locale.ROOT));
        fields.put("steps", record.steps());
        fields.put("events", record.events());
        fields.put("people", record.people());
        fields.put("calls", totals.calls());
        fields.put("cached_calls", totals.cachedCalls());
        fields.put("tokens_in", totals.tokensIn());
        fields.put("tokens_out", totals.tokensOut());
        fields.put("prompt_chars", totals.promptChars());
        fields.put("usd", totals.usd());
        fields.put("wall_s", record.wallSeconds());
        var measures = new LinkedHashMap<String, @Nullable BigDecimal>(record.measures());
        world.watch().measures().forEach(measure -> measures.putIfAbsent(measure.name(), null));
        fields.put("measures", measures);
        return fields;
    }
}
