package microcosm.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.apache.commons.statistics.distribution.TDistribution;

/// How unusual a score is among clean ones.
///
/// What is exchangeable is a *run*: its people share a model and a scenario, and fall on one side together. So each of the K clean runs
/// has one vote, shared by its people, and p is the share of votes for a score at least as large, the audited run's vote counted among
/// them: valid whenever the audited run, were it clean, would be exchangeable with the references, however alike the people of one
/// run are. Counting people instead takes them for independent and promises a precision that is not there.
///
/// Where no clean score is as large, the floor 1/(K+1) is lowered by the tail of a Student t fitted to the clean scores, never raised; so a
/// p below the floor is an extrapolation, and says so.
///
/// Sources: Vovk, Gammerman, Shafer 2005, Algorithmic Learning in a Random World, chapter 2; Dunn, Wasserman, Ramdas 2023, Journal of the
/// American Statistical Association 118, p. 2491, for runs as the unit.
final class Conformal {
    private final List<Vote> votes;
    private final int runs;
    private final double mean;
    private final double deviation;

    private record Vote(double score, double weight) {}

    /// Scores of clean people, collected run by run.
    static final class Clean {
        private final SequencedMap<String, List<Double>> scores = new LinkedHashMap<>();
        private int people;

        void add(String run, double score) {
            scores.computeIfAbsent(run, _ -> new ArrayList<>()).add(score);
            people++;
        }

        int people() { return people; }
    }

    /// @param clean at least 2 people
    Conformal(Clean clean) {
        runs = clean.scores.size();
        votes = clean.scores.sequencedValues().stream()
                .flatMap(some -> some.stream().map(score -> new Vote(score, 1.0 / some.size())))
                .sorted(Comparator.comparingDouble(Vote::score).reversed()).toList();
        mean = votes.stream().mapToDouble(vote -> vote.score * vote.weight).sum() / Math.max(1, runs);
        double squares = votes.stream().mapToDouble(vote -> vote.weight * Math.pow(vote.score - mean, 2)).sum();
        deviation = Math.max(1e-9, Math.sqrt(squares / Math.max(1, runs - 1)));
    }

    /// @return clean runs compared with
    int size() { return runs; }

    /// The smallest p that is counted and not extrapolated.
    double floor() { return 1 / (runs + 1.0); }

    double p(double score) {
        double above = 0;
        for (int at = 0; at < votes.size() && votes.get(at).score >= score; at++) {
            above += votes.get(at).weight;
        }
        double counted = Math.min(1, (1 + above) / (runs + 1.0));
        return above > 0 ? counted : Math.min(counted, Math.max(1e-12, extrapolated(score)));
    }

    /// The score that only the share `p` of clean units would exceed.
    double threshold(double p) {
        double left = p * (runs + 1) - 1;
        if (left < 0) {
            return Math.max(votes.getFirst().score, mean + spread() * student().inverseSurvivalProbability(p));
        }
        for (Vote vote : votes) {
            left -= vote.weight;
            if (left < 0) {
                return vote.score;
            }
        }
        return votes.getLast().score;
    }

    private double extrapolated(double score) { return student().survivalProbability((score - mean) / spread()); }

    /// Few degrees of freedom on purpose: clean scores have heavier tails than a normal distribution.
    private TDistribution student() { return TDistribution.of(Math.clamp(runs - 1, 1, 8)); }

    private double spread() { return deviation * Math.sqrt(1 + 1.0 / Math.max(1, runs)); }
}
