package microcosm.worlds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EditorsTest {
    /// @return the JSON blocks of EDITORS.md, in order
    private static JsonNode block(int number) throws Exception {
        String[] blocks = Files.readString(Path.of("EDITORS.md")).split("```json\n");
        return new ObjectMapper().readTree(blocks[number].split("```")[0]);
    }

    @Test
    void the_problem_matcher_to_paste_finds_file_line_column_and_message() throws Exception {
        JsonNode pattern = block(1).at("/tasks/0/problemMatcher/pattern");
        Problem problem = WorldFile.of("C:/w/my.world.md", "---\nformat: world/1\nid: W\n---\n# W\n").check()
                .getFirst();

        var found = Pattern.compile(pattern.get("regexp").asText())
                .matcher(problem.toString().lines().findFirst().orElseThrow());

        assertThat(found.matches()).isTrue();
        assertThat(found.group(pattern.get("file").asInt())).isEqualTo("C:/w/my.world.md");
        assertThat(found.group(pattern.get("line").asInt())).isEqualTo(Integer.toString(problem.at().line()));
        assertThat(found.group(pattern.get("column").asInt())).isEqualTo(Integer.toString(problem.at().column()));
        assertThat(found.group(pattern.get("message").asInt())).startsWith(problem.what());
    }

    @Test
    void the_settings_to_paste_name_the_schema_that_is_there() throws Exception {
        String url = block(2).get("json.schemas").get(0).get("url").asText();

        assertThat(Path.of("..").resolve(url)).exists();
    }
}
