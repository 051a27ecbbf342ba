package microcosm.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import microcosm.testing.Golden;
import microcosm.worlds.Attempt;
import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;

/// Measures the reader on hand-written sentences and keeps the table in `corpus/README.md`.
class CorpusTest {
    private static final Path CORPUS = Path.of("corpus");

    record Line(String world, String text, List<String> attempts, List<String> claims, String how) {
        boolean holdsNone() { return attempts.isEmpty(); }
    }

    record Outcome(Line line, List<String> attempts, List<String> claims, boolean unclear, boolean spoken) {}

    record Figures(int sentences, double precision, double recall, double f1, int none, int falseSentences,
            double claims,
            double unclear, double spoken) {
        double falseShare() { return none == 0 ? 0 : falseSentences / (double) none; }
    }

    @Test
    void hand_written_sentences_are_read_as_they_are_meant() throws IOException {
        List<Outcome> development = outcomes("development.md");
        List<Outcome> heldOut = outcomes("held-out.md");
        Figures all = figures(Stream.concat(development.stream(), heldOut.stream()).toList());
        String table = table(figures(development), figures(heldOut), all);

        new Golden(CORPUS.resolve("README.md")).matches(table);

        assertThat(all.sentences()).isGreaterThanOrEqualTo(300);
        assertThat(all.f1()).isGreaterThanOrEqualTo(0.90);
        assertThat(all.falseShare()).isLessThanOrEqualTo(0.02);
    }

    private static List<Outcome> outcomes(String file) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        for (String row : Files.readAllLines(CORPUS.resolve(file))) {
            String[] cells = row.split("\\|", -1);
            if (cells.length == 7 && !cells[1].strip().equals("world") && !cells[1].startsWith("-")) {
                outcomes.add(outcome(new Line(cells[1].strip(), cells[2].strip(), list(cells[3]), list(cells[4]),
                        cells[5].strip())));
            }
        }
        return outcomes;
    }

    private static List<String> list(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(" · "));
    }

    private static Outcome outcome(Line line) {
        int plus = line.world.indexOf('+');
        Fixture fixture = Fixture.named(plus < 0 ? line.world : line.world.substring(0, plus));
        if (plus >= 0) {
            var offers = new ArrayList<Setting.OpenOffer>();
            offers.add(new Setting.OpenOffer("o1", "tomas-brandt", Bundle.parse("2 salt"), Bundle.parse("3 grain")));
            if (line.world.endsWith("i")) {
                offers.add(new Setting.OpenOffer("o2", "ilse-varga", Bundle.parse("2 coin"), Bundle.parse("1 grain")));
            }
            fixture = fixture.offers(offers.toArray(Setting.OpenOffer[]::new));
            if (line.world.endsWith("i")) {
                fixture = fixture.turnedTo("-");
            }
        }
        Reading reading = fixture.read(line.text);
        List<String> attempts = reading.attempts().stream().filter(a -> a.argument("text").isEmpty())
                .map(CorpusTest::shown).toList();
        List<String> claims = reading.claims().stream()
                .map(c -> c.claim() + " " + c.stance().name().toLowerCase(Locale.ROOT)).toList();
        boolean spoken = reading.attempts().stream().anyMatch(a -> a.argument("text").isPresent());
        return new Outcome(line, attempts, claims, !reading.unclear().isEmpty(), spoken);
    }

    private static String shown(Attempt attempt) {
        return attempt.action() + "(" + attempt.arguments().values().stream().collect(Collectors.joining("; ")) + ")";
    }

    private static Figures figures(List<Outcome> outcomes) {
        int right = 0;
        int found = 0;
        int wanted = 0;
        int claims = 0;
        int unclear = 0;
        int spoken = 0;
        for (Outcome o : outcomes) {
            var left = new ArrayList<>(o.line.attempts);
            for (String attempt : o.attempts) {
                right += left.remove(attempt) ? 1 : 0;
            }
            found += o.attempts.size();
            wanted += o.line.attempts.size();
            claims += o.claims.equals(o.line.claims) ? 1 : 0;
            unclear += o.unclear == o.line.how.equals("unclear") ? 1 : 0;
            spoken += o.line.how.equals("unclear") || o.spoken != o.line.how.equals("narrated") ? 1 : 0;
        }
        double precision = found == 0 ? 1 : right / (double) found;
        double recall = wanted == 0 ? 1 : right / (double) wanted;
        int n = outcomes.size();
        return new Figures(n, precision, recall, 2 * precision * recall / (precision + recall),
                (int) outcomes.stream().filter(o -> o.line.holdsNone()).count(),
                (int) outcomes.stream().filter(o -> o.line.holdsNone() && !o.attempts.isEmpty()).count(),
                claims / (double) n,
                unclear / (double) n, spoken / (double) n);
    }

    private static String table(Figures development, Figures heldOut, Figures all) { return """
                # Sentences to be read

                Written by hand, as different people would say or type them, in six small worlds; none was made by the realiser. The worlds are
                in `Fixture`; `weir+t` is `weir` with an offer of Tomas standing (o1: 2 salt for 3 grain), `weir+ti` also with one of Ilse's
                (o2: 2 coin for 1 grain). Rules are changed on the development half only. An attempt counts as found when its action and all its
                arguments are right; a false attempt is a sentence that holds none in which one is found. Claims, unclear and spoken are
                shares of sentences judged right; speaking is not counted among attempts. `-Dgolden.update=true` writes this page.

                | | sentences | precision | recall | F1 | hold none | false | claims | unclear | spoken |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """
            + row("development", development) + row("held out", heldOut) + row("all", all); }

    private static String row(String name, Figures f) {
        return String
                .format(Locale.ROOT, "| %s | %d | %.3f | %.3f | %.3f | %d | %d | %.3f | %.3f | %.3f |%n", name,
                        f.sentences,
                        f.precision, f.recall, f.f1, f.none, f.falseSentences, f.claims, f.unclear, f.spoken)
                .replace("\r", "");
    }

}
