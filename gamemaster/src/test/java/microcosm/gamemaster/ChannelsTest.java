package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What a channel carries, when, how much of it, and past whose ears.
class ChannelsTest {
    private static String to(String who, String channel, String words) {
        return words + " [say channel=" + channel + "; to=" + who + "; text=" + words + "]";
    }

    private static List<String> heard(Puppets puppets, String who) {
        return puppets.perceived(who).stream().filter(line -> line.contains(" HEARD ")).toList();
    }

    @Test
    void words_on_a_channel_with_delay_are_heard_as_many_steps_later() {
        Puppets puppets = Township.speaking(" delay |", "| letter | everyone | every day | addressee | 2 |")
                .play("1 ann: " + to("bo", "letter", "Come."));

        assertThat(heard(puppets, "bo")).containsExactly("3 HEARD ann: Come.");
    }

    @Test
    void words_under_way_arrive_though_their_channel_has_closed() {
        Puppets puppets = Township.speaking(" delay |", "| letter | everyone | days 1 | addressee | 2 |")
                .play("1 ann: " + to("bo", "letter", "Come."));

        assertThat(heard(puppets, "bo")).containsExactly("3 HEARD ann: Come.");
    }

    @Test
    void words_that_would_arrive_after_the_end_are_heard_by_nobody() {
        Puppets puppets = Township.speaking(" delay |", "| letter | everyone | every day | addressee | 2 |")
                .play("3 ann: " + to("bo", "letter", "Too late."));

        assertThat(heard(puppets, "bo")).isEmpty();
    }

    @Test
    void a_limited_channel_refuses_what_is_beyond_the_limit_and_is_free_again_on_the_next_day() {
        Puppets puppets = Township.speaking(" limit |", "| bell | everyone | every day | everyone | 1 |")
                .play("1 ann: " + to("bo", "bell", "One.") + to("bo", "bell", "Two.") + "\n2 ann: "
                        + to("bo", "bell", "Three."));

        assertThat(heard(puppets, "bo")).containsExactly("1 HEARD ann: One.", "2 HEARD ann: Three.");
        assertThat(puppets.perceived("ann"))
                .containsExactly("1 REFUSED You have said all you may on the bell this day.");
    }

    @Test
    void the_limit_of_a_delayed_channel_counts_what_is_sent_not_what_arrives() {
        Puppets puppets = Township.speaking(" delay | limit |", "| post | everyone | every day | addressee | 1 | 1 |")
                .play("1 ann: " + to("bo", "post", "One.") + "\n2 ann: " + to("bo", "post", "Two.")
                        + to("bo", "post", "Three."));

        assertThat(heard(puppets, "bo")).containsExactly("2 HEARD ann: One.", "3 HEARD ann: Two.");
    }

    @Test
    void a_paraphrased_channel_carries_plain_letters_and_no_marks_of_ones_own() {
        Puppets puppets = Township.speaking(" paraphrase |", """
                | wire | everyone | every day | everyone | plain |
                | bell | everyone | every day | everyone | |""")
                .play("1 ann: " + to("bo", "wire", "THE mill  stops!!!") + "\n2 ann: "
                        + to("bo", "bell", "THE mill  stops!!!"));

        assertThat(heard(puppets, "bo")).containsExactly("1 HEARD ann: The mill stops!",
                "2 HEARD ann: THE mill  stops!!!");
    }

    @Test
    void the_limit_is_each_speakers_own() {
        Puppets puppets = Township.speaking(" limit |", "| bell | everyone | every day | everyone | 1 |")
                .play("1 ann: " + to("cy", "bell", "One.") + "\n1 bo: " + to("cy", "bell", "Two."));

        assertThat(heard(puppets, "cy")).containsExactlyInAnyOrder("1 HEARD ann: One.", "1 HEARD bo: Two.");
    }

    @Test
    void a_channel_that_carries_few_characters_refuses_more() {
        Puppets puppets = Township.speaking(" longest |", "| flag | everyone | every day | everyone | 5 |")
                .play("1 ann: " + to("bo", "flag", "Ships") + to("bo", "flag", "Fire at sea"));

        assertThat(heard(puppets, "bo")).containsExactly("1 HEARD ann: Ships");
        assertThat(puppets.perceived("ann")).containsExactly("1 REFUSED The flag carries 5 characters, not 11.");
    }

    @Test
    void a_lossy_channel_loses_its_share_of_messages_each_hearer_apart() {
        Township town = Township.speaking(" loss |", "| radio | everyone | every day | everyone | 0.25 |");
        int bo = 0;
        int both = 0;
        int cy = 0;
        for (long seed = 0; seed < 2000; seed++) {
            Puppets puppets = town.play("1 ann: " + to("bo", "radio", "Hear me."), seed);
            boolean byBo = !heard(puppets, "bo").isEmpty();
            boolean byCy = !heard(puppets, "cy").isEmpty();
            bo += byBo ? 1 : 0;
            cy += byCy ? 1 : 0;
            both += byBo && byCy ? 1 : 0;
        }

        // four standard deviations of a binomial: 0.039 about 0.75, 0.045 about 0.5625
        assertThat(bo / 2000.0).isBetween(0.711, 0.789);
        assertThat(cy / 2000.0).isBetween(0.711, 0.789);
        assertThat(both / 2000.0).isBetween(0.517, 0.608);
    }

    @Test
    void what_a_lossy_channel_loses_is_the_same_whenever_the_seed_is() {
        Township town = Township.speaking(" loss |", "| radio | everyone | every day | everyone | 0.5 |");
        var once = new ArrayList<List<String>>();
        var again = new ArrayList<List<String>>();
        for (long seed = 0; seed < 20; seed++) {
            once.add(heard(town.play("1 ann: " + to("bo", "radio", "Hear me."), seed), "bo"));
            again.add(heard(town.play("1 ann: " + to("bo", "radio", "Hear me."), seed), "bo"));
        }

        assertThat(again).isEqualTo(once);
        assertThat(once).contains(List.of(), List.of("1 HEARD ann: Hear me."));
    }

    @Test
    void who_monitors_a_channel_hears_what_is_said_to_another_on_it_and_nothing_else() {
        Puppets puppets = Township.speaking(" monitored by |", """
                | wire | everyone | every day | addressee | [Cy](#cy) |
                | doorstep | everyone | every day | addressee | |
                """).play("1 ann: " + to("bo", "wire", "Sell.") + "\n2 ann: " + to("bo", "doorstep", "Wait."));

        assertThat(heard(puppets, "cy")).containsExactly("1 HEARD ann: Sell.");
        assertThat(heard(puppets, "bo")).containsExactly("1 HEARD ann: Sell.", "2 HEARD ann: Wait.");
    }

    @Test
    void who_monitors_a_lossy_channel_misses_nothing() {
        Puppets puppets = Township
                .speaking(" loss | monitored by |", "| wire | everyone | every day | addressee | 1 | [Cy](#cy) |")
                .play("1 ann: " + to("bo", "wire", "Sell."));

        assertThat(heard(puppets, "bo")).isEmpty();
        assertThat(heard(puppets, "cy")).containsExactly("1 HEARD ann: Sell.");
    }

    @Test
    void a_channel_is_open_on_its_days_and_to_its_speakers_only() {
        Puppets puppets = Township.speaking("", "| square | [Ann](#ann) | days 2 4 | everyone |")
                .play("1 ann: " + to("bo", "square", "One.") + "\n2 ann: " + to("bo", "square", "Two.") + "\n2 cy: "
                        + to("bo", "square", "Me too."));

        assertThat(heard(puppets, "bo")).containsExactly("2 HEARD ann: Two.");
        assertThat(puppets.perceived("ann")).hasSize(1).first().asString().startsWith("1 REFUSED ");
        assertThat(puppets.perceived("cy")).contains("2 HEARD ann: Two.")
                .anyMatch(line -> line.startsWith("2 REFUSED "));
    }

    @Test
    void a_channel_with_a_condition_is_open_while_it_holds() {
        Puppets puppets = Township.speaking(" when |", "| bridge | everyone | every day | everyone | step >= 3 |")
                .play("2 ann: " + to("bo", "bridge", "Early.") + "\n3 ann: " + to("bo", "bridge", "Now."));

        assertThat(heard(puppets, "bo")).containsExactly("3 HEARD ann: Now.");
    }

    @Test
    void a_channel_heard_where_a_condition_holds_reaches_those_of_whom_it_does() {
        Puppets puppets = Township.speaking("", "| murmur | everyone | every day | where grain < 2 |")
                .play("1 ann: " + to("bo", "murmur", "Hungry?"));

        assertThat(heard(puppets, "bo")).isEmpty();
        assertThat(heard(puppets, "cy")).containsExactly("1 HEARD ann: Hungry?");
    }

    @Test
    void neighbours_hear_along_their_relation_and_no_further() {
        Township town = Township.of("", """
                ## Relations

                | from | to | is | known to |
                |---|---|---|---|
                | [Bo](#bo) | [Ann](#ann) | friend | everyone |

                ## Channels

                | channel | who may speak | open | heard by |
                |---|---|---|---|
                | fence | everyone | every day | neighbours by friend |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                """ + Township.SAY);

        Puppets puppets = town.play("1 ann: " + to("bo", "fence", "Hello."));

        assertThat(heard(puppets, "bo")).containsExactly("1 HEARD ann: Hello.");
        assertThat(heard(puppets, "cy")).isEmpty();
    }
}
