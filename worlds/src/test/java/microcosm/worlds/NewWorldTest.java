package microcosm.worlds;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewWorldTest {
    @Test
    void the_starter_is_without_problems_in_canonical_layout_and_played_whole() {
        WorldFile starter = NewWorld.starter();

        assertThat(starter.check()).isEmpty();
        assertThat(WorldFormatter.formatted(starter)).isEqualTo(starter.text());
        assertThat(starter.world(Map.of()).notExecuted()).isEmpty();
    }

    @Test
    void a_name_becomes_id_and_title() {
        assertThat(NewWorld.named("lake-town")).hasValue(new NewWorld("lake-town", "Lake Town"));
        assertThat(NewWorld.named("Lake Town")).hasValue(new NewWorld("lake-town", "Lake Town"));
        assertThat(NewWorld.named("Zoë's (2nd) Lake")).isEmpty();
        assertThat(NewWorld.named("2 lakes")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("microcosm.worlds.WorldFile#shippedIds")
    void a_world_made_from_another_differs_from_it_in_its_name_alone(String id) {
        WorldFile shipped = WorldFile.shipped(id);

        WorldFile made = WorldFile.of("my.world.md", new NewWorld("my-own", "My Own").from(shipped));

        assertThat(WorldDifference.between(shipped, made).stream().map(WorldDifference.Difference::what))
                .containsExactly("the world now has the id my-own", "the world is now called My Own");
    }
}
