package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import microcosm.worlds.Bundle;

/// A swap of two lots of single goods, seen from one side.
///
/// @param give index of the good given up
/// @param get index of the good got
/// @param gain in the goal's unit, above 0
record Bargain(int give, int given, int get, int got, double gain) {
    private static final double LEAST_GAIN = 1e-9;

    /// Every swap of lots of 1 to `lot` that one could give and that raises the goal, in order of goods and lots.
    static List<Bargain> raising(Goal goal, Standing standing, int lot) {
        var found = new ArrayList<Bargain>();
        int goods = standing.goods().size();
        for (int give = 0; give < goods; give++) {
            for (int given = 1; given <= Math.min(lot, standing.held(give)); given++) {
                for (int get = 0; get < goods; get++) {
                    for (int got = 1; get != give && got <= lot; got++) {
                        double gain = goal.gain(standing, standing.after(give, given, get, got));
                        if (gain > LEAST_GAIN) {
                            found.add(new Bargain(give, given, get, got, gain));
                        }
                    }
                }
            }
        }
        return found;
    }

    static boolean raises(double gain) { return gain > LEAST_GAIN; }

    /// Whether this asks for no less and gives no more than another: whoever refused that would refuse this.
    boolean noBetterThan(Bargain other) {
        return give == other.give && get == other.get && given <= other.given && got >= other.got;
    }

    Bundle giving(List<String> goods) { return Bundle.of(goods.get(give), BigDecimal.valueOf(given)); }

    Bundle getting(List<String> goods) { return Bundle.of(goods.get(get), BigDecimal.valueOf(got)); }
}
