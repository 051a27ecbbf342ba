package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import microcosm.agents.ModelAgent;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.models.Answer;
import microcosm.models.Embedders;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.models.Request;
import microcosm.models.ScriptedModel;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.speech.RuleReader;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever stands in a prompt was put there by an event or stands in the page, and the prompt says which; only a template's own words come from
/// nowhere.
class TracedPromptsTest {
    private static final TreeSet<String> WORDS = new TreeSet<>();

    static {
        for (String name : Templates.NAMES) {
            String text = Templates.shipped().named(name).text();
            Stream.of(text.substring(text.indexOf("---\n", 4) + 4).split("\\{\\{[^}]*}}|\n")).map(String::strip)
                    .forEach(WORDS::add);
        }
    }

    private static World world(String name) {
        return (name.equals("inn") || name.equals("desk") || name.equals("ferry")
                ? WorldFile.read(Path.of("src", "test", "resources", "worlds", name + ".world.md"))
                : WorldFile.shipped(name)).world(new LinkedHashMap<>());
    }

    private static String reply(Request request, String does, String outcome) {
        return switch (request.purpose()) {
            case "act" -> Deployment.does(does);
            case "scene" -> outcome;
            default -> "{\"thought\":\"\",\"answer\":\"Perhaps.\",\"over\":\"no\",\"told\":[]}";
        };
    }

    private static boolean isOwn(String line) { return line.isBlank() || WORDS.contains(line.strip()); }

    @ParameterizedTest
    @ValueSource(strings = {"weir-village", "call-centre", "election", "hidden-roles", "negotiation", "rumour-network",
            "town-meeting", "lending-circle", "two-languages", "inn", "desk"})
    void whatever_stands_in_a_prompt_names_what_put_it_there(String name) {
        String say = "Good day to you all. I offer everybody a seat.";
        try (var played = new Played(world(name), 3, request -> reply(request, say, Told.outcome(
                "{\"act\":\"say\",\"channel\":\"talk\",\"text\":\"" + say + "\"}", "", "They nod.", "You see it.")))) {
            assertThat(played.prompts).hasSizeGreaterThan(5);
            var known = new TreeSet<String>();
            played.events.forEach(event -> known.add(event.id().toString()));
            played.prompts.forEach((call, prompt) -> prompt.parts().forEach(part -> {
                if (part.source().isEmpty()) {
                    assertThat(part.text().lines().filter(line -> !isOwn(line))).as("%s, of %s, from nowhere", call,
                            part.input()).allMatch(line -> line.matches("\\W*"));
                } else if (Character.isDigit(part.source().charAt(0))) {
                    assertThat(List.of(part.source().split(" "))).as("%s: %s", call, part.text()).allSatisfy(
                            id -> assertThat(EventId.parse(id).step()).isLessThanOrEqualTo(EventId.parse(call).step()))
                            .isSubsetOf(known);
                }
            }));
        }
    }

    @Test
    void an_open_offer_names_the_event_that_made_it() {
        try (var village = new Played(world("weir-village"), 3,
                request -> reply(request, Deployment.step(request) == 1
                        ? "Ilse, I offer you 1 coin for 1 grain."
                        : "I wait.", ""))) {
            List<String> sources = village.sources("2\\.1/ilse-varga/.*", " offers you 1 coin for 1 grain, until day ");

            assertThat(sources).hasSize(3).doesNotHaveDuplicates().allSatisfy(
                    event -> assertThat(village.effects(event)).hasOnlyElementsOfType(Effect.Offered.class));
        }
    }

    @Test
    void whoever_is_there_names_the_event_that_brought_them_there() {
        try (var inn = new Played(world("inn"), 3, request -> reply(request,
                Deployment.step(request) == 1 && Deployment.person(request).equals("ada-kern")
                        ? "I step out to see the horses."
                        : "I look around.",
                request.messages().getFirst().text().contains("see the horses")
                        ? Told.outcome("{\"act\":\"go\",\"place\":\"the-stable\"}", "", "", "")
                        : "{\"outcomes\":[]}"))) {
            String came = inn.sources("2\\.1/cilla-moser/.*", "Ada Kern").getFirst();

            assertThat(inn.effects(came)).containsExactly(new Effect.Moved("ada-kern", "the-stable", 1));
            assertThat(inn.sources("2\\.1/ada-kern/.*", "You are at the stable.")).containsOnly(came);
            assertThat(inn.sources("2\\.1/cilla-moser/.*", " and Dario Pell")).containsOnly("0.0/dario-pell/1");
            assertThat(inn.sources("2\\.1/bruno-falk/.*", "Nobody is with you.")).containsOnly("0.0/bruno-falk/1");
            assertThat(inn.sources("2\\.1/gm@the-stable/.*", "Here: Ada Kern")).containsOnly(came);
            assertThat(inn.sources("2\\.1/gm@the-stable/.*", ", Dario Pell")).containsOnly("0.0/dario-pell/1");
        }
    }

    @Test
    void raised_hands_name_the_events_in_which_they_were_raised() {
        try (var meeting = new Played(world("town-meeting"), 2, request -> reply(request,
                "I raise my hand for mending it.", Told.outcome(
                        "{\"act\":\"raise_hand\",\"on\":\"the-decision\",\"option\":\"mend the bridge\"}", "", "",
                        "")))) {
            List<String> sources = meeting.sources("2\\.2/gm/.*", "> mend the bridge").getFirst().lines()
                    .flatMap(line -> Stream.of(line.split(" "))).toList();

            assertThat(sources).hasSize(4).doesNotHaveDuplicates()
                    .allSatisfy(event -> assertThat(meeting.effects(event))
                            .anyMatch(effect -> effect instanceof Effect.Became(String _, String what, String _)
                                    && what.equals("vote the-decision")));
        }
    }

    @Test
    void the_state_of_a_market_names_the_event_that_settled_it() {
        try (var fishery = new Played(world("fishery"), 2, request -> reply(request, "5", ""))) {
            List<String> sources = fishery.sources("2\\..*", "stock (the lake) is ");

            assertThat(sources).isNotEmpty().allSatisfy(event -> assertThat(fishery.effects(event))
                    .anyMatch(effect -> effect instanceof Effect.Became(String subject, String what, String _)
                            && subject.equals("*") && what.startsWith("stock ")));
        }
    }

    /// A run in which everybody is a model, and what each was asked.
    private static final class Played implements AutoCloseable {
        private final Map<String, Prompt> prompts = new LinkedHashMap<>();
        private final List<Event> events = new ArrayList<>();
        private final Memory memory;

        Played(World world, int steps, java.util.function.Function<Request, String> replies) {
            memory = Memories.open(Optional.empty(), world.clock(), world.memory(),
                    Embedders.named(Engine.embedder(world), _ -> {}));
            var script = ScriptedModel.answering("stub", replies);
            var model = new LanguageModel() {
                @Override
                public String name() { return script.name(); }

                @Override
                public <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) {
                    prompts.put(call, prompt);
                    return script.ask(call, prompt, question);
                }
            };
            var simulation = new Simulation(world,
                    new Event.Began(new EventId(0, 0, "gm", 1), world.id(), world.title(), 1, new LinkedHashMap<>()),
                    GameMasters.of(world, new RuleReader(world), Optional.of(model), Templates.shipped()),
                    (person, cast) -> new ModelAgent(world, person, cast, memory, model, Templates.shipped()), 1,
                    Interventions.NONE, Listener.NOBODY);
            events.addAll(simulation.events());
            while (!simulation.over() && simulation.step() < steps) {
                simulation.play();
                events.addAll(simulation.events());
                memory.stepped(simulation.step());
            }
        }

        /// @return which events put a text like this into prompts, in the order of the calls
        List<String> sources(String call, String text) {
            return prompts.entrySet().stream().filter(one -> one.getKey().matches(call))
                    .flatMap(one -> one.getValue().parts().stream())
                    .filter(part -> part.text().contains(text) && Character.isDigit((part.source() + " ").charAt(0)))
                    .map(Prompt.Part::source).toList();
        }

        Event event(String id) {
            return events.stream().filter(event -> event.id().toString().equals(id)).findFirst().orElseThrow();
        }

        List<Effect> effects(String id) { return ((Event.Resolved) event(id)).effects(); }

        @Override
        public void close() { memory.close(); }
    }
}
