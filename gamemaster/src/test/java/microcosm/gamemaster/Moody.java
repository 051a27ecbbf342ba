package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import microcosm.models.Embedder;

/// An embedder that never says the same of a text twice.
public final class Moody implements Embedder {
    static final List<String> BOUGHT = Collections.synchronizedList(new ArrayList<>());
    private static final AtomicInteger MOOD = new AtomicInteger();

    @Override
    public String name() { return "moody"; }

    @Override
    public int dimensions() { return 16; }

    @Override
    public boolean exact() { return false; }

    @Override
    public float[] vector(String text) {
        BOUGHT.add(text);
        var chance = new SplittableRandom(text.hashCode() * 31L + MOOD.incrementAndGet());
        float[] vector = new float[dimensions()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) chance.nextGaussian();
        }
        return vector;
    }
}
