package microcosm.agents.games;

import java.util.Arrays;

/// A game in which everybody has the same few actions, known by their numbers. What each earns is worked out once for every combination
/// where there are at most four million numbers to keep, and each time otherwise.
public final class Table {
    private static final int MOST_KEPT = 4_000_000;

    private final Game game;
    private final double[] actions;
    private final double[] kept;
    private final double[] brought;

    /// @param actions what each number stands for, at least one, ascending
    public Table(Game game, double[] actions) {
        if (actions.length == 0) {
            throw new IllegalArgumentException("a game needs at least one action");
        }
        this.game = game;
        this.actions = actions.clone();
        brought = new double[game.players()];
        double size = Math.pow(actions.length, game.players()) * game.players();
        kept = size <= MOST_KEPT ? new double[(int) size] : new double[0];
        if (kept.length > 0) {
            fill(new int[game.players()], 0);
        }
    }

    private void fill(int[] profile, int player) {
        if (player == profile.length) {
            double[] earned = new double[profile.length];
            work(profile, earned);
            System.arraycopy(earned, 0, kept, at(profile), earned.length);
            return;
        }
        for (int action = 0; action < actions.length; action++) {
            profile[player] = action;
            fill(profile, player + 1);
        }
    }

    public Game game() { return game; }

    public int players() { return game.players(); }

    public int actions() { return actions.length; }

    /// @return what an action stands for: a price, a quantity
    public double value(int action) { return actions[action]; }

    /// @return the action that stands for the number nearest to this one
    public int nearest(double value) {
        int nearest = 0;
        for (int action = 1; action < actions.length; action++) {
            if (Math.abs(actions[action] - value) < Math.abs(actions[nearest] - value)) {
                nearest = action;
            }
        }
        return nearest;
    }

    /// @param profile an action for each player
    /// @param earned filled with what each earns
    public void payoffs(int[] profile, double[] earned) {
        if (kept.length > 0) {
            System.arraycopy(kept, at(profile), earned, 0, earned.length);
        } else {
            work(profile, earned);
        }
    }

    /// Not for several threads: one game is played by one.
    private void work(int[] profile, double[] earned) {
        for (int player = 0; player < profile.length; player++) {
            brought[player] = actions[profile[player]];
        }
        game.payoffs(brought, earned);
    }

    private int at(int[] profile) {
        int at = 0;
        for (int action : profile) {
            at = at * actions.length + action;
        }
        return at * profile.length;
    }

    @Override
    public String toString() { return game + " " + Arrays.toString(actions); }
}
