package microcosm.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.worlds.NewWorld;
import microcosm.worlds.WorldFile;

/// `new NAME`
@Command(name = "new", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Write NAME.world.md: a small world that passes check and runs, or another world under this name.", "",
        "Example:  microcosm new lake-town --from weir-village"})
final class NewCommand implements Callable<Integer> {
    private static final String ENDING = ".world.md";

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "what it is called; may lie in a folder: worlds/lake-town")
    private String name = "";

    @Option(names = "--from", paramLabel = "WORLD", description = "a file, or the id of a shipped world")
    private Optional<String> from = Optional.empty();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    NewCommand(Console console) { this.console = console; }

    @Override
    public Integer call() throws IOException {
        String plain = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        String called = Optional.ofNullable(Path.of(plain).getFileName()).map(Path::toString).orElse("");
        NewWorld made = NewWorld.named(called).orElseThrow(() -> new UserException("\"" + called
                + "\" cannot name a world\n  letters, digits and hyphens, a letter first: lake-town"));
        WorldFile model = from.map(ShippedOrFile::find).orElseGet(NewWorld::starter);
        Path file = Path.of(plain + ENDING);
        try {
            Files.writeString(file, made.from(model), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new UserException(file + " is there already and is not written over");
        }
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("file", file.toString());
            result.put("id", made.id());
            result.put("title", made.title());
            console.json(result);
        } else {
            console.say(file.toString());
            console.say(console.dim("Try:  microcosm run " + file));
        }
        return ExitCode.DONE;
    }
}
