package microcosm.cli;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import microcosm.testing.Protocol;
import microcosm.testing.Received;
import microcosm.testing.Served;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;

class ModelsCommandTest {
    private static final String KEY = "sk-planted-0123456789abcdef-END";

    @Test
    void every_provider_is_listed_with_the_variable_of_its_key_and_whether_it_is_set() {
        Ran ran = Ran.within(Map.of("ANTHROPIC_API_KEY", KEY), "models");

        assertThat(ran).isEqualTo(new Ran(0,
                """
                        baseline         no key, no network
                        openai:NAME      OPENAI_API_KEY is not set                                   https://api.openai.com/v1
                        anthropic:NAME   ANTHROPIC_API_KEY is set                                    https://api.anthropic.com/v1/
                        gemini:NAME      GEMINI_API_KEY is not set                                   https://generativelanguage.googleapis.com/v1beta
                        mistral:NAME     MISTRAL_API_KEY is not set                                  https://api.mistral.ai/v1
                        ollama:NAME      no key needed                                               http://localhost:11434
                        compatible:NAME  MICROCOSM_API_KEY is not set, which not every server needs  nowhere: MICROCOSM_BASE_URL is not set
                        replay:RUN       no key, no network                                          the recorded replies of a run
                        script:FILE      no key, no network                                          replies written in a file
                        """,
                ""));
    }

    @Test
    void no_key_is_ever_printed() {
        Map<String, String> environment = Map.of("OPENAI_API_KEY", KEY, "MICROCOSM_API_KEY", KEY, "OLLAMA_BASE_URL",
                "http://me:" + KEY + "@localhost:1/v1?key=" + KEY, "MICROCOSM_BASE_URL", "no address " + KEY);

        for (String command : new String[]{"models", "doctor"}) {
            for (String how : new String[]{"--json", ""}) {
                Ran ran = how.isEmpty()
                        ? Ran.within(environment, command)
                        : Ran.within(environment, command, how);

                assertThat(ran.out()).contains("OPENAI_API_KEY").contains("http://localhost:1/v1").doesNotContain(KEY);
                assertThat(ran.err()).isEmpty();
            }
        }
    }

    @Test
    void json_has_a_row_for_each_live_provider() throws Exception {
        Ran ran = Ran.within(Map.of("GEMINI_API_KEY", KEY), "models", "--json");

        JsonNode providers = ran.json().get("providers");
        assertThat(providers).hasSize(6)
                .allSatisfy(row -> assertThat(row.fieldNames()).toIterable().containsExactly("name", "variable", "set",
                        "address"));
        assertThat(providers).filteredOn(row -> row.get("set").asBoolean()).singleElement()
                .satisfies(row -> assertThat(row.get("name").asText()).isEqualTo("gemini"));
    }

    @Test
    void an_endpoint_that_does_what_is_needed_passes_its_check() throws Exception {
        try (var server = StubServer.start(Protocol.OPENAI, request -> Served.said(obedient(request)))) {
            Map<String, String> environment = Map.of("MICROCOSM_BASE_URL", server.address());

            assertThat(Ran.within(environment, "models", "--check", "compatible:small")).isEqualTo(new Ran(0, """
                    ok  plain        used: ready
                    ok  unicode      used: Zoë
                    ok  long prompt  used: done
                    ok  structured   used: {"word":"salt","number":3}
                    """, ""));
            JsonNode check = Ran.within(environment, "models", "--check", "compatible:small", "--json").json()
                    .get("check");
            assertThat(check.get("model").asText()).isEqualTo("compatible:small");
            assertThat(check.get("passed").asBoolean()).isTrue();
            assertThat(check.get("cases")).hasSize(4).allSatisfy(
                    row -> assertThat(row.fieldNames()).toIterable().containsExactly("name", "passed", "detail"));
        }
    }

    @Test
    void an_endpoint_that_refuses_the_key_fails_with_exit_code_3() {
        try (var server = StubServer.start(Protocol.OPENAI, new Served.Failed(401, "", "bad key " + KEY))) {
            Ran ran = Ran.within(Map.of("MICROCOSM_BASE_URL", server.address(), "MICROCOSM_API_KEY", KEY),
                    "models", "--check", "compatible:small");

            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.out()).startsWith("BAD  reachable  compatible:small ").doesNotContain(KEY);
            assertThat(ran.err()).doesNotContain(KEY).doesNotContain("\tat ");
        }
    }

    @Test
    void what_an_endpoint_sends_reaches_the_terminal_without_control_characters() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("\u001b[31mred"))) {
            Ran ran = Ran.within(Map.of("MICROCOSM_BASE_URL", server.address()), "models", "--check",
                    "compatible:small");

            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.out()).contains("\\u{1b}[31mred").doesNotContain("\u001b");
        }
    }

    @Test
    void a_model_that_cannot_be_asked_is_the_users_mistake() {
        assertThat(Ran.microcosm("models", "--check", "opnai:x")).isEqualTo(new Ran(2, "", """
                microcosm: unknown model "opnai:x"; did you mean "openai"?
                  known here: baseline, openai:NAME, anthropic:NAME, gemini:NAME, mistral:NAME, ollama:NAME, \
                compatible:NAME, replay:RUN, script:FILE
                """));
        assertThat(Ran.microcosm("models", "--check", "openai:x")).isEqualTo(new Ran(2, "",
                "microcosm: model \"openai:x\" needs a key in the environment variable OPENAI_API_KEY\n"));
        assertThat(Ran.microcosm("models", "--check", "baseline")).isEqualTo(new Ran(2, "",
                "microcosm: --check baseline: its people follow policies; there is nobody to ask\n"));
    }

    private static String obedient(Received request) {
        String body = request.body();
        return body.contains("ready")
                ? "ready"
                : body.contains("Zo") ? "Zoë" : body.contains("done") ? "done" : "{\"word\":\"salt\",\"number\":3}";
    }
}
