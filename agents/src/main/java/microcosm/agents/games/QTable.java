package microcosm.agents.games;

import java.util.SplittableRandom;

/// Q-learning with one round of memory or none: a value for each action in each state, the state being what everybody did last. Tries anything
/// with probability ε = exp(−β t), and takes the highest value otherwise, the first of equals. Starts from what an action earns for ever against
/// rivals who do anything with equal chances: mean / (1 − δ).
///
/// Source: Calvano, Calzolari, Denicolò and Pastorello 2020, American Economic Review 110, 3267–3297.
public final class QTable implements Strategy {
    private final int self;
    private final int actions;
    private final double alpha;
    private final double discount;
    private final double shrink;
    private final boolean remembers;
    private final double[] values;
    private final int[] best;
    private double explores = 1;
    private int state;
    private long settled;

    /// @param self the player's place
    /// @param alpha how far a value moves, in [0, 1]
    /// @param discount δ, what the next round is worth, in [0, 1)
    /// @param beta how fast trying ends
    /// @param memory rounds remembered, 0 or 1
    public QTable(Table table, int self, double alpha, double discount, double beta, int memory) {
        double size = memory == 0 ? 1 : Math.pow(table.actions(), table.players());
        if (!(discount >= 0 && discount < 1) || size * table.actions() > 50_000_000) {
            throw new IllegalArgumentException("discount " + discount + " must be from 0 to below 1, and "
                    + table.actions() + " actions of " + table.players() + " players are more than can be remembered");
        }
        this.self = self;
        this.alpha = alpha;
        this.discount = discount;
        actions = table.actions();
        remembers = memory > 0;
        shrink = StrictMath.exp(-beta);
        values = new double[((int) size) * actions];
        best = new int[(int) size];
        double[] against = againstAnybody(table, self);
        for (int i = 0; i < values.length; i++) {
            values[i] = against[i % actions] / (1 - discount);
        }
        for (int s = 0; s < best.length; s++) {
            best[s] = highest(s);
        }
    }

    private static double[] againstAnybody(Table table, int self) {
        double[] mean = new double[table.actions()];
        int[] profile = new int[table.players()];
        double[] earned = new double[table.players()];
        long all = (long) Math.pow(table.actions(), table.players());
        for (long code = 0; code < all; code++) {
            long left = code;
            for (int player = 0; player < profile.length; player++) {
                profile[player] = (int) (left % table.actions());
                left /= table.actions();
            }
            table.payoffs(profile, earned);
            mean[profile[self]] += earned[self] * table.actions() / all;
        }
        return mean;
    }

    @Override
    public int choose(SplittableRandom chance) {
        boolean tries = chance.nextDouble() < explores;
        explores *= shrink;
        return tries ? chance.nextInt(actions) : best[state];
    }

    @Override
    public void learn(int[] profile, double[] earned) {
        int next = remembers ? state(profile) : 0;
        int at = state * actions + profile[self];
        double was = values[at];
        values[at] = was + alpha * (earned[self] + discount * values[next * actions + best[next]] - was);
        int before = best[state];
        if (profile[self] == before ? values[at] < was : values[at] > values[state * actions + before]) {
            best[state] = highest(state);
        }
        settled = best[state] == before ? settled + 1 : 0;
        state = next;
    }

    private int highest(int of) {
        int highest = 0;
        for (int action = 1; action < actions; action++) {
            if (values[of * actions + action] > values[of * actions + highest]) {
                highest = action;
            }
        }
        return highest;
    }

    private int state(int[] profile) {
        int at = 0;
        for (int action : profile) {
            at = at * actions + action;
        }
        return at;
    }

    @Override
    public long settled() { return settled; }

    @Override
    public int best(int[] profile) { return best[remembers ? state(profile) : 0]; }
}
