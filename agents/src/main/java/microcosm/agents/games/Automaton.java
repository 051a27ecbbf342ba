package microcosm.agents.games;

import java.util.SplittableRandom;

/// The rules of the iterated prisoner's dilemma: two moves, 0 to cooperate and 1 to defect. With more than one other player, one who defects
/// counts as all.
///
/// Sources: Axelrod 1984, The Evolution of Cooperation; Nowak and Sigmund 1993, Nature 364, 56–58 (win-stay, lose-shift); Friedman 1971 (grim).
public final class Automaton implements Strategy {
    /// What is done first, and what is done after the own and the others' last move.
    public enum Rule {
        /// Cooperates always.
        COOPERATE, DEFECT,
        /// Cooperates first, then does what the other did.
        TIT_FOR_TAT,
        /// Cooperates until the other defects once, then never again.
        GRIM,
        /// Defects after two defections in a row.
        TIT_FOR_TWO_TATS,
        /// Keeps its move where the other cooperated, changes it where not.
        WIN_STAY_LOSE_SHIFT,
        /// Tit for tat that begins by defecting.
        SUSPICIOUS_TIT_FOR_TAT,
        /// Cooperates in odd rounds, defects in even ones.
        ALTERNATE,
        /// Either, with equal chances.
        RANDOM;

        /// @return as a world writes it: `tit-for-tat`
        public String written() { return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'); }
    }

    private static final int COOPERATES = 0;
    private static final int DEFECTS = 1;

    private final Rule rule;
    private final int self;
    private int own = COOPERATES;
    private int other = COOPERATES;
    private int before = COOPERATES;
    private boolean wronged;
    private boolean first = true;

    /// @param self the player's place
    public Automaton(Rule rule, int self) {
        this.rule = rule;
        this.self = self;
    }

    @Override
    public int choose(SplittableRandom chance) {
        return switch (rule) {
            case COOPERATE -> COOPERATES;
            case DEFECT -> DEFECTS;
            case TIT_FOR_TAT -> other;
            case GRIM -> wronged ? DEFECTS : COOPERATES;
            case TIT_FOR_TWO_TATS -> other == DEFECTS && before == DEFECTS ? DEFECTS : COOPERATES;
            case WIN_STAY_LOSE_SHIFT -> other == COOPERATES ? own : 1 - own;
            case SUSPICIOUS_TIT_FOR_TAT -> first ? DEFECTS : other;
            case ALTERNATE -> first ? COOPERATES : 1 - own;
            case RANDOM -> chance.nextInt(2);
        };
    }

    @Override
    public void learn(int[] profile, double[] earned) {
        first = false;
        before = other;
        own = profile[self];
        other = COOPERATES;
        for (int player = 0; player < profile.length; player++) {
            if (player != self && profile[player] == DEFECTS) {
                other = DEFECTS;
            }
        }
        wronged |= other == DEFECTS;
    }
}
