package microcosm.audit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.trace.TraceException;
import microcosm.trace.TraceReader;

/// A run folder of ours: what people said and did, who heard it, and what they alone knew.
final class TraceFormat implements Format {
    @Override
    public String name() { return "trace"; }

    @Override
    public boolean recognises(Path file, String head) {
        return file.endsWith("trace.jsonl") && head.contains("\"event\":\"began\"");
    }

    @Override
    public void read(Path file, Intake intake) {
        Path folder = file.toAbsolutePath().getParent();
        try (TraceReader reader = Trace.of(RunFolder.at(folder == null ? Path.of(".") : folder)).reader()) {
            var turns = new Turns(String.valueOf(folder == null ? file : folder.getFileName()), intake);
            for (var event = reader.next(); event.isPresent(); event = reader.next()) {
                turns.after(event.get());
            }
            turns.flush();
        } catch (TraceException e) {
            throw new ImportException(List.of(e.getMessage()));
        }
    }

    /// Collects the events of a step into messages; a step's messages are complete when the next step begins.
    private static final class Turns {
        private final String run;
        private final Intake intake;
        private final SequencedMap<String, Turn> open = new LinkedHashMap<>();
        private final Map<String, SequencedMap<String, String>> known = new HashMap<>();
        private final Map<String, String> thoughts = new HashMap<>();
        private final Holdings holdings = new Holdings();
        private String scenario = "";

        Turns(String run, Intake intake) {
            this.run = run;
            this.intake = intake;
        }

        void after(Event event) {
            switch (event) {
                case Event.Began began -> scenario = began.world();
                case Event.Cast cast -> known(cast.id().owner()).putAll(cast.person());
                case Event.Replied replied when replied.call().equals("act") ->
                    thoughts.put(replied.id().owner(), replied.text());
                case Event.Believed believed -> known(believed.id().owner()).put("believes " + believed.claim(),
                        believed.credence().toPlainString());
                case Event.Acted acted -> open.put(acted.id().toString(), new Turn(acted, state(acted.id().owner()),
                        said(acted)));
                case Event.Read read -> latest(read.id().owner()).ifPresent(turn -> turn.read(read));
                case Event.Resolved resolved -> resolved.effects().forEach(this::told);
                case Event.Stepped _ -> flush();
                case Event.Benchmarked _,Event.Replied _,Event.Consulted _,Event.Drafted _,Event.Reviewed _,Event.Recalled _,Event.Observed _,Event.Refused _,Event.Measured _,Event.Probed _,Event.Ended _ ->
                    {
                    }
            }
            holdings.after(event);
        }

        private SequencedMap<String, String> known(String person) {
            return known.computeIfAbsent(person, _ -> new LinkedHashMap<>());
        }

        private SequencedMap<String, String> state(String person) {
            SequencedMap<String, String> state = new LinkedHashMap<>(known(person));
            state.putAll(holdings.of(person));
            return state;
        }

        private String said(Event.Acted acted) {
            String reply = thoughts.getOrDefault(acted.id().owner(), "");
            thoughts.remove(acted.id().owner());
            return reply.equals(acted.text()) ? "" : reply;
        }

        private java.util.Optional<Turn> latest(String person) {
            return open.values().stream().filter(turn -> turn.acted.id().owner().equals(person))
                    .reduce((_, last) -> last);
        }

        private void told(microcosm.trace.Effect effect) {
            switch (effect) {
                case microcosm.trace.Effect.Told told ->
                    latest(told.from()).ifPresent(turn -> turn.hearers.addAll(told.to()));
                case microcosm.trace.Effect.Sent sent ->
                    latest(sent.from()).ifPresent(turn -> turn.hearers.addAll(sent.to()));
                case microcosm.trace.Effect.Became became when became.attribute().startsWith(TraceExport.STATE) ->
                    known(became.subject())
                            .put(became.attribute().substring(TraceExport.STATE.length()), became.value());
                default -> {
                }
            }
        }

        void flush() {
            open.values().forEach(turn -> intake.add(run, scenario, turn.message()));
            open.clear();
        }
    }
}
