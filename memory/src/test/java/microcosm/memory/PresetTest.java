package microcosm.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.models.Embedder;
import microcosm.trace.EventId;
import microcosm.trace.Explanation;
import microcosm.worlds.World;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PresetTest {
    private static final double EXACTLY = 1e-12;

    /// Texts are vectors: `3 4`.
    private record Written() implements Embedder {
        @Override
        public String name() { return "written"; }

        @Override
        public int dimensions() { return 2; }

        @Override
        public boolean exact() { return true; }

        @Override
        public float[] vector(String text) {
            String[] numbers = text.split(" ");
            return new float[]{Float.parseFloat(numbers[0]), Float.parseFloat(numbers[1])};
        }
    }

    private static Memory memory(String unit, String... options) {
        var chosen = new LinkedHashMap<String, String>();
        for (int i = 0; i < options.length; i += 2) {
            chosen.put(options[i], options[i + 1]);
        }
        return Memories.open(Optional.empty(), new World.Clock(unit, 100, World.TurnOrder.SHUFFLED, false),
                new World.MemoryRegime("full", chosen), new Written());
    }

    private static void remember(Memory memory, int step, String text, int rating) {
        memory.remember("ada", new Remembrance(new EventId(step, 1, "ada", 1), step, text,
                Remembrance.importance(rating)));
    }

    private static Map<String, Double> scores(Memory memory, Cue cue) {
        var scores = new LinkedHashMap<String, Double>();
        memory.recall("ada", cue, 10).forEach(one -> scores.put(one.memory().text(), one.score()));
        return scores;
    }

    @Test
    void a_day_costs_what_park_and_ai_town_say() {
        for (var decay : Map.of("0.995", 0.8867, "0.99", 0.7857).entrySet()) {
            for (String unit : List.of("hour", "day")) {
                var memory = memory(unit, "preset", "park", "scale", "as-is", "importance", "0", "decay",
                        decay.getKey());
                int day = unit.equals("hour") ? 24 : 1;
                remember(memory, 1, "1 0", 1);
                remember(memory, 1 + day, "0 1", 1);

                var scores = scores(memory, new Cue("", 1 + day));

                assertEquals(List.of("0 1", "1 0"), List.copyOf(scores.keySet()));
                assertEquals(decay.getValue(), scores.get("1 0") / scores.get("0 1"), 0.00005);
            }
        }
    }

    @Test
    void govsim_weighs_rank_and_importance_and_does_not_scale() {
        var memory = memory("day", "preset", "govsim");
        remember(memory, 1, "1 0", 10);
        remember(memory, 2, "0 1", 1);
        remember(memory, 3, "-1 0", 4);

        var scores = scores(memory, new Cue("1 0", 3));

        assertEquals(List.of("1 0", "0 1", "-1 0"), List.copyOf(scores.keySet()));
        assertEquals(0.5 * 0.99 * 0.99 + 3 * 1 + 2 * 1, scores.get("1 0"), 1e-6);
        assertEquals(0.5 * 0.99 + 3 * 0 + 2 * 0, scores.get("0 1"), EXACTLY);
        assertEquals(0.5 * 1 + 3 * (3 / 9.0) + 2 * -1, scores.get("-1 0"), 1e-6);
    }

    @Test
    void what_always_comes_up_stands_one_above_the_best() {
        var memory = memory("day", "preset", "govsim");
        remember(memory, 2, "0 1", 10);
        memory.remember("ada",
                new Remembrance(new EventId(1, 1, "ada", 1), 1, "1 0", 0, true, List.of()));

        var scores = scores(memory, new Cue("", 2));

        assertEquals(List.of("1 0", "0 1"), List.copyOf(scores.keySet()));
        assertEquals(scores.get("0 1") + 1, scores.get("1 0"), EXACTLY);
    }

    @Test
    void park_stretches_each_part_from_0_to_1() {
        var memory = memory("hour", "preset", "park");
        remember(memory, 1, "1 0", 1);
        remember(memory, 5, "0 1", 5);
        remember(memory, 9, "-1 0", 9);

        var scores = scores(memory, new Cue("1 0", 9));

        double middle = (Math.pow(0.995, 4) - Math.pow(0.995, 8)) / (1 - Math.pow(0.995, 8));
        assertEquals(List.of("-1 0", "0 1", "1 0"), List.copyOf(scores.keySet()));
        assertEquals(0 + 1 + 1, scores.get("-1 0"), EXACTLY);
        assertEquals(0.5 + middle + 0.5, scores.get("0 1"), EXACTLY);
        assertEquals(1 + 0 + 0, scores.get("1 0"), EXACTLY);
    }

    @Test
    void in_park_what_came_up_is_fresh_again_unless_it_was_an_aside() {
        var memory = memory("hour", "preset", "park", "importance", "0");
        remember(memory, 1, "1 0", 1);
        remember(memory, 2, "0 1", 1);

        memory.recall("ada", new Cue("1 0", 9, true), 1);
        assertEquals("0 1", memory.recall("ada", new Cue("", 9), 2).getFirst().memory().text());
        memory.recall("ada", new Cue("1 0", 20), 1);

        assertEquals("1 0", memory.recall("ada", new Cue("", 30, true), 2).getFirst().memory().text());
    }

    @Test
    void recent_is_the_latest_first() {
        var memory = memory("day", "preset", "recent");
        for (int step = 1; step <= 4; step++) {
            remember(memory, step, step + " 0", 10 - step);
        }

        assertEquals(List.of("4 0", "3 0", "2 0", "1 0"), List.copyOf(scores(memory, new Cue("1 0", 4)).keySet()));
    }

    @Test
    void a_score_is_explained_down_to_what_was_counted() {
        var memory = memory("day", "relevance", "0", "importance", "2");
        remember(memory, 1, "3 4", 10);
        remember(memory, 3, "4 4", 1);

        var why = memory.recall("ada", new Cue("3 3", 3), 1).getFirst().why();

        double rarity = Math.log(1 + 1.5 / 1.5);
        double text = rarity * 2.2 / (1 + 1.2) / (rarity * 2.2);
        double recency = StrictMath.pow(0.995, 48);
        assertEquals(new Explanation(text + recency + 2, "sum of weighted parts", List.of(
                new Explanation(text, "weighted text", List.of(new Explanation(1, "weight"),
                        new Explanation(text, "words shared with the cue",
                                List.of(new Explanation(text, "\"3\", in 1 of 2 memories"))))),
                new Explanation(recency, "weighted recency", List.of(new Explanation(1, "weight"),
                        new Explanation(recency, "recency",
                                List.of(new Explanation(2, "steps since it was lived through"))))),
                new Explanation(2, "weighted importance", List.of(new Explanation(2, "weight"),
                        new Explanation(1, "importance as it was lived through"))))),
                why);
    }
}
