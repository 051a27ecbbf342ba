package microcosm.agents.games;

import java.util.SplittableRandom;

/// Learns one value for each action, and chooses with probability proportional to exp(value / T), where the temperature T shrinks by the
/// same share every round. No memory of what others did.
///
/// Source: Waltman and Kaymak 2008, Q-learning Agents in a Cournot Oligopoly Model, Journal of Economic Dynamics and Control 32, 3275–3293.
public final class Boltzmann implements Strategy {
    /// A chance below exp(−40), less than one in 10^17, is none: it would vanish in the sum.
    private static final double NEGLIGIBLE = 40;

    private final int self;
    private final double alpha;
    private final double decay;
    private final double[] values;
    private final double[] weights;
    private double temperature;
    private int last = -1;

    /// @param self the player's place
    /// @param alpha how far a value moves towards what was earned, in [0, 1]
    /// @param temperature of the first round, above 0
    /// @param decay what is left of it each round, in [0, 1]
    public Boltzmann(int self, int actions, double alpha, double temperature, double decay) {
        this.self = self;
        this.alpha = alpha;
        this.temperature = temperature;
        this.decay = decay;
        values = new double[actions];
        weights = new double[actions];
    }

    @Override
    public int choose(SplittableRandom chance) {
        double now = Math.max(temperature, 1e-9);
        temperature *= decay;
        double best = values[0];
        for (double value : values) {
            best = Math.max(best, value);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double below = (values[i] - best) / now;
            weights[i] = below < -NEGLIGIBLE ? 0 : StrictMath.exp(below);
            sum += weights[i];
        }
        last = drawn(chance.nextDouble() * sum);
        return last;
    }

    private int drawn(double at) {
        double left = at;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    @Override
    public void learn(int[] profile, double[] earned) { learn(profile[self], earned[self]); }

    private void learn(int action, double earned) { values[action] += alpha * (earned - values[action]); }

    /// What it chose last earned this much; nothing where it has not chosen yet.
    public void rewarded(double earned) {
        if (last >= 0) {
            learn(last, earned);
        }
    }
}
