package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/// Writes a trace, step by step: events are collected, and a [Event.Stepped] appends its step in one write and syncs it.
///
/// A run that is continued is played from its start. While it plays what the file already holds, each step is compared with the
/// file instead of written; from the first step the file does not hold, it is appended. For one thread.
public final class TraceWriter implements AutoCloseable {
    private final Trace held;
    private final FileChannel channel;
    private final LongTexts texts;
    private final boolean writes;
    private final Chain chain = new Chain();
    private final JsonText step;
    private final Optional<Sheaf> sheaf;
    private long position;
    private long lines;
    private long linesInStep;
    private boolean ended;

    private TraceWriter(Trace held, FileChannel channel, LongTexts texts, boolean writes, boolean folds) {
        this.held = held;
        this.channel = channel;
        this.texts = texts;
        this.writes = writes;
        this.step = new JsonText(texts);
        sheaf = folds ? Optional.of(new Sheaf(texts, step, chain)) : Optional.empty();
    }

    /// Begins a run, or continues it; a step that was interrupted is cut off first.
    ///
    /// @throws TraceException if what is there was altered
    public static TraceWriter open(RunLock lock) { return open(lock, false); }

    /// As above.
    ///
    /// @param folds whether what many people do alike is written once: see [Fold]
    public static TraceWriter open(RunLock lock, boolean folds) {
        lock.check();
        RunFolder folder = lock.folder();
        Trace held = Trace.of(folder);
        try {
            TextFile texts = TextFile.writing(folder.texts(), held.texts());
            return new TraceWriter(held, Durable.appending(folder.trace(), held.bytes()), texts, true, folds);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.path() + " cannot be opened for writing", e);
        }
    }

    /// Only compares: nothing is written, and what follows the last complete step is not looked at.
    ///
    /// @param folds as it was written
    public static TraceWriter comparing(RunFolder folder, boolean folds) {
        try {
            return new TraceWriter(Trace.of(folder), FileChannel.open(folder.trace(), StandardOpenOption.READ),
                    new Digests(), false, folds);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.trace() + " cannot be read", e);
        }
    }

    /// @return what the file held when it was opened
    public Trace held() { return held; }

    /// Whether the next step is still one the file held when it was opened.
    public boolean comparing() { return position < held.bytes(); }

    /// @return the chain's value after the events so far, base64url; see [Trace#head]
    public String head() { return Digest.base64(chain.value()); }

    /// @throws TraceException if the file holds another event here; it names the line, both events and their difference
    /// @throws IllegalStateException if the run is over, or the event says so outside a step
    public void record(Event event) {
        boolean stepped = event instanceof Event.Stepped;
        boolean unnoticed = event instanceof Event.Ended && linesInStep == 0;
        boolean late = ended && !stepped;
        if (unnoticed || late) {
            throw new IllegalStateException(
                    event.id() + ": Ended must stand in its step, and only Stepped may follow it");
        }
        if (sheaf.isPresent()) {
            sheaf.get().add(event);
        } else {
            write(event);
        }
        linesInStep++;
        ended |= event instanceof Event.Ended;
        if (stepped) {
            linesInStep = sheaf.map(Sheaf::end).orElse(linesInStep);
            close(event.id());
        }
    }

    private void write(Event event) {
        int start = step.length();
        byte[] before = chain.value();
        try {
            EventJson.SHAPE.write(step, event);
        } catch (RuntimeException e) {
            step.cutTo(start);
            chain.returnTo(before);
            throw e;
        }
        step.cutTo(step.length() - 1);
        chain.seal(step, start);
    }

    private void close(EventId id) {
        try {
            if (comparing()) {
                compare();
            } else if (writes) {
                append();
            } else if (held.finished()) {
                throw new TraceException(held.folder().trace().toString(), lines,
                        "ends here; played again it goes on with " + id);
            }
            position += step.length();
            lines += linesInStep;
            linesInStep = 0;
            step.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(held.folder().trace() + " cannot be written", e);
        }
    }

    /// The texts first: a line must never be on the disk before what it names.
    private void append() throws IOException {
        if (texts instanceof TextFile file) {
            file.sync();
        }
        Durable.write(channel, step.bytes(), step.length());
        channel.force(true);
    }

    private void compare() throws IOException {
        var there = ByteBuffer.allocate((int) Math.min(step.length(), held.bytes() - position));
        Durable.read(channel, there, position);
        int at = Arrays.mismatch(there.array(), 0, there.position(), step.bytes(), 0, step.length());
        if (at < 0) {
            return;
        }
        int line = 0;
        int from = 0;
        for (int i = 0; i < at; i++) {
            if (step.bytes()[i] == '\n') {
                line++;
                from = i + 1;
            }
        }
        throw new TraceException(held.folder().trace().toString(), lines + line + 1,
                "played again, this event differs\n  trace: " + line(there.array(), from, there.position())
                        + "\n  now:   "
                        + line(step.bytes(), from, step.length()));
    }

    private static String line(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        int field = Chain.field(bytes, from, end);
        return new String(bytes, from, (field < 0 ? end : field) - from, StandardCharsets.UTF_8)
                + (field < 0 ? "" : "}");
    }

    /// Drops the step that is not over.
    @Override
    public void close() {
        try {
            channel.close();
            if (texts instanceof TextFile file) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(held.folder().path() + " cannot be closed", e);
        }
    }

    /// Names long texts without keeping them.
    private static final class Digests implements LongTexts {
        @Override
        public String put(String text) {
            var string = new JsonText(LongTexts.NONE);
            string.string(text);
            return TextFile.digest(string);
        }

        @Override
        public String get(String digest) { throw new IllegalStateException("nothing is read here"); }
    }
}
