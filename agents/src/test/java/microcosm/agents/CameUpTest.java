package microcosm.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import microcosm.memory.Cue;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.memory.Remembrance;
import microcosm.models.HashedEmbedder;
import microcosm.trace.EventId;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;

/// The trace keeps what came up and why, so that the reasons can be had without the index.
class CameUpTest {
    @Test
    void what_every_part_adds_is_kept_and_the_raw_parts_follow_from_the_weights() {
        var options = new LinkedHashMap<>(Map.of("relevance", "2", "text", "0", "importance", "3", "decay", "0.5"));
        var clock = new World.Clock("hour", 9, World.TurnOrder.SHUFFLED, false);
        try (Memory memory = Memories.open(Optional.empty(), clock, new World.MemoryRegime("full", options),
                new HashedEmbedder())) {
            memory.remember("ada", new Remembrance(EventId.parse("1.1/bo/1"), 1, "The mill is sound.", 0.2));
            memory.remember("ada", new Remembrance(EventId.parse("3.1/bo/1"), 3, "Salt is dear.", 0.9));

            var recalled = CameUp.event(EventId.parse("4.1/ada/2"), "salt",
                    memory.recall("ada", new Cue("salt", 4), 2));

            assertThat(recalled.events()).hasToString("[3.1/bo/1, 1.1/bo/1]");
            assertThat(recalled.why()).hasSize(2).allSatisfy(
                    why -> assertThat(why.sequencedKeySet()).containsExactly("relevance", "recency", "importance"));
            assertThat(recalled.why().getFirst()).containsEntry("recency", new BigDecimal("0.5000"))
                    .containsEntry("importance", new BigDecimal("2.7000"));
            for (int i = 0; i < 2; i++) {
                assertThat(recalled.why().get(i).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isCloseTo(recalled.scores().get(i), Offset.offset(new BigDecimal("0.0002")));
            }
        }
    }
}
