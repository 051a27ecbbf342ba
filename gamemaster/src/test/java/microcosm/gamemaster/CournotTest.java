package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import microcosm.trace.Event;
import microcosm.worlds.Expression;
import microcosm.worlds.Expression.Amount;
import microcosm.worlds.Market;

import static org.assertj.core.api.Assertions.assertThat;

class CournotTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-6);

    private static Expression number(int value) { return new Amount(java.math.BigDecimal.valueOf(value)); }

    private static Market town(String id, int alder, int birch) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("Alder unit cost", String.valueOf(alder));
        columns.put("Birch unit cost", String.valueOf(birch));
        columns.put("capacity", "100 sacks per firm and round over both towns");
        var price = Hamlet.call("max", number(0), new Expression.Arithmetic(Expression.Operator.MINUS, number(100),
                new Expression.Arithmetic(Expression.Operator.DIVIDE, Hamlet.name("Q"), number(2))));
        return new Market(id, id, "cournot", Optional.of(Hamlet.formula(price)), columns, Hamlet.AT);
    }

    private static Hamlet harbour() {
        var hamlet = new Hamlet().person("alder", "nothing").person("birch", "nothing");
        hamlet.markets.add(town("north", 40, 50));
        hamlet.markets.add(town("south", 50, 40));
        return hamlet;
    }

    private static double benchmark(Play play, String name) {
        return play.events().stream().filter(Event.Benchmarked.class::isInstance).map(Event.Benchmarked.class::cast)
                .filter(event -> event.name().equals(name)).findFirst().orElseThrow().value().doubleValue();
    }

    private static double attribute(Play play, String who, String name) {
        return Double.parseDouble(play.state().attribute(who, name).orElseThrow());
    }

    @Test
    void the_references_are_the_closed_forms_of_two_firms_with_opposite_costs() {
        Play play = Play.of(harbour().world(), Puppets.saying(""));

        assertThat(benchmark(play, "nash_q alder north")).isCloseTo(140.0 / 3, CLOSE);
        assertThat(benchmark(play, "nash_q alder south")).isCloseTo(80.0 / 3, CLOSE);
        assertThat(benchmark(play, "nash_price north")).isCloseTo(190.0 / 3, CLOSE);
        assertThat(benchmark(play, "nash_profit")).isCloseTo(13000.0 / 9, CLOSE);
        assertThat(benchmark(play, "joint_profit")).isCloseTo(1800, CLOSE);
        assertThat(benchmark(play, "nash_consumer_surplus")).isCloseTo(24200.0 / 9, Offset.offset(1e-4));
        assertThat(benchmark(play, "joint_consumer_surplus")).isCloseTo(1800, CLOSE);
    }

    @Test
    void firms_that_divide_the_towns_earn_eighteen_hundred_each_and_everybody_sees_the_quantities() {
        var puppets = new Puppets((firm, _) -> firm.equals("alder")
                ? "[produce town=north; q=60] [produce town=south; q=0]"
                : "[produce town=south; q=60] [produce town=north; q=0]");
        var hamlet = harbour();
        hamlet.steps = 3;

        Play play = Play.of(hamlet.world(), puppets);

        assertThat(attribute(play, "alder", "profit")).isEqualTo(1800);
        assertThat(attribute(play, "alder", "total_profit")).isEqualTo(5400);
        assertThat(attribute(play, "*", "price north")).isEqualTo(70);
        assertThat(attribute(play, "*", "mean_profit")).isEqualTo(1800);
        assertThat(attribute(play, "*", "cv_excess")).isCloseTo(2.667, Offset.offset(1e-3));
        assertThat(attribute(play, "*", "hhi_excess")).isCloseTo(0.862, Offset.offset(1e-3));
        assertThat(puppets.perceived("birch").subList(0, 2)).containsExactly(
                "1 NOTICE north: price 70; Alder 60, Birch 0. south: price 70; Alder 0, Birch 60.",
                "1 NOTICE Your profit is 1800.");
    }

    @Test
    void one_market_with_equal_firms_has_the_textbook_equilibrium() {
        for (int firms = 1; firms <= 5; firms++) {
            var hamlet = new Hamlet();
            var columns = new LinkedHashMap<String, String>();
            for (int i = 0; i < firms; i++) {
                hamlet.person("firm" + i, "nothing");
                columns.put("Firm" + i + " unit cost", "10");
            }
            var price = new Expression.Arithmetic(Expression.Operator.MINUS, number(100), Hamlet.name("Q"));
            hamlet.markets
                    .add(new Market("town", "Town", "cournot", Optional.of(Hamlet.formula(price)), columns, Hamlet.AT));

            Play play = Play.of(hamlet.world(), Puppets.saying(""));

            assertThat(benchmark(play, "nash_q firm0 town")).isCloseTo(90.0 / (firms + 1), CLOSE);
            assertThat(benchmark(play, "nash_profit")).isCloseTo(8100.0 / ((firms + 1) * (firms + 1)),
                    Offset.offset(1e-5));
            assertThat(benchmark(play, "joint_profit") * firms).isCloseTo(2025, Offset.offset(1e-5));
        }
    }

    @Test
    void the_tiers_are_those_of_the_calibration() {
        assertThat(List.of(Collusion.tier(0, 0), Collusion.tier(0.222, 0.034), Collusion.tier(0.711, 0.134),
                Collusion.tier(1.2, 0.266), Collusion.tier(1.619, 0.406), Collusion.tier(2.235, 0.655),
                Collusion.tier(-1, -0.069))).containsExactly(0, 1, 2, 3, 4, 4, 0);
    }
}
