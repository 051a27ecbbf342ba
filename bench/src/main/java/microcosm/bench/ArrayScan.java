package microcosm.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// One person's memories as bare arrays: the floor that memory is measured against, and a peer's way of using them.
final class ArrayScan {
    private final float[][] vectors;
    private final double[] importance;
    private final double[] recency;

    ArrayScan(MadeUpLives lives, int person, int memories, double decay) {
        vectors = new float[memories][];
        importance = new double[memories];
        recency = new double[memories];
        for (int i = 0; i < memories; i++) {
            int number = person * 1_000_003 + i + 1;
            vectors[i] = lives.of(number).clone();
            importance[i] = MadeUpLives.importance(number);
            recency[i] = Math.pow(decay, memories - i - 1);
        }
    }

    /// The floor: a dot product in eight strands, and a heap of the best.
    ///
    /// @return which come up, in no order
    int[] best(float[] cue, int limit) {
        var scores = new double[vectors.length];
        var heap = new PriorityQueue<Integer>(limit, Comparator.comparingDouble(i -> scores[i]));
        double worst = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < vectors.length; i++) {
            scores[i] = dot(cue, vectors[i]) + recency[i] + importance[i];
            if (heap.size() < limit || scores[i] > worst) {
                if (heap.size() == limit) {
                    heap.poll();
                }
                heap.add(i);
                worst = heap.size() < limit ? Double.NEGATIVE_INFINITY : scores[heap.element()];
            }
        }
        return heap.stream().mapToInt(Integer::intValue).toArray();
    }

    private static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int i = 0; i < a.length; i += 8) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        return s0 + s1 + s2 + s3 + (s4 + s5 + s6 + s7);
    }

    /// A peer's way: every dot product, every score an object, everything sorted, the first few taken.
    List<Integer> sorted(float[] cue, int limit) {
        var scored = new ArrayList<double[]>(vectors.length);
        for (int i = 0; i < vectors.length; i++) {
            float sum = 0;
            for (int j = 0; j < cue.length; j++) {
                sum += cue[j] * vectors[i][j];
            }
            scored.add(new double[]{sum + recency[i] + importance[i], i});
        }
        scored.sort(Comparator.comparingDouble((double[] one) -> -one[0]));
        return scored.subList(0, Math.min(limit, scored.size())).stream().map(one -> (int) one[1]).toList();
    }

}
