package microcosm.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/// The examples of FORMAT.md are the parser's tests.
class FormatTest {
    private static final String FRONT = """
            ---
            format: world/1
            id: example
            clock: {unit: day, steps: 12, order: simultaneous}
            game-master: rules
            params:
              rumour: {type: choice, of: [planted, none], default: planted}
            ---

            # Example

            Ann and Bo, and a rumour that may be {{rumour}}.

            """;
    private static final List<String> SECTIONS = List.of("""
            ## People

            ### Ann
            ### Bo
            """, """
            ## Goods

            | good | unit | made or used |
            |---|---|---|
            | grain | sack | no |
            | salt | block | no |
            """, """
            ## Holdings

            | who | grain | salt |
            |---|--:|--:|
            | [Ann](#ann) | 4 | 1 |
            """, """
            ## Claims

            ### The mill will stop
            - held by: nobody
            """, """
            ## Actions

            | action | needs | effect |
            |---|---|---|
            | wait() | | |
            """);

    private record Block(String language, int line, String text) {}

    private static List<Block> blocks() throws IOException {
        var blocks = new ArrayList<Block>();
        List<String> lines = Files.readAllLines(Path.of("FORMAT.md"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                String fence = lines.get(i).replaceAll("[^`].*", "");
                int end = i + 1;
                while (!lines.get(end).equals(fence)) {
                    end++;
                }
                blocks.add(new Block(lines.get(i).substring(fence.length()), i + 1,
                        String.join("\n", lines.subList(i + 1, end)) + "\n"));
                i = end;
            }
        }
        return blocks;
    }

    @TestFactory
    Stream<DynamicTest> the_examples_give_the_problems_they_are_said_to_give() throws IOException {
        List<Block> blocks = blocks();
        return blocks.stream().filter(block -> block.language().startsWith("world")).map(block -> {
            Block next = blocks.indexOf(block) + 1 < blocks.size() ? blocks.get(blocks.indexOf(block) + 1) : block;
            String expected = next.language().equals("problems") ? next.text().strip() : "";
            return DynamicTest.dynamicTest("FORMAT.md:" + block.line(),
                    () -> assertThat(problems(block.text())).isEqualTo(expected));
        });
    }

    @Test
    void every_section_and_every_word_of_the_format_is_explained() throws IOException {
        String format = Files.readString(Path.of("FORMAT.md"));

        assertThat(PageCheck.SECTIONS).allSatisfy(section -> assertThat(format).contains("| " + section + " |"));
        assertThat(new Lexicon(List.of()).known(Vocabulary.Kind.EFFECT)).hasSize(35)
                .allSatisfy(effect -> assertThat(format).contains("`" + effect + "("));
        assertThat(BuiltIn.NAMES).allSatisfy(name -> assertThat(format).contains("`" + name));
    }

    private static String problems(String example) {
        String text = example;
        int offset = 0;
        if (!example.startsWith("---")) {
            offset = (int) FRONT.lines().count();
            text = FRONT + example + SECTIONS.stream().map(
                    section -> example.contains("- believes") ? section.replace("- held by: nobody\n", "") : section)
                    .filter(section -> !example.contains(section.lines().findFirst().orElseThrow() + "\n"))
                    .collect(Collectors.joining("\n", "\n", ""));
        }
        int before = offset;
        return WorldFile.of("", text).check().stream().map(problem -> {
            var at = new Position("", Math.max(1, problem.at().line() - before), problem.at().column());
            return new Problem(at, problem.what(), problem.nearest(), problem.expected()).toString().substring(1);
        }).collect(Collectors.joining("\n"));
    }
}
