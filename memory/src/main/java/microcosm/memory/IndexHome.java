package microcosm.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.CRC32C;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Where the index stands, and what it must say of itself to be believed: how it is laid out, which embedder and which memory regime made
/// it, and which trace it was made from.
///
/// @param run the run folder; empty where the index stays in heap and goes with it
/// @param identity layout, embedder and regime
/// @param heap bytes of the index that may be kept in heap once they were read
record IndexHome(Optional<Path> run, String identity, long heap) {
    private static final long HEAP = 64 << 20;
    private static final String LAYOUT = "microcosm memory 1";
    private static final int END = 1 << 16;

    static IndexHome of(Optional<Path> run, Settings settings, String embedder) {
        return new IndexHome(run, LAYOUT + "; " + embedder + "; " + settings, HEAP);
    }

    boolean stays() { return run.isPresent(); }

    private Directory directory() throws IOException {
        return run.isPresent() ? FSDirectory.open(run.get().resolve("index")) : new ByteBuffersDirectory();
    }

    Shelf create(boolean forgets) throws IOException {
        var shelf = new Shelf(directory(), forgets, heap);
        shelf.create();
        return shelf;
    }

    Shelf existing(boolean forgets) throws IOException { return new Shelf(directory(), forgets, heap); }

    boolean exists() { return run.isPresent() && Files.isDirectory(run.get().resolve("index")); }

    /// Removes what stands there; the index is a cache, and nothing else has a place in its folder.
    void clear() throws IOException {
        if (exists()) {
            try (Directory directory = directory()) {
                for (String file : directory.listAll()) {
                    directory.deleteFile(file);
                }
            }
            Files.delete(run.orElseThrow().resolve("index"));
        }
    }

    SequencedMap<String, String> about() throws IOException {
        var about = new LinkedHashMap<String, String>();
        about.put("identity", identity);
        about.put("trace", trace());
        return about;
    }

    /// @return the trace's length and a checksum of its end, which holds the last link of its chain
    private String trace() throws IOException {
        Path trace = run.orElseThrow().resolve("trace.jsonl");
        if (!Files.exists(trace)) {
            return "none";
        }
        try (var file = new RandomAccessFile(trace.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(END, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            var check = new CRC32C();
            check.update(end);
            return file.length() + " " + Long.toHexString(check.getValue());
        }
    }
}
