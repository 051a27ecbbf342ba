package microcosm.agents.games;

import java.util.function.DoubleUnaryOperator;

/// Where a game with one number a player would end up, found by best responses one after the other. What a player earns must have one
/// highest point in its own number, the others' given; that point is where the slope, a central difference, is zero.
public final class Solver {
    private static final int ROUNDS = 10_000;
    private static final double CLOSE = 1e-12;
    private static final double RATIO = (Math.sqrt(5) - 1) / 2;

    private final Game game;
    private final double least;
    private final double most;

    /// @param least the smallest number a player may bring
    /// @param most the largest
    public Solver(Game game, double least, double most) {
        this.game = game;
        this.least = least;
        this.most = most;
    }

    /// @return what each brings where nobody gains by changing their own
    public double[] nash() { return settled((player, brought) -> earned(brought)[player]); }

    /// @return what each brings where all together earn most, begun from the same for everybody
    public double[] joint() {
        double same = highest(number -> {
            double[] all = new double[game.players()];
            java.util.Arrays.fill(all, number);
            return sum(earned(all));
        });
        double[] all = new double[game.players()];
        java.util.Arrays.fill(all, same);
        return all;
    }

    /// @return the most a player can earn against what the others bring
    public double deviation(int player, double[] brought) {
        double best = best(player, brought, (who, all) -> earned(all)[who]);
        double[] deviated = brought.clone();
        deviated[player] = best;
        return earned(deviated)[player];
    }

    /// The least discount factor at which nobody leaves what all bring together, because Nash for ever is what follows; see
    /// [Industry#criticalDiscount].
    public double criticalDiscount() {
        double[] joint = joint();
        double[] nash = earned(nash());
        double[] kept = earned(joint);
        double most = 0;
        for (int player = 0; player < joint.length; player++) {
            double left = deviation(player, joint);
            if (left > kept[player] + CLOSE) {
                most = Math.max(most, (left - kept[player]) / (left - nash[player]));
            }
        }
        return most;
    }

    /// @return what each earns
    public double[] earned(double[] brought) {
        double[] earned = new double[game.players()];
        game.payoffs(brought, earned);
        return earned;
    }

    private interface Worth {
        double of(int player, double[] brought);
    }

    private double[] settled(Worth worth) {
        double[] brought = new double[game.players()];
        java.util.Arrays.fill(brought, (least + most) / 2);
        for (int round = 0; round < ROUNDS; round++) {
            double moved = 0;
            for (int player = 0; player < brought.length; player++) {
                double best = best(player, brought, worth);
                moved = Math.max(moved, Math.abs(best - brought[player]));
                brought[player] = best;
            }
            if (moved < CLOSE) {
                break;
            }
        }
        return brought;
    }

    private double best(int player, double[] brought, Worth worth) {
        double[] tried = brought.clone();
        return highest(number -> {
            tried[player] = number;
            return worth.of(player, tried);
        });
    }

    private double highest(DoubleUnaryOperator worth) {
        double low = least;
        double high = most;
        for (int cut = 0; cut < 40; cut++) {
            double left = high - RATIO * (high - low);
            double right = low + RATIO * (high - low);
            if (worth.applyAsDouble(left) < worth.applyAsDouble(right)) {
                low = left;
            } else {
                high = right;
            }
        }
        return polished((low + high) / 2, worth);
    }

    /// Near the top values differ by less than they are rounded; slopes over a wider stretch still tell on which side it lies.
    private double polished(double near, DoubleUnaryOperator worth) {
        double width = (most - least) * 1e-4;
        if (near - least < 2 * width || most - near < 2 * width) {
            return near - least < width ? least : most - near < width ? most : near;
        }
        double low = near - width / 10;
        double high = near + width / 10;
        for (int halving = 0; halving < 60; halving++) {
            double middle = (low + high) / 2;
            double slope = worth.applyAsDouble(middle + width) - worth.applyAsDouble(middle - width);
            if (slope > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double sum(double[] values) { return java.util.Arrays.stream(values).sum(); }
}
