package microcosm.models;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointCheckTest {
    @Test
    void an_endpoint_that_does_what_it_is_asked_passes_every_case() {
        var model = ScriptedModel.answering("s", request -> {
            var asked = request.messages().getFirst().text();
            return request.schema().isEmpty()
                    ? asked.substring(asked.lastIndexOf(' ') + 1)
                    : "{\"word\":\"salt\",\"number\":3}";
        });

        assertThat(EndpointCheck.of(model)).containsExactly(new EndpointCheck.Result("plain", true, "used: ready"),
                new EndpointCheck.Result("unicode", true, "used: Zoë"),
                new EndpointCheck.Result("long prompt", true, "used: done"),
                new EndpointCheck.Result("structured", true, "used: {\"word\":\"salt\",\"number\":3}"));
    }

    @Test
    void an_endpoint_that_does_not_fails_with_what_it_said() {
        var model = ScriptedModel.answering("s", request -> "I am a little teapot.");

        assertThat(EndpointCheck.of(model)).contains(
                new EndpointCheck.Result("plain", false, "used: I am a little teapot."),
                new EndpointCheck.Result("structured", false, "unparsable: I am a little teapot."));
    }

    @Test
    void an_endpoint_that_cannot_be_reached_is_said_once() {
        var model = ScriptedModel.answering("s", request -> {
            throw new ModelException("no connection", true);
        });

        assertThat(EndpointCheck.of(model))
                .containsExactly(new EndpointCheck.Result("reachable", false, "no connection"));
    }
}
