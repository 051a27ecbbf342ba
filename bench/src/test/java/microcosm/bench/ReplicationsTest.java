package microcosm.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.bench.Expectation.Statistic;
import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The rows that take seconds; `microcosm replicate` plays them all.
class ReplicationsTest {
    private static final List<String> QUICK = List.of("cournot", "theocharis", "lin", "lin-tiers", "govsim", "axelrod",
            "axelrod-1980",
            "coopeval",
            "public-good", "degroot", "vega-redondo", "committed-minority");

    @TempDir
    private Path folder;

    private final Replications shipped = Replications.shipped();

    @Test
    void what_was_published_comes_out() { everything(QUICK); }

    @Test
    @Tag("slow")
    void what_was_published_comes_out_of_millions_of_rounds_too() {
        everything(shipped.names().stream().filter(name -> !QUICK.contains(name)).toList());
    }

    private void everything(List<String> names) {
        var missed = new ArrayList<String>();
        for (String name : names) {
            assertThat(shipped.of(name)).as(name).isNotEmpty();
            shipped.of(name).stream().map(row -> shipped.replicate(row, _ -> {})).filter(row -> !row.holds())
                    .forEach(row -> missed.add(row.toString()));
        }

        assertThat(missed).isEmpty();
    }

    @Test
    void another_number_than_what_came_out_misses() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("many", "3");
        var wrong = new Expectation("theocharis", "theocharis", settings, false, 1, Statistic.MEAN, "odd", 104, 0.5);

        Replicated row = shipped.replicate(wrong, _ -> {});

        assertThat(row.obtained()).isEqualTo(105);
        assertThat(row.verdict()).isEqualTo("misses");
    }

    @Test
    void every_world_of_the_page_is_without_a_problem() {
        assertThat(shipped.worlds()).isNotEmpty()
                .allSatisfy(world -> assertThat(world.check()).as(world.id()).isEmpty());
    }

    /// The settings that let a few people do all they can.
    private static final Map<String, Map<String, String>> SMALL = Map.of("committed-minority",
            Map.of("few", "3", "many", "9"), "kuramoto", Map.of("many", "12"), "voter",
            Map.of("ones", "5", "twos", "5"),
            "public-good", Map.of("units", "2"), "waltman-kaymak", Map.of("many", "3"), "cournot", Map.of("many", "5"),
            "theocharis", Map.of("many", "4"));

    @Test
    void every_world_of_the_page_goes_in_sentences_as_it_goes_in_calls() {
        for (WorldFile world : shipped.worlds()) {
            String spoken = world.text().replace("\nspeech: off\n", "\n");
            String called = spoken.replace("\nmemory: none\n", "\nspeech: off\nmemory: none\n");

            List<String> inCalls = changes(called, world.id(), "calls");
            List<String> inSentences = changes(spoken, world.id(), "sentences");

            assertThat(called).as(world.id()).isNotEqualTo(spoken);
            assertThat(inSentences).as(world.id()).isEqualTo(inCalls).hasSizeGreaterThan(2);
        }
    }

    /// @return what three steps change, in order, as `step event: effect`
    private List<String> changes(String page, String id, String how) {
        var options = new RunOptions(new LinkedHashMap<>(SMALL.getOrDefault(id, Map.of())), 1, Optional.of(3), 1,
                Interventions.NONE);
        var changes = new ArrayList<String>();
        Run.play(WorldFile.of(id + ".world.md", page), options, folder.resolve(id + "-" + how),
                () -> new RunRecord.Sitting("test", BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE),
                (event, _) -> {
                    if (event instanceof Event.Resolved resolved) {
                        resolved.effects().stream().filter(effect -> !(effect instanceof Effect.Told)).forEach(
                                effect -> changes.add(event.id().step() + " " + resolved.what() + ": " + effect));
                    }
                });
        return changes;
    }

    @Test
    void a_tournament_is_of_two_choices_of_the_same() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("row", "every");
        settings.put("column", "grim");
        var one = new Expectation("axelrod", "axelrod", settings, true, 1, Statistic.MEAN, "place grim", 1, 0);

        assertThatThrownBy(() -> shipped.replicate(one, _ -> {}))
                .hasMessage("a tournament needs two choices of the same, not [row]");

        settings.put("column", "every");
        assertThat(shipped.replicate(one, _ -> {}).obtained()).isBetween(1.0, 9.0);
    }

    @Test
    void a_number_the_world_does_not_give_is_said_to_be_missing() {
        var misspelt = new Expectation("theocharis", "theocharis", new LinkedHashMap<>(), false, 1, Statistic.MEAN,
                "evn", 60, 1);

        assertThatThrownBy(() -> shipped.replicate(misspelt, _ -> {}))
                .hasMessageStartingWith("theocharis gives no number \"evn\"; there are: nash_profit, ");
    }

    @Test
    void a_row_that_cannot_be_read_is_named_by_its_line() {
        String page = """
                | result | world | with | played | runs | number | expected | tolerance |
                |---|---|---|---|---|---|---|---|
                | a | [a](a.world.md) | `n=2` | in full | median of 30 | `x` | 20 | 5 % |
                | b | [b](b.world.md) | | slowly | 1 | `x` | 20 | 1 |
                """;

        assertThatThrownBy(() -> ExpectationsPage.read(page))
                .hasMessage("line 4 of the replications: \"slowly\" is neither \"in full\" nor \"fast\"");
        var settings = new LinkedHashMap<String, String>();
        settings.put("n", "2");
        assertThat(ExpectationsPage.read(page.lines().limit(3).reduce("", (a, b) -> a + b + "\n"))).containsExactly(
                new Expectation("a", "a", settings, false, 30, Statistic.MEDIAN, "x", 20, 1));
    }

    @Test
    void statistics_are_of_sorted_numbers() {
        double[] numbers = {1, 2, 6};

        assertThat(Statistic.MEAN.of(numbers)).isEqualTo(3);
        assertThat(Statistic.MEDIAN.of(numbers)).isEqualTo(2);
        assertThat(Statistic.MEDIAN.of(new double[]{1, 3})).isEqualTo(2);
        assertThat(Statistic.LEAST.of(numbers)).isEqualTo(1);
        assertThat(Statistic.MOST.of(numbers)).isEqualTo(6);
    }
}
