package microcosm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import microcosm.testing.Protocol;
import microcosm.testing.Received;
import microcosm.testing.Served;
import microcosm.testing.StubServer;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// People played by a model behind a server on this machine, as from a shell.
class ModelRunTest {
    @TempDir
    private Path out;

    private static Served turn(Received request) {
        return Served.said(request.body().contains("A question aside")
                ? "{\"thought\":\"\",\"answer\":40}"
                : "{\"thought\":\"Hm.\",\"credences\":[],\"plan\":\"Wait.\",\"do\":\"I wait.\"}");
    }

    private Ran run(StubServer server, Object... more) {
        Object[] line = {"run", "weir-village", "--steps", "2", "--model", "compatible:small", "--concurrency", "1",
                "--out", out,
                "--json"};
        Object[] all = java.util.stream.Stream.of(line, more).flatMap(java.util.Arrays::stream).toArray();
        return Ran.within(Map.of("MICROCOSM_BASE_URL", server.address()), all);
    }

    @Test
    void a_refusal_a_429_and_an_empty_reply_are_lived_through_and_the_run_is_replayed_without_the_server()
            throws Exception {
        var count = new AtomicInteger();
        Path folder;
        try (var server = StubServer.start(Protocol.OPENAI, request -> switch (count.incrementAndGet()) {
            case 2 -> Served.refused("I cannot play this person.");
            case 4 -> new Served.Failed(429, "0", "slow down");
            case 6 -> Served.said("");
            default -> turn(request);
        })) {
            Ran ran = run(server);

            assertThat(ran.code()).as(ran.err()).isZero();
            JsonNode json = ran.json();
            assertThat(json.get("status").asText()).isEqualTo("stopped");
            assertThat(json.get("steps").asInt()).isEqualTo(2);
            assertThat(json.get("calls").asInt()).as("8 turns, one 429, one empty reply").isEqualTo(10);
            assertThat(json.get("tokens_in").asInt()).isEqualTo(9 * 11);
            assertThat(json.get("prompt_chars").asLong()).isBetween(15_000L, 60_000L);
            folder = Path.of(json.get("dir").asText());
        }
        assertThat(Files.readString(folder.resolve("calls.jsonl")).lines()).hasSize(10);
        String trace = Files.readString(folder.resolve("trace.jsonl"));
        assertThat(trace).contains("\"outcome\":\"refusal\"");
        assertThat(trace.lines().filter(line -> line.contains("\"event\":\"resolved\""))).noneMatch(
                line -> line.contains("cannot play"));

        Ran replayed = Ran.microcosm("replay", folder);
        assertThat(replayed).isEqualTo(new Ran(0, "the same, byte for byte\n", ""));
    }

    @Test
    void a_server_that_is_down_ends_in_exit_code_3_and_the_same_line_goes_on() throws Exception {
        var count = new AtomicInteger();
        int bought;
        try (var server = StubServer.start(Protocol.OPENAI, request -> count.incrementAndGet() > 5
                ? new Served.Failed(401, "", "no such key")
                : turn(request))) {
            Ran ran = run(server);

            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err()).contains("The same command continues from here").doesNotContain("\tat ");
            assertThat(ran.json().get("status").asText()).isEqualTo("failed");
            assertThat(ran.json().get("steps").asInt()).isEqualTo(1);
            bought = 5;
        }
        try (var server = StubServer.start(Protocol.OPENAI, ModelRunTest::turn)) {
            Ran ran = run(server);

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.json().get("steps").asInt()).isEqualTo(2);
            assertThat(server.count()).isEqualTo(8 - bought);
            assertThat(ran.json().get("cached_calls").asInt()).isEqualTo(bought);
        }
    }

    @Test
    void what_a_model_tells_of_somebodys_youth_is_asked_once_kept_and_repeated_without_it() throws Exception {
        Path world = out.resolve("young.world.md");
        Files.writeString(world,
                WorldFile.shipped("weir-village").text().replace("- wants: to clear his debt before winter\n",
                        "- wants: to clear his debt before winter\n- traits: formative 1\n"));
        var told = new AtomicInteger();
        Path folder;
        try (var server = StubServer.start(Protocol.OPENAI, request -> {
            if (!request.body().contains("What made you who you are")) {
                return turn(request);
            }
            told.incrementAndGet();
            return Served
                    .said("{\"memories\":[{\"when\":\"nine winters ago\",\"memory\":\"You fell through the ice.\"}]}");
        })) {
            Ran ran = Ran.within(Map.of("MICROCOSM_BASE_URL", server.address()), "run", world, "--steps", "2",
                    "--model", "compatible:small", "--out", out, "--json");

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.json().get("calls").asInt()).as("8 turns and one life").isEqualTo(9);
            folder = Path.of(ran.json().get("dir").asText());
        }
        assertThat(told).hasValue(1);
        assertThat(Files.readString(folder.resolve("trace.jsonl")).lines()
                .filter(line -> line.contains("\"call\":\"formative\""))).singleElement().asString()
                .contains("\"id\":\"0.0/tomas-brandt/2\"", "You fell through the ice.");
        assertThat(Ran.microcosm("replay", folder)).isEqualTo(new Ran(0, "the same, byte for byte\n", ""));

        Ran baseline = Ran.microcosm("run", world, "--steps", "2", "--out", out);
        assertThat(baseline.code()).isEqualTo(2);
        assertThat(baseline.err())
                .matches(".*young\\.world\\.md:\\d+:\\d+: tomas-brandt follows a policy, which cannot "
                        + "tell formative memories\n  a model that plays them \\(--model\\), memories the author writes "
                        + "\\(remembers\\), or formative 0\n");
    }

    @Test
    void vectors_that_are_bought_are_counted_held_by_a_budget_kept_and_not_bought_again() throws Exception {
        System.setProperty("microcosm.cache", out.resolve("cache").toString());
        Path world = out.resolve("compared.world.md");
        Files.writeString(world, WorldFile.shipped("weir-village").text().replaceFirst("\nclock: ",
                "\nmemory: {keep: full, embedder: \"compatible:toy,dimensions=4\"}\nclock: "));
        Path folder;
        try (var server = StubServer.start(Protocol.OPENAI, request -> request.path().endsWith("/embeddings")
                ? new Served.Embedded(List.of(1.0, request.body().length() % 7 - 3.0, 0.5, -1.0))
                : turn(request))) {
            Object[] line = {"run", world, "--steps", "2", "--model", "compatible:small", "--concurrency", "1", "--out",
                    out, "--json"};
            var environment = Map.of("MICROCOSM_BASE_URL", server.address());
            Ran held = Ran.within(environment, Stream.of(line, new Object[]{"--budget-calls", "6"})
                    .flatMap(Arrays::stream).toArray());
            assertThat(held.code()).as(held.err()).isEqualTo(4);
            assertThat(server.count()).isEqualTo(6);

            Ran ran = Ran.within(environment, line);

            assertThat(ran.code()).as(ran.err()).isZero();
            folder = Path.of(ran.json().get("dir").asText());
            List<String> calls = Files.readAllLines(folder.resolve("calls.jsonl"));
            assertThat(calls).hasSize(server.count());
            assertThat(calls.stream().filter(call -> call.contains("\"purpose\":\"embedding\""))).isNotEmpty()
                    .allSatisfy(call -> assertThat(call).contains("\"model\":\"compatible:toy\""))
                    .hasSize(
                            (int) server.requests().stream().filter(one -> one.path().endsWith("/embeddings")).count());
            assertThat(server.requests().stream().map(one -> one.path() + one.body())).as("nothing is bought twice")
                    .doesNotHaveDuplicates();
        } finally {
            System.clearProperty("microcosm.cache");
        }
        assertThat(folder.resolve("vectors")).isDirectoryContaining("glob:**.vectors");
        assertThat(Ran.microcosm("replay", folder)).isEqualTo(new Ran(0, "the same, byte for byte\n", ""));
        Ran recomputed = Ran.microcosm("replay", folder, "--recompute");
        assertThat(recomputed.code()).as(recomputed.err()).isZero();
    }

    @Test
    void a_budget_of_calls_ends_in_exit_code_4() throws Exception {
        try (var server = StubServer.start(Protocol.OPENAI, ModelRunTest::turn)) {
            Ran ran = run(server, "--budget-calls", "3");

            assertThat(ran.code()).isEqualTo(4);
            assertThat(ran.json().get("calls").asInt()).isEqualTo(3);
            assertThat(server.count()).isEqualTo(3);
        }
    }

    @Test
    void the_exact_prompt_is_shown_before_a_run_and_after_it() throws Exception {
        Path script = out.resolve("cast.jsonl");
        Files.writeString(script, """
                {"person": "tomas-brandt", "step": 1, "purpose": "act", "reply": {"do": "Ilse, I offer you 2 salt for 1 grain."}}
                {"purpose": "act", "reply": {"do": "I wait."}}
                """);
        Ran ran = Ran.microcosm("run", "weir-village", "--steps", "1", "--model", "script:" + script, "--out", out);
        assertThat(ran.code()).as(ran.err()).isZero();

        Ran after = Ran.microcosm("trace", ran.last(), "--prompt", acted(Path.of(ran.last()), "tomas-brandt"));
        Ran before = Ran.microcosm("show", "weir-village", "--as", "tomas-brandt", "--step", "1");

        assertThat(after.code()).as(after.err()).isZero();
        assertThat(after.out()).startsWith("You are Tomas Brandt.").contains("You owe Ilse Varga 5 grain.",
                "Your secret: dear grain suits him");
        assertThat(before.out().lines().skip(1)).startsWith(after.out().lines().limit(20).toArray(String[]::new));
    }

    private static String acted(Path run, String person) throws IOException {
        return Files.readString(run.resolve("trace.jsonl")).lines()
                .filter(line -> line.startsWith("{\"event\":\"acted\"") && line.contains("/" + person + "/"))
                .map(line -> line.replaceAll("^.*?\"id\":\"([^\"]*)\".*$", "$1")).findFirst().orElseThrow();
    }

    @Test
    void what_cannot_be_asked_is_the_users_mistake() throws Exception {
        assertThat(Ran
                .microcosm("run", "weir-village", "--model-for", "Tom=baseline", "--model-for", "nobody-here=baseline",
                        "--out", out)
                .err()).startsWith("microcosm: nobody is called \"nobody-here\"");
        Path wrong = Files.createDirectories(out.resolve("prompts/agent")).resolve("plan.md");
        Files.writeString(wrong, "---\nplan: the plan\n---\nYou meant {{pln}}.\n");

        Ran ran = Ran.microcosm("run", "weir-village", "--prompts", out.resolve("prompts"), "--out", out);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo(wrong + ":4:11: input \"pln\" is not declared; declared here: plan\n" + wrong
                + ":2:1: input \"plan\" is declared and never used\n");
    }
}
