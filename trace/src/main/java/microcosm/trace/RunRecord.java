package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What accompanied a run and did not decide it: how far it came, what it cost, where and how long it was played. `run.json`.
///
/// @param run the folder's name
/// @param world the world's id
/// @param steps complete ones
/// @param events in complete steps
/// @param head the chain's value after them, base64url; see [Trace#head]
/// @param measures name → last value
/// @param sittings one for each time the run was begun or continued, in order
/// @param signatures one a key, in the order of their latest use; see [Signer]
public record RunRecord(String run, String world, long seed, Status status, int steps, long events, String head,
        int people, SequencedMap<String, BigDecimal> measures, List<Sitting> sittings,
        List<Signature> signatures) {
    private static final Shape<RunRecord> SHAPE = new Shapes().of(RunRecord.class);

    public RunRecord {
        measures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(measures));
        sittings = List.copyOf(sittings);
        signatures = List.copyOf(signatures);
    }

    /// `STOPPED` can be continued: interrupted, out of budget, or as far as was asked for. `FAILED` can too, once a model is back.
    public enum Status {
        FINISHED, STOPPED, FAILED
    }

    /// What one or more sittings cost.
    ///
    /// @param calls answered by a model or a service
    /// @param cachedCalls answered from the journal or a cache
    /// @param promptChars UTF-16 units sent
    public record Totals(long calls, long cachedCalls, long tokensIn, long tokensOut, long promptChars,
            BigDecimal usd) {
        public static final Totals NONE = new Totals(0, 0, 0, 0, 0, BigDecimal.ZERO);

        public Totals plus(Totals other) {
            return new Totals(calls + other.calls, cachedCalls + other.cachedCalls, tokensIn + other.tokensIn,
                    tokensOut + other.tokensOut, promptChars + other.promptChars, usd.add(other.usd));
        }
    }

    /// One time the run was played, from start or continuation to end or interruption.
    ///
    /// @param began ISO 8601
    /// @param wallSeconds how long it took by the clock on the wall
    /// @param jdk version of the JDK
    /// @param system name and version of the operating system
    /// @param engine version of this program
    public record Sitting(String began, BigDecimal wallSeconds, String host, String jdk, String system, String engine,
            Totals totals) {}

    public Totals totals() { return sittings.stream().map(Sitting::totals).reduce(Totals.NONE, Totals::plus); }

    public BigDecimal wallSeconds() {
        return sittings.stream().map(Sitting::wallSeconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The sittings so far and one more; the last is replaced if it began at the same time, so a sitting can be noted while it goes on.
    public static List<Sitting> with(List<Sitting> before, Sitting sitting) {
        var sittings = new ArrayList<>(before);
        if (!sittings.isEmpty() && sittings.getLast().began().equals(sitting.began())) {
            sittings.removeLast();
        }
        sittings.add(sitting);
        return List.copyOf(sittings);
    }

    /// @return empty if the run has not been noted yet
    /// @throws TraceException if `run.json` cannot be understood
    public static Optional<RunRecord> read(RunFolder folder) {
        try {
            if (!Files.exists(folder.record())) {
                return Optional.empty();
            }
            byte[] json = Seal.of(Files.readString(folder.record())).json().getBytes(StandardCharsets.UTF_8);
            return Optional.of(EventJson.read(SHAPE, json, json.length, LongTexts.NONE));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.record() + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new TraceException(folder.record().toString(), 1, String.valueOf(e.getMessage()), e);
        }
    }

    /// Replaces `run.json`; it holds the old record or this one, never a part.
    public void write(RunLock lock) {
        lock.check();
        try {
            Durable.replace(lock.folder().record(), (Seal.over(json()) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(lock.folder().record() + " cannot be written", e);
        }
    }

    private String json() {
        var out = new JsonText(LongTexts.NONE);
        SHAPE.write(out, this);
        return out.toString();
    }
}
