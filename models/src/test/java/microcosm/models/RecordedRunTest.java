package microcosm.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.testing.Protocol;
import microcosm.testing.Served;
import microcosm.testing.StubServer;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.ReplyJournal;
import microcosm.trace.RunFolder;
import microcosm.trace.RunLock;
import microcosm.trace.TraceException;
import microcosm.trace.TraceWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// `replay:RUN` says what the models of another run said, without a network.
class RecordedRunTest {
    private static final String ADAS = "compatible:m,temperature=0.25,seed=7";
    private static final String BOS = "compatible:other";

    @TempDir
    Path folder;

    @BeforeEach
    void two_people_are_played_by_two_models_and_recorded() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("```json"), Served.said("I wait."),
                Served.said("I give Ada salt."));
                RunLock lock = new RunFolder(folder.resolve("first")).lock("# A world\n");
                var journal = ReplyJournal.open(lock);
                var trace = TraceWriter.open(lock);
                var models = new Models(ModelSetup.of(Map.of("MICROCOSM_BASE_URL", server.address()))
                        .withReplies(Replies.of(journal)))) {
            trace.record(new Event.Began(new EventId(0, 0, EventId.GAME_MASTER, 1), "w", "W", 1,
                    new LinkedHashMap<>(Map.of("engine", "1"))));
            reply(trace, models, ADAS, "ada", "Ada?");
            reply(trace, models, BOS, "bo", "Bo?");
            trace.record(new Event.Stepped(new EventId(1, 1, EventId.GAME_MASTER, 1)));
            assertThat(server.count()).isEqualTo(3);
        }
    }

    private static void reply(TraceWriter trace, Models models, String name, String person, String prompt) {
        var model = models.named(name).orElseThrow();
        var call = "1.1/" + person + "/1";
        var answer = model.ask(call, Asked.prompt(prompt), person.equals("ada") ? UNFENCED : Asked.WORDS);
        trace.record(new Event.Replied(EventId.parse(call), List.of(), model.name(), call, answer.request(),
                answer.text(), answer.outcome()));
    }

    /// Has the first reply asked for again.
    private static final Question<String> UNFENCED = new Question<>() {
        @Override
        public String purpose() { return "act"; }

        @Override
        public String schema() { return ""; }

        @Override
        public String read(String reply) throws UnusableReplyException {
            if (reply.contains("`")) {
                throw new UnusableReplyException(Unusable.UNPARSABLE, "a fence.");
            }
            return reply;
        }
    };

    @Test
    void everybody_says_again_what_they_said_repairs_included_whichever_model_said_it() {
        try (var models = new Models(ModelSetup.of(Map.of()))) {
            var replayed = models.named("replay:" + folder.resolve("first")).orElseThrow();

            assertThat(replayed.ask("1.1/ada/1", Asked.prompt("Ada?"), UNFENCED).value()).contains("I wait.");
            assertThat(replayed.ask("1.1/bo/1", Asked.prompt("Bo?"), Asked.WORDS).value())
                    .contains("I give Ada salt.");
        }
    }

    @Test
    void what_was_never_asked_is_an_error_and_never_a_guess() {
        try (var models = new Models(ModelSetup.of(Map.of()))) {
            var replayed = models.named("replay:" + folder.resolve("first")).orElseThrow();

            assertThatThrownBy(() -> replayed.ask("1.1/bo/1", Asked.prompt("Bo, what now?"), Asked.WORDS))
                    .isInstanceOf(ModelException.class).hasMessage("run " + folder.resolve("first")
                            + " recorded no reply to 1.1/bo/1 (act) as it is asked now");
            assertThatThrownBy(() -> replayed.ask("2.1/bo/1", Asked.prompt("Bo?"), Asked.WORDS))
                    .isInstanceOf(ModelException.class).matches(e -> !((ModelException) e).retriable());
        }
    }

    @Test
    void a_replay_is_recorded_and_can_be_replayed_itself() {
        try (RunLock lock = new RunFolder(folder.resolve("second")).lock("# A world\n");
                var journal = ReplyJournal.open(lock);
                var trace = TraceWriter.open(lock);
                var models = new Models(ModelSetup.of(Map.of()).withReplies(Replies.of(journal)))) {
            trace.record(new Event.Began(new EventId(0, 0, EventId.GAME_MASTER, 1), "w", "W", 1,
                    new LinkedHashMap<>(Map.of("engine", "1"))));
            reply(trace, models, "replay:" + folder.resolve("first"), "bo", "Bo?");
            trace.record(new Event.Stepped(new EventId(1, 1, EventId.GAME_MASTER, 1)));
        }

        try (var models = new Models(ModelSetup.of(Map.of()))) {
            assertThat(models.named("replay:" + folder.resolve("second")).orElseThrow()
                    .ask("1.1/bo/1", Asked.prompt("Bo?"), Asked.WORDS).value()).contains("I give Ada salt.");
        }
    }

    @Test
    void a_folder_without_a_run_is_said() {
        try (var models = new Models(ModelSetup.of(Map.of()))) {
            assertThatThrownBy(() -> models.named("replay:" + folder.resolve("none")))
                    .isInstanceOf(TraceException.class);
        }
    }
}
