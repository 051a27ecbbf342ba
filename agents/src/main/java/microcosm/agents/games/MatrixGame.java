package microcosm.agents.games;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Any game of finitely many moves, the same for every player: what each earns in every combination of moves.
public final class MatrixGame implements Game {
    private final List<String> moves;
    private final int players;
    private final double[][] earned;

    /// @param moves their names
    /// @param earned by combination, the last player's move changing fastest: what each player earns
    /// @throws IllegalArgumentException if not every combination has a number for every player
    public MatrixGame(List<String> moves, int players, double[][] earned) {
        int combinations = (int) Math.pow(moves.size(), players);
        if (earned.length != combinations || Arrays.stream(earned).anyMatch(row -> row.length != players)) {
            throw new IllegalArgumentException(
                    combinations + " combinations of moves need " + players + " numbers each");
        }
        this.moves = List.copyOf(moves);
        this.players = players;
        this.earned = Arrays.stream(earned).map(double[]::clone).toArray(double[][]::new);
    }

    /// Reads `C C 3 3; C D 0 5; D C 5 0; D D 1 1`: each combination of moves once, and what each player earns.
    ///
    /// @throws IllegalArgumentException saying what is missing or stands twice
    public static MatrixGame read(List<String> moves, String text) {
        String[] rows = text.split(";");
        int players = rows[0].strip().split("\\s+").length / 2;
        double[][] earned = new double[(int) Math.pow(moves.size(), players)][0];
        for (String row : rows) {
            String[] words = row.strip().split("\\s+");
            if (words.length != 2 * players) {
                throw new IllegalArgumentException(
                        "\"" + row.strip() + "\" must be " + players + " moves and " + players + " numbers");
            }
            int at = 0;
            double[] numbers = new double[players];
            for (int player = 0; player < players; player++) {
                int move = moves.indexOf(words[player]);
                if (move < 0) {
                    throw new IllegalArgumentException(
                            "\"" + words[player] + "\" is not one of " + String.join(", ", moves));
                }
                at = at * moves.size() + move;
                numbers[player] = number(words[players + player]);
            }
            if (earned[at].length > 0) {
                throw new IllegalArgumentException("\"" + row.strip() + "\" stands there twice");
            }
            earned[at] = numbers;
        }
        return new MatrixGame(moves, players, earned);
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" is not a number", e);
        }
    }

    public List<String> moves() { return moves; }

    @Override
    public int players() { return players; }

    @Override
    public void payoffs(double[] brought, double[] filled) {
        int at = 0;
        for (double move : brought) {
            at = at * moves.size() + (int) move;
        }
        System.arraycopy(earned[at], 0, filled, 0, players);
    }

    /// @return a table of the moves by their numbers
    public Table table() {
        double[] numbers = new double[moves.size()];
        Arrays.setAll(numbers, i -> i);
        return new Table(this, numbers);
    }

    /// The game under a contract: whoever makes a move pays a fine, which the others share.
    ///
    /// @throws IllegalArgumentException if there is no such move
    public MatrixGame fined(String move, double fine) {
        int fined = known(move);
        double[][] changed = new double[earned.length][];
        List<int[]> profiles = profiles();
        for (int at = 0; at < earned.length; at++) {
            changed[at] = earned[at].clone();
            for (int player = 0; player < players; player++) {
                for (int other = 0; other < players && profiles.get(at)[player] == fined; other++) {
                    changed[at][other] += other == player ? -fine : fine / (players - 1);
                }
            }
        }
        return new MatrixGame(moves, players, changed);
    }

    /// The game with a mediator to whom a move can be left (`delegate`): who makes one move for all who delegate if everybody does, and another
    /// if not. Source: Monderer and Tennenholtz 2009, Strong mediated equilibrium, Artificial Intelligence 173, 180–195.
    ///
    /// @throws IllegalArgumentException if there is no such move
    public MatrixGame mediated(String together, String otherwise) {
        var more = new ArrayList<>(moves);
        more.add("delegate");
        double[][] changed = new double[(int) Math.pow(more.size(), players)][];
        for (int at = 0; at < changed.length; at++) {
            int[] profile = profile(at, more.size());
            boolean all = Arrays.stream(profile).allMatch(move -> move == moves.size());
            int played = known(all ? together : otherwise);
            int there = 0;
            for (int move : profile) {
                there = there * moves.size() + (move == moves.size() ? played : move);
            }
            changed[at] = earned[there];
        }
        return new MatrixGame(more, players, changed);
    }

    private int known(String move) {
        int at = moves.indexOf(move);
        if (at < 0) {
            throw new IllegalArgumentException("\"" + move + "\" is not one of " + String.join(", ", moves));
        }
        return at;
    }

    /// @return combinations of moves, by number, in which nobody gains by changing their own
    public List<int[]> equilibria() {
        Table table = table();
        var found = new ArrayList<int[]>();
        for (int[] profile : profiles()) {
            if (isEquilibrium(table, profile)) {
                found.add(profile);
            }
        }
        return found;
    }

    private static boolean isEquilibrium(Table table, int[] profile) {
        double[] now = new double[profile.length];
        double[] then = new double[profile.length];
        table.payoffs(profile, now);
        for (int player = 0; player < profile.length; player++) {
            for (int move = 0; move < table.actions(); move++) {
                int[] other = profile.clone();
                other[player] = move;
                table.payoffs(other, then);
                if (then[player] > now[player] + 1e-12) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether a move is never worse than any other, whatever the others do, and better than each at least once.
    ///
    /// @param strictly whether it is to be better always
    public boolean dominates(int player, int move, boolean strictly) {
        Table table = table();
        double[] with = new double[players];
        double[] without = new double[players];
        for (int other = 0; other < moves.size(); other++) {
            boolean better = false;
            for (int[] profile : profiles()) {
                if (other != move && profile[player] == move) {
                    int[] changed = profile.clone();
                    changed[player] = other;
                    table.payoffs(profile, with);
                    table.payoffs(changed, without);
                    double gain = with[player] - without[player];
                    if (strictly ? gain <= 1e-12 : gain < -1e-12) {
                        return false;
                    }
                    better |= gain > 1e-12;
                }
            }
            if (other != move && !better) {
                return false;
            }
        }
        return true;
    }

    /// The least discount factor at which everybody keeps making a move that all make, because the worst equilibrium for ever is what follows
    /// when somebody leaves it: (T − R) / (T − P).
    ///
    /// @return 0 where nobody gains by leaving; infinite where no equilibrium is worse
    public double criticalDiscount(int move) {
        int[] all = new int[players];
        Arrays.fill(all, move);
        double most = 0;
        for (int player = 0; player < players; player++) {
            double kept = earned(all)[player];
            double left = Double.NEGATIVE_INFINITY;
            double worst = Double.POSITIVE_INFINITY;
            for (int other = 0; other < moves.size(); other++) {
                int[] changed = all.clone();
                changed[player] = other;
                left = Math.max(left, earned(changed)[player]);
            }
            for (int[] equilibrium : equilibria()) {
                worst = Math.min(worst, earned(equilibrium)[player]);
            }
            if (left > kept) {
                most = Math.max(most, worst < kept ? (left - kept) / (left - worst) : Double.POSITIVE_INFINITY);
            }
        }
        return most;
    }

    /// @return what each player earns
    public double[] earned(int[] profile) {
        int at = 0;
        for (int move : profile) {
            at = at * moves.size() + move;
        }
        return earned[at].clone();
    }

    private List<int[]> profiles() {
        var all = new ArrayList<int[]>();
        for (int code = 0; code < earned.length; code++) {
            all.add(profile(code, moves.size()));
        }
        return all;
    }

    private int[] profile(int code, int of) {
        int[] profile = new int[players];
        int left = code;
        for (int player = players - 1; player >= 0; player--) {
            profile[player] = left % of;
            left /= of;
        }
        return profile;
    }
}
