package microcosm.agents.games;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/// What an [Entrant] remembers of the match it is in, and how it plays it.
final class Match implements Strategy {
    /// Largest chi-square of one degree of freedom that is no sign, at 5 %, that two things are not as likely.
    private static final double ALIKE = 3.841458820694124;

    private final Entrant entrant;
    private final int self;
    private final BitSet own = new BitSet();
    private final BitSet other = new BitSet();
    private int rounds;
    final int length;
    final double reward;
    final double sucker;
    final double temptation;
    final double punishment;
    final Account account = new Account();
    /// How often it cooperated itself, and how often the other defected.
    int cooperated;
    int defected;
    /// How often the other cooperated after it had, and after it had not; at first it is taken to have cooperated.
    int kindAfterKind;
    int kindAfterUnkind;
    /// Whether the other has done all along what it had done itself the round before, and in the same round.
    boolean answers = true;
    boolean mirrors = true;
    /// What it still means to do, as each rule counts.
    int owed;
    int runs;
    boolean suspects;
    double ahead;

    Match(Entrant entrant, Table table, int self, int length) {
        this.entrant = entrant;
        this.self = self;
        this.length = length;
        reward = earned(table, 0, 0);
        sucker = earned(table, 0, 1);
        temptation = earned(table, 1, 0);
        punishment = earned(table, 1, 1);
    }

    private double earned(Table table, int mine, int theirs) {
        int[] profile = new int[table.players()];
        double[] earned = new double[profile.length];
        Arrays.fill(profile, theirs);
        profile[self] = mine;
        table.payoffs(profile, earned);
        return earned[self];
    }

    int rounds() { return rounds; }

    /// @param ago from 1
    /// @return whether it cooperated itself; before the first round yes
    boolean own(int ago) { return ago > rounds || own.get(rounds - ago); }

    /// @return whether the other cooperated; before the first round yes
    boolean other(int ago) { return ago > rounds || other.get(rounds - ago); }

    /// @return whether only two rounds are left
    boolean ends() { return rounds >= length - 2; }

    /// @return whether what the other did so far may as well be a coin's work
    boolean seemsRandom() {
        double apart = rounds - 2.0 * defected;
        return apart * apart / rounds <= ALIKE;
    }

    @Override
    public int choose(SplittableRandom chance) { return entrant.cooperates(this, chance) ? 0 : 1; }

    @Override
    public void learn(int[] profile, double[] earned) {
        boolean mine = profile[self] == 0;
        boolean theirs = true;
        double most = Double.NEGATIVE_INFINITY;
        for (int player = 0; player < profile.length; player++) {
            if (player != self) {
                theirs &= profile[player] == 0;
                most = Math.max(most, earned[player]);
            }
        }
        kindAfterKind += own(1) && theirs ? 1 : 0;
        kindAfterUnkind += !own(1) && theirs ? 1 : 0;
        answers &= theirs == own(1);
        mirrors &= theirs == mine;
        cooperated += mine ? 1 : 0;
        defected += theirs ? 0 : 1;
        ahead += earned[self] - most;
        own.set(rounds, mine);
        other.set(rounds, theirs);
        rounds++;
        account.note(this);
    }

    /// How Tideman and Chieruzzi keep account of runs of defections.
    static final class Account {
        private int runs;
        private int owed;
        private int fresh;
        private int began;
        private int defected;

        /// A round is over.
        private void note(Match match) {
            defected += match.other(1) ? 0 : 1;
            if (match.other(1) && !match.other(2) && match.rounds() - began > 1) {
                runs++;
                owed += runs > 1 ? runs - 1 : 0;
            }
        }

        private boolean forgives(Match match) {
            int since = match.rounds() - began;
            boolean justBegan = !match.other(1) && match.other(2);
            double apart = Math.abs(defected - since / 2.0) / (Math.sqrt(since) / 2);
            return match.ahead >= 10 && !justBegan && since >= 20 && match.length - match.rounds() >= 10 && apart >= 3;
        }

        boolean cooperates(Match match) {
            if (fresh > 0) {
                fresh--;
                return true;
            }
            if (forgives(match)) {
                runs = 0;
                owed = 0;
                defected = 0;
                began = match.rounds();
                fresh = 1;
                return true;
            }
            if (owed > 0) {
                owed--;
                return false;
            }
            return match.other(1);
        }
    }
}
