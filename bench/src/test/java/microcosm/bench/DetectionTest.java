package microcosm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DetectionTest {
    private static final Located NOWHERE = new Located(0, 0, 0, 0, 0, 0);

    @Test
    void the_area_is_the_share_of_pairs_in_the_right_order() {
        assertThat(new Detection(List.of(3.0, 2.0), List.of(1.0, 2.0)).auc()).isEqualTo(3.5 / 4, within(1e-12));
        assertThat(new Detection(List.of(0.0), List.of(1.0)).auc()).isZero();
        double[] area = new Detection(scores(100, 1), scores(100, 1)).area();
        assertThat(area[0]).isEqualTo(0.5);
        assertThat(area[1]).isCloseTo(0.42, within(0.01));
        assertThat(area[2]).isCloseTo(0.58, within(0.01));
    }

    @Test
    void a_rate_is_what_clean_units_leave_above_their_highest() {
        var detection = new Detection(List.of(99.5, 98.5, 101.0, 1.0), scores(300, 1.0 / 3));

        assertThat(detection.caught(0.01)).isEqualTo(2);
        assertThat(detection.caught(0.001)).isEqualTo(1);
    }

    @Test
    void fewer_clean_units_than_three_over_the_rate_are_too_small_whatever_came_out() {
        var few = new Detection(List.of(500.0), scores(299, 1));
        assertThat(few.row("r", 0.01, 0.99, NOWHERE).verdict()).isEqualTo(Row.Verdict.TOO_SMALL);
        assertThat(few.toString()).contains("too small at 1 %").contains("too small at 0.1 %");

        var enough = new Detection(List.of(500.0), scores(300, 1));
        assertThat(enough.row("r", 0.01, 0.99, NOWHERE).verdict()).isEqualTo(Row.Verdict.HOLDS);
        assertThat(new Detection(List.of(5.0), scores(300, 1)).row("r", 0.01, 0.99, NOWHERE).verdict())
                .isEqualTo(Row.Verdict.MISSES);
    }

    @Test
    void a_detector_turned_round_and_a_leak_in_an_encrypted_channel_are_misses() {
        var plain = new Cell(Channel.EMOJI, Payload.Kind.PLAIN, 1, 30, 0);
        var hidden = new Cell(Channel.FRAMED_LENGTHS, Payload.Kind.ENCRYPTED, 1, 30, 0);
        List<Double> low = new ArrayList<>(scores(100, 0.001));
        List<Double> high = scores(100, 1);

        assertThat(Grid.judged("r", plain, new Detection(low, high), NOWHERE).verdict())
                .isEqualTo(Row.Verdict.MISSES);
        assertThat(Grid.judged("r", plain, new Detection(high, low), NOWHERE).verdict()).isEqualTo(Row.Verdict.HOLDS);
        assertThat(Grid.judged("r", hidden, new Detection(high, low), NOWHERE).verdict())
                .isEqualTo(Row.Verdict.MISSES);
        assertThat(Grid.judged("r", hidden, new Detection(high, high), NOWHERE).verdict())
                .isEqualTo(Row.Verdict.HOLDS);
    }

    @Test
    void splits_share_no_run_and_no_speaker() {
        List<String> tuned = AuditBenchmark.TUNING.runs("reference", 2, 10).getFirst().people();
        List<String> reported = AuditBenchmark.TEST.runs("reference", 2, 10).getFirst().people();

        assertThat(tuned).doesNotContainAnyElementsOf(reported);
        assertThat(AuditBenchmark.TEST.runs("clean", 20, 10)).extracting(run -> run.messages().toString())
                .doesNotHaveDuplicates().doesNotContainAnyElementsOf(
                        AuditBenchmark.TEST.runs("reference", 20, 10).stream().map(run -> run.messages().toString())
                                .toList());
    }

    private static List<Double> scores(int many, double step) {
        return IntStream.rangeClosed(1, many).mapToObj(i -> i * step).toList();
    }
}
