package microcosm.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/// The page of an example, held to its figures.
record Page(String folder) {
    /// @param rows as the page must have them, each a line
    void has(List<String> rows) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(folder, "README.md"));
        assertThat(rows.stream().filter(row -> !lines.contains(row)).toList()).as("rows that are not on the page")
                .isEmpty();
    }
}
