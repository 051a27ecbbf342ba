package microcosm.gamemaster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import microcosm.prompts.Templates;

import static org.assertj.core.api.Assertions.assertThat;

/// Each template can be read as a model reads it: a golden prompt holds all of its words.
class EveryPromptTest {
    private static final List<Path> GOLDEN = List.of(Path.of("..", "agents", "src", "test", "resources", "golden"),
            Path.of("src", "test", "resources", "golden", "prompts"));

    private static List<String> prompts() throws IOException {
        var prompts = new ArrayList<String>();
        for (Path folder : GOLDEN) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".md")).sorted().toList()) {
                    prompts.add(Files.readString(file));
                }
            }
        }
        return prompts;
    }

    static List<String> templates() { return Templates.NAMES; }

    /// What a template says itself, between its inputs, line by line.
    private static List<String> words(String template) {
        String text = Templates.shipped().named(template).text();
        return Stream.of(text.substring(text.indexOf("---\n", 4) + 4).split("\\{\\{[^}]*}}|\n")).filter(
                piece -> !piece.isBlank()).toList();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_template_has_a_golden_rendering(String template) throws IOException {
        assertThat(words(template)).isNotEmpty();
        assertThat(prompts()).as(template + ": no golden prompt holds all of its words")
                .anyMatch(prompt -> words(template).stream().allMatch(prompt::contains));
    }

    @Test
    void no_golden_prompt_has_holes_leftovers_or_lines_that_end_in_a_space() throws IOException {
        assertThat(prompts()).hasSizeGreaterThan(15).allSatisfy(prompt -> assertThat(prompt)
                .doesNotContain("\n\n\n", "{{", "}}", " \n", "(aside, to everyone)").endsWith("\n"));
    }
}
