package microcosm.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Reads transcripts, whoever wrote them. Files are read front to back and never held whole.
public final class Importers {
    private static final int HEAD = 1 << 16;

    private Importers() {}

    /// @return what `--format` takes, in the order in which a file is tried
    public static List<String> formats() { return known().stream().map(Format::name).toList(); }

    /// Reads files as one transcript.
    ///
    /// @param files files, or folders that hold a `trace.jsonl`
    /// @param format one of [#formats], or empty to tell from each file
    /// @param mapping our field → their column or dotted path: `from` → `speaker`, `action.price` → `bid`
    /// @param skipBad whether what is wrong is left out and counted instead of refused
    /// @throws ImportException with `file:line` for each problem, if there is one and it may not be skipped, or a file cannot be read at all
    public static Transcript read(List<Path> files, Optional<String> format, SequencedMap<String, String> mapping,
            boolean skipBad) {
        var intake = new Intake(new TranscriptWriter(), mapping, skipBad);
        for (Path file : files) {
            try {
                for (Path one : Files.isDirectory(file) ? traces(file) : List.of(file)) {
                    (format.isPresent() ? named(format.get()) : detected(one)).read(one, intake);
                }
            } catch (IOException e) {
                throw new ImportException(List.of(file + ": cannot be read: " + e.getMessage()));
            }
        }
        return intake.transcript();
    }

    private static List<Format> known() {
        return List.of(new TraceFormat(), new CsvFormat(), new InspectFormat(), shaped(new ScoutShape()),
                shaped(new PetriShape()),
                shaped(new DocentShape()), shaped(new ConcordiaShape()), shaped(new SpanShape(true)),
                shaped(new SpanShape(false)), shaped(new LangfuseShape()), shaped(new CasinoShape()),
                shaped(new DiplomacyShape()), new JsonlFormat(),
                new JsonFormat("json", List.of(new InspectShape(), new ScoutShape(), new PetriShape(),
                        new DocentShape(), new ConcordiaShape(), new SpanShape(true), new SpanShape(false),
                        new LangfuseShape(), new CasinoShape(), new DiplomacyShape())));
    }

    private static Format shaped(Shape shape) { return new JsonFormat(shape.name(), List.of(shape)); }

    private static Format named(String name) {
        return known().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new ImportException(
                        List.of("unknown format \"" + name + "\"\n  known here: " + String.join(", ", formats()))));
    }

    private static Format detected(Path file) throws IOException {
        String head = head(file);
        return known().stream().filter(one -> one.recognises(file, head)).findFirst()
                .orElseThrow(() -> new ImportException(List.of(file + ":1: not a transcript known here; say --format, "
                        + "or --map field=column for JSONL and CSV\n  known here: " + String.join(", ", formats()))));
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Lines.open(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> traces(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder, 3)) {
            List<Path> found = new ArrayList<>(
                    inside.filter(path -> path.endsWith("trace.jsonl")).sorted().toList());
            if (found.isEmpty()) {
                throw new ImportException(List.of(folder + ": holds no trace.jsonl"));
            }
            return found;
        }
    }
}
