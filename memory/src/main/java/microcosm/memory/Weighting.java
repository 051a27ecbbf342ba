package microcosm.memory;

import java.util.Locale;

/// How much each reason to come up counts, and how it is counted. A memory's score is the sum of weight × part.
///
/// @param relevance weight of the cosine between cue and memory, in [-1, 1]
/// @param text weight of the words they share, in [0, 1): BM25 over the best that such a cue could get
/// @param recency weight of decay to the power of the memory's age, in (0, 1]
/// @param importance weight of the memory's importance, in [0, 1]
/// @param decay in (0, 1]
/// @param hoursPerStep above 0; used by [Clock#HOURS]
/// Source of `park`: Park et al. 2023, "Generative Agents" (arXiv 2304.03442), section 4.1. Source of `govsim`: Piatti et al. 2024,
/// "Cooperate or Collapse" (arXiv 2404.16698), and its published code.
record Weighting(double relevance, double text, double recency, double importance, double decay, Clock clock,
        double hoursPerStep, Since since, Scale scale) {
    /// What age is counted in.
    enum Clock {
        /// Hours of the world's clock.
        HOURS,
        /// Memories that are more recent: 0 for the latest.
        RANK
    }

    /// When age begins.
    enum Since {
        LIVED, RECALLED
    }

    /// What is done to each part before it is weighed.
    enum Scale {
        AS_IS,
        /// Stretched so that the least of all memories is 0 and the most is 1; 0.5 where all are equal.
        MIN_MAX
    }

    static final Weighting BALANCED = new Weighting(1, 1, 1, 1, 0.995, Clock.HOURS, 1, Since.LIVED, Scale.AS_IS);
    static final Weighting PARK = new Weighting(1, 0, 1, 1, 0.995, Clock.HOURS, 1, Since.RECALLED, Scale.MIN_MAX);
    static final Weighting GOVSIM = new Weighting(2, 0, 0.5, 3, 0.99, Clock.RANK, 1, Since.LIVED, Scale.AS_IS);
    static final Weighting RECENT = new Weighting(0, 0, 1, 0, 0.99, Clock.RANK, 1, Since.LIVED, Scale.AS_IS);

    Weighting {
        if (!(relevance >= 0 && text >= 0 && recency >= 0 && importance >= 0)) {
            throw new IllegalArgumentException(
                    "the weights of relevance, text, recency and importance must be at least 0");
        }
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay " + decay + " must be above 0 and at most 1");
        }
        if (!(hoursPerStep > 0)) {
            throw new IllegalArgumentException("hours-per-step " + hoursPerStep + " must be above 0");
        }
    }

    /// @param age in hours or ranks, at least 0
    double recent(double age) { return StrictMath.pow(decay, age); }

    /// How long a step lasts where only its name is known; an hour where the name says nothing.
    static double hours(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "minute" -> 1.0 / 60;
            case "day", "night" -> 24;
            case "week" -> 24 * 7;
            case "month" -> 24 * 30;
            case "season", "quarter" -> 24 * 91;
            case "year", "winter" -> 24 * 365;
            default -> 1;
        };
    }
}
