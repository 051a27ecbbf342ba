package microcosm.models;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.Test;

import microcosm.testing.Served;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What every provider's failing comes to, whatever its wire format: on the network, over the limit, with a wrong key.
abstract class ProviderFaults extends StubbedProvider {
    @Test
    void a_rate_limit_with_retry_after_is_waited_out() {
        try (var server = StubServer.start(protocol(), Served.failed(429, "1"), Served.said("Yes."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");

            assertThat(server.count()).isEqualTo(2);
            assertThat(server.requests().get(1).nanos() - server.requests().get(0).nanos())
                    .isBetween(1_000_000_000L, 3_000_000_000L);
        }
    }

    @Test
    void a_retry_after_that_is_a_date_is_waited_out() {
        var soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        try (var server = StubServer.start(protocol(), Served.failed(429, soon), Served.said("Yes."))) {
            ask(server, Asked.WORDS);

            assertThat(server.requests().get(1).nanos() - server.requests().get(0).nanos())
                    .isGreaterThan(500_000_000L);
        }
    }

    @Test
    void a_retry_after_longer_than_anybody_waits_ends_the_run() {
        try (var server = StubServer.start(protocol(), Served.failed(429, "3600"))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(provider().word() + ":m gave no reply to 1.1/ada/1 (rate-limited): status"
                            + " 429")
                    .matches(e -> ((ModelException) e).retriable());
            assertThat(server.count()).isEqualTo(1);
        }
    }

    @Test
    void a_rate_limit_without_retry_after_is_tried_again_later() throws IOException {
        try (var server = StubServer.start(protocol(), Served.failed(429), Served.failed(429), Served.said("Yes."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");

            assertThat(server.count()).isEqualTo(3);
            assertThat(calls()).hasSize(3);
            assertThat(calls().get(0)).contains("\"fault\":\"rate-limited\"", "\"attempt\":1");
            assertThat(calls().get(2)).contains("\"attempt\":3").doesNotContain("fault");
        }
    }

    @Test
    void a_failing_server_is_tried_as_often_as_patience_has_it_and_no_more() throws IOException {
        try (var server = StubServer.start(protocol(), Served.failed(500))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessageContaining("(3 attempts, the last: server): status 500");
            assertThat(server.count()).isEqualTo(3);
            assertThat(calls()).hasSize(3).allSatisfy(call -> assertThat(call).contains("\"fault\":\"server\""));
        }
    }

    @Test
    void a_slow_reply_within_the_deadline_is_used() {
        try (var server = StubServer.start(protocol(), Served.said("Yes.").late(Duration.ofMillis(300)))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");
        }
    }

    @Test
    void a_reply_later_than_the_deadline_is_given_up_and_asked_for_again() throws IOException {
        try (var server = StubServer.start(protocol(), Served.said("No.").late(Duration.ofMinutes(2)),
                Served.said("Yes."))) {
            assertThat(askUntil(Duration.ofSeconds(2), server).value()).contains("Yes.");
            assertThat(calls().getFirst()).contains("\"fault\":\"timeout\"");
        }
    }

    @Test
    void a_body_that_stalls_does_not_outlive_the_deadline() throws IOException {
        try (var server = StubServer.start(protocol(), new Served.Stalled(Served.said("No.")), Served.said("Yes."))) {
            long began = System.nanoTime();

            assertThat(askUntil(Duration.ofSeconds(2), server).value()).contains("Yes.");

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            assertThat(calls().getFirst()).contains("\"fault\":\"timeout\"");
        }
    }

    @Test
    void a_connection_that_breaks_in_the_body_is_tried_again() throws IOException {
        try (var server = StubServer.start(protocol(), new Served.Broken(Served.said("No.")), Served.said("Yes."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");
            assertThat(calls().getFirst()).contains("\"fault\":\"connection\"");
        }
    }

    @Test
    void malformed_json_is_tried_again_and_never_content() throws IOException {
        try (var server = StubServer.start(protocol(), new Served.Raw("application/json", "{\"choices\": [{\"mess"),
                Served.said("Yes."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");
            assertThat(calls().getFirst()).contains("\"fault\":\"malformed\"");
        }
    }

    @Test
    void json_of_another_shape_is_a_fault_and_never_content() {
        try (var server = StubServer.start(protocol(), new Served.Raw("application/json", "{\"ok\":true}"))) {
            assertThat(outcome(() -> ask(server, Asked.WORDS))).isIn("malformed", "empty");
        }
    }

    @Test
    void a_page_where_json_was_expected_ends_the_run_at_once() {
        try (var server = StubServer.start(protocol(), new Served.Raw("text/html", "<html>Sign in</html>"))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessage(provider().word() + ":m gave no reply to 1.1/ada/1 (wrong-content-type): expected"
                            + " JSON, received text/html");
            assertThat(server.count()).isEqualTo(1);
        }
    }

    @Test
    void a_key_that_is_not_accepted_ends_the_run_and_is_shown_nowhere() throws IOException {
        try (var server = StubServer.start(protocol(),
                new Served.Failed(401, "", "Incorrect API key provided: " + KEY + "; sk-plan***-END"))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessage(provider().word() + ":m gave no reply to 1.1/ada/1 (key-refused): status 401: the key"
                            + " was not accepted")
                    .matches(e -> !((ModelException) e).retriable());
            assertThat(server.count()).isEqualTo(1);
        }
        nothingWrittenHolds("sk-plan", "-END");
    }

    @Test
    void no_key_and_no_prompt_is_written_whatever_happens() throws IOException {
        try (var server = StubServer.start(protocol(), Served.failed(500),
                new Served.Failed(400, "", "bad parameter " + (provider().keyVariable().isEmpty() ? "" : KEY)))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessageNotContainingAny(KEY, "What do you do");
        }
        assertThat(calls()).hasSize(2);
        nothingWrittenHolds(KEY, "sk-plan", "What do you do");
    }

    private void nothingWrittenHolds(String... secrets) throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(secrets));
        }
    }
}
