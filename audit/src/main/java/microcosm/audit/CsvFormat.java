package microcosm.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Comma- or tab-separated values with a header row, quoted as RFC 4180 says; columns by our names or mapped.
final class CsvFormat implements Format {
    private static final int LONGEST = Lines.LONGEST / 2;

    @Override
    public String name() { return "csv"; }

    @Override
    public boolean recognises(Path file, String head) {
        String name = file.toString().replaceAll("\\.gz$", "");
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    @Override
    public void read(Path file, Intake intake) throws IOException {
        char separator = file.toString().replaceAll("\\.gz$", "").endsWith(".tsv") ? '\t' : ',';
        var fields = new Fields(intake.mapping());
        try (var in = new BufferedReader(new InputStreamReader(Lines.open(file), StandardCharsets.UTF_8), 1 << 16)) {
            var rows = new Rows(in, separator);
            List<String> header = rows.next();
            if (!header.isEmpty() && header.getFirst().startsWith("\uFEFF")) {
                header.set(0, header.getFirst().substring(1));
            }
            while (true) {
                long line = rows.line;
                List<String> row = rows.next();
                if (row.isEmpty()) {
                    return;
                }
                if (row.size() == 1 && row.getFirst().isBlank()) {
                    continue;
                }
                if (rows.tooLong || row.size() != header.size()) {
                    intake.bad(file.toString(), line, rows.tooLong
                            ? "the row is longer than " + (LONGEST >> 20) + " MB"
                            : "has " + row.size() + " columns, the header has " + header.size());
                    continue;
                }
                ObjectNode item = Json.MAPPER.createObjectNode();
                for (int column = 0; column < header.size(); column++) {
                    if (!row.get(column).isEmpty()) {
                        item.put(header.get(column), row.get(column));
                    }
                }
                fields.add(item, file.toString(), line, intake);
            }
        }
    }

    /// Rows one by one; no row at the end.
    private static final class Rows {
        private final Reader in;
        private final char separator;
        private long line = 1;
        private boolean tooLong;
        private int ahead = -2;

        Rows(Reader in, char separator) {
            this.in = in;
            this.separator = separator;
        }

        List<String> next() throws IOException {
            List<String> row = new ArrayList<>();
            var cell = new StringBuilder();
            boolean quoted = false;
            boolean any = false;
            int length = 0;
            tooLong = false;
            for (int read = read(); read >= 0; read = read()) {
                any = true;
                char c = (char) read;
                if (c == '\n') {
                    line++;
                }
                if (++length > LONGEST) {
                    tooLong = true;
                    cell.setLength(0);
                }
                if (quoted && c == '"') {
                    int after = read();
                    quoted = after == '"';
                    if (quoted) {
                        cell.append('"');
                    } else {
                        ahead = after;
                    }
                } else if (quoted) {
                    cell.append(c);
                } else if (c == '"' && cell.isEmpty()) {
                    quoted = true;
                } else if (c == separator) {
                    row.add(cell.toString());
                    cell.setLength(0);
                } else if (c == '\n') {
                    row.add(cell.toString());
                    return row;
                } else if (c != '\r') {
                    cell.append(c);
                }
            }
            if (any) {
                row.add(cell.toString());
            }
            return row;
        }

        private int read() throws IOException {
            if (ahead != -2) {
                int kept = ahead;
                ahead = -2;
                return kept;
            }
            return in.read();
        }
    }
}
