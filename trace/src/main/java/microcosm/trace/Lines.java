package microcosm.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads a file line by line, as bytes, holding one line at a time.
final class Lines implements AutoCloseable {
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int start;
    private int end;
    private long number;
    private long offset;
    private boolean ended;

    Lines(Path file) throws IOException {
        in = Files.exists(file) ? Files.newInputStream(file) : InputStream.nullInputStream();
    }

    /// @return false when nothing is left
    boolean next() throws IOException {
        int from = number == 0 ? 0 : end + (ended ? 1 : 0);
        offset += number == 0 ? 0 : from - start;
        start = from;
        int at = start;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            if (at < filled) {
                return found(at, true);
            }
            at -= start;
            if (!more()) {
                return filled > start ? found(filled, false) : over();
            }
            at += start;
        }
    }

    private boolean found(int at, boolean whole) {
        end = at;
        ended = whole;
        number++;
        return true;
    }

    private boolean over() {
        end = start;
        ended = false;
        return false;
    }

    private boolean more() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read > 0;
    }

    byte[] bytes() { return buffer; }

    int start() { return start; }

    /// After the line's last byte, before its end of line.
    int end() { return end; }

    /// Whether the line is closed by an end of line.
    boolean ended() { return ended; }

    /// @return from 1
    long number() { return number; }

    /// @return where in the file the line begins
    long offset() { return offset; }

    /// @return where in the file the next line begins
    long nextOffset() { return offset + (end - start) + (ended ? 1 : 0); }

    @Override
    public void close() throws IOException { in.close(); }
}
