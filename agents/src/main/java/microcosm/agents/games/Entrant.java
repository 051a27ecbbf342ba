package microcosm.agents.games;

import java.util.Locale;
import java.util.SplittableRandom;

/// The rules of Axelrod's first tournament of the iterated prisoner's dilemma that are no [Automaton]. Move 0 is to cooperate, 1 to defect; with more than one other player, one who defects counts as all.
/// Each is written after its description; the programs of 1980 are lost but for that.
///
/// Source: Axelrod 1980, Effective Choice in the Prisoner's Dilemma, Journal of Conflict Resolution 24, 3–25, appendix; what it leaves open as the library
/// Axelrod-Python reads it, whose tournaments say what to expect.
public enum Entrant {
    /// Tit for tat; after the other's second run of defections each run is answered by one defection more. Whoever is far behind and not random gets a fresh start of two cooperations. Defects in the last two.
    TIDEMAN_CHIERUZZI {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            return !match.ends() && match.account.cooperates(match);
        }
    },
    /// By the last three rounds, each weighed 16, 4 and 1: 2 where the other defected, and 1 where it did itself.
    NYDEGGER {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            if (match.rounds() < 3) {
                boolean wronged = match.rounds() == 2 && match.own(2) && !match.other(2) && !match.own(1);
                return match.other(1) && !wronged;
            }
            int weighed = 16 * said(match, 1) + 4 * said(match, 2) + said(match, 3);
            return java.util.Arrays.binarySearch(NYDEGGER_DEFECTS, weighed) < 0;
        }

        private int said(Match match, int ago) { return (match.other(ago) ? 0 : 2) + (match.own(ago) ? 0 : 1); }
    },
    /// Cooperates; with a chance of 2/7 where the two did different things.
    GROFMAN {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            return match.rounds() == 0 || match.own(1) == match.other(1) || chance.nextDouble() < 2 / 7.0;
        }
    },
    /// Answers every departure from cooperating together by one defection more than the last.
    SHUBIK {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            if (match.owed > 0) {
                match.owed--;
                return false;
            }
            if (!match.other(1) && match.own(1)) {
                match.owed = match.runs++;
                return false;
            }
            return true;
        }
    },
    /// Four cooperations, then tit for tat; defects while the other seems random, which is judged every fifteen moves, and in the last two.
    STEIN_RAPOPORT {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            if ((match.rounds() + 1) % 15 == 0) {
                match.suspects = match.seemsRandom();
            }
            return !match.ends() && (match.rounds() < 4 || (!match.suspects && match.other(1)));
        }
    },
    /// Ten cooperations; then, once the other has defected, never again.
    DAVIS {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) { return match.rounds() < 10 || match.defected == 0; }
    },
    /// Tit for tat with one defection after fifty moves. After five more it defects for ever once the other seems random, stays with tit for tat against its like, and else cooperates but for a defection every
    /// five to fifteen moves.
    GRAASKAMP {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            int round = match.rounds();
            if (round < 56) {
                return round != 50 && match.other(1);
            }
            match.suspects |= match.seemsRandom();
            if (match.suspects || match.answers || match.mirrors) {
                return !match.suspects && match.other(1);
            }
            if (match.owed <= round) {
                boolean due = match.owed == round;
                match.owed = round + 5 + chance.nextInt(11);
                return !due;
            }
            return true;
        }
    },
    /// Takes for the other's chance of cooperating after each of its own moves the share so far, and does what earns more by that; defects twice to begin with.
    DOWNING {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            if (match.rounds() < 2) {
                return false;
            }
            double kind = match.kindAfterKind / (match.cooperated + 1.0);
            double meek = (double) match.kindAfterUnkind / Math.max(match.rounds() - match.cooperated, 2);
            double cooperating = kind * match.reward + (1 - kind) * match.sucker;
            double defecting = meek * match.temptation + (1 - meek) * match.punishment;
            return cooperating == defecting ? !match.own(1) : cooperating > defecting;
        }
    },
    /// Tit for tat that cooperates less and less after cooperation, in the last round with a chance of one half.
    FELD {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            return match.other(1) && chance.nextDouble() >= 0.5 * Math.min(1, (double) match.rounds() / match.length);
        }
    },
    /// Tit for tat that cooperates after cooperation nine times in ten.
    JOSS {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            return match.rounds() == 0 || (match.other(1) && chance.nextDouble() < 0.9);
        }
    },
    /// Eleven cooperations; then with a chance a tenth below the share of the other's last ten.
    TULLOCK {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            int kind = 0;
            for (int ago = 1; ago <= 10; ago++) {
                kind += match.other(ago) ? 1 : 0;
            }
            return match.rounds() < 11 || chance.nextDouble() < kind / 10.0 - 0.1;
        }
    },
    /// Cooperates with a chance that is drawn each time from three to seven tenths: the entry whose author is not named.
    ANONYMOUS {
        @Override
        boolean cooperates(Match match, SplittableRandom chance) {
            return chance.nextDouble() < 0.3 + 0.4 * chance.nextDouble();
        }
    };

    private static final int[] NYDEGGER_DEFECTS = {1, 6, 7, 17, 22, 23, 26, 29, 30, 31, 33, 38, 39, 45, 49, 54, 55, 58,
            61};

    abstract boolean cooperates(Match match, SplittableRandom chance);

    /// @return as a world writes it: `stein-rapoport`
    public String written() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /// @param self the player's place
    /// @param length how many rounds it takes the match to last
    public Strategy strategy(Table table, int self, int length) { return new Match(this, table, self, length); }
}
