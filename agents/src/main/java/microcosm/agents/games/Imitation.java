package microcosm.agents.games;

import java.util.SplittableRandom;

/// Does what whoever earned most last round did, and now and then anything at all.
///
/// Source: Vega-Redondo 1997, The Evolution of Walrasian Behavior, Econometrica 65, 375–384.
public final class Imitation implements Strategy {
    private final int actions;
    private final double mutation;
    private int best = -1;

    /// @param mutation chance of doing anything, a round, in [0, 1]
    public Imitation(int actions, double mutation) {
        this.actions = actions;
        this.mutation = mutation;
    }

    @Override
    public int choose(SplittableRandom chance) {
        return best < 0 || chance.nextDouble() < mutation ? chance.nextInt(actions) : best;
    }

    @Override
    public void learn(int[] profile, double[] earned) {
        int first = 0;
        for (int player = 1; player < earned.length; player++) {
            if (earned[player] > earned[first]) {
                first = player;
            }
        }
        best = profile[first];
    }
}
