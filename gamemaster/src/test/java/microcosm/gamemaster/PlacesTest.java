package microcosm.gamemaster;

import org.junit.jupiter.api.Test;

import microcosm.trace.Whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

/// Where people are, and how long it takes them to be elsewhere.
class PlacesTest {
    private static Township town() { return Township.of("- place: [Mill](#mill)", """
                ## Places

                ### Mill
                - reaches: [Quay](#quay) 2

                ### Quay
                - reaches: [Mill](#mill) 1, [Island](#island) 1

                ### Island

                ## Channels

                | channel | who may speak | open | heard by |
                |---|---|---|---|
                | talk | everyone | every day | same place |
                | whisper | everyone | every day | addressee |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | go(place: place) | | move(place) |
                """ + Township.SAY); }

    @Test
    void a_way_of_two_days_ends_on_the_second() {
        Play play = town().played("1 ann: [go place=quay]");

        assertThat(play.state().whereabouts("ann")).contains(new Whereabouts("quay", 3));
    }

    @Test
    void who_is_under_way_can_neither_turn_back_nor_go_on() {
        Play play = town().played("1 ann: [go place=quay]\n2 ann: [go place=mill]\n3 ann: [go place=island]");

        assertThat(play.outcomes()).containsExactly("1.1/gm/1 go: Ann sets out for Quay.",
                "2.1/gm/1 go refused: You are on your way to Quay until day 3.",
                "3.1/gm/1 go: Ann sets out for Island.");
    }

    @Test
    void there_is_no_going_where_no_way_leads() {
        Play play = town().played("1 ann: [go place=island]\n2 ann: [go place=mill]\n3 ann: [go place=moon]");

        assertThat(play.outcomes()).containsExactly("1.1/gm/1 go refused: There is no way from Mill to Island.",
                "2.1/gm/1 go refused: You are at Mill already.",
                "3.1/gm/1 go refused: There is no place called \"moon\".");
    }

    @Test
    void who_has_left_hears_no_more_and_who_is_under_way_is_heard_nowhere() {
        Puppets puppets = town().play("""
            1 ann: [go place=quay]
            2 bo: Gone? [say channel=talk; text=Gone?]
            2 ann: Alone. [say channel=talk; text=Alone.]
            """);

        assertThat(puppets.perceived("cy")).containsExactly("1 SEEN ann: Ann sets out for Quay.", "2 HEARD bo: Gone?");
        assertThat(puppets.perceived("ann")).containsExactly("1 OUTCOME You set out for Quay.");
    }

    @Test
    void two_who_arrive_at_the_same_place_can_speak_there() {
        Puppets puppets = town().play("""
            1 ann: [go place=quay]
            1 bo: [go place=quay]
            3 ann: At last. [say channel=talk; text=At last.]
            """);

        assertThat(puppets.perceived("bo")).endsWith("3 HEARD ann: At last.");
        assertThat(puppets.perceived("cy")).noneMatch(line -> line.contains("At last."));
    }

    @Test
    void who_stands_by_overhears_no_whisper() {
        Puppets puppets = town().play("1 ann: Trust no one. [say channel=whisper; to=bo; text=Trust no one.]");

        assertThat(puppets.perceived("bo")).containsExactly("1 HEARD ann: Trust no one.");
        assertThat(puppets.perceived("cy")).isEmpty();
    }
}
