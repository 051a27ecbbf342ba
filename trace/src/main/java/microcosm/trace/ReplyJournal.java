package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/// Every reply by the call it answers and the digest of what was sent, on the disk before anybody acts on it. Read first when a run is
/// continued or replayed, so that nothing is bought twice. Safe for many threads: who arrives while others are being synced is
/// synced together with everybody else who does.
///
/// Each line ends in a hash of its own, not of a chain: replies arrive in no particular order. A line that was not written to its
/// end is dropped.
public final class ReplyJournal implements AutoCloseable {
    private final RunFolder folder;
    private final @Nullable FileChannel channel;
    private final boolean writes;
    private final Map<Key, Place> places = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();
    private JsonText waiting = new JsonText(LongTexts.NONE);
    private JsonText spare = new JsonText(LongTexts.NONE);
    private long arrived;
    private long onDisk;
    private boolean syncing;
    private @Nullable IOException broken;

    private ReplyJournal(RunFolder folder, @Nullable FileChannel channel, boolean writes) {
        this.folder = folder;
        this.channel = channel;
        this.writes = writes;
    }

    /// A line of the journal.
    record Entry(String call, String request, String reply) {
        static final Shape<Entry> SHAPE = new Shapes().of(Entry.class);
    }

    private record Key(String call, String request) {}

    private record Place(long offset, int length) {}

    /// Opens for reading and writing; a line torn by an interruption is cut off.
    ///
    /// @throws TraceException naming the line, if a reply was altered
    public static ReplyJournal open(RunLock lock) {
        lock.check();
        RunFolder folder = lock.folder();
        try {
            var index = new ReplyJournal(folder, null, true);
            long end = index.load();
            var journal = new ReplyJournal(folder, Durable.appending(folder.replies(), end), true);
            journal.places.putAll(index.places);
            journal.arrived = end;
            journal.onDisk = end;
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(folder.replies() + " cannot be opened", e);
        }
    }

    /// Opens for reading only; another process may be writing.
    public static ReplyJournal reading(RunFolder folder) {
        try {
            FileChannel channel = Files.exists(folder.replies())
                    ? FileChannel.open(folder.replies(), StandardOpenOption.READ)
                    : null;
            var journal = new ReplyJournal(folder, channel, false);
            journal.load();
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(folder.replies() + " cannot be read", e);
        }
    }

    private long load() throws IOException {
        try (var lines = new Lines(folder.replies())) {
            long end = 0;
            while (lines.next()) {
                if (!lines.ended()) {
                    break;
                }
                if (!torn(lines)) {
                    index(lines);
                }
                end = lines.nextOffset();
            }
            return end;
        }
    }

    private void index(Lines lines) {
        int from = lines.start();
        int field = Chain.field(lines.bytes(), from, lines.end());
        if (field < 0 || !hash(lines.bytes(), from, field)
                .equals(new String(lines.bytes(), field, lines.end() - field, StandardCharsets.UTF_8))) {
            throw new TraceException(folder.replies().toString(), lines.number(),
                    "this reply was altered; remove the line to have the call made again");
        }
        byte[] json = Arrays.copyOfRange(lines.bytes(), from, field + 1);
        json[json.length - 1] = '}';
        Entry entry = EventJson.read(Entry.SHAPE, json, json.length, LongTexts.NONE);
        places.put(new Key(entry.call, entry.request), new Place(lines.offset(), json.length - 1));
    }

    /// A power cut leaves zeros where a write was under way; no line of ours holds one.
    private static boolean torn(Lines lines) {
        for (int i = lines.start(); i < lines.end(); i++) {
            if (lines.bytes()[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /// @param call what was asked for, unique within the run
    /// @param request digest of everything that was sent
    /// @return the reply as recorded; empty if this was never answered
    public Optional<String> recorded(String call, String request) {
        Place place;
        lock.lock();
        try {
            place = places.get(new Key(call, request));
        } finally {
            lock.unlock();
        }
        return place == null || channel == null ? Optional.empty() : Optional.of(read(channel, place));
    }

    private String read(FileChannel from, Place place) {
        byte[] json = new byte[place.length + 1];
        ByteBuffer rest = ByteBuffer.wrap(json, 0, place.length);
        try {
            Durable.read(from, rest, place.offset);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.replies() + " cannot be read", e);
        }
        json[place.length] = '}';
        return EventJson.read(Entry.SHAPE, json, json.length, LongTexts.NONE).reply();
    }

    /// Returns when the reply is on the disk.
    ///
    /// @throws IllegalStateException if the journal was opened for reading, or this was answered before
    public void record(String call, String request, String reply) {
        if (!writes || channel == null) {
            throw new IllegalStateException("the journal of " + folder.path() + " was opened for reading");
        }
        var line = line(new Entry(call, request, reply));
        lock.lock();
        try {
            Key key = new Key(call, request);
            if (places.containsKey(key)) {
                throw new IllegalStateException("call " + call + " was answered before");
            }
            long offset = arrived;
            waiting.append(line);
            arrived += line.length();
            long mine = arrived;
            while (onDisk < mine && broken == null) {
                if (syncing) {
                    synced.awaitUninterruptibly();
                } else {
                    syncAll(channel);
                }
            }
            if (broken != null) {
                throw new UncheckedIOException(folder.replies() + " cannot be written", broken);
            }
            places.put(key, new Place(offset, line.length() - Chain.FIELD.length() - 22 - 3));
        } finally {
            lock.unlock();
        }
    }

    /// Writes what waits, for everybody who waits; holds the lock before and after, not while the disk works.
    private void syncAll(FileChannel to) {
        syncing = true;
        JsonText batch = waiting;
        waiting = spare;
        long end = arrived;
        lock.unlock();
        IOException failure = null;
        try {
            Durable.write(to, batch.bytes(), batch.length());
            to.force(true);
        } catch (IOException e) {
            failure = e;
        } finally {
            lock.lock();
        }
        batch.clear();
        spare = batch;
        syncing = false;
        broken = failure;
        onDisk = failure == null ? end : onDisk;
        synced.signalAll();
    }

    private static JsonText line(Entry entry) {
        var line = new JsonText(LongTexts.NONE);
        Entry.SHAPE.write(line, entry);
        line.cutTo(line.length() - 1);
        line.raw(hash(line.bytes(), 0, line.length()));
        line.raw('\n');
        return line;
    }

    private static String hash(byte[] bytes, int from, int to) {
        var sha256 = Digest.sha256();
        sha256.update(bytes, from, to - from);
        return Chain.FIELD + Digest.base64(Arrays.copyOf(sha256.digest(), 16)) + "\"}";
    }

    /// @return how many replies there are
    public int size() {
        lock.lock();
        try {
            return places.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.replies() + " cannot be closed", e);
        }
    }
}
