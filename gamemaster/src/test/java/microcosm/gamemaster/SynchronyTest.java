package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SynchronyTest {
    @TempDir
    private Path folder;

    private static WorldFile field(int steps) { return WorldFile.of("field.world.md", """
            ---
            format: world/1
            id: field
            clock: {unit: moment, steps: %d, order: simultaneous}
            game-master: rules
            speech: off
            memory: none
            ---

            # A Field

            Each keeps a rhythm.

            ## Populations

            ### Fireflies
            - count: 9
            - names: Firefly {n}
            - policy: silent

            ## Markets

            | field | mechanism | coupling | width | time | over |
            |---|---|---|---|---|---|
            | field | synchrony | 1.7 | 0.4 | 0.3 | 10 |
            """.formatted(steps)); }

    @Test
    void a_field_with_a_trace_goes_as_the_same_field_without() {
        Traced traced = Traced.of(field(30), 3, folder);

        for (int step = 10; step <= 30; step++) {
            var without = Rounds.play(field(step).world(Map.of()), 3);
            assertThat(GameOfRounds.rounded(without.getOrDefault("order", -1.0)).toPlainString()).as("step " + step)
                    .isEqualTo(traced.word(step, "* order field").orElseThrow());
            if (step == 30) {
                assertThat(without.get("mean_order")).isCloseTo(
                        Double.parseDouble(traced.word(step, "* mean_order").orElseThrow()), within(1e-9));
            }
        }
    }
}
