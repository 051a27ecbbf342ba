package microcosm.models;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelSpecTest {
    @Test
    void everything_that_is_set_is_written_in_one_order_and_the_usual_left_out() {
        var spec = spec("openai:gpt-4.1,effort=low, seed=7,temperature=.50,max-tokens=4096,top-p=0.9");

        assertThat(spec.name()).isEqualTo(new ModelName(Provider.OPENAI, "gpt-4.1"));
        assertThat(spec).hasToString("openai:gpt-4.1,temperature=0.5,top-p=0.9,seed=7,effort=low");
        assertThat(spec(spec.toString())).isEqualTo(spec);
    }

    @Test
    void what_holds_for_all_models_stands_in_the_name_of_each() {
        var otherwise = Parameters.USUAL.withTemperature(0).withMaxTokens(100);

        assertThat(ModelSpec.of("ollama:llama3:8b,max-tokens=50", otherwise))
                .hasToString("ollama:llama3:8b,temperature=0.0,max-tokens=50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "script:a,b=c.jsonl", "replay:runs/weir,seed=1"})
    void a_path_may_hold_commas(String text) { assertThat(spec(text)).hasToString(text); }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "openai:m,temperature=hot | temperature \"hot\" is not a number",
            "openai:m,temperature=2.5 | temperature 2.5 must be between 0 and 2",
            "openai:m,temperature=NaN | temperature NaN must be between 0 and 2",
            "openai:m,top-p=0 | top-p 0.0 must be above 0 and at most 1",
            "openai:m,max-tokens=0 | max-tokens 0 must be at least 1",
            "openai:m,seed=-1 | seed -1 must be between 0 and 2147483647",
            "openai:m,effort=much | effort \"much\" must be minimal, low, medium or high"})
    void what_cannot_be_set_is_said(String text, String problem) {
        assertThatThrownBy(() -> spec(text)).isInstanceOf(ModelSetupException.class)
                .hasMessage("model \"" + text + "\": " + problem);
    }

    @Test
    void a_misspelt_parameter_is_met_with_the_nearest_right_spelling() { assertThatThrownBy(
            () -> spec("openai:m,temprature=1")).isInstanceOf(ModelSetupException.class)
            .hasMessage("""
                        model "openai:m,temprature=1": unknown parameter "temprature=1"; did you mean "temperature"?
                          known here: temperature=, top-p=, max-tokens=, seed=, effort="""); }

    @Test
    void nothing_is_set_twice() {
        assertThatThrownBy(() -> spec("openai:m,seed=1,seed=2")).isInstanceOf(ModelSetupException.class)
                .hasMessage("model \"openai:m,seed=1,seed=2\" says seed twice");
    }

    @Test
    void what_a_provider_does_not_take_is_refused_and_not_dropped() {
        var models = new Models(ModelSetup.of(Map.of("ANTHROPIC_API_KEY", "k", "MISTRAL_API_KEY", "k")));

        assertThatThrownBy(() -> models.named("anthropic:m,seed=1")).isInstanceOf(ModelSetupException.class)
                .hasMessage("model \"anthropic:m,seed=1\" takes no seed; openai, compatible, gemini, mistral and"
                        + " ollama do");
        assertThatThrownBy(() -> models.named("mistral:m,effort=low")).isInstanceOf(ModelSetupException.class)
                .hasMessage("model \"mistral:m,effort=low\" takes no reasoning effort; openai, compatible and gemini"
                        + " do");
    }

    private static ModelSpec spec(String text) { return ModelSpec.of(text, Parameters.USUAL); }
}
