package microcosm.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// FORMAT.md is the specification: what it shows is read, and written the same.
class FormatTest {
    private static List<String> examples() throws IOException {
        return Files.readAllLines(Path.of("FORMAT.md")).stream().filter(line -> line.startsWith("{\"event\":"))
                .toList();
    }

    @Test
    void every_example_is_an_event_in_its_one_spelling() throws IOException {
        for (String example : examples()) {
            assertThat(EventJson.write(EventJson.read(example))).isEqualTo(example);
        }
    }

    @Test
    void there_is_an_example_of_every_event_and_every_effect() throws IOException {
        var shown = new LinkedHashSet<Class<?>>();
        for (String example : examples()) {
            Event event = EventJson.read(example);
            shown.add(event.getClass());
            if (event instanceof Event.Resolved resolved) {
                resolved.effects().forEach(effect -> shown.add(effect.getClass()));
            }
            if (event instanceof Event.Acted acted) {
                shown.add(acted.spec().getClass());
            }
        }
        assertThat(shown).containsAll(Arrays.asList(Event.class.getPermittedSubclasses()))
                .containsAll(Arrays.asList(Effect.class.getPermittedSubclasses()));
    }
}
