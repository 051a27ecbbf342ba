package microcosm.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Listener;
import microcosm.gamemaster.Outcome;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.speech.RuleReader;
import microcosm.speech.Setting;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.trace.State;
import microcosm.trace.Trace;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// A society of people who take no time to think: what a step, an event and a sentence cost, and whether that grows with the
/// society or with the length of the run. Everything is played as by `microcosm run`: reading, settling, remembering, the trace synced
/// every step.
public final class SocietyBenchmark implements Benchmark {
    private static final int LONG = 200;
    private static final int EARLY = 20;
    private static final double FLAT = 1.5;
    private static final int LARGE = 10_000;
    /// MiB that a society of 10,000 may keep alive: what it is and what it remembers, not what it has done.
    private static final long BOUND = 1024;

    @Override
    public String name() { return "society"; }

    @Override
    public List<Row> measure(boolean full, Consumer<String> progress) {
        var rows = new ArrayList<Row>();
        progress.accept("society: five people, " + LONG + " steps");
        play(5, LONG, "shuffled"); // warms up
        fivePeople(play(5, LONG, "shuffled"), rows);
        sizes(progress, rows);
        progress.accept("society: reading");
        rows.add(reading());
        rows.addAll(PeopleOfModels.rows(progress));
        if (full) {
            progress.accept("society: 10,000 people, 100 steps");
            Played large = play(LARGE, 100, "simultaneous");
            rows.add(Row.of("10,000 people × 100 steps", said("at most %,d MiB alive at the end", BOUND),
                    said("%,d MiB, %,d at half; %.0f s, %,.0f events/s", large.alive().getLast(),
                            large.alive().getFirst(), large.seconds(), large.events() / large.seconds()),
                    large.alive().getLast() <= BOUND));
        }
        return rows;
    }

    @Override
    public List<Row> ofModels(Consumer<String> progress) { return PeopleOfModels.rows(progress); }

    private static void fivePeople(Played played, List<Row> rows) {
        double early = played.median(10, 60);
        double late = played.median(LONG - 50, LONG);
        rows.add(Row.of("a step of five people", "under 2 ms", said("%.2f ms (p50 of steps 150 to 200)", late),
                late < 2));
        rows.add(Row.of("the same, late against early", said("at most %.1f×", FLAT),
                said("%.2f× (%.2f ms before)", late / early, early), late / early <= FLAT));
        double bytes = (double) played.bytes() / LONG;
        rows.add(Row.of("trace of a step of five people", "under 5,000 bytes", said("%,.0f bytes", bytes),
                bytes < 5000));
    }

    private static void sizes(Consumer<String> progress, List<Row> rows) {
        var personSteps = new ArrayList<Double>();
        var bytes = new ArrayList<Double>();
        for (int people : new int[]{10, 100, 1000}) {
            int steps = 20_000 / people;
            progress.accept("society: " + people + " people, " + Math.min(steps, LONG) + " steps");
            Played played = play(people, Math.min(steps, LONG), "shuffled");
            double each = played.median(played.steps() / 4, played.steps()) / people;
            personSteps.add(each);
            bytes.add((double) played.early() / people / EARLY);
            rows.add(Row.of(said("%,d people", people), "measured",
                    said("%,.0f steps/s, %,.0f events/s, %,.0f bytes a person-step early on", 1000 / (each * people),
                            played.events() / played.seconds(), bytes.getLast()),
                    true));
        }
        double time = personSteps.getLast() / personSteps.get(1);
        rows.add(Row.of("time a person-step, 1,000 people against 100", "at most 2×", said("%.2f×", time), time <= 2));
        double size = bytes.getLast() / bytes.getFirst();
        rows.add(Row.of("bytes a person-step, 1,000 people against 10", "at most 1.2×", said("%.2f×", size),
                size <= 1.2));
    }

    private static Row reading() {
        World world = WorldFile.shipped("weir-village").world(new LinkedHashMap<>());
        var reader = new RuleReader(world);
        List<Setting.Named> people = world.cast().people().stream()
                .map(person -> new Setting.Named(person.id(), person.name())).toList();
        var setting = new Setting("mira-oduya", people, Optional.of("tomas-brandt"), List.of(),
                List.of("square", "doorstep"));
        List<String> said = List.of("Tomas, I'll give you 3 sacks of grain for two blocks of salt.",
                "The mill is sound, whatever they say.", "I take Peder's offer.", "I wait.",
                "Ilse, I repay you 2 grain. Thank you for your patience.",
                "They say the mill will stop at first frost, but I doubt it.");
        long sentences = 0;
        double best = 0;
        for (int round = 0; round < 6; round++) {
            long from = System.nanoTime();
            int read = 0;
            for (int i = 0; i < 20_000; i++) {
                read += reader.read(said.get(i % said.size()), setting).attempts().size();
            }
            sentences += read;
            best = Math.max(best, 20_000 / seconds(from));
        }
        return Row.of("sentences read on one core", "at least 20,000 a second",
                said("%,.0f a second (best of six rounds, %,d attempts found)", best, sentences), best >= 20_000);
    }

    /// @param millis of each step, in order
    /// @param bytes of its trace
    /// @param early bytes of its steps 1 to [#EARLY]: bringing people in costs what they are, not how they live, and a society that has
    ///        long talked and traded has less to say, so only the same steps compare
    /// @param alive MiB that survived a collection at half and at the end; of large societies only
    record Played(List<Double> millis, long events, long bytes, long early, double seconds,
            List<Long> alive) {
        int steps() { return millis.size(); }

        double median(int from, int to) {
            List<Double> some = millis.subList(from, to).stream().sorted().toList();
            return some.get(some.size() / 2);
        }
    }

    private static Played play(int people, int steps, String order) {
        return play(WorldFile.of("hamlets.world.md", Hamlets.world(people, steps, order)),
                people < LARGE ? List.of() : List.of(steps / 2, steps));
    }

    static Played play(WorldFile world) { return play(world, List.of()); }

    /// @param weighed the steps after which to weigh what is alive
    private static Played play(WorldFile world, List<Integer> weighed) {
        try {
            Path folder = Files.createTempDirectory("microcosm-bench");
            try {
                var clock = new Stopwatch(weighed);
                long from = System.nanoTime();
                Outcome outcome = Run.play(world,
                        new RunOptions(new LinkedHashMap<>(), 1, Optional.empty(), 2, Interventions.NONE), folder,
                        SocietyBenchmark::sitting, clock);
                double seconds = seconds(from);
                Trace trace = Trace.of(outcome.folder());
                return new Played(List.copyOf(clock.millis), trace.count(), trace.bytes(),
                        early(outcome.folder().trace()), seconds, List.copyOf(clock.alive));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return bytes after step 0, to the end of step [#EARLY] or of the run
    private static long early(Path trace) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(trace)) {
            long bytes = 0;
            for (int over = 0; over <= EARLY;) {
                String line = lines.readLine();
                if (line == null) {
                    return bytes;
                }
                bytes += over > 0 ? line.getBytes(StandardCharsets.UTF_8).length + 1 : 0;
                over += line.startsWith("{\"event\":\"stepped\"") ? 1 : 0;
            }
            return bytes;
        }
    }

    /// Notes how long each step took, the writing of the one before included, and what is alive after some.
    private static final class Stopwatch implements Listener {
        private final List<Double> millis = new ArrayList<>();
        private final List<Long> alive = new ArrayList<>();
        private final List<Integer> weighed;
        private long last = System.nanoTime();

        /// @param weighed the steps after which to weigh what is alive
        Stopwatch(List<Integer> weighed) { this.weighed = weighed; }

        @Override
        public void happened(Event event, State after) {
            if (event instanceof Event.Stepped) {
                long now = System.nanoTime();
                if (event.id().step() > 0) {
                    millis.add((now - last) / 1e6);
                }
                if (weighed.contains(event.id().step())) {
                    System.gc();
                    alive.add((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
                }
                last = System.nanoTime();
            }
        }
    }

    private static RunRecord.Sitting sitting() {
        return new RunRecord.Sitting("bench", BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static double seconds(long from) { return (System.nanoTime() - from) / 1e9; }

    @SuppressWarnings("AnnotateFormatMethod")
    static String said(String format, Object... values) { return String.format(Locale.ROOT, format, values); }
}
