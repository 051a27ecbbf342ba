package microcosm.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

import microcosm.models.HashedEmbedder;
import microcosm.testing.Seeds;
import microcosm.trace.EventId;
import microcosm.worlds.World;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Recall against the formula written down plainly: everything scored, everything sorted.
class OracleTest {
    private static final String[] WORDS = {"mill", "salt", "grain", "debt", "frost", "race"};

    @Seeds(100)
    void what_comes_up_is_the_beginning_of_everything_sorted(SplittableRandom chance) {
        var options = new LinkedHashMap<String, String>();
        options.put("relevance", chance.nextBoolean() ? "0" : "0.7");
        options.put("text", chance.nextBoolean() ? "0" : "1.3");
        options.put("recency", chance.nextBoolean() ? "0" : "0.4");
        options.put("importance", "0.5");
        options.put("decay", "0.9");
        var settings = Settings.of(new World.MemoryRegime("full", options),
                new World.Clock("round", 9, World.TurnOrder.SHUFFLED, false));
        var lived = new ArrayList<Remembrance>();
        var found = new ArrayList<String>();
        String cue = sentence(chance);
        try (var memory = new LuceneMemory(settings, new Vectors(new HashedEmbedder(), Optional.empty()),
                new RuleReflection(), IndexHome.of(Optional.empty(), settings, "hashed"), chance.nextInt(40),
                chance.nextBoolean() ? Runnable::run : Thread::startVirtualThread)) {
            for (int step = 1; step <= 9; step++) {
                for (int i = 1; i <= 1 + chance.nextInt(6); i++) {
                    var one = new Remembrance(new EventId(step, 1, "ada", i), step, sentence(chance),
                            chance.nextInt(3) / 2.0);
                    lived.add(one);
                    memory.remember("ada", one);
                }
                memory.stepped(step);
            }
            memory.recall("ada", new Cue(cue, 9), 7)
                    .forEach(one -> found.add(one.memory().event() + " " + rounded(one.score())));
        }

        var expected = new ArrayList<>(lived);
        expected.sort(Comparator.comparing((Remembrance one) -> -Double.parseDouble(rounded(score(one, cue, lived,
                settings.weighting())))).thenComparing(Remembrance::event));
        assertEquals(expected.stream().limit(7)
                .map(one -> one.event() + " " + rounded(score(one, cue, lived, settings.weighting()))).toList(), found);
    }

    private static String sentence(SplittableRandom chance) {
        var words = new ArrayList<String>();
        for (int i = 0; i <= chance.nextInt(5); i++) {
            words.add(WORDS[chance.nextInt(WORDS.length)]);
        }
        return String.join(" ", words);
    }

    private static String rounded(double score) { return String.format(Locale.ROOT, "%.9f", score); }

    private static double score(Remembrance one, String cue, List<Remembrance> lived, Weighting weighting) {
        double text = 0;
        double best = 0;
        double average = lived.stream().mapToInt(other -> words(other.text()).size()).average().orElseThrow();
        for (String word : words(cue).stream().distinct().toList()) {
            long in = lived.stream().filter(other -> words(other.text()).contains(word)).count();
            double rarity = Math.log(1 + (lived.size() - in + 0.5) / (in + 0.5));
            double count = words(one.text()).stream().filter(word::equals).count();
            best += in == 0 ? 0 : rarity * 2.2;
            text += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * words(one.text()).size() / average));
        }
        return weighting.relevance() * cosine(one.text(), cue) + weighting.text() * (best == 0 ? 0 : text / best)
                + weighting.recency() * Math.pow(0.9, 9 - one.step()) + weighting.importance() * one.importance();
    }

    private static List<String> words(String text) { return List.of(text.split(" ")); }

    private static double cosine(String one, String other) {
        byte[] a = Quantised.of(new HashedEmbedder().vector(one)).values();
        byte[] b = Quantised.of(new HashedEmbedder().vector(other)).values();
        return Quantised.dot(a, b, 0) * (double) (Quantised.of(a).perLength() * (double) Quantised.of(b).perLength());
    }
}
