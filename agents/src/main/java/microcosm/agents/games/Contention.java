package microcosm.agents.games;

/// Who uses what there is not enough of: anything above 0 is to use it. Up to `capacity` users gain, and where there are more all of them lose; who does not use it has nothing.
///
/// Sources: Arthur 1994, Inductive Reasoning and Bounded Rationality, American Economic Review 84, 406–411; Johnson 2026, arXiv 2603.12129.
public record Contention(int players, int capacity, double gain, double loss) implements Game {
    @Override
    public void payoffs(double[] brought, double[] earned) {
        int users = 0;
        for (double one : brought) {
            users += one > 0 ? 1 : 0;
        }
        for (int i = 0; i < brought.length; i++) {
            earned[i] = brought[i] > 0 ? users <= capacity ? gain : -loss : 0;
        }
    }

    /// @return with which chance everybody uses it where nobody gains by another: then it pays nothing in the mean
    public double nashChance() {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            double fits = atMost(players - 1, middle, capacity - 1);
            if (gain * fits > loss * (1 - fits)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// @return with which chance there are too many, where everybody uses it with a chance
    public double overload(double chance) { return 1 - atMost(players, chance, capacity); }

    /// @return how likely at most so many of n tries succeed
    private static double atMost(int n, double chance, int most) {
        double sum = 0;
        for (int k = 0; k <= Math.min(most, n); k++) {
            double ways = 0;
            for (int i = 0; i < k; i++) {
                ways += StrictMath.log(n - i) - StrictMath.log(i + 1.0);
            }
            double tails = chance == 0 && k == 0 ? 0 : k * StrictMath.log(chance);
            double heads = chance == 1 && k == n ? 0 : (n - k) * StrictMath.log1p(-chance);
            sum += StrictMath.exp(ways + tails + heads);
        }
        return Math.min(1, sum);
    }
}
