package microcosm.agents.games;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How somebody who gives or keeps comes to be regarded, good or bad: by what they did (first order), to whom (second), and what they were before (third).
///
/// Sources: Nowak and Sigmund 1998, Nature 393, 573–577 (image scoring); Ohtsuki and Iwasa 2004, Journal of Theoretical Biology 231, 107–120, and 2006, ibid. 239, 435–444 (the leading eight;
/// here standing in its simple and its consistent form, and judging); Pacheco, Santos and Chalub 2006, PLoS Computational Biology 2, e178 (stern judging).
public enum Norm {
    /// Good is who gives.
    IMAGE_SCORING {
        @Override
        public boolean good(boolean donor, boolean gives, boolean recipient) { return gives; }
    },
    /// Bad is only who keeps from somebody good.
    SIMPLE_STANDING {
        @Override
        public boolean good(boolean donor, boolean gives, boolean recipient) { return gives || !recipient; }
    },
    /// As simple standing; but to keep from somebody bad clears nobody who was bad.
    CONSISTENT_STANDING {
        @Override
        public boolean good(boolean donor, boolean gives, boolean recipient) { return gives || (!recipient && donor); }
    },
    /// Good is who gives to the good and keeps from the bad.
    STERN_JUDGING {
        @Override
        public boolean good(boolean donor, boolean gives, boolean recipient) { return gives == recipient; }
    },
    /// Good is only who gives to somebody good.
    SHUNNING {
        @Override
        public boolean good(boolean donor, boolean gives, boolean recipient) { return gives && recipient; }
    };

    /// @param donor whether who acts was good before
    /// @param recipient whether who might be given to is good
    public abstract boolean good(boolean donor, boolean gives, boolean recipient);

    /// @return as a world writes it: `stern-judging`
    public String written() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    public static List<String> names() { return Arrays.stream(values()).map(Norm::written).toList(); }

    /// @throws IllegalArgumentException if no norm is called so
    public static Norm named(String written) {
        return Arrays.stream(values()).filter(norm -> norm.written().equals(written)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("\"" + written + "\" is none of " + String.join(", ", names())));
    }

    /// The share of the good after long where everybody gives to the good and keeps from the bad, but does the other thing with a chance.
    ///
    /// @param errs that chance, in [0, 1]
    public double share(double errs) {
        double good = 1;
        for (int round = 0; round < 100_000; round++) {
            double next = 0;
            for (int at = 0; at < 8; at++) {
                boolean donor = (at & 1) > 0;
                boolean recipient = (at & 2) > 0;
                boolean wrong = (at & 4) > 0;
                double chance = (donor ? good : 1 - good) * (recipient ? good : 1 - good) * (wrong ? errs : 1 - errs);
                next += good(donor, recipient != wrong, recipient) ? chance : 0;
            }
            good = next;
        }
        return good;
    }
}
