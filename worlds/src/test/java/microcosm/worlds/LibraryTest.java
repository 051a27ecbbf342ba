package microcosm.worlds;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryTest {
    @ParameterizedTest
    @MethodSource("microcosm.worlds.WorldFile#shippedIds")
    void every_shipped_world_is_without_problems_in_every_arm(String id) {
        assertThat(WorldFile.shipped(id).check().stream().map(Problem::toString)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("microcosm.worlds.WorldFile#shippedIds")
    void every_shipped_world_is_named_by_its_id(String id) {
        assertThat(WorldFile.shipped(id).world(Map.of()).id()).isEqualTo(id);
    }

    @Test
    void an_arm_has_only_its_own_rows_and_bullets() {
        WorldFile village = WorldFile.shipped("weir-village");

        World planted = village.world(Map.of());
        World none = village.world(Map.of("rumour", "none", "market_talk", "private", "winter_in", "5"));

        assertThat(planted.cast().people().get(1).believes())
                .containsExactly(new Person.Belief("the-mill-will-stop", 0.9));
        assertThat(planted.dealings().channels().getFirst().hearers()).isEqualTo(new Channel.Members.Everyone());
        assertThat(none.cast().people().get(1).believes()).isEmpty();
        assertThat(none.dealings().channels().getFirst().hearers()).isEqualTo(new Channel.Members.Addressee());
        assertThat(none.clock()).isEqualTo(new World.Clock("day", 5, World.TurnOrder.SHUFFLED, true));
        assertThat(none.premise()).contains("Winter comes in 5 days");
    }

    @Test
    void a_person_has_all_that_was_written_of_them() {
        Person tomas = WorldFile.shipped("weir-village").world(Map.of()).cast().people().get(1);

        assertThat(tomas.id()).isEqualTo("tomas-brandt");
        assertThat(tomas.description()).isEqualTo("Salt carrier. Charming; owes Ilse Varga five grain.");
        assertThat(tomas.honesty()).hasValue(0.4);
        assertThat(tomas.goal()).get().hasToString("min(grain, 6) - 2 * owed(grain) + 0.1 * coin");
        assertThat(tomas.secrets()).containsExactly("dear grain suits him, because he holds most of the salt");
        assertThat(tomas.holdings()).hasToString("3 coin, 2 grain, 9 salt");
    }
}
