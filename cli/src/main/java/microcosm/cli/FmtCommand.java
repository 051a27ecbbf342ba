package microcosm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.viewer.Plain;
import microcosm.worlds.Problem;
import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;
import microcosm.worlds.WorldFormatter;

/// `fmt WORLD…`
@Command(name = "fmt", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Bring worlds into the canonical layout. Nothing is lost and no meaning changes.", "",
        "Example:  microcosm fmt my.world.md --check"})
final class FmtCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "WORLD", description = "files; with --check, also ids of shipped worlds")
    private List<String> worlds = List.of();

    @Option(names = "--check", description = "write nothing; exit with 1 and say what would change")
    private boolean check;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    FmtCommand(Console console) { this.console = console; }

    /// @param departure where the file is not in the layout; empty where all of it is
    private record Formatted(String world, Optional<WorldFormatter.Departure> departure, String text) {}

    @Override
    public Integer call() throws IOException {
        List<Formatted> all = formatted();
        for (Formatted one : all) {
            if (!check && one.departure().isPresent()) {
                replace(Path.of(one.world()), one.text());
            }
            if (!json) {
                one.departure().ifPresent(departure -> say(one.world(), departure));
            }
        }
        boolean changed = all.stream().anyMatch(one -> one.departure().isPresent());
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("written", !check);
            result.put("worlds", all.stream().map(FmtCommand::asJson).toList());
            console.json(result);
        } else if (!changed) {
            console.say(worlds.size() == 1
                    ? worlds.getFirst() + ": in canonical layout"
                    : worlds.size() + " worlds: in canonical layout");
        }
        return check && changed ? ExitCode.DIFFERS : ExitCode.DONE;
    }

    /// All are laid out before the first is written, so that a mistake in one leaves every file as it was.
    private List<Formatted> formatted() {
        var all = new ArrayList<Formatted>();
        var problems = new ArrayList<Problem>();
        for (String world : worlds) {
            if (!check && !Files.exists(Path.of(world)) && WorldFile.shippedIds().contains(world)) {
                throw new UserException(world + " is shipped and is not rewritten; use --check, or microcosm new "
                        + "my-world --from " + world);
            }
            WorldFile file = ShippedOrFile.find(world);
            try {
                String text = WorldFormatter.formatted(file);
                all.add(new Formatted(world, WorldFormatter.departure(file.text(), text), text));
            } catch (WorldException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new WorldException(problems);
        }
        return all;
    }

    private void say(String world, WorldFormatter.Departure departure) {
        console.say(world + ":" + departure.line() + ": "
                + (check ? "not in canonical layout, first here" : "rewritten from here on"));
        if (check) {
            console.say("  read: " + Plain.line(departure.read()));
            console.say("  layout: " + Plain.line(departure.expected()));
        }
    }

    /// Writes beside the file and moves over it, so that nobody ever reads half of it.
    private static void replace(Path named, String text) throws IOException {
        Path file = named.toRealPath();
        Path folder = file.getParent();
        Path beside = Files.createTempFile(folder, "." + file.getFileName(), ".fmt");
        try {
            Files.writeString(beside, text);
            var before = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (before != null) {
                Files.setPosixFilePermissions(beside, before.readAttributes().permissions());
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static SequencedMap<String, Object> asJson(Formatted one) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("world", one.world());
        fields.put("changed", one.departure().isPresent());
        one.departure().ifPresent(departure -> {
            fields.put("line", departure.line());
            fields.put("read", departure.read());
            fields.put("expected", departure.expected());
        });
        return fields;
    }
}
