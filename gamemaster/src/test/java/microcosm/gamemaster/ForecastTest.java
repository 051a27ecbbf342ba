package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.LinkedHashMap;

import org.junit.jupiter.api.Test;

import microcosm.models.Estimate;
import microcosm.models.ModelSetup;
import microcosm.models.ModelSpec;
import microcosm.models.Prices;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTest {
    private static final Prices PRICES = ModelSetup.of(new LinkedHashMap<>()).prices();
    private final World village = WorldFile.shipped("weir-village").world(new LinkedHashMap<>());

    @Test
    void everybody_is_asked_once_a_day_and_on_the_probes_days() {
        var minds = Minds.of(ModelSpec.of("openai:gpt-4.1"));

        assertThat(Forecast.of(village, minds, 1, 12, PRICES).calls()).isEqualTo(4 * 12 + 4 * 4);
        assertThat(Forecast.of(village, minds, 1, 100, PRICES).calls()).isEqualTo(64);
        assertThat(Forecast.of(village, minds, 1, 1, PRICES).calls()).isEqualTo(4);
    }

    @Test
    void who_follows_a_policy_costs_nothing() {
        var minds = Minds.BASELINE.with("mira-oduya", ModelSpec.of("openai:gpt-4.1"));

        assertThat(Forecast.of(village, minds, 1, 12, PRICES).calls()).isEqualTo(16);
        assertThat(Forecast.of(village, Minds.BASELINE, 1, 12, PRICES).calls()).isZero();
    }

    @Test
    void tools_reviews_and_written_people_are_counted() {
        var minds = Minds.of(ModelSpec.of("openai:gpt-4.1"));
        World desk = Deployment.DESK.world(new LinkedHashMap<>());
        World ferry = WorldFile.read(Path.of("src", "test", "resources", "worlds", "ferry.world.md"))
                .world(new LinkedHashMap<>());

        assertThat(Forecast.of(desk, minds, 1, 1, PRICES).calls()).as("4 act, 4 ask a tool, 2 show a draft")
                .isEqualTo(10);
        assertThat(Forecast.of(ferry, minds, 1, 1, PRICES).calls()).as("6 act, and 1 reply writes 5").isEqualTo(7);
    }

    @Test
    void people_who_are_written_may_be_asked_for_a_second_time_and_their_lives_are_long_replies() {
        var minds = Minds.of(ModelSpec.of("openai:gpt-4.1"));
        World ferry = WorldFile.of("ferry.world.md", WorldFile.read(Path.of("src", "test", "resources", "worlds",
                "ferry.world.md")).text().replace("- count: 5", "- count: 25")).world(new LinkedHashMap<>());

        Estimate estimate = Forecast.of(ferry, minds, 1, 1, PRICES);

        assertThat(estimate.calls()).as("26 act, and 3 questions write ten people each").isEqualTo(29);
        assertThat(estimate.again()).as("each may be put once more").isEqualTo(3);
        assertThat(estimate.typical().out()).isEqualTo(26 * 150 + 3 * 800);
        assertThat(estimate.most().in()).isEqualTo(32 * Estimate.tokens(4_000));
        assertThat(estimate.toString()).startsWith("29 to 32 calls, about ");
    }

    @Test
    void a_price_nobody_knows_is_said() {
        Estimate estimate = Forecast.of(village, Minds.of(ModelSpec.of("compatible:toy")), 1, 12, PRICES);

        assertThat(estimate.typicalUsd()).isEmpty();
        assertThat(estimate.toString()).endsWith("; what they cost is not known: no price of compatible:toy");
    }
}
