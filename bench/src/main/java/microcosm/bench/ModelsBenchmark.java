package microcosm.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import microcosm.models.LanguageModel;
import microcosm.models.ModelSetup;
import microcosm.models.Models;
import microcosm.models.Question;
import microcosm.prompts.Prompt;
import microcosm.testing.Protocol;
import microcosm.testing.Served;
import microcosm.testing.StubServer;

/// What the way to a provider costs beyond the network: against the bare JDK client, on loopback, in the same run. Client
/// and server share the machine.
public final class ModelsBenchmark implements Benchmark {
    private static final int CALLS = 10_000;
    private static final int WARMING = 5;
    private static final int ROUNDS = 10;
    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final double RATIO = 1.5;
    private static final double OVERHEAD_MS = 25;
    private static final int THREADS = 64;
    private static final long GROWTH_BYTES = 16L << 20;
    private static final String SAID = "Bo, I'll take four sacks of flour, and you get a barrel of salt for them.";

    @Override
    public String name() { return "models"; }

    @Override
    public List<Row> measure(boolean full, Consumer<String> progress) {
        var rows = new ArrayList<Row>();
        try (var server = StubServer.start(Protocol.OPENAI, request -> Served.said(SAID).late(LATENCY), 0);
                var models = new Models(ModelSetup.of(Map.of("MICROCOSM_BASE_URL", server.address()))
                        .withConcurrency(1_000));
                var bare = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                        .executor(Executors.newVirtualThreadPerTaskExecutor()).build()) {
            var model = models.named("compatible:stub").orElseThrow();
            IntConsumer asking = call -> ask(model, call);
            IntConsumer posting = call -> post(bare, server.address());

            progress.accept("10,000 calls of 100 ms, 1,000 in flight, ten times, and as often without us");
            // Until everything is compiled, and each of the thousand connections has its 16 kB of buffers.
            for (int round = 0; round < WARMING; round++) {
                run(CALLS, 1_000, posting);
                run(CALLS, 1_000, asking);
            }
            burst(posting, asking, rows);

            progress.accept("100 in flight");
            double bareP99 = Double.MAX_VALUE;
            double p99 = Double.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                bareP99 = Math.min(bareP99, p99(2_000, 100, posting));
                p99 = Math.min(p99, p99(2_000, 100, asking));
            }
            rows.add(Row.of("p99 of a call of 100 ms, 100 in flight", "under 25 ms more than the bare JDK client",
                    String.format(Locale.ROOT, "%.1f ms more (%.1f ms, bare %.1f ms)", p99 - bareP99, p99, bareP99),
                    p99 - bareP99 < OVERHEAD_MS));
        }
        return rows;
    }

    /// In turns, the best of ten each: whatever else the machine does disturbs both alike.
    private static void burst(IntConsumer posting, IntConsumer asking, List<Row> rows) {
        var threads = ManagementFactory.getThreadMXBean();
        int added = 0;
        double floor = Double.MAX_VALUE;
        double reached = Double.MAX_VALUE;
        long alive = used();
        for (int round = 0; round < ROUNDS; round++) {
            floor = Math.min(floor, run(CALLS, 1_000, posting));
            threads.resetPeakThreadCount();
            int before = threads.getThreadCount();
            reached = Math.min(reached, run(CALLS, 1_000, asking));
            added = Math.max(added, threads.getPeakThreadCount() - before);
        }
        long growth = used() - alive;
        rows.add(Row.of("10,000 calls of 100 ms, 1,000 in flight", "at most 1.5 times the bare JDK client",
                String.format(Locale.ROOT, "%.2f times (%.2f s, bare %.2f s)", reached / floor, reached, floor),
                reached <= RATIO * floor));
        rows.add(Row.of("platform threads for 1,000 calls in flight", "fewer than " + THREADS + " more",
                added + " more", added < THREADS));
        rows.add(Row.of("memory over 100,000 calls", "grows by less than 16 MB",
                String.format(Locale.ROOT, "%.1f MB more (%.1f MB before)", growth / 1048576.0, alive / 1048576.0),
                growth < GROWTH_BYTES));
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 3; time++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /// @return seconds until all calls were answered
    private static double run(int calls, int inFlight, IntConsumer one) {
        long began = System.nanoTime();
        latencies(calls, inFlight, one);
        return (System.nanoTime() - began) / 1e9;
    }

    /// @return milliseconds that 99 of 100 calls do not exceed, waiting for their turn not included
    private static double p99(int calls, int inFlight, IntConsumer one) {
        long[] sorted = latencies(calls, inFlight, one);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.99 * calls) - 1] / 1e6;
    }

    private static long[] latencies(int calls, int inFlight, IntConsumer one) {
        var room = new Semaphore(inFlight);
        var running = new ArrayList<Future<Long>>(calls);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < calls; call++) {
                int number = call;
                running.add(threads.submit(() -> {
                    room.acquire();
                    try {
                        long began = System.nanoTime();
                        one.accept(number);
                        return System.nanoTime() - began;
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        var nanos = new long[calls];
        for (int call = 0; call < calls; call++) {
            try {
                nanos[call] = running.get(call).get();
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException("call " + call + " failed", e);
            }
        }
        return nanos;
    }

    private static void ask(LanguageModel model, int call) {
        var answer = model.ask(call + ".1/ada/1", PROMPT, WORDS);
        if (!answer.outcome().equals("used")) {
            throw new IllegalStateException("call " + call + ": " + answer.outcome());
        }
    }

    private static void post(HttpClient client, String address) {
        var request = HttpRequest.newBuilder(URI.create(address + "/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"model\":\"stub\",\"messages\":[{\"role\":\"user\",\"content\":\""
                        + PROMPT.text() + "\"}]}"))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200 || !response.body().contains(SAID)) {
                throw new IllegalStateException("status " + response.statusCode());
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException("the bare client failed", e);
        }
    }

    private static final Prompt PROMPT = new Prompt("bench/turn", "0",
            List.of(new Prompt.Part("You are Ada, a miller. ".repeat(40) + "What do you do?", "", "")));

    private static final Question<String> WORDS = new Question<>() {
        @Override
        public String purpose() { return "act"; }

        @Override
        public String schema() { return ""; }

        @Override
        public String read(String reply) { return reply; }
    };
}
