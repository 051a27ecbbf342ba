package microcosm.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TemplatesTest {
    private static final Path DOOR = Path.of("templates");

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void every_file_at_the_door_is_a_template_and_every_template_lies_there() throws IOException {
        try (var files = Files.walk(DOOR)) {
            assertThat(files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> DOOR.relativize(file).toString().replace(".md", "").replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(Templates.NAMES);
        }
        for (String name : Templates.NAMES) {
            assertThat(Templates.shipped().named(name).digest())
                    .isEqualTo(Template.of(name, "", Files.readString(DOOR.resolve(name + ".md"))).digest());
        }
    }

    @Test
    void a_file_of_the_same_name_takes_the_place_of_the_shipped_one_and_changes_the_digest() throws IOException {
        String text = Files.readString(DOOR.resolve("agent/probe.md"));
        write("agent/probe.md", text + "\nBe brief.\n");
        write("README.md", "notes");

        var templates = Templates.overridden(folder);

        assertThat(templates.named("agent/probe").file()).isEqualTo(folder.resolve("agent/probe.md").toString());
        assertThat(templates.digest("agent/")).isNotEqualTo(Templates.shipped().digest("agent/"));
        assertThat(templates.digest("gamemaster/")).isEqualTo(Templates.shipped().digest("gamemaster/"));
    }

    @Test
    void a_template_in_the_place_of_another_has_its_inputs() throws IOException {
        var inputs = Templates.shipped().named("agent/probe").inputs();
        Path probe = write("agent/probe.md", "---\nmood: how they feel\n---\nYou feel {{mood}}.\n");
        Path unknown = write("agent/prob.md", "Hello");

        assertThatThrownBy(() -> Templates.overridden(folder)).isInstanceOfSatisfying(TemplateException.class,
                e -> assertThat(e.problems())
                        .startsWith(
                                unknown + ":1:1: there is no template \"agent/prob\"\n  known here: "
                                        + String.join(", ", Templates.NAMES),
                                probe + ":2:1: nothing fills input \"mood\"; agent/probe has "
                                        + String.join(", ", inputs))
                        .hasSize(2 + inputs.size())
                        .last()
                        .isEqualTo(probe + ":3:1: input \"" + inputs.getLast() + "\" is missing; agent/probe has "
                                + String.join(", ", inputs)));
    }

    @Test
    void a_folder_that_is_not_there_is_reported() {
        assertThatThrownBy(() -> Templates.overridden(folder.resolve("none")))
                .hasMessage(folder.resolve("none") + ":1:1: there is no such folder of templates");
    }
}
