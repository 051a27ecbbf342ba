package microcosm.agents.games;

import java.util.SplittableRandom;

/// Two of a population who meet: whom the mechanism `encounters` brings together, with words and without.
///
/// @param speaker who says something, by their place in the population
/// @param hearer somebody else
public record Meeting(int speaker, int hearer) {
    /// Any two, all pairs and either way round alike.
    ///
    /// @param members how many there are, at least 2
    public static Meeting drawn(int members, SplittableRandom chance) {
        int speaker = chance.nextInt(members);
        int other = chance.nextInt(members - 1);
        return new Meeting(speaker, other < speaker ? other : other + 1);
    }
}
