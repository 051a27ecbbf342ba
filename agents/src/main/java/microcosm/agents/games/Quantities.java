package microcosm.agents.games;

/// One market of an [Industry] as a game: everybody brings a quantity.
///
/// @param market its place among the industry's markets
public record Quantities(Industry industry, int market) implements Game {
    @Override
    public int players() { return industry.firms().size(); }

    @Override
    public void payoffs(double[] brought, double[] earned) {
        double total = 0;
        for (double quantity : brought) {
            total += quantity;
        }
        double price = industry.price(market, total);
        for (int i = 0; i < brought.length; i++) {
            earned[i] = brought[i] == 0 ? 0 : (price - industry.cost(i, market)) * brought[i];
        }
    }
}
