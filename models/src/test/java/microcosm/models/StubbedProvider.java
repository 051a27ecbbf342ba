package microcosm.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import microcosm.testing.Protocol;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;

/// A provider played by a stub server on loopback, and somebody who asks it.
@Timeout(120)
abstract class StubbedProvider {
    private static final Patience SHORT = new Patience(3, Duration.ofMillis(10), Duration.ofMillis(50),
            Duration.ofSeconds(5), Duration.ofMillis(100));
    static final String KEY = "sk-planted-0123456789abcdef-END";

    @TempDir
    Path folder;

    abstract Provider provider();

    abstract Protocol protocol();

    <T> Answer<T> ask(StubServer server, Question<T> question) { return ask(server, question, "What do you do, Ada?"); }

    <T> Answer<T> ask(StubServer server, Question<T> question, String prompt) {
        return ask(models(server), question, prompt);
    }

    Answer<String> askUntil(Duration deadline, StubServer server) {
        return ask(models(server, deadline), Asked.WORDS, "What do you do, Ada?");
    }

    private <T> Answer<T> ask(Models asked, Question<T> question, String prompt) {
        try (asked) {
            return asked.named(provider().word() + ":m").orElseThrow().ask("1.1/ada/1", Asked.prompt(prompt),
                    question);
        }
    }

    Models models(StubServer server) { return models(server, Duration.ofMinutes(1)); }

    private Models models(StubServer server, Duration deadline) {
        Map<String, String> environment = new HashMap<>();
        environment.put(provider().addressVariable(), server.address());
        if (!provider().keyVariable().isEmpty()) {
            environment.put(provider().keyVariable(), KEY);
        }
        return new Models(ModelSetup.of(environment).withPatience(SHORT).withDeadline(deadline)
                .withCalls(CallLog.open(folder.resolve("calls.jsonl"))).withRepairs(0));
    }

    List<String> calls() throws IOException { return Files.readAllLines(folder.resolve("calls.jsonl")); }

    static String outcome(Callable<Answer<?>> asking) {
        try {
            var answer = asking.call();
            assertThat(answer.value()).as(answer.outcome()).isEmpty();
            return answer.outcome();
        } catch (ModelException e) {
            return e.getCause() instanceof Fault fault ? fault.kind().word() : e.toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
