package microcosm.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Lines of a file, each held on its own; a line longer than [#LONGEST] is reported and passed over.
final class Lines {
    static final int LONGEST = 128 << 20;

    /// Takes one line.
    interface Each {
        /// @param number from 1
        void line(long number, String text);
    }

    private Lines() {}

    /// A file's bytes, unpacked if its name ends in `.gz`.
    static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16) : in;
    }

    static void forEach(Path file, Intake intake, Each each) throws IOException {
        try (InputStream in = open(file)) {
            var line = new ByteArrayOutputStream(1 << 12);
            byte[] block = new byte[1 << 16];
            long number = 1;
            boolean tooLong = false;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                int from = 0;
                for (int at = 0; at < read; at++) {
                    if (block[at] == '\n') {
                        tooLong |= !kept(line, block, from, at);
                        finish(file, intake, each, number++, line, tooLong);
                        tooLong = false;
                        from = at + 1;
                    }
                }
                tooLong |= !kept(line, block, from, read);
            }
            if (line.size() > 0 || tooLong) {
                finish(file, intake, each, number, line, tooLong);
            }
        }
    }

    /// Adds bytes to the line, unless it would grow too long.
    private static boolean kept(ByteArrayOutputStream line, byte[] block, int from, int to) {
        boolean fits = line.size() + (to - from) <= LONGEST;
        if (fits) {
            line.write(block, from, to - from);
        }
        return fits;
    }

    private static void finish(Path file, Intake intake, Each each, long number, ByteArrayOutputStream line,
            boolean tooLong) {
        if (tooLong) {
            intake.bad(file.toString(), number, "the line is longer than " + (LONGEST >> 20) + " MB");
        } else {
            String text = line.toString(StandardCharsets.UTF_8);
            each.line(number, number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
        line.reset();
    }
}
