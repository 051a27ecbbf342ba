package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import microcosm.worlds.WorldFile;

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
        if (named.endsWith(".md") || named.contains("/")) {
            throw new UserException(named + ": there is no such file");
        }
        String nearest = WorldFile.shippedIds().stream().min(Comparator.comparingInt(id -> distance(id, named)))
                .filter(id -> distance(id, named) <= Math.max(2, named.length() / 3))
                .map(id -> "; did you mean \"" + id + "\"?").orElse("");
        throw new UserException("no world \"" + named + "\"" + nearest + "\n  shipped: "
                + String.join(", ", WorldFile.shippedIds()) + "\n  or the path of a .world.md file of your own");
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
