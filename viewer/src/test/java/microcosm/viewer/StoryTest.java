package microcosm.viewer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Assertion;
import microcosm.worlds.Bundle;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// One day in the village: Tomas tells Peder that the mill will stop, Peder believes it, everybody is asked.
class StoryTest {
    private static final World VILLAGE = WorldFile.shipped("weir-village").world(new LinkedHashMap<>());
    private static final ActionSpec ASKED = new ActionSpec.Attempting("What do you do?");

    private final List<Event> trace = new ArrayList<>();

    private static EventId id(String id) { return EventId.parse(id); }

    private static List<EventId> after(String... ids) {
        return java.util.Arrays.stream(ids).map(StoryTest::id).toList();
    }

    private void cast(String person, String name, String holdings) {
        trace.add(new Event.Cast(id("0.0/" + person + "/1"), name, Bundle.parse(holdings), new LinkedHashMap<>()));
    }

    private void believed(String event, String cause, String claim, String credence) {
        trace.add(new Event.Believed(id(event), after(cause), claim, new BigDecimal(credence)));
    }

    private void probed(String person, String answer) {
        trace.add(new Event.Probed(id("1.3/" + person + "/9"), List.of(), "mill-fear", answer));
    }

    private void liveThroughADay() {
        trace.add(new Event.Began(id("0.0/gm/1"), "weir-village", "The Weir Village", 7, new LinkedHashMap<>()));
        cast("mira-oduya", "Mira Oduya", "14 grain");
        cast("tomas-brandt", "Tomas Brandt", "2 grain, 9 salt");
        cast("old-peder", "Old Peder", "6 grain");
        trace.add(new Event.Stepped(id("0.0/gm/2")));
        trace.add(new Event.Acted(id("1.1/tomas-brandt/1"), List.of(), ASKED, "Peder, the mill will stop."));
        trace.add(new Event.Read(id("1.1/tomas-brandt/2"), after("1.1/tomas-brandt/1"), "rules", List.of(),
                List.of(new Assertion("the-mill-will-stop", Assertion.Stance.ASSERTS, 7, 25)), List.of()));
        trace.add(new Event.Resolved(id("1.1/gm/1"), after("1.1/tomas-brandt/2"), "say",
                List.of(new Effect.Told("doorstep", "tomas-brandt", List.of("old-peder"),
                        "Peder, the mill will stop.")),
                ""));
        trace.add(new Event.Observed(id("1.2/old-peder/1"), after("1.1/gm/1"), new LinkedHashMap<>()));
        believed("1.2/old-peder/2", "1.1/gm/1", "the-mill-is-sound", "0.2750");
        believed("1.2/old-peder/3", "1.1/gm/1", "the-mill-will-stop", "0.7250");
        trace.add(new Event.Acted(id("1.2/old-peder/4"), List.of(), ASKED, "I wait."));
        trace.add(new Event.Resolved(id("1.3/gm/1"), List.of(), "expiry",
                List.of(new Effect.Closed("a", "expired"), new Effect.Closed("b", "expired")), "Both are expired."));
        probed("mira-oduya", "5");
        probed("tomas-brandt", "90");
        probed("old-peder", "73");
        trace.add(new Event.Measured(id("1.3/gm/2"), "trades", BigDecimal.ZERO));
        trace.add(new Event.Measured(id("1.3/gm/3"), "fear", new BigDecimal("38.66666666666667")));
        trace.add(new Event.Stepped(id("1.3/gm/4")));
    }

    private List<String> story(Optional<String> as) {
        var lines = new ArrayList<String>();
        var story = new Story(VILLAGE, as, line -> lines.add(line.toString()));
        trace.forEach(story);
        story.finish();
        return lines;
    }

    @Test
    void a_day_is_told_in_the_order_in_which_it_was_lived() {
        liveThroughADay();

        assertThat(story(Optional.empty())).containsExactly("The Weir Village (seed 7)",
                "    Mira Oduya holds 14 grain", "    Tomas Brandt holds 2 grain, 9 salt",
                "    Old Peder holds 6 grain",
                "", "Day 1", "    Tomas Brandt (doorstep, to Old Peder): “Peder, the mill will stop.”",
                "    Old Peder now gives “The mill is sound” 28 %; “The mill will stop” 73 %",
                "    Old Peder: “I wait.”",
                "    2 offers lapse", "    asked aside (mill-fear): Mira Oduya 5, Tomas Brandt 90, Old Peder 73",
                "    trades 0 · fear 38.6667");
    }

    @Test
    void ones_own_story_holds_what_one_saw_and_nothing_else() {
        liveThroughADay();

        assertThat(story(Optional.of("old-peder"))).containsExactly("The Weir Village",
                "    You are Old Peder; you hold 6 grain.", "", "Day 1",
                "    you hear Tomas Brandt, doorstep: “Peder, the mill will stop.”",
                "        you now give “The mill is sound” 28 %", "        you now give “The mill will stop” 73 %",
                "    You: “I wait.”", "    Asked aside, you answer: 73");
        assertThat(story(Optional.of("mira-oduya"))).noneMatch(line -> line.contains("mill will stop"));
    }

    @Test
    void of_many_people_only_some_are_named_and_those_who_do_nothing_share_a_line() {
        for (int i = 1; i <= 40; i++) {
            cast("p" + i, "P" + i, "1 grain");
        }
        for (int i = 1; i <= 40; i++) {
            trace.add(new Event.Acted(id("1.1/p" + i + "/1"), List.of(), ASKED, "I wait."));
        }

        assertThat(story(Optional.empty())).containsExactly("    40 people: P1, P2, P3, P4, P5 and 35 others", "",
                "Day 1",
                "    P1, P2, P3, P4, P5 and 35 others do nothing");
    }

    private List<String> turningPoints() {
        var chronicle = new Chronicle(VILLAGE);
        trace.stream().filter(event -> !event.id().equals(id("1.3/gm/1"))).forEach(chronicle);
        return chronicle.turningPoints().stream().map(point -> point.event() + " " + point.text()).toList();
    }

    @Test
    void turning_points_are_first_words_and_changed_minds_each_once() {
        liveThroughADay();
        believed("2.1/old-peder/1", "1.1/gm/1", "the-mill-is-sound", "0.5600");
        believed("2.1/old-peder/2", "1.1/gm/1", "the-mill-will-stop", "0.4400");
        believed("2.2/mira-oduya/1", "1.1/gm/1", "the-mill-is-sound", "0.8800");
        trace.add(new Event.Ended(id("2.3/gm/1"), List.of(), "frost"));

        assertThat(turningPoints()).containsExactly(
                "1.1/gm/1 Tomas Brandt is the first to say “The mill will stop”, to Old Peder",
                "1.2/old-peder/3 Old Peder comes to believe “The mill will stop” (73 %)",
                "2.1/old-peder/1 Old Peder comes to believe “The mill is sound” (28 % → 56 %)",
                "2.3/gm/1 It ends before its time: frost");
    }

    @Test
    void in_a_large_society_shares_are_turning_points() {
        for (int i = 1; i <= 20; i++) {
            cast("p" + i, "P" + i, "1 grain");
        }
        for (int i = 1; i <= 20; i++) {
            believed("1.1/p" + i + "/1", "0.0/gm/1", "the-mill-will-stop", "0.9000");
        }

        assertThat(turningPoints()).containsExactly(
                "1.1/p2/1 one in ten now believe “The mill will stop” (2 of 20 people); the last of them is P2",
                "1.1/p10/1 half now believe “The mill will stop” (10 of 20 people); the last of them is P10",
                "1.1/p18/1 nine in ten now believe “The mill will stop” (18 of 20 people); the last of them is P18");
    }

    @Test
    void the_report_says_who_ended_with_most_and_least() {
        liveThroughADay();
        var chronicle = new Chronicle(VILLAGE);
        trace.stream().filter(event -> !event.id().equals(id("1.3/gm/1"))).forEach(chronicle);

        assertThat(Report.of(VILLAGE, chronicle).lines()).contains(
                "- grain: Mira Oduya has the most, 14; Tomas Brandt the least, 2", "- coin: everybody has 0",
                "- Old Peder comes to believe “The mill will stop” (73 %) `1.2/old-peder/3`");
    }
}
