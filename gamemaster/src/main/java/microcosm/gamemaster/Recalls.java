package microcosm.gamemaster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.StringJoiner;

import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.State;
import microcosm.trace.Trace;
import microcosm.trace.TraceException;
import microcosm.trace.TraceReader;

/// Compares what comes up while a run is played again with what its trace says came up, a step at a time.
final class Recalls implements Listener, AutoCloseable {
    private final RunFolder folder;
    private final TraceReader recorded;
    private final Deque<Event.Recalled> recomputed = new ArrayDeque<>();
    private int step;
    private long same;

    Recalls(RunFolder folder) {
        this.folder = folder;
        recorded = Trace.of(folder).reader();
        skip();
    }

    @Override
    public void happened(Event event, State after) {
        if (event instanceof Event.Recalled recalled) {
            recomputed.add(recalled);
        }
    }

    /// A step was played again.
    ///
    /// @throws TraceException if somebody recalled otherwise than the trace says
    void stepped() {
        step++;
        for (Optional<Event> next = recorded.next(); next.isPresent(); next = recorded.next()) {
            if (next.get() instanceof Event.Stepped) {
                break;
            }
            if (next.get() instanceof Event.Recalled recalled) {
                compare(recalled, Optional.ofNullable(recomputed.poll()));
            }
        }
        if (!recomputed.isEmpty()) {
            throw problem("step " + step + ": " + recomputed.element().id() + " recalls " + shown(recomputed.element())
                    + "; the trace says of no such recall");
        }
    }

    private void compare(Event.Recalled recalled, Optional<Event.Recalled> again) {
        if (again.filter(recalled::equals).isEmpty()) {
            throw problem(recalled.id() + " recalled " + shown(recalled) + "; recomputed, "
                    + again.map(Recalls::shown).orElse("nobody recalls anything there"));
        }
        same++;
    }

    /// How many recalls were the same so far.
    long same() { return same; }

    private void skip() {
        Optional<Event> next = recorded.next();
        while (next.isPresent() && !(next.get() instanceof Event.Stepped)) {
            next = recorded.next();
        }
    }

    private static String shown(Event.Recalled recalled) {
        var shown = new StringJoiner(", ", "for \"" + recalled.cue() + "\" [", "]");
        for (int i = 0; i < recalled.events().size(); i++) {
            shown.add(recalled.events().get(i) + " " + recalled.scores().get(i).toPlainString());
        }
        return shown.toString();
    }

    private TraceException problem(String what) { return new TraceException(folder.trace().toString(), 0, what); }

    @Override
    public void close() { recorded.close(); }
}
