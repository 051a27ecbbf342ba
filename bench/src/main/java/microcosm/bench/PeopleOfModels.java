package microcosm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Minds;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.gamemaster.Switchboard;
import microcosm.models.ModelName;
import microcosm.models.ModelSpec;
import microcosm.models.Reply;
import microcosm.models.Request;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.trace.State;
import microcosm.worlds.WorldFile;

/// A society whose people are a stub of a language model: what a step costs in calls, characters and time beside the model's own.
///
/// Beside them stands what was measured of Concordia 2.4 (513c3d6) with a mock model on a machine of this kind: 9.8 and 8.1 calls a
/// person-step, 26 and 216 in turn; 72,600 characters a step of five, growing to 659,000; 48 ms a step, growing to 366.
final class PeopleOfModels {
    private static final int LONG = 200;
    private static final String STUB = "script:stub";

    private PeopleOfModels() {}

    static List<Row> rows(Consumer<String> progress) {
        var rows = new ArrayList<Row>();
        for (int people : new int[]{5, 100}) {
            progress.accept("society: " + people + " people of a stub model");
            calls(people, "simultaneous", people == 5 ? 1.3 : 1.2, rows);
            calls(people, "in-turn", 2.0, rows);
        }
        progress.accept("society: five people of a stub model, " + LONG + " steps");
        play(5, 60, "simultaneous", Duration.ZERO, 8); // warms up
        Played played = play(5, LONG, "simultaneous", Duration.ZERO, 8);
        prompts(played, rows);
        time(played, rows);
        progress.accept("society: 100 people of a stub model, 50 ms a call");
        play(100, 150, "simultaneous", Duration.ZERO, 100); // warms up
        rows.add(round(play(100, 22, "simultaneous", Duration.ofMillis(50), 100).millis()));
        return rows;
    }

    /// The best of twenty rounds, once people have something to remember; whatever else the machine does can only add to a round.
    private static Row round(List<Double> millis) {
        List<Double> rounds = millis.subList(2, millis.size()).stream().sorted().toList();
        return Row.of("100 people, 50 ms a call, one round", "at most 62.5 ms (1.25 × one call; Concordia 23.5 s)",
                SocietyBenchmark.said("%.1f ms (best of %d, p50 %.1f ms)", rounds.getFirst(), rounds.size(),
                        rounds.get(rounds.size() / 2)),
                rounds.getFirst() <= 62.5);
    }

    private static void calls(int people, String order, double most, List<Row> rows) {
        int steps = 10;
        Played played = play(people, steps, order, Duration.ZERO, 8);
        double each = (double) played.calls() / people / steps;
        rows.add(Row.of(SocietyBenchmark.said("calls a person-step, %s, %d people", order, people),
                SocietyBenchmark.said("at most %.1f", most), SocietyBenchmark.said("%.2f", each), each <= most));
    }

    private static void prompts(Played played, List<Row> rows) {
        double early = played.characters(10, 60);
        double late = played.characters(LONG - 50, LONG);
        rows.add(Row.of("characters of prompt a person-step, steps 150 to 200", "at most 6,000",
                SocietyBenchmark.said("%,.0f", late), late <= 6000));
        rows.add(Row.of("the same, late against early", "at most 1.1×",
                SocietyBenchmark.said("%.2f× (%,.0f before)", late / early, early), late / early <= 1.1));
        rows.add(Row.of("of these, as in the same person's call before", "at least 60 %",
                SocietyBenchmark.said("%.0f %%", played.stable() * 100), played.stable() >= 0.6));
    }

    private static void time(Played played, List<Row> rows) {
        double early = played.median(10, 60);
        double late = played.median(LONG - 50, LONG);
        rows.add(Row.of("a step of five people of a model that takes no time", "under 5 ms",
                SocietyBenchmark.said("%.2f ms (p50 of steps 150 to 200)", late), late < 5));
        rows.add(Row.of("the same, late against early", "at most 1.5×",
                SocietyBenchmark.said("%.2f× (%.2f ms before)", late / early, early), late / early <= 1.5));
    }

    /// @param lengths characters of each prompt, by step from 1
    /// @param stable share of a prompt's characters that its person's last prompt began with too
    private record Played(List<Double> millis, long calls, Map<Integer, List<Integer>> lengths, double stable) {
        double median(int from, int to) {
            List<Double> some = millis.subList(from, to).stream().sorted().toList();
            return some.get(some.size() / 2);
        }

        double characters(int from, int to) {
            return lengths.entrySet().stream().filter(step -> step.getKey() > from && step.getKey() <= to)
                    .flatMap(step -> step.getValue().stream()).mapToInt(Integer::intValue).average().orElse(0);
        }
    }

    private static Played play(int people, int steps, String order, Duration latency, int concurrency) {
        try {
            Path folder = Files.createTempDirectory("microcosm-bench");
            try {
                var stub = new StubMind(latency);
                var seen = new Prompts(stub);
                var clock = new Stopwatch();
                Run.play(WorldFile.of("hamlets.world.md", Hamlets.world(people, steps, order)),
                        new RunOptions(new LinkedHashMap<>(), 1, Optional.empty(), concurrency, Interventions.NONE,
                                Minds.of(ModelSpec.of(STUB))),
                        folder, PeopleOfModels::sitting, Switchboard.NONE.with(ModelName.of(STUB), seen), clock);
                return new Played(List.copyOf(clock.millis), stub.calls.get(), seen.lengths(), seen.stable());
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a run cannot be played in a temporary folder", e);
        }
    }

    private static RunRecord.Sitting sitting() {
        return new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE);
    }

    /// Keeps prompts as they pass, and looks at them when everybody has been asked, so as not to be in the way.
    private static final class Prompts implements Function<Request, Reply> {
        private final Function<Request, Reply> model;
        private final Queue<Request> passed = new ConcurrentLinkedQueue<>();

        Prompts(Function<Request, Reply> model) { this.model = model; }

        @Override
        public Reply apply(Request request) {
            passed.add(request);
            return model.apply(request);
        }

        /// @return characters of each prompt, by step
        Map<Integer, List<Integer>> lengths() {
            return passed.stream().collect(Collectors.groupingBy(Prompts::step,
                    Collectors.mapping(request -> text(request).length(), Collectors.toList())));
        }

        /// @return share of the characters that a person's last prompt began with too
        double stable() {
            var last = new LinkedHashMap<String, String>();
            long same = 0;
            long all = 0;
            for (Request request : passed) {
                String text = text(request);
                String before = last.put(person(request), text);
                if (before != null) {
                    int common = 0;
                    while (common < Math.min(before.length(), text.length())
                            && before.charAt(common) == text.charAt(common)) {
                        common++;
                    }
                    same += common;
                    all += text.length();
                }
            }
            return all == 0 ? 0 : (double) same / all;
        }

        private static String text(Request request) { return request.messages().getFirst().text(); }

        private static int step(Request request) {
            return Integer.parseInt(request.call(), 0, request.call().indexOf('.'), 10);
        }

        private static String person(Request request) {
            return request.call().substring(request.call().indexOf('/') + 1, request.call().lastIndexOf('/'));
        }
    }

    /// Takes the time of each step.
    private static final class Stopwatch implements microcosm.gamemaster.Listener {
        private final List<Double> millis = new ArrayList<>();
        private long from = System.nanoTime();

        @Override
        public void happened(Event event, State after) {
            if (event instanceof Event.Stepped stepped) {
                long now = System.nanoTime();
                if (stepped.id().step() > 0) {
                    millis.add((now - from) / 1e6);
                }
                from = now;
            }
        }
    }
}
