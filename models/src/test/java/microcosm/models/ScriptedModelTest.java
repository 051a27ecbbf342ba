package microcosm.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScriptedModelTest {
    @TempDir
    Path folder;

    @Test
    void the_first_line_that_fits_answers() throws IOException {
        var script = script("""
                # a comment
                {"call": "1.1/ada/*", "reply": "I wait."}
                {"contains": "the mill", "reply": "I work."}
                {"reply": {"choice": "stay"}}
                """);

        var model = ScriptedModel.reading(script);

        assertThat(model.name()).isEqualTo("script:" + script);
        assertThat(said(model, "1.1/ada/2", "Go to the mill?")).isEqualTo("I wait.");
        assertThat(said(model, "1.1/bo/2", "Go to the mill?")).isEqualTo("I work.");
        assertThat(said(model, "2.1/bo/2", "Go?")).isEqualTo("{\"choice\":\"stay\"}");
    }

    @Test
    void every_bad_line_of_a_script_is_reported_where_it_stands() throws IOException {
        var script = script("""
                {"reply": "fine"}
                {"reply": "cut
                {"replay": "x", "reply": "y"}
                {"reply": "z", "finish": "early"}
                """);

        assertThatThrownBy(() -> ScriptedModel.reading(script)).isInstanceOf(ModelSetupException.class).hasMessage("""
                %1$s:2:15: not a JSON object; expected {"reply": …}
                %1$s:3:1: unknown key "replay"; did you mean "reply"?
                  known here: call, person, step, purpose, contains, reply, finish
                %1$s:4:1: finish "early" must be complete, truncated, filtered or refused""", script);
    }

    @Test
    void a_request_no_line_fits_is_an_error_that_names_it() throws IOException {
        var script = script("{\"call\": \"1.1/ada/1\", \"reply\": \"I wait.\"}");
        var model = ScriptedModel.reading(script);

        assertThatThrownBy(() -> said(model, "9.1/bo/1", "?")).isInstanceOf(ModelException.class)
                .hasMessage("script " + script + " has no reply to 9.1/bo/1 (act)");
    }

    private Path script(String text) throws IOException { return Files.writeString(folder.resolve("s.jsonl"), text); }

    private static String said(LanguageModel model, String call, String prompt) {
        return model.ask(call, Asked.prompt(prompt), Asked.WORDS).value().orElseThrow();
    }
}
