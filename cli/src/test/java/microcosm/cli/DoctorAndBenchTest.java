package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import microcosm.models.Embedders;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorAndBenchTest {
    @TempDir
    private Path folder;

    @Test
    void doctor_says_what_works_here_and_knows_the_providers_of_models() throws Exception {
        JsonNode json = Ran.within(Map.of("OPENAI_API_KEY", "sk-planted"), "doctor", "--out", folder, "--json").json();

        assertThat(json.get("findings")).allSatisfy(
                finding -> assertThat(finding.fieldNames()).toIterable().containsExactly("what", "works", "found"));
        assertThat(json.get("findings")).extracting(finding -> finding.get("what").asText()).contains("java", "heap",
                "processors", "disk", "quick start", "baseline", "openai", "anthropic", "gemini", "mistral", "ollama",
                "compatible");
        assertThat(json.get("findings")).filteredOn(finding -> finding.get("what").asText().equals("openai"))
                .singleElement().satisfies(finding -> assertThat(finding.get("found").asText())
                        .isEqualTo("OPENAI_API_KEY is set; asked at https://api.openai.com/v1"));
    }

    @Test
    void doctor_names_the_embedders_and_how_to_get_the_one_that_is_not_here() {
        String line = Ran.microcosm("doctor", "--out", folder).out().lines()
                .filter(one -> one.startsWith("ok   embedders ")).findFirst().orElseThrow();

        assertThat(line).contains("hashed-256-v1").contains("all-minilm-l6-v2-q");
        assertThat(line.contains("-Ponnx")).isEqualTo(!Embedders.names().contains("all-minilm-l6-v2-q"));
    }

    @Test
    void a_folder_that_cannot_be_written_is_no_place_for_runs() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        Ran ran = Ran.microcosm("doctor", "--out", file.resolve("runs"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).containsPattern("(?m)^BAD  disk .*" + file + ", which is a file");
    }

    @Test
    void an_unknown_benchmark_is_the_users_mistake() {
        assertThat(Ran.microcosm("bench", "socity")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .startsWith("microcosm: no benchmark \"socity\"; did you mean \"society\"?\n  there are: ")
                    .contains("society").contains("memory").contains("models").contains("audit");
        });
    }

    @Test
    void only_a_society_has_people_who_are_a_stub_of_a_model() {
        assertThat(Ran.microcosm("bench", "models", "--model", "stub")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .isEqualTo("microcosm: nothing was measured: people who are models are measured by society\n");
        });
        assertThat(Ran.microcosm("bench", "society", "--model", "openai:any")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).isEqualTo("microcosm: --model openai:any: the only model that is measured is stub\n");
        });
    }

    @Test
    void a_replication_says_what_was_published_what_came_out_and_whether_it_holds() throws Exception {
        JsonNode rows = Ran.microcosm("replicate", "theocharis", "--json").json().get("rows");

        assertThat(rows).hasSize(6).allSatisfy(row -> {
            assertThat(row.get("name").asText()).isEqualTo("theocharis");
            assertThat(row.get("verdict").asText()).isEqualTo("holds");
            assertThat(row.get("obtained").asDouble()).isCloseTo(row.get("expected").asDouble(),
                    org.assertj.core.data.Offset.offset(1e-8));
        });
    }

    @Test
    void an_unknown_replication_is_the_users_mistake() {
        assertThat(Ran.microcosm("replicate", "theocaris")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).startsWith(
                    "microcosm: no replication \"theocaris\"; did you mean \"theocharis\"?\n  there are: cournot, ");
        });
    }
}
