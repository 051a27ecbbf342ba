package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.junit.jupiter.api.Test;

import microcosm.gamemaster.GameMaster.Deed;
import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.speech.Reading;
import microcosm.speech.RuleReader;
import microcosm.trace.Effect;
import microcosm.trace.EventId;
import microcosm.trace.Seed;
import microcosm.trace.Task;
import microcosm.worlds.Attempt;
import microcosm.worlds.Bundle;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Each law by itself, put to effects that break it and nothing else; elsewhere several stand before the same door.
class EachLawTest {
    private static final Optional<String> MIRA = Optional.of("mira-oduya");
    private final Moment village = moment(WorldFile.shipped("weir-village").world(Map.of()));

    private static Moment moment(World world) {
        var society = new Society(new Casting(world, new Seed(1)).people());
        var state = Play.of(world, Puppets.saying("")).state();
        return new Moment(world, society, state, new Standing(), new Past(false), new Seed(1), 1, 1, Optional.empty(),
                List.of());
    }

    private Optional<String> law(Effect... effects) { return Laws.violation(List.of(effects), MIRA, village); }

    @Test
    void nobody_deals_with_somebody_who_is_not_there() {
        String nobody = "Nobody here is called \"klaus\".";

        assertThat(law(new Effect.Paid("mira-oduya", "klaus", Bundle.parse("1 grain")))).hasValue(nobody);
        assertThat(law(new Effect.Owed("mira-oduya", "klaus", Bundle.parse("1 grain")))).hasValue(nobody);
        assertThat(law(new Effect.Offered("o", "mira-oduya", "klaus", Bundle.parse("1 grain"), Bundle.parse("1 salt"),
                3))).hasValue(nobody);
        assertThat(law(new Effect.Assigned(new Task("t", "mira-oduya", "klaus", "Fetch salt.", 1)))).hasValue(nobody);
    }

    @Test
    void nobody_gives_or_uses_what_they_do_not_hold() {
        assertThat(law(new Effect.Paid("mira-oduya", "old-peder", Bundle.parse("99 grain"))))
                .hasValue("You hold 14 grain, not 99 grain.");
        assertThat(law(new Effect.Paid("mira-oduya", "old-peder", Bundle.parse("14 grain")))).isEmpty();
        assertThat(village.state().violation(new Effect.Paid("mira-oduya", "old-peder", Bundle.parse("99 grain"))))
                .as("the state refuses it, too").isPresent();
    }

    @Test
    void nothing_and_less_than_nothing_cannot_be_given() {
        for (Bundle goods : List.of(Bundle.NONE, Bundle.NONE.minus(Bundle.parse("4 grain")))) {
            assertThat(law(new Effect.Paid("mira-oduya", "old-peder", goods)))
                    .hasValue("There must be more than nothing to give.");
            assertThat(law(new Effect.Owed("mira-oduya", "old-peder", goods)))
                    .hasValue("There must be more than nothing to give.");
        }
    }

    @Test
    void nobody_speaks_for_somebody_else_or_where_no_channel_is_open() {
        assertThat(law(new Effect.Told("doorstep", "old-peder", List.of("mira-oduya"), "I owe you all I have.")))
                .hasValue("Nobody can speak for somebody else.");
        assertThat(law(new Effect.Told("radio", "mira-oduya", List.of("*"), "Everybody out!"))).isPresent();
        assertThat(law(new Effect.Told("square", "mira-oduya", List.of("*"), "Good day."))).as("open on day 3")
                .isPresent();
        assertThat(law(new Effect.Told("doorstep", "mira-oduya", List.of("old-peder"), "Good day."))).isEmpty();
    }

    @Test
    void what_happens_is_seen_where_it_happens() {
        Moment inn = moment(Told.inn());
        var effect = new Effect.Told("", "", List.of("ada-kern"), "A saddle is cut open.");

        assertThat(Laws.violation(List.of(effect), Optional.of("dario-pell"), inn))
                .hasValue("Nobody can see what happens where they are not.");
        assertThat(Laws.violation(List.of(new Effect.Told("", "", List.of("dario-pell"), "Your hand hurts.")),
                Optional.of("dario-pell"), inn)).isEmpty();
    }

    @Test
    void what_a_game_master_has_come_about_names_what_there_is() {
        Puppets people = Puppets.saying("1 jakob-auer: I raise my hand for the moon.");

        Play play = new Told(Told.meeting(), _ -> Told.outcome(
                "{\"act\":\"raise_hand\",\"on\":\"the-moon\",\"option\":\"yes\"}", "", "", "")).play(people);

        assertThat(people.perceived("jakob-auer")).contains("1 REFUSED It must be one of the-decision.");
        assertThat(play.state().attributes("jakob-auer")).doesNotContainKey("vote the-moon");

        people = Puppets.saying("1 jakob-auer: I look at the bridge.");
        new Told(Told.meeting(), _ -> Told.outcome("{\"act\":\"establish\",\"fact\":\"a crack\",\"text\":\"It has a "
                + "crack.\",\"seen_by\":\"the moon\"}", "", "", "")).play(people);
        assertThat(people.perceived("jakob-auer"))
                .contains("1 REFUSED It must be one of the actor, everybody here.");
    }

    @Test
    void nobody_gives_a_task_for_somebody_else_or_hands_in_what_is_not_theirs() {
        assertThat(law(new Effect.Assigned(new Task("t", "old-peder", "ilse-varga", "Fetch salt.", 1))))
                .hasValue("Nobody can give a task for somebody else.");
        assertThat(law(new Effect.Assigned(new Task("t", "mira-oduya", "mira-oduya", "Fetch salt.", 1))))
                .hasValue("A task must be given to somebody else.");
        assertThat(law(new Effect.Assigned(new Task("t", "mira-oduya", "old-peder", "Fetch salt.", 1)),
                new Effect.HandedIn("t"))).hasValue("That task is somebody else's.");
        assertThat(law(new Effect.HandedIn("t"))).hasValue("there is no task t");
    }

    @Test
    void only_a_fact_that_the_world_lets_change_is_changed() {
        Moment meeting = moment(Told.meeting());

        assertThat(change("the-bridge-fund", meeting)).isEqualTo(new Proposal.Fails("That cannot be changed here."));
        assertThat(Powers.changeable(meeting.world())).containsExactly("the-decision");
    }

    private static Proposal change(String fact, Moment now) {
        SequencedMap<String, String> arguments = new LinkedHashMap<>();
        arguments.put("fact", fact);
        arguments.put("text", "It was all a dream.");
        var attempt = new Attempt("change", arguments, 0, 1);
        return Establishing.change(new Deed("rosa-lindner", EventId.parse("1.1/gm/1"), 1, attempt,
                new Reading(List.of(attempt), List.of(), List.of(), Optional.empty()), "x"), now);
    }

    @Test
    void a_number_is_added_to_a_number() {
        World world = WorldFile.of("bell.world.md", WorldFile.shipped("weir-village").text().replace(
                "| wait() ", "| paint(colour: choice red or blue) | | become(actor, \"coat\", colour) |\n"
                        + "| grow() | | add(actor, \"coat\", 1) |\n| wait() "))
                .world(Map.of());
        var people = Puppets.saying("""
                1 old-peder: paint(colour: red)
                2 old-peder: grow()
                3 ilse-varga: grow()
                """);

        Play play = Play.of(world, new RulesGameMaster(new RuleReader(world)), people, 1, 1,
                Interventions.NONE);

        assertThat(people.perceived("old-peder")).contains("2 REFUSED Nothing can be added to “coat”, which is “red”.");
        assertThat(play.state().attribute("ilse-varga", "coat").map(BigDecimal::new)).hasValue(BigDecimal.ONE);
    }
}
