package microcosm.agents.games;

import java.util.SplittableRandom;

/// One of a population that meets in pairs: one says a word, the other hears it and either knows it or not. Words are numbers from 0.
public interface Member {
    /// @return a word it uses
    int say(SplittableRandom chance);

    /// Hears a word of another.
    ///
    /// @return whether it used that word already, so that both agree
    boolean hear(int word);

    /// What it said, the other used too.
    void agreed(int word);

    /// @return the only word it uses; -1 where it uses none or several
    int only();

    /// Minimal naming game: says any of the words it knows, or invents one; adds what it does not know; after an agreement both keep that word alone.
    ///
    /// Source: Baronchelli, Felici, Loreto, Caglioti and Steels 2006, Journal of Statistical Mechanics P06014.
    final class Namer implements Member {
        private final int words;
        private final java.util.BitSet known = new java.util.BitSet();

        /// @param words how many there are to invent
        /// @param starts the word it begins with; -1 for none
        public Namer(int words, int starts) {
            this.words = words;
            if (starts >= 0) {
                known.set(starts);
            }
        }

        @Override
        public int say(SplittableRandom chance) {
            if (known.isEmpty()) {
                known.set(chance.nextInt(words));
            }
            int word = known.nextSetBit(0);
            for (int skip = chance.nextInt(known.cardinality()); skip > 0; skip--) {
                word = known.nextSetBit(word + 1);
            }
            return word;
        }

        @Override
        public boolean hear(int word) {
            boolean knew = known.get(word);
            if (knew) {
                known.clear();
            }
            known.set(word);
            return knew;
        }

        @Override
        public void agreed(int word) {
            known.clear();
            known.set(word);
        }

        @Override
        public int only() { return known.cardinality() == 1 ? known.nextSetBit(0) : -1; }
    }

    /// Takes over whatever it hears. Source: Clifford and Sudbury 1973, Biometrika 60, 581–588; Holley and Liggett 1975, Annals of Probability 3, 643–663.
    final class Copier implements Member {
        private int word;

        public Copier(int starts) { word = starts; }

        @Override
        public int say(SplittableRandom chance) { return word; }

        @Override
        public boolean hear(int heard) {
            boolean same = word == heard;
            word = heard;
            return same;
        }

        @Override
        public void agreed(int said) {
            // it goes by what it hears, not by what others make of its words
        }

        @Override
        public int only() { return word; }
    }

    /// Says one word for ever. Source: Xie, Sreenivasan, Korniss, Zhang, Lim and Szymanski 2011, Physical Review E 84, 011130.
    record Committed(int word) implements Member {
        @Override
        public int say(SplittableRandom chance) { return word; }

        @Override
        public boolean hear(int heard) { return heard == word; }

        @Override
        public void agreed(int said) {
            // nothing changes it
        }

        @Override
        public int only() { return word; }
    }
}
