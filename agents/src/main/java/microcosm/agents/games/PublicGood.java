package microcosm.agents.games;

/// Everybody has an endowment and gives some of it to a common pot; each unit there returns `share` to every member. Payoff of i: e − gᵢ + share · Σ g.
///
/// @param members at least 1
/// @param endowment e; more is not given, nor less than nothing
/// @param share what each unit returns to each
///
/// Source: Fehr and Gächter 2000, American Economic Review 90, 980–994 (n = 4, e = 20, share 0.4).
public record PublicGood(int members, double endowment, double share) implements Game {
    @Override
    public int players() { return members; }

    @Override
    public void payoffs(double[] given, double[] earned) {
        double pot = 0;
        for (int i = 0; i < given.length; i++) {
            pot += Math.clamp(given[i], 0, endowment);
        }
        for (int i = 0; i < given.length; i++) {
            earned[i] = endowment - Math.clamp(given[i], 0, endowment) + share * pot;
        }
    }
}
