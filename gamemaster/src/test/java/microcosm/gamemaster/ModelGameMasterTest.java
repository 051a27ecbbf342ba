package microcosm.gamemaster;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.models.Request;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.worlds.Bundle;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

class ModelGameMasterTest {
    private static Function<Request, String> by(String... partsAndReplies) {
        return request -> {
            for (int i = 0; i < partsAndReplies.length; i += 2) {
                if (last(request).contains(partsAndReplies[i])) {
                    return partsAndReplies[i + 1];
                }
            }
            return "{\"outcomes\":[]}";
        };
    }

    private static String last(Request request) { return request.messages().getLast().text(); }

    @Test
    void what_rules_read_without_doubt_costs_no_call() {
        var told = new Told(Told.village("model"), _ -> "never asked");

        Play play = told.play(Puppets.saying("""
                1 mira-oduya: I offer Tomas 3 grain for 2 salt.
                2 tomas-brandt: I accept Mira's offer.
                3 old-peder: Good morning, everybody!
                """));

        assertThat(told.asked).isEmpty();
        assertThat(play.state().holdings("tomas-brandt")).isEqualTo(Bundle.parse("5 grain, 7 salt, 3 coin"));
    }

    @Test
    void what_could_be_read_in_two_ways_is_settled_as_the_model_reads_it_and_checked_as_anybodys_attempt_is() {
        var told = new Told(Told.village("\"model tells, rules settle\""), request -> request.purpose().equals("tell")
                ? "{\"told\":[{\"number\":1,\"words\":\"They shake hands over the cart.\"}]}"
                : Told.outcome("{\"act\":\"offer\",\"to\":\"Tomas Brandt\",\"give\":\"2 grain\",\"get\":\"1 salt\"}",
                        "",
                        "", ""));
        var people = Puppets.saying("1 mira-oduya: I offer Tomas grain for salt.");

        Play play = told.play(people);

        assertThat(told.asked).extracting(Request::purpose).containsExactly("scene", "tell");
        assertThat(play.outcomes()).contains("1.4/gm/4 offer: Mira Oduya offers Tomas Brandt 2 grain for 1 salt, "
                + "open until day 2. They shake hands over the cart.");
        assertThat(people.perceived("tomas-brandt")).contains(
                "1 SEEN mira-oduya: Mira Oduya offers you 2 grain for 1 salt, open until day 2.",
                "1 SEEN mira-oduya: They shake hands over the cart.");
        assertThat(people.perceived("old-peder")).noneMatch(text -> text.contains("cart"));
    }

    @Test
    void in_an_open_scene_people_speak_go_give_and_find_and_each_perceives_what_is_where_they_are() {
        var told = new Told(Told.inn(), by(
                "to the stable", Told.outcome("{\"act\":\"go\",\"place\":\"the-stable\"}", "", "It is cold there.",
                        "Bruno takes his coat."),
                "look under the saddle", Told.outcome(
                        "{\"act\":\"say\",\"channel\":\"talk\",\"text\":\"What have we here?\"},"
                                + "{\"act\":\"establish\",\"fact\":\"the saddle\",\"text\":\"A letter is sewn into the saddle.\","
                                + "\"seen_by\":\"everybody here\"}",
                        "", "Under your fingers there is paper.", "Cilla cuts a seam."),
                "hand her", Told.outcome("{\"act\":\"give\",\"to\":\"cilla-moser\",\"what\":\"1 coin\"}", "", "", "")));
        var people = Puppets.saying("""
                1 bruno-falk: I go to the stable to see the horses.
                1 cilla-moser: I look under the saddle. "What have we here?"
                2 dario-pell: I hand her a coin for the letter.
                """);

        Play play = told.play(people);

        assertThat(told.asked).extracting(Request::call).containsExactly("1.1/gm@the-taproom/1", "1.1/gm@the-stable/1",
                "2.1/gm@the-stable/1");
        assertThat(play.state().whereabouts("bruno-falk").orElseThrow().place()).isEqualTo("the-stable");
        assertThat(play.state().holdings("cilla-moser").amount("coin")).isEqualByComparingTo("6");
        assertThat(people.perceived("ada-kern")).endsWith(
                "1 SEEN bruno-falk: Bruno Falk goes to the stable.", "1 SEEN bruno-falk: Bruno takes his coat.");
        assertThat(people.perceived("dario-pell")).contains("1 HEARD cilla-moser: What have we here?",
                "1 SEEN cilla-moser: Cilla cuts a seam.", "1 SEEN cilla-moser: A letter is sewn into the saddle.");
        assertThat(people.perceived("cilla-moser")).contains("1 OUTCOME Under your fingers there is paper.");
        assertThat(last(told.asked.get(2))).contains("the-saddle: A letter is sewn into the saddle.");
    }

    @Test
    void a_fact_that_was_established_binds_and_who_does_not_know_it_does_not_learn_it_by_being_refused() {
        var told = new Told(Told.inn(), by(
                "behind the oats", Told.outcome("{\"act\":\"establish\",\"fact\":\"behind the oats\","
                        + "\"text\":\"There are 2 doors behind the oats.\",\"seen_by\":\"the actor\"}", "", "", ""),
                "count the doors", Told.outcome("{\"act\":\"establish\",\"fact\":\"doors\","
                        + "\"text\":\"There are 3 doors behind the oats.\",\"seen_by\":\"the actor\"}", "", "", "")));
        var people = Puppets.saying("""
                1 dario-pell: I look behind the oats.
                2 dario-pell: I count the doors again.
                3 cilla-moser: I count the doors, too.
                """);

        Play play = told.play(people);

        assertThat(people.perceived("dario-pell")).contains(
                "2 REFUSED It is so already: There are 2 doors behind the oats.");
        assertThat(people.perceived("cilla-moser")).endsWith("3 REFUSED That is not so.")
                .noneMatch(text -> text.contains("doors"));
        assertThat(play.state().facts()).filteredOn(fact -> fact.text().contains("doors")).hasSize(1);
    }

    @Test
    void a_fact_put_to_the_vote_changes_once_a_majority_has_raised_its_hands_for_it() {
        String hand = "{\"act\":\"raise_hand\",\"on\":\"the-decision\",\"option\":\"mend the bridge\"}";
        String change = "{\"act\":\"change\",\"fact\":\"the-decision\",\"text\":\"We mend the bridge.\"}";
        var told = new Told(Told.meeting(), by("I close it", Told.outcome(change, "", "", ""), "I raise",
                Told.outcome(hand, "", "", "")));

        Play play = told.play(Puppets.saying("""
                1 jakob-auer: I raise my hand.
                1 magda-thaler: I raise my hand.
                2 rosa-lindner: I close it: we mend the bridge.
                3 benedikt-rohr: I raise my hand.
                4 rosa-lindner: I close it: we mend the bridge.
                """));

        assertThat(play.outcomes()).filteredOn(line -> line.contains("change")).containsExactly(
                "2.1/gm/3 change refused: No majority has raised its hands: 2 of 4.",
                "4.1/gm/3 change: We mend the bridge.");
        assertThat(told.asked).anyMatch(request -> last(request)
                .contains("- On the-decision, of 4 hands 3 are raised for:\n> mend the bridge"));
    }

    @Test
    void the_game_master_calls_and_a_name_nobody_has_is_an_event_and_asked_again() {
        var next = List.of("Magda", "Klaus", "Klaus", "nobody").iterator();
        var told = new Told(Told.meeting(), request -> request.purpose().equals("call")
                ? "{\"next\":\"Gustav\"}"
                : Told.outcome("", "It is late.", "", "").replace("}]}",
                        "}],\"next\":\"" + (next.hasNext() ? next.next() : "") + "\",\"over\":\"no\"}"));

        Play play = told.play(new Puppets((_, step) -> step == 1 ? "I yawn." : ""));

        assertThat(play.events()).filteredOn(event -> event instanceof Event.Acted && event.id().step() == 1)
                .extracting(event -> event.id().owner())
                .containsExactly("rosa-lindner", "magda-thaler", "jakob-auer", "benedikt-rohr");
        assertThat(play.outcomes()).contains("1.3/gm/1 call refused: Nobody here is called \"Klaus\".",
                "1.3/gm/3 call refused: Nobody here is called \"Gustav\".");
    }

    @Test
    void an_ending_is_judged_and_says_by_which_reply() {
        var told = new Told(Told.meeting(), by("I close the book", Told.outcome("", "", "", "The book is closed.")
                .replace("}]}", "}],\"next\":\"\",\"over\":\"decided\"}")));

        Play play = told.play(Puppets.saying("2 rosa-lindner: I close the book."));

        assertThat(play.events()).filteredOn(Event.Ended.class::isInstance).singleElement()
                .satisfies(event -> {
                    assertThat(((Event.Ended) event).why()).isEqualTo("decided");
                    assertThat(event.causes()).extracting(Object::toString).containsExactly("2.1/gm/1");
                });
    }

    @Test
    void a_reply_that_cannot_be_used_is_a_refusal_and_nobody_hears_it() {
        var told = new Told(Told.inn(), _ -> "I'm sorry, I can't help with stealing oats.");
        var people = Puppets.saying("1 dario-pell: I steal the oats.");

        Play play = told.play(people);

        assertThat(people.perceived("dario-pell")).endsWith("1 REFUSED Nothing comes of it.");
        assertThat(people.perceived("cilla-moser")).allMatch(text -> text.startsWith("0 "));
        assertThat(play.events()).anyMatch(event -> event instanceof Event.Replied replied
                && replied.outcome().equals("unparsable"));
        assertThat(play.events()).noneMatch(event -> event instanceof Event.Resolved resolved
                && resolved.effects().stream().anyMatch(Effect.Told.class::isInstance));
    }

    @Test
    void amounts_of_goods_are_told_by_the_ledger_and_what_was_not_said_has_no_echo() {
        var told = new Told(Told.inn(), by(
                "under the floor",
                Told.outcome("", "", "You find a hundred coins under the floor.", "He finds 100 coins."),
                "in my purse", Told.outcome("{\"act\":\"establish\",\"fact\":\"the purse\","
                        + "\"text\":\"Bruno has 100 coins in his purse.\",\"seen_by\":\"the actor\"}", "", "", ""),
                "radio", Told.outcome("{\"act\":\"say\",\"channel\":\"radio\",\"text\":\"Out!\"}", "", "",
                        "People leave.")));
        var people = Puppets.saying("""
                1 bruno-falk: I look under the floor.
                2 bruno-falk: I look in my purse.
                3 bruno-falk: I shout it on the radio: "Out!"
                """);

        Play play = told.play(people);

        assertThat(people.perceived("bruno-falk")).noneMatch(text -> text.contains("100") || text.contains("hundred"))
                .contains("1 REFUSED Nothing comes of it.", "2 REFUSED Amounts of coin are told by the ledger.");
        assertThat(people.perceived("ada-kern"))
                .noneMatch(text -> text.contains("bruno") || text.contains("People leave"));
        assertThat(play.state().facts()).hasSize(3);
    }

    @Test
    void one_at_a_time_and_sixty_four_at_once_give_the_same_events() {
        Function<Request, String> replies = by("to the stable",
                Told.outcome("{\"act\":\"go\",\"place\":\"the-stable\"}", "", "Cold.", "He goes."), "saddle",
                Told.outcome("{\"act\":\"say\",\"channel\":\"talk\",\"text\":\"A letter\"}", "", "Paper.", "A cut."));
        var lines = """
                1 bruno-falk: I go to the stable.
                1 cilla-moser: I cut the saddle: "A letter"
                1 dario-pell: I feed the horses.
                """;

        assertThat(new Told(Told.inn(), replies).play(Puppets.saying(lines), 64).events())
                .isEqualTo(new Told(Told.inn(), replies).play(Puppets.saying(lines), 1).events());
    }

    /// What nobody's rules can read costs at most one call of the game master a turn and place, besides each person's own.
    @ParameterizedTest
    @CsvSource({"simultaneous, 5, 1.2", "simultaneous, 100, 1.01", "in-turn, 5, 2", "in-turn, 100, 2", "called, 5, 2",
            "shuffled, 5, 2"})
    void calls_per_person_and_step(String order, int people, double expected) {
        World world = WorldFile.of("room.world.md", """
                ---
                format: world/1
                id: room
                clock: {unit: hour, steps: 2, order: ORDER}
                game-master: model
                ---

                # A Room

                People in a room.

                ## Populations

                ### Guests

                - count: COUNT
                - names: Guest {n}

                ## Channels

                | channel | who may speak | open       | heard by |
                |---------|---------------|------------|----------|
                | talk    | everyone      | every hour | everyone |
                """.replace("ORDER", order).replace("COUNT", Integer.toString(people))).world(Map.of());
        var told = new Told(world, _ -> "{\"outcomes\":[]}");

        Play play = told.play(new Puppets((_, _) -> "I open a window and say: What a night."));

        long turns = play.events().stream().filter(Event.Acted.class::isInstance).count();
        assertThat(turns).isEqualTo(2L * people);
        assertThat((turns + told.asked.size()) / (double) turns).isEqualTo(expected);
    }
}
