package microcosm.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;

/// `calls.jsonl`: one line per attempt on a model, in the order in which they ended, over all continuations of the run.
/// Never needed to replay. Safe for use by several threads.
public final class CallLog implements AutoCloseable {
    private final FileChannel file;
    private final Path path;
    private Spending spending;

    private CallLog(Path path, FileChannel file, Spending spending) {
        this.path = path;
        this.file = file;
        this.spending = spending;
    }

    /// Opens, and adds up what earlier processes spent. A line that an interruption cut off is counted as a call.
    public static CallLog open(Path path) {
        try {
            var before = Files.exists(path) ? added(path) : Spending.NOTHING;
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
            if (file.size() > 0 && !endsInNewline(path)) {
                file.write(ByteBuffer.wrap(new byte[]{'\n'}));
            }
            return new CallLog(path, file, before);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be opened", e);
        }
    }

    private static boolean endsInNewline(Path path) throws IOException {
        try (var channel = FileChannel.open(path)) {
            var last = ByteBuffer.allocate(1);
            return channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
        }
    }

    private static Spending added(Path path) throws IOException {
        var spending = Spending.NOTHING;
        try (var lines = Files.newBufferedReader(path)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                spending = spending.plus(record(line));
            }
        }
        return spending;
    }

    /// Only what is added up.
    private static CallRecord record(String line) {
        var none = Collections.unmodifiableSequencedMap(new LinkedHashMap<String, String>());
        try {
            var node = Json.MAPPER.readTree(line);
            var usage = new Usage(node.path("tokens_in").asLong(), node.path("tokens_out").asLong());
            Optional<BigDecimal> usd = node.has("usd") ? Optional.of(node.get("usd").decimalValue()) : Optional.empty();
            return new CallRecord("", "", "", 1, "", none, "", node.path("source").asText(CallRecord.LIVE), usage, usd,
                    0, node.path("prompt_chars").asInt(), 0, node.path("fault").asText(""), "");
        } catch (JsonProcessingException e) {
            return new CallRecord("", "", "", 1, "", none, "", CallRecord.LIVE, Usage.UNKNOWN, Optional.empty(), 0, 0,
                    0, "interrupted", String.valueOf(e.getOriginalMessage()));
        }
    }

    void append(CallRecord call) { append(call, (call.json() + "\n").getBytes(StandardCharsets.UTF_8)); }

    private synchronized void append(CallRecord call, byte[] bytes) {
        spending = spending.plus(call);
        var line = ByteBuffer.wrap(bytes);
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    /// @return what was spent over all continuations of the run
    public synchronized Spending spending() { return spending; }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be closed", e);
        }
    }
}
