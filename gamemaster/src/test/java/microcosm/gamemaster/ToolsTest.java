package microcosm.gamemaster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.models.Request;
import microcosm.speech.RuleReader;
import microcosm.testing.Golden;
import microcosm.trace.Event;
import microcosm.worlds.Position;
import microcosm.worlds.Tool;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;

/// Tools answer whoever may use them, in the middle of a turn or by an action, and nobody else learns of it.
class ToolsTest {
    @TempDir
    private Path out;

    private static BiFunction<String, Request, String> wen(String... questions) {
        return (person, request) -> {
            String prompt = request.messages().getFirst().text();
            int put = prompt.split(", asked “", -1).length - 1;
            return person.equals("wen") && Deployment.step(request) == 1 && put < questions.length
                    ? Deployment.asks(questions[put].split(":", 2)[0], questions[put].split(":", 2)[1])
                    : Deployment.does(person.equals("wen") && Deployment.step(request) == 1 ? "Good morning." : "");
        };
    }

    @Test
    void a_person_who_is_a_model_asks_tools_before_they_act_and_alone_learns_what_they_say() {
        var desk = new Deployment(Deployment.DESK, out, 4, wen("prices:What is lime?", "sums:4 * 12", "rules:lime"));

        assertThat(desk.events(Event.Consulted.class)).extracting(Event.Consulted::answer).containsExactly(
                "lime: price 4 crowns.", "4 * 12 = 48", "Lime that has drawn water is not taken back.");
        assertThat(desk.events(Event.Consulted.class)).allMatch(event -> event.id().owner().equals("wen"));
        assertThat(desk.prompts("wen").get(3)).contains("""
                What you have just asked your tools:

                Prices, asked “What is lime?”:
                > lime: price 4 crowns.
                Sums, asked “4 * 12”:
                > 4 * 12 = 48
                Rules, asked “lime”:
                > Lime that has drawn water is not taken back.
                """);
        Golden.file("golden/prompts/found.md").matches(desk.prompts("wen").get(3) + "\n");
        for (String other : List.of("lea", "kit", "ola")) {
            assertThat(desk.prompts(other)).isNotEmpty().noneMatch(text -> text.contains("4 crowns")
                    || text.contains("48") || text.contains("drawn water"));
        }
        assertThat(desk.events(Event.Acted.class)).filteredOn(event -> !event.text().isEmpty()).singleElement()
                .satisfies(event -> {
                    assertThat(event.text()).as("what stood beside a question to a tool").isEqualTo("Good morning.");
                    assertThat(event.causes()).containsAll(
                            desk.events(Event.Consulted.class).stream().map(Event::id).toList());
                });
        assertThat(Run.replay(desk.folder, 1)).isEmpty();
    }

    @Test
    void a_question_without_an_answer_is_a_refusal_that_nobody_hears_and_no_words_of_anybody() {
        var desk = new Deployment(Deployment.DESK, out, 1, wen("prices:gold", "sums:lime + 1", "rules:xylophones"));

        assertThat(desk.events(Event.Refused.class)).extracting(event -> event.what() + ": " + event.why())
                .containsExactly("prices: Prices has nothing under that.",
                        "sums: Sums cannot work that out; it takes expressions such as (40 * 3.5 + 12) / 2.",
                        "rules: Rules says nothing on that.");
        assertThat(desk.prompts("wen").get(3))
                .contains("- Prices, asked “gold”, gave nothing: Prices has nothing under that.");
        for (String other : List.of("lea", "kit", "ola")) {
            assertThat(desk.prompts(other)).noneMatch(text -> text.contains("nothing under that"));
        }
    }

    @Test
    void whoever_asks_for_ever_is_asked_a_bounded_number_of_times_and_then_silent() {
        var desk = new Deployment(Deployment.DESK, out, 1, (person, request) -> person.equals("wen")
                ? Deployment.asks(request.schema().contains("\"prices\"") ? "prices" : "sums", "1 + 1")
                : Deployment.does(""));

        long first = desk.sent.stream().filter(request -> Deployment.person(request).equals("wen")
                && Deployment.step(request) == 1 && request.messages().size() == 1).count();
        assertThat(desk.events).filteredOn(event -> event.id().step() == 1 && event.id().owner().equals("wen"))
                .filteredOn(event -> event instanceof Event.Consulted || event instanceof Event.Refused).hasSize(5);
        assertThat(first).as("two of prices, three of sums, and one for the act").isEqualTo(6);
        assertThat(desk.events(Event.Acted.class)).filteredOn(event -> event.id().owner().equals("wen"))
                .allMatch(event -> event.text().isEmpty());
        assertThat(desk.events(Event.Replied.class)).filteredOn(event -> event.id().owner().equals("wen"))
                .last().satisfies(event -> assertThat(event.outcome()).isEqualTo("unparsable"));
    }

    @Test
    void a_tool_is_shown_to_those_who_may_use_it_and_to_nobody_else() {
        var desk = new Deployment(Deployment.DESK, out, 1, (person, request) -> person.equals("kit")
                ? Deployment.asks("prices", "lime")
                : Deployment.does(""));

        assertThat(desk.prompts("wen").getFirst())
                .contains("- prices: what things cost (lookup, up to 2 times a turn)");
        assertThat(desk.prompts("kit").getFirst()).doesNotContain("- prices:").contains("- sums (calculator");
        assertThat(desk.events(Event.Consulted.class)).isEmpty();
    }

    @Test
    void one_at_a_time_and_sixty_four_at_once_leave_the_same_bytes() throws Exception {
        var replies = wen("prices:lime", "sums:1 + 2");
        Path one = new Deployment(Deployment.DESK, out.resolve("one"), 1, replies).folder.trace();
        Path many = new Deployment(Deployment.DESK, out.resolve("many"), 64, replies).folder.trace();

        assertThat(Files.readAllBytes(many)).isEqualTo(Files.readAllBytes(one));
    }

    @Test
    void whoever_is_no_model_asks_by_an_action_and_alone_learns_the_answer() {
        World world = Deployment.DESK.world(Map.of());
        var people = Puppets.saying("""
                1 wen: look_up(tool: prices, question: "lime")
                2 lea: look_up(tool: prices, question: "lime")
                2 kit: look_up(tool: sums, question: "7 / 0")
                """);

        Play.of(world, new RulesGameMaster(new RuleReader(world)), people, 1, 1, Interventions.NONE);

        assertThat(people.perceived("wen")).containsExactly("1 OUTCOME lime: price 4 crowns.");
        assertThat(people.perceived("lea")).containsExactly("2 REFUSED Prices is not yours to use.");
        assertThat(people.perceived("kit")).containsExactly(
                "2 REFUSED Sums cannot work that out; it takes expressions such as (40 * 3.5 + 12) / 2.");
        assertThat(people.perceived("ola")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"(40 * 3.5 + 12) / 2|(40 * 3.5 + 12) / 2 = 76",
            "sqrt(2)|sqrt(2) = 1.414213562373095",
            "grain + 1|", "1 / 0|", "true|", "\"a\"|", "10 ^ 200|", "(((|", "mean(people, 1)|"})
    void a_calculator_works_out_numbers_and_nothing_else(String question, String answer) {
        var found = new Calculator().answer(tool("", List.of()), question);

        assertThat(found.given() ? found.text() : null).isEqualTo(answer);
    }

    @Test
    void a_document_says_what_shares_most_with_the_question() {
        Tool rules = tool(
                "Felt is laid from the eaves.\n\nLime that has drawn water is not taken back.\n\nLime is white.",
                List.of());

        assertThat(new DocumentSearch().answer(rules, "Is wet lime, drawn with water, taken back?").text())
                .isEqualTo("Lime that has drawn water is not taken back.");
        assertThat(new DocumentSearch().answer(rules, "Which?").given()).isFalse();
    }

    private static Tool tool(String text, List<SequencedMap<String, String>> rows) {
        return new Tool("tool", "Tool", "any", "", Optional.empty(), 3, text, rows,
                new Position("a.world.md", 1, 1));
    }
}
