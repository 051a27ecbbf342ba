package microcosm.models;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import microcosm.testing.Protocol;
import microcosm.testing.Served;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Embedding models of providers, each against a stub that speaks its wire format.
class ProviderEmbedderTest {
    private static final String KEY = "sk-planted-0123456789abcdef-END";
    private static final Patience SHORT = new Patience(3, Duration.ofMillis(10), Duration.ofMillis(50),
            Duration.ofSeconds(5), Duration.ofMillis(100));
    private static final Served VECTOR = new Served.Embedded(List.of(0.25, -0.5, 1.0));

    @TempDir
    Path folder;

    private static Embedder embedder(String name, StubServer server) {
        var provider = Provider.named(name.substring(0, name.indexOf(':'))).orElseThrow();
        var environment = new HashMap<String, String>();
        environment.put(provider.addressVariable(), server.address());
        environment.put(provider.keyVariable(), KEY);
        return ProviderEmbedder.named(name, environment, Duration.ofMillis(800), SHORT).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"OPENAI,openai:m,/embeddings", "OPENAI,compatible:m,/embeddings", "MISTRAL,mistral:m,/embeddings",
            "GEMINI,gemini:m,mbedContent", "OLLAMA,ollama:m,/api/embed"})
    void a_text_becomes_the_vector_that_the_provider_gives(Protocol protocol, String name, String path) {
        try (var server = StubServer.start(protocol, VECTOR)) {
            var embedder = embedder(name, server);

            assertThat(embedder.vector("The mill is \"sound\".")).containsExactly(0.25f, -0.5f, 1.0f);
            assertThat(embedder.vector("Tomas owes salt.")).containsExactly(0.25f, -0.5f, 1.0f);
            assertThat(embedder.dimensions()).isEqualTo(3);
            assertThat(embedder.name()).isEqualTo(name);
            assertThat(embedder.exact()).isFalse();
            assertThat(server.requests()).hasSize(3).allSatisfy(request -> assertThat(request.path()).contains(path));
            assertThat(server.requests().get(0).body()).contains("The mill is \\\"sound\\\".")
                    .doesNotContain("Tomas owes salt.");
            assertThat(server.requests().getLast().body()).contains("Tomas owes salt.").doesNotContain("mill");
        }
    }

    @ParameterizedTest
    @CsvSource({"OPENAI,openai:m,dimensions", "GEMINI,gemini:m,utputDimensionality", "OLLAMA,ollama:m,dimensions"})
    void a_length_that_is_asked_for_stands_in_the_request_and_nobody_is_asked_for_it(Protocol protocol, String name,
            String field) {
        try (var server = StubServer.start(protocol, VECTOR)) {
            var embedder = embedder(name + ",dimensions=3", server);

            assertThat(embedder.dimensions()).isEqualTo(3);
            assertThat(server.count()).isZero();
            assertThat(embedder.vector("Salt.")).hasSize(3);
            assertThat(server.requests().getFirst().body().replace(" ", "")).contains(field + "\":3");
        }
    }

    @ParameterizedTest
    @CsvSource({"429,rate-limited,3", "503,server,3", "401,key-refused,1", "404,unknown-model,1", "400,rejected,1"})
    void a_provider_that_fails_is_asked_as_often_as_it_may_pass(int status, String kind, int attempts) {
        try (var server = StubServer.start(Protocol.OPENAI, Served.failed(status))) {
            assertThatThrownBy(() -> embedder("openai:m,dimensions=3", server).vector("Salt."))
                    .isInstanceOf(ModelException.class).hasMessageContaining("embedder openai:m,dimensions=3 gave no")
                    .hasMessageContaining(kind).hasMessageNotContaining(KEY);
            assertThat(server.count()).isEqualTo(attempts);
        }
    }

    @Test
    void after_a_rate_limit_the_vector_comes() {
        try (var server = StubServer.start(Protocol.MISTRAL, Served.failed(429, "1"), VECTOR)) {
            long before = System.nanoTime();
            assertThat(embedder("mistral:m", server).vector("Salt.")).hasSize(3);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(990));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[]}", "{\"error\":\"no\"}", "not json",
            "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[]}]}"})
    void what_is_no_embedding_never_becomes_a_vector(String body) {
        try (var server = StubServer.start(Protocol.OPENAI, new Served.Raw("application/json", body))) {
            assertThatThrownBy(() -> embedder("openai:m,dimensions=3", server).vector("Salt."))
                    .isInstanceOf(ModelException.class).hasMessageContaining("malformed");
        }
    }

    @Test
    void a_page_a_stall_and_another_length_never_become_a_vector() {
        try (var page = StubServer.start(Protocol.OPENAI, new Served.Raw("text/html", "<p>hello"));
                var stalled = StubServer.start(Protocol.OPENAI, new Served.Stalled(Served.said("x")));
                var longer = StubServer.start(Protocol.OPENAI, new Served.Embedded(List.of(1.0, 2.0)))) {
            assertThatThrownBy(() -> embedder("openai:m,dimensions=3", page).vector("Salt."))
                    .hasMessageContaining("wrong-content-type");
            assertThatThrownBy(() -> embedder("openai:m,dimensions=3", stalled).vector("Salt."))
                    .hasMessageContaining("timeout");
            assertThatThrownBy(() -> embedder("openai:m,dimensions=3", longer).vector("Salt."))
                    .hasMessage("embedder openai:m,dimensions=3 gave 2 dimensions and should give 3");
        }
    }

    @Test
    void a_text_is_bought_once_for_all_runs() {
        try (var server = StubServer.start(Protocol.OPENAI, VECTOR)) {
            for (int run = 0; run < 2; run++) {
                var stored = new StoredEmbedder(embedder("openai:m,dimensions=3", server), folder,
                        new ArrayList<>()::add);
                assertThat(stored.vector("Salt.")).containsExactly(0.25f, -0.5f, 1.0f);
            }
            assertThat(server.count()).isEqualTo(1);
        }
    }

    @Test
    void nothing_is_needed_before_the_first_vector_and_then_what_is_missing_is_named() {
        var embedder = Embedders.named("openai:text-embedding-3-small", Map.of("MICROCOSM_CACHE", folder.toString()),
                Optional.empty(), warning -> {});

        assertThat(embedder.dimensions()).isEqualTo(1536);
        assertThatThrownBy(() -> embedder.vector("Salt.")).isInstanceOf(ModelSetupException.class).hasMessage(
                "embedder \"openai:text-embedding-3-small\" needs a key in the environment variable OPENAI_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic:m", "human:m", "openai:m,dimensions=0", "openai:m,dimension=3",
            "openai:m,dimensions=3,dimensions=3", "mistral:m,dimensions=3", "openai:"})
    void a_name_that_means_nothing_is_the_users_mistake(String name) {
        assertThatThrownBy(() -> Embedders.named(name, Map.of(), Optional.empty(), warning -> {}))
                .isInstanceOf(ModelSetupException.class);
    }

    @Test
    void what_a_run_kept_says_how_long_vectors_are_so_that_nobody_is_asked() {
        assertThat(Embedders.recorded("compatible:unknown", Optional.of(7), warning -> {}).dimensions()).isEqualTo(7);
    }
}
