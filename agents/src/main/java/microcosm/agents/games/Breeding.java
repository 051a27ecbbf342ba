package microcosm.agents.games;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Who has children, and who dies: populations of a fixed size whose kinds grow by what they earn.
///
/// Sources: Moran 1958, Random Processes in Genetics, Proceedings of the Cambridge Philosophical Society 54, 60–71; Taylor and Jonker 1978, Mathematical Biosciences 40, 145–156
/// (replicator); Traulsen, Shoresh and Nowak 2008, Bulletin of Mathematical Biology 70, 1410–1424 (fitness as exp of payoff).
public final class Breeding {
    private Breeding() {}

    /// One child and one death of the Moran process.
    ///
    /// @param parent drawn by fitness
    /// @param dead drawn from all, the parent too
    public record Succession(int parent, int dead) {}

    /// @param fitness one for each, at least 0; where all are 0 everybody counts alike
    public static Succession moran(double[] fitness, SplittableRandom chance) {
        double sum = Arrays.stream(fitness).sum();
        double left = chance.nextDouble() * (sum > 0 ? sum : fitness.length);
        int parent = fitness.length - 1;
        for (int i = 0; i < fitness.length; i++) {
            left -= sum > 0 ? fitness[i] : 1;
            if (left < 0) {
                parent = i;
                break;
            }
        }
        return new Succession(parent, chance.nextInt(fitness.length));
    }

    /// A generation by the replicator equation: the share of a kind is multiplied by its mean fitness over that of all. Seats go by largest remainders, and as few as can be
    /// change hands.
    ///
    /// @param kinds of each, from 0
    /// @param fitness of each, at least 0
    /// @return the kind of each in the next generation
    public static int[] replicated(int[] kinds, double[] fitness) {
        int many = Arrays.stream(kinds).max().orElse(0) + 1;
        double[] claims = new double[many];
        double sum = Arrays.stream(fitness).sum();
        for (int i = 0; i < kinds.length; i++) {
            claims[kinds[i]] += sum > 0 ? fitness[i] / sum * kinds.length : 1;
        }
        int[] seats = new int[many];
        int given = 0;
        for (int kind = 0; kind < many; kind++) {
            seats[kind] = (int) Math.floor(claims[kind] + 1e-9);
            given += seats[kind];
        }
        for (; given < kinds.length; given++) {
            int next = 0;
            for (int kind = 1; kind < many; kind++) {
                next = claims[kind] - seats[kind] > claims[next] - seats[next] + 1e-12 ? kind : next;
            }
            seats[next]++;
        }
        int[] after = new int[kinds.length];
        Arrays.fill(after, -1);
        for (int i = 0; i < kinds.length; i++) {
            if (seats[kinds[i]] > 0) {
                seats[kinds[i]]--;
                after[i] = kinds[i];
            }
        }
        int kind = 0;
        for (int i = 0; i < after.length; i++) {
            while (after[i] < 0 && seats[kind] == 0) {
                kind++;
            }
            if (after[i] < 0) {
                seats[kind]--;
                after[i] = kind;
            }
        }
        return after;
    }

    /// @param fitness of one against that of the many − 1 others, at least 0; infinite where theirs is 0, and no number where both are, who then count alike
    /// @return how likely the one's kind takes over all
    public static double fixation(int many, double fitness) {
        if (fitness == 0) {
            return 0;
        }
        return Double.isNaN(fitness) || Math.abs(fitness - 1) < 1e-12
                ? 1.0 / many
                : (1 - 1 / fitness) / (1 - StrictMath.pow(fitness, -many));
    }
}
