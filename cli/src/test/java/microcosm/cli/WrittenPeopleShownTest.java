package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// People whom a model wrote are shown as the run has them; before there is a run, as the page has them.
class WrittenPeopleShownTest {
    private static final Path FERRY = Path.of("..", "gamemaster", "src", "test", "resources", "worlds",
            "ferry.world.md");

    @TempDir
    private Path out;

    @Test
    void a_run_shows_whom_a_model_wrote_and_a_page_says_that_it_cannot() throws Exception {
        Path script = out.resolve("cast.jsonl");
        String people = IntStream.rangeClosed(1, 5).mapToObj(number -> "{\"id\":\"traveller-" + number
                + "\",\"name\":\"" + "Berta Jonas Ilka Timo Sanne".split(" ")[number - 1]
                + " Kohl\",\"life\":\"A cooper who sold her tools to travel.\",\"wants\":\"to see the sea\"}")
                .collect(Collectors.joining(","));
        Files.writeString(script, "{\"purpose\":\"write\",\"reply\":{\"people\":[" + people + "]}}\n"
                + "{\"purpose\":\"act\",\"reply\":{\"do\":\"I wait.\"}}\n");
        Ran ran = Ran.microcosm("run", FERRY, "--steps", "2", "--model", "script:" + script, "--out", out);
        assertThat(ran.code()).as(ran.err()).isZero();

        Ran shown = Ran.microcosm("show", ran.last(), "--as", "Berta", "--step", "2");
        Ran page = Ran.microcosm("show", FERRY, "--as", "traveller-1");

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("You are Berta Kohl.", "- Your life: A cooper who sold her tools to travel.",
                "- You want: to see the sea.", "- Jonas Kohl", "It is day 2 of 3.");
        assertThat(page.out()).contains("You are Traveller 1.");
        assertThat(page.err()).isEqualTo("Travellers are as the page has them; a model writes them when the world is "
                + "played, and then: microcosm show RUN --as traveller-1\n");
        assertThat(Ran.microcosm("show", ran.last(), "--as", "Berta", "--step", "3").err()).startsWith(
                "microcosm: Berta Kohl was not played by a model in step 3 of this run");
    }
}
