package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.BiFunction;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import microcosm.agents.Situation;
import microcosm.worlds.Market;

import static org.assertj.core.api.Assertions.assertThat;

/// The rule-agent table of the commons: five people, twelve months, a stock of 100 that doubles.
class CommonPoolTest {
    private static Play played(BiFunction<Integer, Integer, Integer> harvest, String sharing) {
        var hamlet = new Hamlet();
        for (int i = 0; i < 5; i++) {
            hamlet.person("fisher" + i, "nothing");
        }
        hamlet.steps = 12;
        var columns = new LinkedHashMap<String, String>();
        columns.put("stock", "100");
        columns.put("sharing", sharing);
        hamlet.markets.add(new Market("lake", "Lake", "common-pool", Optional.empty(), columns, Hamlet.AT));
        return Play.of(hamlet.world(), new Puppets((person, situation) -> "[produce town=lake; q="
                + harvest.apply(person.charAt(6) - '0', stock(situation)) + "]", true));
    }

    private static int stock(Situation situation) {
        return new java.math.BigDecimal(situation.known().get("*").get("stock lake")).intValue();
    }

    private static void row(Play play, int months, double gain, double greedy, double efficiency, double equality,
            double overUsage) {
        Offset<Double> close = Offset.offset(0.005);
        assertThat(value(play, "*", "survived lake")).isEqualTo(months);
        assertThat(value(play, "fisher0", "gain lake")).isCloseTo(gain, close);
        assertThat(value(play, "fisher4", "gain lake")).isCloseTo(greedy, close);
        assertThat(value(play, "*", "efficiency lake")).isCloseTo(efficiency, close);
        assertThat(value(play, "*", "equality lake")).isCloseTo(equality, close);
        assertThat(value(play, "*", "over_usage lake")).isCloseTo(overUsage, close);
        assertThat(play.state().holdings("fisher0").amount("bread").doubleValue()).isCloseTo(gain, close);
    }

    private static double value(Play play, String who, String name) {
        return Double.parseDouble(play.state().attribute(who, name).orElseThrow());
    }

    @Test
    void all_take_the_same() {
        row(played((_, _) -> 10, "proportional"), 12, 120, 120, 1.0, 1, 0);
        row(played((_, _) -> 5, "proportional"), 12, 60, 60, 0.5, 1, 0);
        row(played((_, _) -> 20, "proportional"), 1, 20, 20, 0.1667, 1, 1);
        row(played((_, _) -> 11, "proportional"), 4, 39, 39, 0.325, 1, 1);
        row(played((_, _) -> 12, "proportional"), 3, 32, 32, 0.2667, 1, 1);
        row(played((_, _) -> 15, "proportional"), 2, 25, 25, 0.2083, 1, 1);
    }

    @Test
    void four_are_moderate_and_one_is_greedy() {
        row(played((who, _) -> who == 4 ? 20 : 10, "proportional"), 3, 26.67, 53.33, 0.2667, 0.867, 0.733);
        row(played((who, stock) -> who == 4 ? 20 : stock / 2 / 5, "proportional"), 4, 26, 80, 0.3067, 0.765, 0.20);
    }

    @Test
    void units_drawn_one_by_one_give_whole_fish_and_never_more_than_there_are() {
        Play play = played((_, _) -> 11, "drawn");

        double sum = 0;
        for (int i = 0; i < 5; i++) {
            double fish = play.state().holdings("fisher" + i).amount("bread").doubleValue();
            assertThat(fish).isEqualTo(Math.rint(fish)).isBetween(33.0, 44.0);
            sum += fish;
        }
        assertThat(sum).isEqualTo(5 * 33 + 30);
    }
}
