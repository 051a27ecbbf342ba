package microcosm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.audit.Importers;
import microcosm.audit.Run;
import microcosm.audit.Transcript;

/// Somebody's published transcripts, in a folder of their own.
///
/// @param name of the folder
/// @param licence as the folder's README names it; empty where it does not
record Corpus(String name, String licence, List<Run> runs) {
    /// Columns of published files that are generic JSON but use other names.
    private static final SequencedMap<String, List<String>> COLUMNS = new LinkedHashMap<>();
    static {
        COLUMNS.put("llm_deliberation",
                List.of("from", "agent", "text", "public", "private", "private", "step", "turn", "scenario",
                        "variant"));
        COLUMNS.put("amongus_logs",
                List.of("run", "game_index", "from", "player.name", "text", "interaction.response.Action", "private",
                        "interaction.response.Thinking Process", "step", "step"));
    }

    /// @param folder whose folders are corpora: transcripts of any known format, and a README that names the licence
    /// @return by name
    /// @throws microcosm.audit.ImportException if there is no transcript in one of them
    static List<Corpus> in(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).sorted().map(Corpus::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static Corpus read(Path folder) {
        String name = String.valueOf(folder.getFileName());
        SequencedMap<String, String> mapping = new LinkedHashMap<>();
        List<String> columns = COLUMNS.getOrDefault(name, List.of());
        for (int at = 0; at < columns.size(); at += 2) {
            mapping.put(columns.get(at), columns.get(at + 1));
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files = inside.filter(file -> file.toString().matches(".*\\.(json|jsonl|csv|eval)(\\.gz)?"))
                    .sorted().toList();
            Transcript transcript = Importers.read(files, Optional.empty(), mapping, true);
            List<Run> runs = new ArrayList<>();
            transcript.forEach(runs::add);
            return new Corpus(name, licence(folder), runs);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static String licence(Path folder) throws IOException {
        Path readme = folder.resolve("README.md");
        return Files.isRegularFile(readme)
                ? Files.readAllLines(readme).stream().filter(line -> line.matches("(?i)[-* ]*licen[cs]e:.*"))
                        .map(line -> line.replaceAll("(?i)^[-* ]*licen[cs]e:\\s*|\\s*\\(.*", "")).findFirst().orElse("")
                : "";
    }

    long messages() { return runs.stream().mapToLong(run -> run.messages().size()).sum(); }
}
