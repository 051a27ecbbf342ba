package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import microcosm.testing.Protocol;
import microcosm.testing.Received;
import microcosm.testing.Served;
import microcosm.testing.Served.Ending;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;

/// What a model may send instead of a reply, from the wire to the people who must not hear of it. Mira's model alone misbehaves; what it
/// sends speaks of a quince, and of айва.
class UnusableRepliesTest {
    private static final List<String> NEVER_HEARD = List.of("quince", "айв");

    @TempDir
    private Path out;

    /// A turn as it is asked for.
    private static String turn(String does) {
        return "{\"thought\":\"Hm.\",\"credences\":[],\"plan\":\"Wait.\",\"do\":\"" + does + "\"}";
    }

    /// By the name that the trace gives it.
    enum Bad {
        REFUSAL(Served.refused("I cannot speak of the quince.")),
        FILTERED(Served.said(turn("Tomas, I have a quince!"), Ending.FILTERED)),
        EMPTY(Served.said("")),
        REASONING_ONLY(Served.thought("Nobody may know of the quince.", "")),
        TRUNCATED(Served.said("{\"thought\":\"Hm.\",\"do\":\"Tomas, I have a quince", Ending.CUT)),
        REPETITIVE(Served.said(turn("Tomas, I have a quince" + "e".repeat(10_000)))),
        TOOL_CALL(Served.called(turn("Tomas, I have a quince!"))),
        WRONG_LANGUAGE(
                Served.said(turn("Tomas, доброе утро. У меня есть айва, и я отдам её тебе за соль, если хочешь."))),
        UNPARSABLE(Served.said("Tomas, I have a quince!"));

        private final Served served;

        Bad(Served served) { this.served = served; }

        String word() { return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'); }
    }

    private static boolean mira(Received request) { return request.body().contains("You are Mira Oduya."); }

    /// @return the run's trace
    private List<String> played(StubServer server) throws Exception {
        Ran ran = Ran.within(Map.of("MICROCOSM_BASE_URL", server.address()), "run", "weir-village", "--steps", "2",
                "--model", "compatible:small", "--concurrency", "1", "--out", out, "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        return Files.readAllLines(Path.of(ran.json().get("dir").asText()).resolve("trace.jsonl"));
    }

    private static StubServer miraSays(Served served) {
        return StubServer.start(Protocol.OPENAI, request -> mira(request) ? served : Served.said(turn("I wait.")));
    }

    private static List<String> of(String event, List<String> trace) {
        return trace.stream().filter(line -> line.startsWith("{\"event\":\"" + event + "\"") && line.contains("/mira"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void it_is_named_in_the_trace_and_reaches_nobody(Bad bad) throws Exception {
        try (var server = miraSays(bad.served)) {
            List<String> trace = played(server);

            assertThat(of("replied", trace)).hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("\"outcome\":\"" + bad.word() + "\""));
            assertThat(of("acted", trace)).hasSize(2)
                    .allSatisfy(line -> assertThat(line).doesNotContain("\"text\""));
            assertThat(trace).filteredOn(line -> !line.startsWith("{\"event\":\"replied\""))
                    .allSatisfy(line -> assertThat(line).doesNotContain(NEVER_HEARD));
            assertThat(server.requests()).filteredOn(request -> !mira(request)).hasSizeGreaterThanOrEqualTo(6)
                    .allSatisfy(request -> assertThat(request.body()).doesNotContain(NEVER_HEARD));
        }
    }

    @Test
    void what_can_be_used_does_reach_others() throws Exception {
        try (var server = miraSays(Served.said(turn("Tomas, I have a quince!")))) {
            List<String> trace = played(server);

            assertThat(of("replied", trace)).hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("\"outcome\":\"used\""));
            assertThat(server.requests()).filteredOn(request -> !mira(request))
                    .anySatisfy(request -> assertThat(request.body()).contains("quince"));
        }
    }

    @Test
    void a_fence_is_taken_off_and_said_so() throws Exception {
        try (var server = miraSays(Served.said("Of course:\n```json\n" + turn("Good morning, all.") + "\n```"))) {
            List<String> trace = played(server);

            assertThat(of("replied", trace)).hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("\"outcome\":\"unfenced\""));
            assertThat(of("acted", trace)).hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("\"text\":\"Good morning, all.\""));
            assertThat(server.requests()).allSatisfy(
                    request -> assertThat(request.body()).doesNotContain("Of course", "```"));
        }
    }
}
