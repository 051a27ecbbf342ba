package microcosm.models;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelsTest {
    @Test
    void nobody_answers_to_baseline() { assertThat(new Models(ModelSetup.of(Map.of())).named("baseline")).isEmpty(); }

    @Test
    void a_misspelt_provider_is_met_with_the_nearest_right_spelling() { assertThatThrownBy(
            () -> new Models(ModelSetup.of(Map.of())).named("opnai:gpt")).hasMessage("""
                unknown model "opnai:gpt"; did you mean "openai"?
                  known here: baseline, openai:NAME, anthropic:NAME, gemini:NAME, mistral:NAME, ollama:NAME,\
                 compatible:NAME, replay:RUN, script:FILE"""); }

    @ParameterizedTest
    @CsvSource({"openai:m, OPENAI_API_KEY", "anthropic:m, ANTHROPIC_API_KEY", "gemini:m, GEMINI_API_KEY",
            "mistral:m, MISTRAL_API_KEY"})
    void a_missing_key_is_named_by_its_variable(String model, String variable) {
        assertThatThrownBy(() -> new Models(ModelSetup.of(Map.of())).named(model))
                .isInstanceOf(ModelSetupException.class)
                .hasMessage("model \"" + model + "\" needs a key in the environment variable " + variable);
    }

    @Test
    void a_compatible_server_needs_an_address() {
        assertThatThrownBy(() -> new Models(ModelSetup.of(Map.of("MICROCOSM_API_KEY", "secret"))).named("compatible:m"))
                .hasMessage(
                        "model \"compatible:m\" needs the address of its server in MICROCOSM_BASE_URL,"
                                + " such as http://localhost:8000/v1");
    }

    @ParameterizedTest
    @CsvSource({"openai, NAME", "replay:, RUN", "script: , FILE"})
    void a_provider_alone_is_no_model(String text, String expected) {
        assertThatThrownBy(() -> ModelName.of(text)).hasMessage(
                "model \"" + text + "\" lacks a name: expected " + text.replace(":", "") + ":" + expected);
    }

    @Test
    void a_name_may_hold_colons() {
        assertThat(ModelName.of("ollama:llama3:8b")).isEqualTo(new ModelName(Provider.OLLAMA, "llama3:8b"));
    }
}
