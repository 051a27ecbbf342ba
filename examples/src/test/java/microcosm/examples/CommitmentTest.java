package microcosm.examples;

import java.nio.file.Path;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import microcosm.trace.Effect;
import microcosm.trace.Event;

import static org.assertj.core.api.Assertions.assertThat;

/// How much a word is worth that is kept with a chance: a one-shot dilemma against its closed form.
class CommitmentTest {
    private static final int MEETINGS = 200;
    private static final double R = 2;
    private static final double S = 0;
    private static final double T = 3;
    private static final double P = 1;

    @TempDir
    private Path runs;

    private Playing played(double credibility, String transparency) {
        return Playing.of("commitment/credibility", runs, 1, "credibility=" + credibility,
                "transparency=" + transparency);
    }

    /// @return in how many meetings the engine carried the leader's plan out
    private static long kept(Playing played) {
        return played.events().stream().filter(Event.Resolved.class::isInstance).map(Event.Resolved.class::cast)
                .flatMap(event -> event.effects().stream())
                .filter(effect -> effect instanceof Effect.Became(String _, String name, String value)
                        && name.startsWith("kept ") && value.equals("yes"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.45, 0.5, 0.75, 1})
    void cooperation_begins_where_the_closed_form_says_and_pays_what_it_says(double credibility) {
        Playing played = played(credibility, "plans");
        double kept = kept(played);
        double share = kept / MEETINGS;

        assertThat(kept).isCloseTo(credibility * MEETINGS,
                Offset.offset(3.3 * Math.sqrt(MEETINGS * credibility * (1 - credibility)) + 1e-9));
        boolean cooperates = credibility >= (P - S) / (R - S);
        assertThat(played.measures().get("cooperates").values())
                .allMatch(each -> each.doubleValue() == (cooperates ? 1 : 0));
        assertThat(played.measure("of_leader")).isCloseTo(cooperates ? share * R + (1 - share) * T : P,
                Offset.offset(1e-9));
        assertThat(played.measure("of_follower")).isCloseTo(cooperates ? share * R + (1 - share) * S : P,
                Offset.offset(1e-9));
    }

    @Test
    void a_word_that_nobody_can_read_is_worth_nothing_however_surely_it_is_kept() {
        for (String transparency : new String[]{"none", "history", "reputation"}) {
            Playing played = played(1, transparency);

            assertThat(played.measure("of_leader")).as(transparency).isEqualTo(P);
            assertThat(played.measure("of_follower")).as(transparency).isEqualTo(P);
        }
    }
}
