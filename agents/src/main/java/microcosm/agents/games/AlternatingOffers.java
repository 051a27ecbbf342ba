package microcosm.agents.games;

/// Two divide a pie: in odd rounds the first proposes, in even ones the second; a round later it is worth less to each. Solved from its end.
///
/// Source: Rubinstein 1982, Perfect Equilibrium in a Bargaining Model, Econometrica 50, 97–109; Ståhl 1972, Bargaining Theory.
///
/// @param rounds at least 1; 1 is the ultimatum game
/// @param first discount factor of the first, `second` of the other, in [0, 1]
public record AlternatingOffers(int rounds, double first, double second) {
    /// @return what share of the pie who proposes in a round keeps where nobody gains by another offer or answer: all in the last, and before it all but what waiting is
    ///         worth to the other; nothing after the last
    public double kept(int round) {
        double kept = round > rounds ? 0 : 1;
        for (int at = rounds - 1; at >= round; at--) {
            kept = 1 - (at % 2 == 1 ? second : first) * kept;
        }
        return kept;
    }

    /// @return what the first keeps where there is no last round
    public double endless() { return (1 - second) / (1 - first * second); }
}
