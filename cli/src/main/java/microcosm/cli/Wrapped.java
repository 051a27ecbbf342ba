package microcosm.cli;

import java.util.ArrayList;
import java.util.List;

/// Text in lines no longer than somebody reads with ease.
final class Wrapped {
    private static final int WIDTH = 100;

    private Wrapped() {}

    /// @param indent of every line, in spaces
    /// @return `text` broken between words; a longer word stays whole
    static List<String> lines(String text, int indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && indent + line.length() + 1 + word.length() > WIDTH) {
                lines.add(" ".repeat(indent) + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(" ".repeat(indent) + line);
        return lines;
    }
}
