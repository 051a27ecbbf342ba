package microcosm.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.trace.Event;

import static org.assertj.core.api.Assertions.assertThat;

/// How fast does a rumour go round two hundred people, and what do shortcuts do?
class RumourNetworkTest {
    private static final int SEEDS = 3;

    @TempDir
    private Path runs;

    /// The first day on which more than half believe it; 21 where they never do.
    private static int halfway(Playing played) {
        return played.measures().get("reached").entrySet().stream()
                .filter(day -> day.getValue().doubleValue() > 0.5).findFirst().map(day -> day.getKey()).orElse(21);
    }

    @Test
    void shortcuts_bring_a_rumour_round_sooner() throws IOException {
        var days = new LinkedHashMap<String, List<Integer>>();
        for (String lanes : List.of("ring", "small-world", "random")) {
            days.put(lanes, IntStream.rangeClosed(1, SEEDS)
                    .map(seed -> halfway(Playing.of("rumour-network/lanes", runs, seed, "lanes=" + lanes))).boxed()
                    .toList());
        }

        for (int i = 0; i < SEEDS; i++) {
            assertThat(days.get("small-world").get(i)).isLessThan(days.get("ring").get(i));
            assertThat(days.get("random").get(i)).isLessThanOrEqualTo(days.get("small-world").get(i));
        }
        String readme = Files.readString(Path.of("rumour-network/README.md"));
        days.forEach((lanes, day) -> assertThat(readme).contains("| " + lanes + " | "
                + String.join(" | ", day.stream().map(String::valueOf).toList()) + " |"));
    }

    @Test
    void everybody_has_a_name_a_network_and_a_view_of_their_own() {
        Playing played = Playing.of("rumour-network/lanes", runs, 1, "lanes=ring");

        List<Event.Cast> cast = played.events().stream().filter(Event.Cast.class::isInstance)
                .map(Event.Cast.class::cast)
                .toList();
        assertThat(cast).hasSize(200).extracting(Event.Cast::name).doesNotHaveDuplicates().endsWith("Neighbour 199");
        assertThat(played.end().attributes("neighbour-1").sequencedKeySet().stream()
                .filter(name -> name.startsWith("talks_to "))).containsExactlyInAnyOrder("talks_to neighbour-2",
                        "talks_to neighbour-3", "talks_to neighbour-4", "talks_to neighbour-197",
                        "talks_to neighbour-198", "talks_to neighbour-199");
        assertThat(List.copyOf(played.measures().get("reached").values())).isSorted().hasSize(20);
    }
}
