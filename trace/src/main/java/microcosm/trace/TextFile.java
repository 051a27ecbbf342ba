package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// The texts too long for a line: `{"digest":"…","text":"…"}`, each once, in the order of their first mention. A digest is SHA-256 over
/// the JSON string as it stands here, quotes included.
final class TextFile implements LongTexts, AutoCloseable {
    private static final int DIGEST = "{\"digest\":\"".length();
    private static final int STRING = DIGEST + 43 + "\",\"text\":".length();

    private final Path file;
    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final FileChannel channel;
    private final JsonText unwritten = new JsonText(LongTexts.NONE);
    private long written;

    private TextFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Where the JSON string stands.
    private record Span(long from, int length) {}

    /// Opens for writing, keeping the first texts and cutting off what follows them.
    ///
    /// @throws TraceException if there are fewer, or one of them was altered
    static TextFile writing(Path file, int texts) throws IOException {
        var spans = new LinkedHashMap<String, Span>();
        long end = index(file, texts, spans);
        var opened = new TextFile(file, Durable.appending(file, end));
        opened.spans.putAll(spans);
        opened.written = end;
        return opened;
    }

    /// @throws TraceException if there are fewer than `texts`, or one of them was altered
    static TextFile reading(Path file, int texts) throws IOException {
        var spans = new LinkedHashMap<String, Span>();
        index(file, texts, spans);
        Path source = texts == 0 ? file.resolveSibling("world.md") : file;
        var opened = new TextFile(file, FileChannel.open(source, StandardOpenOption.READ));
        opened.spans.putAll(spans);
        return opened;
    }

    private static long index(Path file, int texts, Map<String, Span> spans) throws IOException {
        try (var lines = new Lines(file)) {
            while (spans.size() < texts) {
                if (!lines.next()) {
                    throw new TraceException(file.toString(), 0,
                            "holds " + spans.size() + " texts; the trace mentions " + texts);
                }
                spans.put(checkedDigest(file, lines),
                        new Span(lines.offset() + STRING, lines.end() - lines.start() - STRING - 1));
            }
            return lines.number() == 0 ? 0 : lines.nextOffset();
        }
    }

    /// @throws TraceException if the line is not a text with its own digest
    static String checkedDigest(Path file, Lines lines) {
        int length = lines.end() - lines.start();
        if (lines.ended() && length > STRING) {
            var sha256 = Digest.sha256();
            sha256.update(lines.bytes(), lines.start() + STRING, length - STRING - 1);
            String digest = Digest.base64(sha256.digest());
            String start = "{\"digest\":\"" + digest + "\",\"text\":";
            if (start.equals(new String(lines.bytes(), lines.start(), STRING, StandardCharsets.ISO_8859_1))
                    && lines.bytes()[lines.end() - 1] == '}') {
                return digest;
            }
        }
        throw new TraceException(file.toString(), lines.number(), "this text was altered: it does not have its digest");
    }

    /// @return the digest of a text's JSON string
    static String digest(JsonText string) {
        var sha256 = Digest.sha256();
        sha256.update(string.bytes(), 0, string.length());
        return Digest.base64(sha256.digest());
    }

    @Override
    public String put(String text) {
        var string = new JsonText(LongTexts.NONE);
        string.string(text);
        String digest = digest(string);
        if (!spans.containsKey(digest)) {
            unwritten.raw("{\"digest\":\"" + digest + "\",\"text\":");
            spans.put(digest, new Span(written + unwritten.length(), string.length()));
            unwritten.string(text);
            unwritten.raw("}\n");
        }
        return digest;
    }

    @Override
    public String get(String digest) {
        Span span = spans.get(digest);
        if (span == null) {
            throw new IllegalArgumentException(file + " holds no text " + digest);
        }
        ByteBuffer string = ByteBuffer.allocate(span.length);
        try {
            Durable.read(channel, string, span.from);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return EventJson.read(new Scalars.Text(), string.array(), string.position(), LongTexts.NONE);
    }

    /// Puts new texts on the disk.
    void sync() throws IOException {
        if (unwritten.length() > 0) {
            Durable.write(channel, unwritten.bytes(), unwritten.length());
            channel.force(true);
            written += unwritten.length();
            unwritten.clear();
        }
    }

    @Override
    public void close() throws IOException { channel.close(); }

}
