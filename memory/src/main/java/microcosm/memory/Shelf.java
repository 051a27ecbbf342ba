package microcosm.memory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The index on Lucene: one for everybody, sorted by person and then by order of remembering, so that what belongs together lies
/// together. What is put becomes visible by [#refresh] and [#turn]; what stands on disk is complete after [#commit].
final class Shelf implements Closeable {
    static final String PERSON = "person";
    static final String ORDINAL = "ordinal";
    static final String ROW = "row";
    static final String BODY = "body";
    static final String WORDS = "words";
    private static final String ORDER = "order";
    private static final String KEY = "key";
    private static final FieldType WORD_COUNTS = new FieldType();
    /// Kept here, or it is collected and speaks again: Lucene advises every user to start Java with one more module.
    private static final Logger ADVICE = Logger
            .getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        ADVICE.setLevel(Level.SEVERE);
        WORD_COUNTS.setTokenized(true);
        WORD_COUNTS.setOmitNorms(true);
        WORD_COUNTS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORD_COUNTS.freeze();
    }

    private final Directory directory;
    private final boolean forgets;
    private final OwnWords words = new OwnWords();
    /// Bytes of rows that may still be kept in heap; what is beyond is read from the index each time.
    private final AtomicLong heap;
    private @Nullable IndexWriter writer;
    private @Nullable DirectoryReader reader;
    private @Nullable DirectoryReader ready;
    private int generation;

    /// @param forgets whether anything will ever be taken out
    /// @param heap bytes of rows that may be kept in heap
    Shelf(Directory directory, boolean forgets, long heap) {
        this.directory = directory;
        this.heap = new AtomicLong(heap);
        this.forgets = forgets;
    }

    /// Begins anew, whatever stands in the directory.
    void create() throws IOException { writer = writer(IndexWriterConfig.OpenMode.CREATE); }

    /// Opens what was committed and reads all of it once, against its checksums.
    ///
    /// @return what was said of it when it was committed
    /// @throws IOException if there is none, or it is not whole
    Map<String, String> reopen() throws IOException {
        reader = DirectoryReader.open(directory);
        for (LeafReaderContext segment : reader.leaves()) {
            segment.reader().checkIntegrity();
        }
        return reader.getIndexCommit().getUserData();
    }

    /// @param terms none where words do not count
    void put(String person, Fresh entry, Terms terms, Quantised vector) throws IOException {
        var document = new Document();
        document.add(new StringField(PERSON, person, Field.Store.NO));
        document.add(new SortedDocValuesField(ORDER, new BytesRef(person)));
        document.add(new NumericDocValuesField(ORDINAL, entry.ordinal));
        document.add(new BinaryDocValuesField(ROW,
                new BytesRef(Row.row(entry.ordinal, entry.memory, terms.length(), vector))));
        document.add(new BinaryDocValuesField(BODY, new BytesRef(Row.body(entry.memory))));
        if (terms.length() > 0) {
            document.add(new Field(WORDS, words.of(person, terms), WORD_COUNTS));
        }
        if (forgets) {
            document.add(new StringField(KEY, key(person, entry.ordinal), Field.Store.NO));
        }
        open().addDocument(document);
    }

    /// Takes a memory out. Whoever recalls leaves it out already; this only frees the room.
    void forget(String person, int ordinal) throws IOException {
        open().deleteDocuments(new Term(KEY, key(person, ordinal)));
    }

    /// Makes ready what was put; it is seen once somebody has called [#turn].
    void refresh() throws IOException { ready = DirectoryReader.open(open()); }

    /// Makes visible what is ready.
    void turn() throws IOException {
        DirectoryReader before = reader;
        reader = ready;
        ready = null;
        generation++;
        if (before != null) {
            before.close();
        }
    }

    /// @return where a person's memories stand now, in the order of the segments
    List<Slice> slices(Life life) throws IOException {
        Life.Slices known = life.slices;
        return known.generation() == generation ? known.slices() : slicesNow(life);
    }

    private List<Slice> slicesNow(Life life) throws IOException {
        synchronized (life.tail) {
            if (life.slices.generation() != generation) {
                List<Slice> before = life.slices.slices();
                List<Slice> now = slicesOf(life.person);
                before.forEach(slice -> slice.handOver(now));
                life.slices = new Life.Slices(generation, now);
            }
            return life.slices.slices();
        }
    }

    private List<Slice> slicesOf(String person) throws IOException {
        var slices = new ArrayList<Slice>();
        if (reader != null) {
            for (LeafReaderContext segment : reader.leaves()) {
                Slice slice = Slice.of(person, segment.reader(), heap);
                if (slice != null) {
                    slices.add(slice);
                }
            }
        }
        return slices;
    }

    /// @return person → ordinals of what is remembered
    SequencedMap<String, BitSet> lives() throws IOException {
        var lives = new TreeMap<String, BitSet>();
        for (LeafReaderContext context : reader == null ? List.<LeafReaderContext>of() : reader.leaves()) {
            LeafReader segment = context.reader();
            Bits there = segment.getLiveDocs();
            SortedDocValues people = segment.getSortedDocValues(ORDER);
            NumericDocValues ordinals = segment.getNumericDocValues(ORDINAL);
            BitSet ofPerson = new BitSet();
            int person = -1;
            for (int document = 0; document < segment.maxDoc(); document++) {
                if (!people.advanceExact(document) || !ordinals.advanceExact(document)) {
                    throw new IOException("document " + document + " belongs to nobody");
                }
                if (people.ordValue() != person) {
                    person = people.ordValue();
                    ofPerson = lives.computeIfAbsent(people.lookupOrd(person).utf8ToString(), _ -> new BitSet());
                }
                if (there == null || there.get(document)) {
                    ofPerson.set(Math.toIntExact(ordinals.longValue()));
                }
            }
        }
        return lives;
    }

    /// Writes everything to disk, with a word on what it is.
    void commit(Map<String, String> about) throws IOException {
        open().setLiveCommitData(about.entrySet());
        open().commit();
    }

    private IndexWriter open() throws IOException {
        if (writer == null) {
            writer = writer(IndexWriterConfig.OpenMode.APPEND);
        }
        return writer;
    }

    private IndexWriter writer(IndexWriterConfig.OpenMode mode) throws IOException {
        var config = new IndexWriterConfig().setOpenMode(mode).setCommitOnClose(false).setUseCompoundFile(false)
                .setRAMBufferSizeMB(64).setMergePolicy(new LogDocMergePolicy())
                .setIndexSort(new Sort(new SortField(ORDER, SortField.Type.STRING),
                        new SortField(ORDINAL, SortField.Type.LONG)));
        return new IndexWriter(directory, config);
    }

    /// No person's id holds the character 0, so that no two people's words meet.
    static BytesRef word(String person, String term) {
        return new BytesRef((person + '\0' + term).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String person, int ordinal) { return person + '\0' + ordinal; }

    @Override
    public void close() throws IOException {
        try (directory; var _ = writer; var _ = ready; var _ = reader) {
            reader = null;
            ready = null;
            writer = null;
        }
    }
}
