package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the trace of a run holds: its complete steps, whether it was played to the end or interrupted.
///
/// @param lines how many there are in complete steps
/// @param count how many events they hold: one a line, but where a line stands for many
/// @param steps how many are complete, step 0 included
/// @param bytes length of the complete steps in the file
/// @param unfinished bytes after them: a step that was interrupted, dropped when the run is continued
/// @param texts how many texts they keep in `texts.jsonl`
/// @param finished whether the run is over
/// @param head the chain's value after the last complete step, base64url
public record Trace(RunFolder folder, long lines, long count, int steps, long bytes, long unfinished, int texts,
        boolean finished,
        String head) {
    private static final byte[] ENDED = "{\"event\":\"ended\"".getBytes(StandardCharsets.US_ASCII);

    /// Reads the file once, checking the chain; a run that has not begun holds nothing.
    ///
    /// @throws TraceException if it was altered: a line does not follow from those before it, and it is not in the last step
    public static Trace of(RunFolder folder) {
        try (var lines = new Lines(folder.trace())) {
            return new Scan(folder).over(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.trace() + " cannot be read", e);
        }
    }

    /// @return the events of the complete steps in order, read as they are asked for; close it
    public Stream<Event> events() {
        TraceReader reader = reader();
        return Stream.generate(reader::next).takeWhile(Optional::isPresent).map(Optional::orElseThrow)
                .onClose(reader::close);
    }

    /// @return a reader of the complete steps; close it
    public TraceReader reader() { return new TraceReader(this); }

    /// @param step a complete one, from 0
    /// @return the chain's value at its end, base64url, as its last line shows it
    /// @throws IllegalArgumentException if the step is not complete
    public String headAfter(int step) {
        try (var all = new Lines(folder.trace())) {
            int over = -1;
            while (all.number() < lines && all.next()) {
                if (Chain.isStepped(all.bytes(), all.start(), all.end()) && ++over == step) {
                    int from = Chain.field(all.bytes(), all.start(), all.end()) + Chain.FIELD.length();
                    return new String(all.bytes(), from, all.end() - 2 - from, StandardCharsets.US_ASCII);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.trace() + " cannot be read", e);
        }
        throw new IllegalArgumentException("step " + step + " must be between 0 and " + (steps - 1));
    }

    /// One pass over a trace.
    private static final class Scan {
        private final RunFolder folder;
        private final Chain chain = new Chain();
        private final Set<String> texts = new LinkedHashSet<>();
        private long events;
        private boolean ended;
        private Trace complete;

        Scan(RunFolder folder) {
            this.folder = folder;
            complete = new Trace(folder, 0, 0, 0, 0, 0, 0, false, Digest.base64(chain.value()));
        }

        Trace over(Lines lines) throws IOException {
            while (lines.next()) {
                if (!lines.ended() || !chain.accepts(lines.bytes(), lines.start(), lines.end())) {
                    return withTail(toTheEnd(lines));
                }
                take(lines);
            }
            return withTail(lines.number() == 0 ? 0 : lines.nextOffset());
        }

        private void take(Lines lines) {
            ended |= starts(lines, ENDED);
            events += EventLines.count(folder, lines);
            texts.addAll(EventLines.mentions(folder, lines));
            if (Chain.isStepped(lines.bytes(), lines.start(), lines.end())) {
                complete = new Trace(folder, lines.number(), events, complete.steps + 1, lines.nextOffset(), 0,
                        texts.size(),
                        ended, Digest.base64(chain.value()));
            }
        }

        /// Goes on after a line that does not belong; only what was written last may be damaged by an interruption.
        private long toTheEnd(Lines lines) throws IOException {
            long broken = lines.number();
            String where = TraceVerifier.describe(lines);
            boolean stepOver = false;
            do {
                if (stepOver) {
                    throw new TraceException(folder.trace().toString(), broken,
                            where + " was altered, or a line before it is missing; "
                                    + "microcosm verify says what is still intact");
                }
                stepOver = lines.ended() && Chain.isStepped(lines.bytes(), lines.start(), lines.end());
            } while (lines.next());
            return lines.nextOffset();
        }

        private Trace withTail(long size) {
            return new Trace(folder, complete.lines, complete.count, complete.steps, complete.bytes,
                    size - complete.bytes,
                    complete.texts, complete.finished, complete.head);
        }
    }

    private static boolean starts(Lines lines, byte[] start) {
        int to = lines.start() + start.length;
        return to <= lines.end() && Arrays.equals(lines.bytes(), lines.start(), to, start, 0, start.length);
    }
}
