package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import microcosm.worlds.WorldFile;
import microcosm.worlds.syntax.Spelling;

/// Finds the world a user named: a file of theirs, or a shipped one by its id.
final class ShippedOrFile {
    private ShippedOrFile() {}

    /// @throws UserException if there is neither such a file nor such a shipped world
    static WorldFile find(String named) {
        Path file = Path.of(named);
        if (Files.isRegularFile(file)) {
            return WorldFile.read(file);
        }
        if (WorldFile.shippedIds().contains(named)) {
            return WorldFile.shipped(named);
        }
        if (Files.isDirectory(file) && !named.isEmpty()) {
            throw new UserException(named + ": is a folder; expected the file of a world");
        }
        if (named.endsWith(".md") || named.contains("/")) {
            throw new UserException(named + ": there is no such file");
        }
        throw new UserException("no world \"" + named + "\"" + Spelling.suggestion(named, WorldFile.shippedIds())
                + "\n  shipped: "
                + String.join(", ", WorldFile.shippedIds()) + "\n  or the path of a .world.md file of your own");
    }
}
