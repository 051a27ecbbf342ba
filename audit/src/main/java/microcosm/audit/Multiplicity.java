package microcosm.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Many tests at once.
final class Multiplicity {
    private Multiplicity() {}

    /// Benjamini and Hochberg's step-up: the smallest false-discovery rate at which each test would be rejected.
    ///
    /// Holds for independent tests and for those with positive regression dependence, as conformal p-values with one calibration set are.
    ///
    /// @param p in (0, 1]
    /// @return q in the same order, at least p and at most 1
    /// Sources: Benjamini, Hochberg 1995, JRSS B 57, p. 293; Bates et al. 2023, Annals of Statistics 51, p. 149.
    static List<Double> benjaminiHochberg(List<Double> p) {
        int n = p.size();
        List<Integer> order = IntStream.range(0, n).boxed().sorted(Comparator.comparing(p::get)).toList();
        Double[] q = new Double[n];
        double least = 1;
        for (int rank = n; rank >= 1; rank--) {
            int test = order.get(rank - 1);
            least = Math.min(least, p.get(test) * n / rank);
            q[test] = least;
        }
        return new ArrayList<>(List.of(q));
    }
}
