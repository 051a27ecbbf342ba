package microcosm.agents.games;

/// Price competition with differentiated goods: firm i sells exp((a − pᵢ)/μ) / (Σⱼ exp((a − pⱼ)/μ) + exp(a₀/μ)) and earns pᵢ − c on each.
/// A firm with an infinite price sells nothing.
///
/// @param firms at least 1
/// @param quality a, the same for all
/// @param outside a₀, what buying nothing is worth
/// @param cost c
/// @param differentiation μ > 0; the smaller, the fiercer the competition
///
/// Source: Anderson and de Palma 1992; parameters as in Calvano, Calzolari, Denicolò and Pastorello 2020, American Economic Review 110, 3267–3297.
public record LogitDemand(int firms, double quality, double outside, double cost,
        double differentiation) implements Game {
    public LogitDemand {
        if (firms < 1 || !(differentiation > 0)) {
            throw new IllegalArgumentException(
                    "firms " + firms + " must be at least 1 and differentiation " + differentiation + " above 0");
        }
    }

    @Override
    public int players() { return firms; }

    @Override
    public void payoffs(double[] prices, double[] earned) {
        double sum = StrictMath.exp(outside / differentiation);
        for (int i = 0; i < prices.length; i++) {
            earned[i] = StrictMath.exp((quality - prices[i]) / differentiation);
            sum += earned[i];
        }
        for (int i = 0; i < prices.length; i++) {
            earned[i] = earned[i] == 0 ? 0 : (prices[i] - cost) * earned[i] / sum;
        }
    }
}
