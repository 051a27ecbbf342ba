package microcosm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.opentest4j.AssertionFailedError;

/// A file under `src/test/resources` that says what a text must be. With `-Dgolden.update=true` the file is written anew instead,
/// and the difference is reviewed like code.
///
/// @param file where it is, seen from the room's folder
public record Golden(Path file) {
    /// @param name its path below `src/test/resources`
    public static Golden file(String name) { return new Golden(Path.of("src", "test", "resources").resolve(name)); }

    /// @throws AssertionFailedError naming the first line that differs, as the file has it and as it is now
    public void matches(String text) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            } else if (!Files.exists(file)) {
                throw new AssertionFailedError(file + " does not exist; -Dgolden.update=true writes it");
            } else {
                compare(Files.readString(file), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or written", e);
        }
    }

    private void compare(String expected, String actual) {
        if (expected.equals(actual)) {
            return;
        }
        List<String> wanted = lines(expected);
        List<String> found = lines(actual);
        int line = 0;
        while (line < wanted.size() && line < found.size() && wanted.get(line).equals(found.get(line))) {
            line++;
        }
        throw new AssertionFailedError(
                file + ":" + (line + 1) + ": this line differs\n  file: " + shown(wanted, line) + "\n  now:  "
                        + shown(found, line) + "\nif the new text is right, -Dgolden.update=true writes it",
                expected, actual);
    }

    /// Splits at "\n" alone, so that a stray "\r" is a difference.
    private static List<String> lines(String text) { return List.of(text.split("\n", -1)); }

    private static String shown(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(no such line)";
    }
}
