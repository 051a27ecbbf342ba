package microcosm.bench;

import java.util.SplittableRandom;

import microcosm.memory.Memory;
import microcosm.memory.Remembrance;
import microcosm.models.Embedder;
import microcosm.trace.EventId;

/// Sentences of twelve words drawn from 5,000, the k-th as often as 1/k, and vectors around 200 topics. The same for every run.
///
/// Vectors come from a pool by a sentence's number, so that what is timed is memory and not an embedder.
final class MadeUpLives implements Embedder {
    static final int DIMENSIONS = 384;
    private static final int POOL = 4096;
    private static final int TOPICS = 200;
    private static final int WORDS = 5000;

    private final float[][] pool = new float[POOL][DIMENSIONS];

    MadeUpLives() {
        var chance = new SplittableRandom(5);
        float[][] topics = new float[TOPICS][DIMENSIONS];
        for (float[] topic : topics) {
            fill(topic, chance, new float[DIMENSIONS], 1);
        }
        for (float[] one : pool) {
            fill(one, chance, topics[chance.nextInt(TOPICS)], 0.7);
        }
    }

    /// Around a centre, of unit length.
    private static void fill(float[] vector, SplittableRandom chance, float[] centre, double noise) {
        double square = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (centre[i] + noise * chance.nextGaussian() / Math.sqrt(DIMENSIONS));
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
    }

    static String person(int number) { return "person-" + number; }

    static String sentence(int number) {
        var chance = new SplittableRandom(number);
        var text = new StringBuilder("n").append(number);
        for (int i = 0; i < 12; i++) {
            int rank = (int) Math.exp(chance.nextDouble() * Math.log(WORDS));
            text.append(" w").append(Integer.toString(rank * 7919 % 99991, 36));
        }
        return text.toString();
    }

    static double importance(int number) { return new SplittableRandom(~number).nextInt(1, 11) / 10.0; }

    /// Everybody remembers one thing more.
    ///
    /// @param step which also numbers what each remembers
    void live(Memory memory, int people, int step) {
        for (int person = 0; person < people; person++) {
            int number = person * 1_000_003 + step;
            memory.remember(person(person), new Remembrance(new EventId(step, 1, person(person), 1), step,
                    sentence(number), importance(number)));
        }
    }

    float[] of(int number) { return pool[Math.floorMod(number * 31, POOL)]; }

    @Override
    public String name() { return "made-up"; }

    @Override
    public int dimensions() { return DIMENSIONS; }

    @Override
    public boolean exact() { return true; }

    @Override
    public float[] vector(String text) { return of(Integer.parseInt(text, 1, text.indexOf(' '), 10)); }
}
