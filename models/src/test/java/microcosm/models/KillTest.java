package microcosm.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.testing.Protocol;
import microcosm.testing.Received;
import microcosm.testing.Served;
import microcosm.testing.StubServer;
import microcosm.trace.RunFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// What is paid for is not paid for twice, whatever happens to the process.
class KillTest {
    private static final Pattern CALL = Pattern.compile("This is call (\\d+)\\.");
    /// A line of the journal that was written to its end.
    private static final Pattern KEPT = Pattern.compile("\"call\":\"(\\d+)\\.1/ada/1\".*}$");
    private static final int CALLS = 1_000;
    private static final int IN_FLIGHT = 50;

    @TempDir
    Path folder;

    @Test
    void a_run_killed_in_the_middle_and_continued_asks_nothing_twice_save_what_was_in_flight()
            throws IOException, InterruptedException {
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes.").late(Duration.ofMillis(50)))) {
            var first = process(server);
            for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); server.count() < CALLS / 2;) {
                assertThat(System.nanoTime()).as("half the calls within a minute").isLessThan(end);
                Thread.sleep(5);
            }
            first.destroyForcibly().waitFor();
            assertThat(server.count()).isLessThan(CALLS);
            List<String> kept = Files.readAllLines(new RunFolder(folder).replies()).stream().map(KEPT::matcher)
                    .filter(Matcher::find).map(line -> line.group(1)).toList();

            var second = process(server);
            assertThat(second.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isZero();

            Map<String, Integer> times = new TreeMap<>();
            for (Received request : server.requests()) {
                var call = CALL.matcher(request.body());
                assertThat(call.find()).isTrue();
                times.merge(call.group(1), 1, Integer::sum);
            }
            assertThat(times).hasSize(CALLS);
            assertThat(kept).hasSizeGreaterThan(CALLS / 4).allMatch(call -> times.get(call) == 1);
            assertThat(times.values().stream().filter(count -> count > 1).count()).isLessThanOrEqualTo(IN_FLIGHT);
            assertThat(times.values()).allMatch(count -> count <= 2);

            int paid = server.count();
            assertThat(process(server).waitFor()).isZero();
            assertThat(server.count()).as("calls made once everything is on disk").isEqualTo(paid);
        }
    }

    private Process process(StubServer server) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), PaidCalls.class.getName(),
                server.address(), folder.toString(), Integer.toString(CALLS))).inheritIO().start();
    }
}
