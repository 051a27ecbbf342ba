package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.State;
import microcosm.worlds.Bundle;
import microcosm.worlds.Channel;
import microcosm.worlds.Channel.Members;
import microcosm.worlds.Schedule;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {
    private static Hamlet three() {
        return new Hamlet().person("mira", "5 grain").person("tomas", "4 salt").person("peder", "4 salt");
    }

    @Test
    void an_offer_is_seen_by_the_one_it_was_made_to_and_can_be_accepted_on_the_next_day() {
        var puppets = Puppets.saying("""
            1 mira: [offer to=tomas; give=3 grain; get=2 salt]
            2 tomas: [accept offer=$1]
            """);

        Play play = Play.of(three().world(), puppets);

        assertThat(play.outcomes()).containsExactly(
                "1.1/gm/1 offer: Mira offers Tomas 3 grain for 2 salt, open until day 2.",
                "2.1/gm/1 accept: Tomas accepts Mira's offer of 3 grain for 2 salt.");
        assertThat(play.state().holdings("mira")).isEqualTo(Bundle.parse("2 grain, 2 salt"));
        assertThat(play.state().holdings("tomas")).isEqualTo(Bundle.parse("3 grain, 2 salt"));
        assertThat(puppets.perceived("tomas")).containsExactly(
                "1 SEEN mira: Mira offers you 3 grain for 2 salt, open until day 2.",
                "2 OUTCOME You accept Mira's offer of 3 grain for 2 salt.");
        assertThat(puppets.perceived("peder")).isEmpty();
    }

    @Test
    void an_offer_that_nobody_accepts_expires_and_both_are_told() {
        var puppets = Puppets.saying("""
            1 mira: [offer to=tomas; give=3 grain; get=2 salt]
            3 tomas: [accept offer=1.1/mira/2#1]
            """);

        Play play = Play.of(three().world(), puppets);

        assertThat(play.outcomes()).containsExactly(
                "1.1/gm/1 offer: Mira offers Tomas 3 grain for 2 salt, open until day 2.",
                "3.0/gm/1 expiry: Mira's offer of 3 grain for 2 salt to Tomas lapses.",
                "3.1/gm/1 accept refused: That offer is no longer open.");
        assertThat(puppets.perceived("mira"))
                .contains("3 NOTICE Your offer of 3 grain for 2 salt to Tomas lapses.");
    }

    @Test
    void what_one_does_not_hold_cannot_be_given_and_only_the_actor_learns_why() {
        var puppets = Puppets.saying("1 mira: [give to=tomas; what=9 grain]");

        Play play = Play.of(three().world(), puppets);

        assertThat(play.outcomes()).containsExactly("1.1/gm/1 give refused: You hold 5 grain, not 9 grain.");
        assertThat(puppets.perceived("mira")).containsExactly("1 REFUSED You hold 5 grain, not 9 grain.");
        assertThat(puppets.perceived("tomas")).isEmpty();
    }

    @Test
    void an_attempt_whose_second_effect_breaks_a_law_leaves_no_trace_of_its_first() {
        Play play = Play.of(three().world(), Puppets.saying("1 mira: [repay to=tomas; what=2 grain]"));

        assertThat(play.outcomes()).containsExactly("1.1/gm/1 repay refused: You owe Tomas nothing, not 2 grain.");
        assertThat(play.state().holdings("mira")).isEqualTo(Bundle.parse("5 grain"));
        assertThat(play.state().holdings("tomas")).isEqualTo(Bundle.parse("4 salt"));
    }

    @Test
    void words_on_the_square_reach_everybody_else_and_words_on_the_doorstep_one() {
        var puppets = Puppets.saying("""
            1 mira: Friends! [say channel=square; text=$text]
            2 mira: Tomas, listen. [say channel=doorstep; to=tomas; text=$text]
            3 mira: Anybody? [say channel=doorstep; text=$text]
            """);

        Play.of(three().world(), puppets);

        assertThat(puppets.perceived("tomas")).containsExactly(
                "1 HEARD mira: Friends! [say channel=square; text=$text]",
                "2 HEARD mira: Tomas, listen. [say channel=doorstep; to=tomas; text=$text]");
        assertThat(puppets.perceived("peder"))
                .containsExactly("1 HEARD mira: Friends! [say channel=square; text=$text]");
        assertThat(puppets.perceived("mira"))
                .containsExactly("3 REFUSED Only the person you address hears you there; say whom you mean.");
    }

    @Test
    void a_limit_of_one_message_a_day_is_one_on_each_day_also_where_nothing_else_happens() {
        var hamlet = three();
        hamlet.channels.set(0, new Channel("square", "square", new Members.Everyone(),
                new Members.Everyone(), Schedule.Every.STEP, Optional.empty(), 0, BigDecimal.ZERO, 1, 0, List.of(),
                Optional.empty(), Hamlet.AT));

        Play play = Play.of(hamlet.world(), Puppets.saying("""
            1 mira: [say channel=square; text=One.] [say channel=square; text=Two.]
            2 mira: [say channel=square; text=Three.]
            """));

        assertThat(play.outcomes()).containsExactly("1.1/gm/1 say",
                "1.1/gm/2 say refused: You have said all you may on the square this day.", "2.1/gm/1 say");
    }

    @Test
    void where_turns_are_called_whoever_was_spoken_to_is_next_and_else_whoever_has_waited_longest() {
        var hamlet = three();
        hamlet.order = World.TurnOrder.CALLED;
        hamlet.steps = 2;

        Play play = Play.of(hamlet.world(), Puppets.saying("""
            1 mira: Peder? [say channel=square; to=peder; text=$text]
            """));

        assertThat(play.events()).filteredOn(Event.Acted.class::isInstance)
                .extracting(event -> event.id().step() + " " + event.id().owner())
                .containsExactly("1 mira", "1 peder", "1 tomas", "2 mira", "2 peder", "2 tomas");
    }

    @Test
    void a_letter_arrives_at_the_beginning_of_the_next_step() {
        var puppets = Puppets.saying("1 mira: [write to=tomas; text=Come soon.]");

        Play play = Play.of(three().world(), puppets);

        assertThat(play.outcomes()).containsExactly("1.1/gm/1 write", "2.0/gm/1 delivery");
        assertThat(puppets.perceived("tomas")).containsExactly("2 HEARD mira: Come soon.");
        assertThat(play.state().underWay()).isEmpty();
    }

    @Test
    void two_who_take_the_same_goods_are_settled_in_an_order_drawn_from_the_seed() {
        var hamlet = three();
        hamlet.people.remove(2);
        hamlet.person("peder", "4 salt");
        var lines = """
            1 mira: [offer to=tomas; give=4 grain; get=1 salt] [offer to=peder; give=4 grain; get=1 salt]
            2 tomas: [accept offer=$1]
            2 peder: [accept offer=$1]
            """;

        List<String> winners = java.util.stream.LongStream.range(0, 20).mapToObj(seed -> {
            Play play = Play.of(hamlet.world(), Puppets.saying(lines), seed, 1);
            boolean tomas = play.state().holdings("tomas").amount("grain").signum() > 0;
            assertThat(play.outcomes().subList(2, 5)).containsExactly(
                    "2.1/gm/1 order: Drawn by seed: " + (tomas ? "Tomas, Peder." : "Peder, Tomas."),
                    "2.1/gm/2 accept: " + (tomas ? "Tomas" : "Peder") + " accepts Mira's offer of 4 grain for 1 salt.",
                    "2.1/gm/3 accept refused: Mira does not have 4 grain any more.");
            return tomas ? "tomas" : "peder";
        }).toList();

        assertThat(winners).contains("tomas", "peder");
    }

    @Test
    void claiming_it_does_not_make_it_so() {
        var quiet = Play.of(three().world(), Puppets.saying(""));
        for (String words : List.of("I find 100 gold.", "Mira gives me her grain.",
                "The game master declares me mayor.",
                "[bake what=100 gold]", "[bake what=3 grain]", "[give to=nobody; what=1 salt]",
                "[give to=mira; what=-1 salt]",
                "[mayor who=tomas]", "[accept offer=none]", "[promise to=tomas; what=3 salt]")) {
            Play play = Play.of(three().world(), Puppets.saying("1 tomas: " + words));

            assertThat(play.state().holdings("tomas")).as(words).isEqualTo(quiet.state().holdings("tomas"));
            assertThat(play.state().holdings("mira")).as(words).isEqualTo(quiet.state().holdings("mira"));
            assertThat(play.state().attributes("tomas")).as(words).isEqualTo(quiet.state().attributes("tomas"));
            assertThat(play.state().debts()).as(words).isEmpty();
            assertThat(play.events()).as(words).noneMatch(
                    event -> event instanceof Event.Resolved resolved && !resolved.effects().isEmpty());
        }
    }

    @Test
    void the_state_is_the_fold_of_the_trace() {
        Play play = Play.of(three().world(), Puppets.saying("""
            1 mira: [offer to=tomas; give=3 grain; get=2 salt] [promise to=peder; what=1 grain]
            1 peder: [write to=mira; text=hello] [give to=mira; what=1 salt]
            2 tomas: [accept offer=$1]
            4 peder: [write to=mira; text=too late]
            """));

        State folded = State.EMPTY;
        for (Event event : play.events()) {
            folded = folded.after(event);
        }

        assertThat(TestState.of(folded)).isEqualTo(TestState.of(play.state()));
    }

    @Test
    void an_edited_utterance_changes_what_is_read_settled_and_heard() {
        var said = new LinkedHashMap<EventId, String>();
        said.put(EventId.parse("1.1/mira/1"), "[give to=peder; what=1 grain]");
        var puppets = Puppets.saying("1 mira: [give to=tomas; what=5 grain]");

        Play play = Play.of(three().world(), puppets, 0, 1, new Interventions(said, new LinkedHashMap<>()));

        assertThat(play.outcomes()).containsExactly("1.1/gm/1 give: Mira gives Peder 1 grain.");
        assertThat(puppets.perceived("tomas")).isEmpty();
        assertThat(puppets.perceived("peder")).containsExactly("1 SEEN mira: Mira gives you 1 grain.");
    }

    @Test
    void one_thread_and_sixty_four_give_the_same_events() {
        var lines = """
            1 mira: [offer to=tomas; give=3 grain; get=2 salt]
            1 peder: hi all [say channel=square; text=$text]
            2 tomas: [accept offer=$1]
            2 peder: [give to=tomas; what=1 salt]
            """;

        assertThat(Play.of(three().world(), Puppets.saying(lines), 7, 64).events())
                .isEqualTo(Play.of(three().world(), Puppets.saying(lines), 7, 1).events());
    }
}
