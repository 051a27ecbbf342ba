package microcosm.agents.games;

import java.util.Arrays;

/// Beauty contest: everybody names a number, and who is nearest to a share of the mean wins; of several each gets a part. Source: Nagel 1995, Unraveling in Guessing Games, American
/// Economic Review 85, 1313–1326.
///
/// @param factor the share of the mean that is aimed at
public record Guess(int players, double factor, double prize) implements Game {
    @Override
    public void payoffs(double[] named, double[] earned) {
        double target = factor * Arrays.stream(named).average().orElse(0);
        double nearest = Arrays.stream(named).map(one -> Math.abs(one - target)).min().orElse(0);
        long winners = Arrays.stream(named).filter(one -> Math.abs(one - target) <= nearest + 1e-9).count();
        for (int i = 0; i < named.length; i++) {
            earned[i] = Math.abs(named[i] - target) <= nearest + 1e-9 ? prize / winners : 0;
        }
    }
}
