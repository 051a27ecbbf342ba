package microcosm.gamemaster;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// From where on policies do something else.
class ThresholdsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0.5, 1", "0.4, 0.5", "1, 3"})
    void who_averages_hears_only_what_is_no_further_than_the_bound(double bound, double weight) {
        Ended ended = Ended.of(2, """
                ## People

                ### Ann
                - policy: averaging(opens: 0, within: %s, own: %s)
                - trusts: [Bo](#bo) 1, [Cy](#cy) 1

                ### Bo
                - policy: averaging(opens: 0.5)

                ### Cy
                - policy: averaging(opens: 1)

                ## Markets

                | hall | mechanism |
                |---|---|
                | hall | statements |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | say(hall: market, much: quantity 0.0..10.0) | | supply(hall, much) |
                """.formatted(bound, weight), 1, folder);

        double heard = (bound >= 0.5 ? 0.5 : 0) + (bound >= 1 ? 1 : 0);
        double all = weight + (bound >= 0.5 ? 1 : 0) + (bound >= 1 ? 1 : 0);
        assertThat(ended.number("ann brought hall")).isCloseTo(heard / all, within(1e-9));
    }

    private Ended pot(String others, double units) {
        return Ended.of(2, """
            ## People

            ### Ann
            - policy: punisher(units: %s)

            ### Bo
            - policy: %s

            ## Markets

            | pot | mechanism | endowment | share | removes |
            |---|---|---|---|---|
            | Pot | public-good | 20 | 0.4 | 3 |

            ## Phases

            | phase | who | order |
            |---|---|---|
            | giving | everyone | simultaneous |
            | judging | everyone | simultaneous |

            ## Actions

            | action | needs | effect | phase |
            |---|---|---|---|
            | give(pot: market, points: quantity LEAST..20) | | supply(pot, points) | giving |
            | punish(whom: person, points: quantity 0.0..10.0) | | add(whom, "punished", points), add(actor, "punishing", points) | judging |
            """.formatted(units, others.split("/")[0]).replace("LEAST", others.split("/")[1]), 1,
                folder.resolve(others.replaceAll("\\W", "") + units));
    }

    @Test
    void who_gave_half_is_not_punished_and_who_gave_less_is() {
        assertThat(pot("free-rider/10", 2).number("bo earned pot")).isEqualTo(20 - 10 + 0.4 * 30);
        assertThat(pot("free-rider/9", 2).number("bo earned pot")).isEqualTo(20 - 9 + 0.4 * 29 - 6);
    }

    @Test
    void who_is_deterred_gives_once_punishment_costs_more_than_giving_nothing_gains() {
        assertThat(pot("deterred/0", 3.9).number("bo brought pot")).isZero();
        assertThat(pot("deterred/0", 4.1).number("bo brought pot")).isEqualTo(20);
    }
}
