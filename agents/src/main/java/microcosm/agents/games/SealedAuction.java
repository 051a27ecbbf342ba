package microcosm.agents.games;

import java.util.Arrays;

/// One thing that bidders want, each knowing what it is worth to them and of the others that all values in a range are as likely.
///
/// Sources: Vickrey 1961, Counterspeculation, Auctions, and Competitive Sealed Tenders, Journal of Finance 16, 8–37; with a reserve, Riley and Samuelson 1981, Optimal Auctions, American
/// Economic Review 71, 381–392.
///
/// @param paysOwn whether who wins pays the own bid, else the second or the reserve
/// @param from least value there may be
/// @param to highest value there may be, above `from`
/// @param reserve below which nothing is sold
/// @param bidders how many, at least 1
public record SealedAuction(boolean paysOwn, double from, double to, double reserve, int bidders) {
    public SealedAuction {
        if (!(to > from) || bidders < 1) {
            throw new IllegalArgumentException(
                    "values from " + from + " to " + to + " and " + bidders + " bidders are no auction");
        }
    }

    /// @param worth what it is worth to the bidder
    /// @return what they bid where nobody gains by another bid: v − (xⁿ − sⁿ) / (n xⁿ⁻¹), x and s what value and reserve are above `from`, where the own bid is paid; below the reserve what
    ///         it is worth, which buys nothing
    public double nash(double worth) {
        double x = worth - from;
        double s = Math.max(0, reserve - from);
        return !paysOwn || worth < reserve || x <= 0
                ? worth
                : worth - (x - s * StrictMath.pow(s / x, bidders - 1)) / bidders;
    }

    /// @return what is paid in the mean of all values, nothing where it is not sold; by either rule the same
    public double expectedPrice() {
        double n = bidders;
        double s = Math.clamp((reserve - from) / (to - from), 0, 1);
        double unsold = StrictMath.pow(s, n);
        return from * (1 - unsold) + (to - from) * ((n - 1) / (n + 1) + unsold * (1 - 2 * n * s / (n + 1)));
    }

    /// @return what is there to gain where it goes to whom it is worth most, and the most that could be paid for it
    public static double mostSurplus(double[] worths) { return Math.max(0, Arrays.stream(worths).max().orElse(0)); }

    /// @param worths what it is worth to each
    /// @return what is paid where all bid their Nash bid; 0 where all are below the reserve
    public double price(double[] worths) {
        double[] bids = Arrays.stream(worths).map(this::nash).filter(bid -> bid >= reserve).sorted().toArray();
        if (bids.length == 0) {
            return 0;
        }
        return paysOwn ? bids[bids.length - 1] : bids.length > 1 ? bids[bids.length - 2] : reserve;
    }
}
