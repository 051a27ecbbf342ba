package microcosm.agents.games;

/// What players earn by what each brings to one round: a price, a quantity, a contribution, or a move by its number. Pure: the same numbers give the
/// same numbers.
public interface Game {
    int players();

    /// @param brought one for each player, in the game's own unit
    /// @param earned filled with what each earns; same length
    void payoffs(double[] brought, double[] earned);
}
