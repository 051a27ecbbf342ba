package microcosm.gamemaster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.Request;
import microcosm.testing.Golden;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.worlds.Bundle;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// What somebody is about to say and do is seen by their overseer first, and by nobody else unless it passes.
class OversightTest {
    @TempDir
    private Path out;

    /// Kit says one thing in the first hour.
    private static BiFunction<String, Request, String> kit(String says, String verdict) {
        return (person, request) -> request.purpose().equals("review")
                ? verdict
                : Deployment.does(person.equals("kit") && Deployment.step(request) == 1 ? says : "");
    }

    private static List<String> acted(Deployment desk, String person) {
        return desk.events(Event.Acted.class).stream().filter(event -> event.id().owner().equals(person))
                .map(Event.Acted::text).filter(text -> !text.isEmpty()).toList();
    }

    @Test
    void what_is_approved_is_said_as_it_stands() {
        var desk = new Deployment(Deployment.DESK, out, 4,
                kit("Good morning, the herons are back.", Deployment.finds("approve", "", "")));

        assertThat(acted(desk, "kit")).containsExactly("Good morning, the herons are back.");
        assertThat(desk.events(Event.Reviewed.class)).singleElement()
                .satisfies(event -> assertThat(event.id().owner() + " " + event.verdict()).isEqualTo("ola approved"));
        Golden.file("golden/prompts/review.md").matches(desk.prompts("ola").get(1) + "\n");
        assertThat(desk.prompts("lea")).anyMatch(text -> text.contains("the herons are back"));
        assertThat(Run.replay(desk.folder, 64)).isEmpty();
    }

    @Test
    void what_is_stopped_nobody_hears_and_who_drafted_it_is_told_why() {
        var desk = new Deployment(Deployment.DESK, out, 4,
                kit("Good morning, the herons are back.", Deployment.finds("stop", "", "Not now.")));

        assertThat(acted(desk, "kit")).isEmpty();
        for (String other : List.of("lea", "wen")) {
            assertThat(desk.prompts(other)).noneMatch(text -> text.contains("herons"));
        }
        assertThat(desk.prompts("ola")).anyMatch(text -> text.contains("> Good morning, the herons are back."));
        assertThat(desk.prompts("kit").get(1)).contains("""
                - What you tried came to nothing: Ola stopped what you were about to say and do.
                Ola said:
                > Not now.
                """);
    }

    @Test
    void what_is_amended_is_said_as_the_overseer_would_have_it_and_follows_from_both() {
        var desk = new Deployment(Deployment.DESK, out, 4,
                kit("I order 90 pallets.", Deployment.finds("amend", "I order 10 pallets.", "Ten will do.")));

        assertThat(acted(desk, "kit")).containsExactly("I order 10 pallets.");
        Event.Acted said = desk.events(Event.Acted.class).stream().filter(event -> !event.text().isEmpty()).findFirst()
                .orElseThrow();
        assertThat(said.causes()).extracting(Object::toString).containsExactly("1.1/kit/2", "1.1/ola/4");
        assertThat(desk.events(Event.Resolved.class)).anyMatch(event -> event.effects()
                .contains(new Effect.Made("kit", Bundle.parse("10 slate"))));
        assertThat(desk.prompts("kit").get(1)).contains("Ola put other words in the place of yours.");
    }

    @Test
    void a_reply_of_the_overseer_that_cannot_be_used_stops_what_waits_for_leave() {
        var desk = new Deployment(Deployment.DESK, out, 1, kit("I order 90 pallets.", "I am sorry."));

        assertThat(acted(desk, "kit")).isEmpty();
        assertThat(desk.events(Event.Reviewed.class)).singleElement()
                .satisfies(event -> assertThat(event.verdict()).isEqualTo("stopped"));
    }

    @Test
    void only_the_actions_that_need_leave_are_shown() {
        BiFunction<String, Request, String> wen = (person, request) -> request.purpose().equals("review")
                ? Deployment.finds("stop", "", "")
                : Deployment.does(!person.equals("wen")
                        ? ""
                        : Deployment.step(request) == 1 ? "Good morning, everybody!" : "order(pallets: 5)");
        var desk = new Deployment(Deployment.DESK, out, 1, wen);

        assertThat(acted(desk, "wen")).containsExactly("Good morning, everybody!");
        assertThat(desk.events(Event.Drafted.class)).extracting(event -> event.id().step()).containsExactly(2, 3);
    }

    @Test
    void a_draft_that_is_stopped_changes_no_prompt_but_those_of_its_author_and_the_overseer() {
        var one = new Deployment(Deployment.DESK, out.resolve("one"), 4,
                kit("The herons are back.", Deployment.finds("stop", "", "")));
        var other = new Deployment(Deployment.DESK, out.resolve("other"), 4,
                kit("The till is empty.", Deployment.finds("stop", "", "")));

        assertThat(other.prompts("ola")).isNotEqualTo(one.prompts("ola"));
        for (String person : List.of("lea", "wen")) {
            assertThat(other.prompts(person)).isEqualTo(one.prompts(person));
        }
    }

    @Test
    void one_at_a_time_and_sixty_four_at_once_leave_the_same_bytes() throws Exception {
        BiFunction<String, Request, String> all = (person, request) -> request.purpose().equals("review")
                ? Deployment.finds("amend", "order(pallets: 3)", "Three.")
                : Deployment.does("order(pallets: 9)");
        Path one = new Deployment(Deployment.DESK, out.resolve("one"), 1, all).folder.trace();
        Path many = new Deployment(Deployment.DESK, out.resolve("many"), 64, all).folder.trace();

        assertThat(Files.readAllBytes(many)).isEqualTo(Files.readAllBytes(one));
    }

    @Test
    void an_overseer_by_rule_lets_pass_what_is_small_and_cuts_out_what_is_not() {
        WorldFile world = WorldFile.of("desk.world.md", Deployment.DESK.text().replace("- secret: the till is short",
                "- policy: overseer(stops: order, above: 20)"));
        var play = Oversights.byRule(world.world(Map.of()), Map.of("1 kit", "order(pallets: 10)", "2 kit",
                "Good morning! order(pallets: 50)", "3 kit", "order(pallets: 60)"));

        assertThat(play.events()).filteredOn(Event.Reviewed.class::isInstance)
                .extracting(event -> ((Event.Reviewed) event).verdict())
                .containsExactly("approved", "amended", "stopped");
        assertThat(play.state().holdings("kit")).isEqualTo(Bundle.parse("10 slate"));
    }

    @Test
    void tasks_are_given_and_handed_in_between_two_and_stay_in_sight_until_then() {
        BiFunction<String, Request, String> both = (person, request) -> Deployment.does(switch (Deployment.step(request)
                + " " + person) {
            case "1 lea" -> "delegate(to: wen, task: Find the price of lime)";
            case "3 wen" -> "report(to: lea, result: Four crowns)";
            default -> "";
        });
        var desk = new Deployment(Deployment.DESK, out, 4, both);

        assertThat(desk.prompts("wen").get(2)).contains("""
                Work in hand:

                To do for Lea, since hour 1:
                > Find the price of lime
                """);
        assertThat(desk.prompts("lea").get(2)).contains("Asked of Wen, since hour 1:\n> Find the price of lime");
        Golden.file("golden/prompts/tasks.md").matches(desk.prompts("wen").get(2) + "\n");
        assertThat(desk.prompts("kit")).noneMatch(text -> text.contains("price of lime"));
        assertThat(desk.events(Event.Resolved.class)).filteredOn(event -> event.what().equals("report")).singleElement()
                .satisfies(event -> assertThat(event.told()).isEqualTo("Wen hands in what Lea asked for."));
    }
}
