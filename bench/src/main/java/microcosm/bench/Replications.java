package microcosm.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

import microcosm.worlds.WorldFile;

/// The shipped replications of published results: worlds with the published parameters, and a page that says what has to come out. They lie
/// in `examples/replications`, where people look for them, and are taken along here, so that the program can play them anywhere.
public final class Replications {
    private static final String FOLDER = "/microcosm/bench/replications/";

    private final List<Expectation> expectations;
    private final SequencedMap<Series, List<Map<String, Double>>> played = new LinkedHashMap<>();

    private Replications(List<Expectation> expectations) { this.expectations = expectations; }

    public static Replications shipped() { return new Replications(ExpectationsPage.read(text("README.md"))); }

    /// Runs that several rows may look at.
    private record Series(String world, SequencedMap<String, String> settings, boolean fast, int runs) {}

    /// @return names of the results, in the order of the page
    public List<String> names() { return expectations.stream().map(Expectation::result).distinct().toList(); }

    /// @return the rows of one result
    public List<Expectation> of(String name) {
        return expectations.stream().filter(one -> one.result().equals(name)).toList();
    }

    /// Plays what a row needs and has not been played, with seeds 1, 2, 3 …, as many at once as there are processors.
    ///
    /// @param progress told in one line what is being played
    /// @throws microcosm.worlds.WorldException if the world cannot be played with these settings
    /// @throws IllegalArgumentException if the world has no such measure or benchmark
    public Replicated replicate(Expectation expectation, Consumer<String> progress) {
        var series = new Series(expectation.world(), expectation.settings(), expectation.fast(), expectation.runs());
        long from = System.nanoTime();
        boolean known = played.containsKey(series);
        List<Map<String, Double>> runs = played.computeIfAbsent(series, _ -> {
            progress.accept(expectation.result() + ": " + expectation.world() + " " + expectation.settings());
            return Plays.all(world(expectation.world()), expectation.settings(), expectation.fast(),
                    expectation.runs());
        });
        double[] numbers = runs.stream().mapToDouble(run -> number(expectation, run)).sorted().toArray();
        return new Replicated(expectation, expectation.statistic().of(numbers),
                known ? 0 : (System.nanoTime() - from) / 1e9);
    }

    private static double number(Expectation expectation, Map<String, Double> run) {
        Double number = run.get(expectation.number());
        if (number == null) {
            throw new IllegalArgumentException(expectation.world() + " gives no number \"" + expectation.number()
                    + "\"; there are: " + String.join(", ", run.keySet()));
        }
        return number;
    }

    /// @return every world the page names, in its order
    List<WorldFile> worlds() {
        var ids = new ArrayList<String>();
        expectations.stream().map(Expectation::world).distinct().forEach(ids::add);
        return ids.stream().map(Replications::world).toList();
    }

    static WorldFile world(String id) {
        String name = id + ".world.md";
        return WorldFile.of(name, text(name));
    }

    private static String text(String name) {
        try (InputStream in = Replications.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no \"" + name + "\" among the replications");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
