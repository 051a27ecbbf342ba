package microcosm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

import microcosm.audit.Auditor;
import microcosm.audit.Auditors;
import microcosm.audit.Importers;
import microcosm.audit.Transcript;
import microcosm.worlds.syntax.Spelling;

/// What `audit`, `auditors` and `import` read from a command line in the same way.
final class Auditing {
    private static final int DEPTH = 3;

    private Auditing() {}

    /// @throws UserException if there is no auditor, nor a group of them, of a name
    static List<Auditor> named(List<String> names) {
        try {
            return Auditors.named(names);
        } catch (IllegalArgumentException unknown) {
            List<String> known = Auditors.all().stream().map(Auditor::name).toList();
            String wrong = names.stream().filter(name -> !known.contains(name) && isUnknown(name)).findFirst()
                    .orElseThrow();
            throw new UserException(
                    "no auditor \"" + wrong + "\"" + Spelling.suggestion(wrong, known) + "\n  known here: "
                            + String.join(", ", known));
        }
    }

    private static boolean isUnknown(String name) {
        try {
            return Auditors.named(List.of(name)).isEmpty();
        } catch (IllegalArgumentException unknown) {
            return true;
        }
    }

    /// @param format what the user said the files are, if they did
    /// @param map each `field=column`
    /// @throws microcosm.audit.ImportException if they cannot be read as transcripts
    /// @throws UserException if there is no message in them: finding nothing in nothing would look like a clean run
    static Transcript read(List<Path> files, Optional<String> format, List<String> map, boolean skipBad) {
        format.filter(name -> !Importers.formats().contains(name)).ifPresent(name -> {
            throw new UserException("no format \"" + name + "\"" + Spelling.suggestion(name, Importers.formats())
                    + "\n  known here: " + String.join(", ", Importers.formats()));
        });
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new UserException(file + ": there is no such file or folder");
            }
        }
        Transcript transcript = Importers.read(files, format, mapping(map), skipBad);
        if (transcript.messages() == 0) {
            throw new UserException("there is no message in " + Listed.of(files.stream().map(Path::toString).toList()));
        }
        return transcript;
    }

    private static SequencedMap<String, String> mapping(List<String> map) {
        var mapping = new LinkedHashMap<String, String>();
        for (String one : map) {
            int equals = one.indexOf('=');
            if (equals < 1 || equals == one.length() - 1) {
                throw new UserException("--map " + one + ": expected field=column, such as from=speaker");
            }
            if (mapping.put(one.substring(0, equals).strip(), one.substring(equals + 1).strip()) != null) {
                throw new UserException("--map " + one + ": the field is mapped twice");
            }
        }
        return mapping;
    }

    /// The run folders among what was named, those within folders included.
    ///
    /// @throws UserException if two have the same name: in a transcript they would be one run
    static List<Path> runs(List<Path> named) throws IOException {
        var runs = new LinkedHashMap<String, Path>();
        for (Path path : named) {
            for (Path run : within(path)) {
                Path before = runs.putIfAbsent(String.valueOf(run.getFileName()), run);
                if (before != null) {
                    throw new UserException(run + ": a run of this name is already there, at " + before
                            + "\n  runs of one name are one run, and cannot be audited side by side");
                }
            }
        }
        return new ArrayList<>(runs.sequencedValues());
    }

    private static SequencedSet<Path> within(Path path) throws IOException {
        var found = new LinkedHashSet<Path>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> inside = Files.walk(path, DEPTH)) {
                inside.filter(file -> file.endsWith("trace.jsonl")).sorted()
                        .forEach(file -> found.add(file.toAbsolutePath().getParent()));
            }
        } else if (path.endsWith("trace.jsonl")) {
            found.add(path.toAbsolutePath().getParent());
        }
        return found;
    }
}
