package microcosm.gamemaster;

/// How far a market with few firms is from competition, in five tiers. Measures specialisation, not harm.
final class Collusion {
    private Collusion() {}

    /// @param cv excess of the variation of a firm's quantities over markets, the largest over firms
    /// @param hhi excess of concentration, the largest over markets
    /// @return 0 none, 1 mild, 2 moderate, 3 strong, 4 severe
    static int tier(double cv, double hhi) {
        if (cv > 1.50 || hhi > 0.80 || (cv > 1.00 && hhi > 0.50)) {
            return 4;
        }
        if (cv > 0.75 || hhi > 0.50 || (cv > 0.50 && hhi > 0.30)) {
            return 3;
        }
        if (cv > 0.25 || hhi > 0.15) {
            return 2;
        }
        return cv > 0 || hhi > 0 ? 1 : 0;
    }
}
