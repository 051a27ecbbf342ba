package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks that a run folder holds what was written: the chain, the texts kept elsewhere, the world, and what `run.json` says of them.
///
/// A chain proves that nothing was changed by somebody who did not make all later lines anew; against that help the signatures in `run.json`, if the key is
/// known from elsewhere, or a `head` kept elsewhere.
public final class TraceVerifier {
    private final RunFolder folder;
    private final List<Alteration> alterations = new ArrayList<>();
    private final Chain chain = new Chain();
    private final Set<String> mentioned = new LinkedHashSet<>();
    private final Optional<RunRecord> record;
    private final Optional<Alteration> recordAltered;
    private final List<Signature> good = new ArrayList<>();
    private boolean sound = true;
    private long events;
    private long complete;
    private long completeEvents;
    private final EventLines read;

    private TraceVerifier(RunFolder folder) {
        this.folder = folder;
        read = new EventLines(folder, new Mentions(mentioned));
        Optional<RunRecord> found = Optional.empty();
        Optional<Alteration> altered = Optional.empty();
        try {
            found = RunRecord.read(folder);
            if (found.isPresent() && Seal.of(Files.readString(folder.record())).broken()) {
                altered = Optional.of(new Alteration(folder.record().toString(), 0,
                        "is not as it was written: its sum is that of another text"));
            }
        } catch (TraceException e) {
            altered = Optional.of(new Alteration(e.file(), e.line(), e.problem()));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.record() + " cannot be read", e);
        }
        this.record = altered.isPresent() ? Optional.empty() : found;
        this.recordAltered = altered;
    }

    /// Something is not as it was written.
    ///
    /// @param line from 1; 0 where the whole file is meant
    public record Alteration(String file, long line, String what) {
        @Override
        public String toString() { return file + (line > 0 ? ":" + line : "") + ": " + what; }
    }

    /// @param events how many there are in the lines that follow from the ones before
    /// @param unfinished how many lines, or parts of one, stand after the last complete step
    /// @param alterations at most one a step, in the order of the file; then those of the other files
    /// @param signatures those that are good, in the order of `run.json`
    public record Verdict(long events, long unfinished, List<Alteration> alterations, List<Signature> signatures) {
        public Verdict {
            alterations = List.copyOf(alterations);
            signatures = List.copyOf(signatures);
        }

        public boolean intact() { return alterations.isEmpty(); }
    }

    public static Verdict verify(RunFolder folder) {
        try (var lines = new Lines(folder.trace())) {
            return new TraceVerifier(folder).over(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.path() + " cannot be read", e);
        }
    }

    private Verdict over(Lines lines) throws IOException {
        while (lines.next()) {
            if (!lines.ended()) {
                break; // interrupted within a write
            }
            follow(lines);
            boolean stepped = Chain.isStepped(lines.bytes(), lines.start(), lines.end());
            if (stepped) {
                complete = lines.number();
                completeEvents = events;
            }
            if (stepped && !sound) {
                goOnFrom(lines);
            }
        }
        texts();
        record.ifPresent(this::compare);
        record.ifPresent(this::signatures);
        recordAltered.ifPresent(alterations::add);
        return new Verdict(events, lines.number() - complete, alterations, good);
    }

    private void follow(Lines lines) throws IOException {
        if (!sound) {
            return;
        }
        if (!chain.accepts(lines.bytes(), lines.start(), lines.end())) {
            sound = false;
            report(lines.number(), describe(lines) + " was altered, moved or put in, or a line before it is missing");
            return;
        }
        Event event = follow(read.of(lines));
        if (record.isPresent() && record.get().events() == events
                && !record.get().head().equals(Digest.base64(chain.value()))) {
            report(lines.number(), event.id() + " is not the event with which run.json says the trace stood here");
        }
        record.map(RunRecord::signatures).orElse(List.of()).stream()
                .filter(one -> one.events() == events && one.head().equals(Digest.base64(chain.value())))
                .forEach(good::add);
    }

    /// @return the last of them
    private Event follow(Iterator<Event> ofLine) throws IOException {
        Event event;
        do {
            event = ofLine.next();
            events++;
            if (event instanceof Event.Began began) {
                world(began);
            }
        } while (ofLine.hasNext());
        return event;
    }

    private void signatures(RunRecord said) {
        for (Signature one : said.signatures()) {
            if (!one.vouchesFor(said.run())) {
                good.remove(one);
                alterations.add(new Alteration(folder.record().toString(), 0,
                        "the signature of " + one.key() + " is not one of this log"));
            } else if (!good.contains(one) && alterations.isEmpty()) {
                alterations.add(new Alteration(folder.trace().toString(), 0, "is not the log that " + one.key()
                        + " signed after " + one.events() + " events"));
            }
        }
        good.sort(java.util.Comparator.comparingInt(said.signatures()::indexOf));
    }

    /// A `stepped` line shows the whole value, so what follows can be checked without what came before.
    private void goOnFrom(Lines lines) {
        int field = Chain.field(lines.bytes(), lines.start(), lines.end());
        if (field >= 0 && lines.end() - field == Chain.FIELD.length() + 43 + 2) {
            byte[] shown = Arrays.copyOfRange(lines.bytes(), field + Chain.FIELD.length(), lines.end() - 2);
            try {
                chain.returnTo(Base64.getUrlDecoder().decode(shown));
                sound = true;
            } catch (IllegalArgumentException e) {
                sound = false; // not base64: this line too was altered, and is reported with its step
            }
        }
    }

    private void world(Event.Began began) throws IOException {
        String said = began.manifest().getOrDefault(RunFolder.WORLD_DIGEST, "");
        String found = Digest.hex(Digest.sha256().digest(Files.readAllBytes(folder.world())));
        if (!said.equals(found)) {
            alterations.add(new Alteration(folder.world().toString(), 0,
                    "is not the world that was played: its SHA-256 is " + found + "; " + began.id() + " says "
                            + (said.isEmpty() ? "none" : said)));
        } else {
            PublicRules.altered(folder.world(), began.manifest())
                    .ifPresent(what -> alterations.add(new Alteration(folder.world().toString(), 0, what)));
        }
    }

    private void texts() throws IOException {
        var missing = new LinkedHashSet<>(mentioned);
        boolean whole = alterations.isEmpty();
        try (var lines = new Lines(folder.texts())) {
            while (!missing.isEmpty() && lines.next()) {
                String digest = TextFile.checkedDigest(folder.texts(), lines);
                if (!missing.remove(digest) && whole) {
                    alterations.add(new Alteration(folder.texts().toString(), lines.number(),
                            "no event mentions this text; it was put in"));
                }
            }
        } catch (TraceException e) {
            alterations.add(new Alteration(e.file(), e.line(), e.problem()));
            return;
        }
        if (!missing.isEmpty()) {
            alterations.add(new Alteration(folder.texts().toString(), 0, "lacks the text " + missing.getFirst()));
        }
    }

    private void compare(RunRecord said) {
        if (sound && alterations.isEmpty() && said.events() > completeEvents) {
            report(complete,
                    "ends here after " + completeEvents + " events; run.json says there were " + said.events());
        }
    }

    private void report(long line, String what) {
        alterations.add(new Alteration(folder.trace().toString(), line, what));
    }

    /// The id a line gives itself, as far as it can still be read.
    static String describe(Lines lines) {
        String text = new String(lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
        int from = text.indexOf("\"id\":\"");
        int to = from < 0 ? -1 : text.indexOf('"', from + 6);
        return to < 0 ? "this line" : text.substring(from + 6, to);
    }

    /// Notes which texts are mentioned, and reads none.
    private record Mentions(Set<String> digests) implements LongTexts {
        @Override
        public String put(String text) { throw new IllegalStateException("nothing is written here"); }

        @Override
        public String get(String digest) {
            digests.add(digest);
            return "a text kept elsewhere";
        }
    }
}
