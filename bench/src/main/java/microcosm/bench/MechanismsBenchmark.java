package microcosm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import microcosm.gamemaster.Rounds;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.trace.RunRecord;
import microcosm.trace.Trace;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// How fast games are played: two players in a table of moves, without words, by the policies and mechanisms of any world; and thousands of scripted
/// people with a trace.
public final class MechanismsBenchmark implements Benchmark {
    private static final double GOAL = 5e6;
    private static final double MOST_BYTES = 100;
    private static final double MOST_SECONDS = 60;
    private static final long PERSON_ROUNDS = 10_000_000;

    @Override
    public String name() { return "mechanisms"; }

    @Override
    public List<Row> measure(boolean full, Consumer<String> progress) {
        var rows = new ArrayList<Row>();
        progress.accept("mechanisms: two players");
        var learning = new LinkedHashMap<String, String>();
        learning.put("longest", "2000000");
        rows.add(decisions("Q-learning in prices, memory of a round",
                Replications.world("calvano").world(learning)));
        String dilemma = Replications.world("axelrod").text().replace("steps: 200", "steps: 5000000");
        rows.add(decisions("tit for tat in the dilemma",
                WorldFile.of("axelrod.world.md", dilemma).world(new LinkedHashMap<>())));
        int people = full ? 10_000 : 1_000;
        int rounds = full ? 1_000 : 20;
        progress.accept("mechanisms: " + people + " scripted people, " + rounds + " rounds");
        scripted(people, rounds, rows);
        return rows;
    }

    private static Row decisions(String name, World world) {
        double best = 0;
        for (int time = 0; time < 3; time++) {
            long from = System.nanoTime();
            double rounds = Rounds.play(world, 1).getOrDefault("rounds", 0.0);
            best = Math.max(best, 2 * rounds / seconds(from));
        }
        return Row.of(name, "at least 5 million decisions/s on one core",
                said("%.1f million/s (best of three)", best / 1e6), best >= GOAL);
    }

    private static void scripted(int people, int rounds, List<Row> rows) {
        try {
            Path folder = Files.createTempDirectory("microcosm-bench");
            try {
                long from = System.nanoTime();
                Outcome outcome = Run.play(WorldFile.of("pasture.world.md", pasture(people, rounds)),
                        new RunOptions(new LinkedHashMap<>(), 1, Optional.empty(), 2, Interventions.NONE), folder,
                        () -> new RunRecord.Sitting("bench", BigDecimal.ZERO, "", "", "", "",
                                RunRecord.Totals.NONE),
                        Listener.NOBODY);
                double seconds = seconds(from);
                Trace trace = Trace.of(outcome.folder());
                double all = seconds * PERSON_ROUNDS / ((double) people * rounds);
                String what = said("%,d scripted people × %,d rounds, traced", people, rounds);
                rows.add(Row.of(what, "10,000 × 1,000 in under 60 s", said("%.1f s: %,.0f person-rounds/s, so %,.0f s",
                        seconds, people * rounds / seconds, all), all < MOST_SECONDS));
                double bytes = (double) trace.bytes() / trace.count();
                rows.add(Row.of("bytes an event there", "at most 100", said("%.1f; %.0f a person-round", bytes,
                        (double) trace.bytes() / ((double) people * rounds)), bytes <= MOST_BYTES));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pasture(int people, int rounds) { return """
                ---
                format: world/1
                id: pasture
                clock: {unit: round, steps: %2$d, order: simultaneous}
                game-master: rules
                speech: off
                memory: none
                ---

                # The Pasture

                Half take one a round, some two, some three, and some their share of what grows back.

                ## Populations

                ### Herders

                - count: %1$d
                - names: Herder {n}
                - policy: harvest(amount: 1)

                ### Ranchers

                - count: %4$d
                - names: Rancher {n}
                - policy: harvest(amount: 2)

                ### Sharers

                - count: %4$d
                - names: Sharer {n}
                - policy: harvest(rule: share, of: %1$d)

                ### Raiders

                - count: %5$d
                - names: Raider {n}
                - policy: harvest(amount: 3)

                ## Markets

                | commons | mechanism | stock | growth | capacity |
                |---|---|---|---|---|
                | pasture | common-pool | %3$d | 2 | %3$d |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | take(from: market, units: quantity 0..100) | | supply(from, units) |
                """.formatted(people / 2, rounds, 4 * people, people / 5, people / 10); }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static double seconds(long from) { return (System.nanoTime() - from) / 1e9; }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String said(String format, Object... values) { return String.format(Locale.ROOT, format, values); }
}
