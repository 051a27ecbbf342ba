package microcosm.gamemaster;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import microcosm.agents.Interview;
import microcosm.models.ModelException;
import microcosm.models.ModelName;
import microcosm.models.ModelSpec;
import microcosm.models.Reply;
import microcosm.models.Request;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.RunRecord;
import microcosm.trace.Trace;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// People who are models, here stubs that reply in this process.
class PlayedByModelsTest {
    private static final Sittings NOW = () -> new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "", "", "",
            "", RunRecord.Totals.NONE);
    private static final String STUB = "script:stub";
    private static final WorldFile VILLAGE = WorldFile.shipped("weir-village");
    private static final Pattern OPTION = Pattern.compile("\"enum\":\\[\"(.*?)\"");
    private static final Pattern LEAST = Pattern.compile("from (-?[\\d.]+) to");

    @TempDir
    private Path out;

    private static String turn(String does) {
        return "{\"thought\":\"Well.\",\"credences\":[{\"claim\":\"the-mill-will-stop\",\"likely\":35}],"
                + "\"plan\":\"See what tomorrow brings.\",\"do\":\"" + does + "\"}";
    }

    /// Fits what is asked, whatever it is.
    private static String reply(Request request, String does) {
        return switch (request.purpose()) {
            case "act" -> turn(does);
            case "probe" -> "{\"thought\":\"\",\"answer\":" + answer(request.schema()) + "}";
            case "interview" -> "{\"thought\":\"\",\"answer\":\"I cannot say.\"}";
            default -> "{\"outcomes\":[]}";
        };
    }

    private static String answer(String schema) {
        var option = OPTION.matcher(schema);
        if (option.find()) {
            return "\"" + option.group(1) + "\"";
        }
        var least = LEAST.matcher(schema);
        return least.find() ? least.group(1) : "\"Perhaps.\"";
    }

    private static String person(Request request) {
        return request.call().substring(request.call().indexOf('/') + 1, request.call().lastIndexOf('/'));
    }

    private Outcome play(WorldFile world, Minds minds, int concurrency, String where, Function<Request, Reply> stub) {
        var options = new RunOptions(new LinkedHashMap<>(), 1, Optional.empty(), concurrency, Interventions.NONE,
                minds);
        return Run.play(world, options, out.resolve(where), NOW, Switchboard.NONE.with(ModelName.of(STUB), stub),
                Listener.NOBODY);
    }

    private static Minds stub() { return Minds.of(ModelSpec.of(STUB)); }

    private static Function<Request, Reply> saying(String does) { return request -> Reply.of(reply(request, does)); }

    private static List<Event> events(RunFolder folder) {
        try (var events = Trace.of(folder).events()) {
            return events.toList();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"call-centre", "election", "fishery", "harbour", "hidden-roles", "lending-circle",
            "negotiation", "rumour-network", "town-meeting", "two-languages", "weir-village", "fifty-traders"})
    void every_shipped_world_is_played_by_a_model_and_replayed_without_one(String world) {
        Outcome outcome = play(WorldFile.shipped(world), stub().withGameMaster(ModelSpec.of(STUB)), 8, world,
                saying("Good day to you all. I wait."));

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.record().status()).isEqualTo(RunRecord.Status.FINISHED);
        assertThat(events(outcome.folder())).filteredOn(Event.Replied.class::isInstance).isNotEmpty()
                .filteredOn(event -> ((Event.Replied) event).call().equals("act"))
                .allMatch(event -> ((Event.Replied) event).outcome().equals("used"));
        assertThat(Run.replay(outcome.folder(), 1)).isEmpty();
    }

    @Test
    void sixty_four_asked_at_once_leave_the_bytes_of_one_after_another() throws IOException {
        var world = WorldFile.shipped("fishery");
        Path one = play(world, stub(), 1, "one", saying("I wait.")).folder().trace();
        Path many = play(world, stub(), 64, "many", saying("I wait.")).folder().trace();

        assertThat(Files.readAllBytes(many)).isEqualTo(Files.readAllBytes(one));
    }

    /// People and a game master that are models, in a world with places, several scenes a turn, and words.
    @Test
    void people_and_a_game_master_who_are_models_leave_the_same_bytes_one_at_a_time_and_sixty_four_at_once()
            throws IOException {
        var world = WorldFile.read(Path.of("src", "test", "resources", "worlds", "inn.world.md"));
        Function<Request, Reply> both = request -> Reply.of(request.purpose().equals("scene")
                ? Told.outcome("{\"act\":\"establish\",\"fact\":\"sign " + request.call().hashCode()
                        + "\",\"text\":\"There is a sign on the wall, number " + request.call().hashCode()
                        + ".\",\"seen_by\":\"everybody here\"}", "", "You see it.", "There is something.")
                : reply(request, request.call().hashCode() % 2 == 0 ? "I look at the wall." : "I go to the stable."));
        Minds minds = stub().withGameMaster(ModelSpec.of(STUB));

        RunFolder one = play(world, minds, 1, "gm-one", both).folder();
        RunFolder many = play(world, minds, 64, "gm-many", both).folder();

        assertThat(events(one)).filteredOn(event -> event instanceof Event.Replied replied
                && replied.call().equals("scene")).hasSizeGreaterThan(2);
        assertThat(events(one)).filteredOn(Event.Resolved.class::isInstance).isNotEmpty();
        assertThat(Files.readAllBytes(many.trace())).isEqualTo(Files.readAllBytes(one.trace()));
        assertThat(Run.replay(one, 64)).isEmpty();
        assertThat(Run.replay(many, 1)).isEmpty();
    }

    @Test
    void a_reply_that_cannot_be_used_is_silence_and_nobody_hears_of_it() {
        Outcome outcome = play(VILLAGE, stub(), 8, "refusing", request -> person(request).equals("mira-oduya")
                ? new Reply("I am sorry, as an assistant I cannot.", Reply.Finish.REFUSED, false, false,
                        microcosm.models.Usage.UNKNOWN, "")
                : Reply.of(reply(request, "Mira, good morning.")));

        List<Event> events = events(outcome.folder());
        assertThat(events)
                .filteredOn(event -> event instanceof Event.Replied && event.id().owner().equals("mira-oduya"))
                .isNotEmpty().allMatch(event -> ((Event.Replied) event).outcome().equals("refusal"));
        assertThat(events).filteredOn(event -> event instanceof Event.Acted && event.id().owner().equals("mira-oduya"))
                .isNotEmpty().allMatch(event -> ((Event.Acted) event).text().isEmpty());
        assertThat(events).filteredOn(Event.Resolved.class::isInstance)
                .flatMap(event -> ((Event.Resolved) event).effects()).filteredOn(Effect.Told.class::isInstance)
                .isNotEmpty().noneMatch(told -> ((Effect.Told) told).text().contains("assistant"));
    }

    @Test
    void a_run_whose_model_fails_goes_on_where_it_stopped_and_buys_nothing_twice() throws IOException {
        Path whole = play(VILLAGE, stub(), 1, "whole", saying("I wait.")).folder().trace();
        var calls = new AtomicInteger();
        Function<Request, Reply> mortal = request -> {
            if (calls.incrementAndGet() == 20) {
                throw new ModelException("nobody answers", true);
            }
            return Reply.of(reply(request, "I wait."));
        };

        Outcome failed = play(VILLAGE, stub(), 1, "failing", mortal);
        assertThat(failed.failure()).map(ModelException::getMessage).hasValue("nobody answers");
        assertThat(failed.record().status()).isEqualTo(RunRecord.Status.FAILED);
        assertThat(failed.record().steps()).isBetween(1, 11);
        Outcome continued = play(VILLAGE, stub(), 1, "failing", mortal);

        assertThat(continued.record().status()).isEqualTo(RunRecord.Status.FINISHED);
        assertThat(Files.readAllBytes(continued.folder().trace())).isEqualTo(Files.readAllBytes(whole));
        assertThat(calls.get()).as("64 replies and one failure").isEqualTo(65);
    }

    /// By person and call, everything that was sent.
    private TreeMap<String, String> prompts(String world, String where) {
        var prompts = new ConcurrentSkipListMap<String, String>();
        play(WorldFile.of("village.world.md", world), stub(), 4, where, request -> {
            prompts.put(request.call(), request.messages().getFirst().text());
            return Reply.of(reply(request, request.call().startsWith("3.") && person(request).equals("tomas-brandt")
                    ? "Ilse, between you and me: " + secret(request) + "."
                    : "I wait."));
        });
        return new TreeMap<>(prompts);
    }

    private static String secret(Request request) {
        return request.messages().getFirst().text().lines().filter(line -> line.startsWith("- Your secret: "))
                .findFirst()
                .orElseThrow().substring("- Your secret: ".length());
    }

    @Test
    void a_secret_is_in_nobody_elses_prompt_until_a_channel_carries_it() {
        String told = VILLAGE.text();
        String other = told.replace("dear grain suits him, because he holds most of the salt",
                "the seven sacks behind the chapel are his");
        assertThat(other).isNotEqualTo(told);

        TreeMap<String, String> one = prompts(told, "one");
        TreeMap<String, String> two = prompts(other, "two");

        assertThat(two.keySet()).isEqualTo(one.keySet());
        var differing = new ArrayList<String>();
        one.forEach((call, prompt) -> {
            if (!prompt.equals(two.get(call))) {
                differing.add(call);
            }
        });
        assertThat(differing).filteredOn(call -> call.contains("/tomas-brandt/")).isNotEmpty();
        List<EventId> others = differing.stream().map(EventId::parse)
                .filter(id -> !id.owner().equals("tomas-brandt")).sorted().toList();
        assertThat(others).as("Ilse, whom he told on day 3, and nobody else").isNotEmpty()
                .allMatch(id -> id.owner().equals("ilse-varga") && id.step() >= 3);
    }

    @Test
    void each_prompt_can_be_had_again_and_each_thing_in_it_names_its_event() {
        var sent = new ConcurrentSkipListMap<String, String>();
        RunFolder folder = play(VILLAGE, stub(), 4, "prompts", request -> {
            sent.put(request.call(), request.messages().getFirst().text());
            return Reply.of(reply(request, "Ilse, I offer you 1 salt for 1 grain. The mill will stop."));
        }).folder();

        List<Event> events = events(folder);
        List<EventId> known = events.stream().map(Event::id).toList();
        List<Event> replies = events.stream().filter(Event.Replied.class::isInstance).toList();
        for (Event reply : List.of(replies.get(1), replies.get(replies.size() / 2), replies.getLast())) {
            Asked asked = Run.asked(folder, reply.id()).orElseThrow();
            assertThat(asked.prompt().text()).isEqualTo(sent.get(reply.id().toString()));
            assertThat(known).containsAll(reply.causes());
            assertThat(asked.prompt().parts())
                    .filteredOn(part -> part.input().equals("moment") && part.text().startsWith("> "))
                    .allSatisfy(part -> assertThat(known).contains(EventId.parse(part.source())));
        }
    }

    @Test
    void a_fork_that_changes_nothing_is_the_same_and_asks_nobody() throws IOException {
        RunFolder parent = play(VILLAGE, stub(), 4, "parent", saying("Ilse, good day.")).folder();
        Function<Request, Reply> nobody = request -> {
            throw new ModelException("asked again: " + request.call(), false);
        };

        Fork.Forked sham = Fork.play(parent, Branching.at(3), 4, out.resolve("forks"), NOW,
                Switchboard.NONE.with(ModelName.of(STUB), nobody), Listener.NOBODY);

        assertThat(sham.outcome().failure()).isEmpty();
        assertThat(sham.differs()).isEmpty();
        assertThat(Run.replay(sham.outcome().folder(), 1)).isEmpty();
    }

    @Test
    void whoever_takes_over_keeps_what_was_lived_through() {
        RunFolder parent = play(VILLAGE, stub(), 4, "parent", saying("Tomas, remember the heron.")).folder();
        var sent = new ConcurrentSkipListMap<String, String>();

        Fork.Forked fork = Fork.play(parent, Branching.at(4).playing("tomas-brandt", ModelSpec.of("script:other")), 4,
                out.resolve("forks"), NOW, Switchboard.NONE.with(ModelName.of(STUB), saying("I wait."))
                        .with(ModelName.of("script:other"), request -> {
                            sent.put(request.call(), request.messages().getFirst().text());
                            return Reply.of(reply(request, "I remember."));
                        }),
                Listener.NOBODY);

        assertThat(fork.outcome().failure()).isEmpty();
        assertThat(fork.differs().map(EventId::step)).hasValue(4);
        assertThat(sent).isNotEmpty().allSatisfy((call, _) -> assertThat(EventId.parse(call)).satisfies(
                id -> assertThat(id.owner() + (id.step() >= 4)).isEqualTo("tomas-brandttrue")));
        assertThat(sent.firstEntry().getValue()).contains("remember the heron");
        assertThat(Run.replay(fork.outcome().folder(), 1)).isEmpty();
    }

    @Test
    void an_interview_is_answered_in_words_and_changes_nothing() throws IOException {
        RunFolder folder = play(VILLAGE, stub(), 4, "asked", saying("I wait.")).folder();
        byte[] before = Files.readAllBytes(folder.trace());
        byte[] replies = Files.readAllBytes(folder.replies());

        Interview interview = Interviews.ask(folder, "ilse-varga", "Will the mill stop?", Optional.of(2), 3,
                Switchboard.NONE.with(ModelName.of(STUB), saying("")), warning -> {});

        assertThat(interview.answer()).isEqualTo("I cannot say.");
        assertThat(Files.readAllBytes(folder.trace())).isEqualTo(before);
        assertThat(Files.readAllBytes(folder.replies())).isEqualTo(replies);
    }
}
