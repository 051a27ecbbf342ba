package microcosm.worlds;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NotExecutedTest {
    @Test
    void a_world_says_which_of_its_parts_are_not_played_yet() {
        assertThat(WorldFile.shipped("town-meeting").world(Map.of()).notExecuted()).isEmpty();
        assertThat(WorldFile.shipped("weir-village").world(Map.of()).notExecuted()).isEmpty();
        assertThat(WorldFile.shipped("fifty-traders").world(Map.of()).notExecuted())
                .containsExactly("mechanism double-auction");
    }
}
