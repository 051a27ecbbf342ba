package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/// Reads the complete steps of a trace, one event at a time, holding no more than one line and an index of the texts kept
/// elsewhere. For one thread.
public final class TraceReader implements AutoCloseable {
    private final Trace trace;
    private final Lines lines;
    private final TextFile texts;
    private final EventLines events;
    private Iterator<Event> ofLine = Collections.emptyIterator();

    TraceReader(Trace trace) {
        this.trace = trace;
        try {
            lines = new Lines(trace.folder().trace());
            texts = TextFile.reading(trace.folder().texts(), trace.texts());
            events = new EventLines(trace.folder(), texts);
        } catch (IOException e) {
            throw new UncheckedIOException(trace.folder().path() + " cannot be read", e);
        }
    }

    /// @return the next event; empty after the last
    /// @throws TraceException naming the line, if it cannot be read
    public Optional<Event> next() {
        try {
            if (!ofLine.hasNext() && lines.number() < trace.lines() && lines.next()) {
                ofLine = events.of(lines);
            }
            return ofLine.hasNext() ? Optional.of(ofLine.next()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(trace.folder().trace() + " cannot be read", e);
        }
    }

    /// @return the line of the event read last, from 1
    public long line() { return lines.number(); }

    /// @return the byte at which that line begins
    public long offset() { return lines.offset(); }

    @Override
    public void close() {
        try {
            lines.close();
            texts.close();
        } catch (IOException e) {
            throw new UncheckedIOException(trace.folder().path() + " cannot be closed", e);
        }
    }
}
