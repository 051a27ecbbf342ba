package microcosm.agents.games;

import java.util.List;

/// The same strategies in the same game, round after round, with nothing in between: no words, no trace. What a society does in words, in a
/// millionth of the time, by the same strategies and the same arithmetic.
public final class Session {
    private final Table table;
    private final List<Strategy> strategies;
    private final Luck luck;
    private final int[] profile;
    private final double[] earned;
    private final double[] brought;
    private final double[] gained;
    private final double[] total;
    private long counted;
    private long played;

    /// @param strategies one for each player
    public Session(Table table, List<? extends Strategy> strategies, Luck luck) {
        if (strategies.size() != table.players()) {
            throw new IllegalArgumentException(
                    strategies.size() + " strategies for a game of " + table.players() + " players");
        }
        this.table = table;
        this.strategies = List.copyOf(strategies);
        this.luck = luck;
        profile = new int[table.players()];
        earned = new double[table.players()];
        brought = new double[table.players()];
        gained = new double[table.players()];
        total = new double[table.players()];
    }

    /// Plays.
    ///
    /// @param most how many rounds at most
    /// @param over means are over so many rounds at the end
    /// @param steady ends earlier once every strategy has been settled for so many rounds, over which means then are; 0 for never
    public Session play(long most, long over, long steady) {
        Strategy[] players = strategies.toArray(Strategy[]::new);
        while (played < most) {
            for (int player = 0; player < players.length; player++) {
                profile[player] = players[player].choose(luck.of(player, played + 1));
            }
            table.payoffs(profile, earned);
            long settled = Long.MAX_VALUE;
            for (Strategy strategy : players) {
                strategy.learn(profile, earned);
                settled = Math.min(settled, strategy.settled());
            }
            played++;
            if (played == most - over + 1 || (steady > 0 && settled == 0)) {
                forget();
            }
            for (int player = 0; player < players.length; player++) {
                brought[player] += table.value(profile[player]);
                gained[player] += earned[player];
                total[player] += earned[player];
            }
            counted++;
            if (steady > 0 && settled >= steady) {
                break;
            }
        }
        return this;
    }

    private void forget() {
        java.util.Arrays.fill(brought, 0);
        java.util.Arrays.fill(gained, 0);
        counted = 0;
    }

    public Table table() { return table; }

    /// @return what a player brought to the last round
    public double broughtLast(int player) { return table.value(profile[player]); }

    /// @return what a player earned in the last round
    public double earnedLast(int player) { return earned[player]; }

    /// @return how many rounds were played
    public long rounds() { return played; }

    /// @return what a player brought, the mean over the rounds that count
    public double brought(int player) { return brought[player] / counted; }

    /// @return what a player earned, the mean over the rounds that count
    public double earned(int player) { return gained[player] / counted; }

    /// @return what a player earned in all rounds together
    public double total(int player) { return total[player]; }

    /// What the strategies take for best after one of them does something else for one round, nothing learnt by it.
    ///
    /// @param action what it does instead
    /// @return for each round from the one before, what each brings
    public double[][] answered(int player, int action, int rounds) {
        int[] now = profile.clone();
        double[][] path = new double[rounds + 1][];
        for (int round = 0; round <= rounds; round++) {
            int[] next = new int[now.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = round == 1 && i == player ? action : strategies.get(i).best(now);
            }
            now = next;
            path[round] = java.util.Arrays.stream(now).mapToDouble(table::value).toArray();
        }
        return path;
    }
}
