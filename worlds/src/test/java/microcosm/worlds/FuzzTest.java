package microcosm.worlds;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import microcosm.testing.Seeds;
import microcosm.worlds.syntax.Source;

import static org.assertj.core.api.Assertions.assertThat;

class FuzzTest {
    private static final List<String> NASTY = List.of("|", "\n", "- ", "## ", "### ", "{{", "}}", "[", "](#", ")", "`",
            "```", "---\n", "<!--", "-->", "&a",
            "*a", "!!x ", "\"", "\t", "\r\n", "\u202E", "\u0430", "\uD83D\uDE00", "\uD83D", "999999999999", "-1", "0",
            " when ", " = ", "(", "((((((((", ",", ",,", ":",
            "\u0000", "if(", "count(people, ", "every 0 days", "days 0", "1..0", "^9^9^9", "/0", "../x.md", "> ",
            "    ", "1. ", "|---|", "\\|", "%");

    private static final List<String> LIBRARY = WorldFile.shippedIds().stream().map(id -> WorldFile.shipped(id).text())
            .toList();

    static String mutated(SplittableRandom random) {
        var text = new StringBuilder(LIBRARY.get(random.nextInt(LIBRARY.size())));
        shortened(text, random);
        int edits = 1 + random.nextInt(6);
        for (int i = 0; i < edits && text.length() > 2; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(40));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(from, NASTY.get(random.nextInt(NASTY.size())));
                case 3 ->
                    text.replace(from, Math.min(text.length(), from + 1), NASTY.get(random.nextInt(NASTY.size())));
                case 4 -> text.insert(from, LIBRARY.get(random.nextInt(LIBRARY.size())), 0, 60);
                default -> text.setCharAt(from, (char) (32 + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    /// Leaves most sections out, so that many small worlds are tried instead of few large ones.
    private static void shortened(StringBuilder text, SplittableRandom random) {
        String[] parts = text.toString().split("(?=\n## )");
        text.setLength(0);
        text.append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            if (random.nextInt(4) == 0) {
                text.append(parts[i]);
            }
        }
    }

    private static void holds(String text) {
        long lines = new Source("w.md", text).lines();
        for (Problem problem : WorldFile.of("w.md", text).check()) {
            boolean placed = problem.at().file().equals("w.md") && problem.at().line() <= lines
                    && !problem.what().isBlank();
            if (!placed) {
                throw new AssertionError("a problem without a place: " + problem);
            }
        }
    }

    @Seeds(500)
    void a_mutated_world_gives_problems_with_positions_and_nothing_else(SplittableRandom random) {
        holds(mutated(random));
    }

    @Test
    @Tag("slow")
    void a_hundred_thousand_mutated_worlds_give_problems_with_positions_and_nothing_else() {
        long began = System.nanoTime();
        LongStream.range(0, 100_000).parallel().forEach(seed -> {
            String text = mutated(new SplittableRandom(seed));
            long before = System.nanoTime();
            try {
                holds(text);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed, e);
            }
            assertThat(System.nanoTime() - before).as("seed %d", seed).isLessThan(Duration.ofSeconds(10).toNanos());
        });
        System.out.printf(Locale.ROOT, "100000 mutated worlds in %.1f s%n", (System.nanoTime() - began) / 1e9);
    }
}
