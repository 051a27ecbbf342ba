package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

import microcosm.trace.Seed;
import microcosm.worlds.Population;
import microcosm.worlds.Population.Correlation;
import microcosm.worlds.Population.Distribution;

/// Draws what distinguishes the people of a population.
///
/// Correlated draws go through a Gaussian copula: one standard normal per draw, mixed by the Cholesky factor of the correlations between
/// them, mapped to [0, 1] by the normal distribution function and from there by each draw's own quantile function. The correlation
/// declared is that of the normals; that of the values is close to it, and equal for normal draws. Each person has luck of their own.
/// Source: Nelsen 2006, An Introduction to Copulas, section 2.3.
final class Drawing {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final Population population;
    private final List<String> names;
    private final double[][] factor;

    /// @throws IllegalArgumentException if the correlations contradict each other
    Drawing(Population population) {
        this.population = population;
        names = List.copyOf(population.draws().sequencedKeySet());
        factor = cholesky(correlations());
    }

    /// @param index of the person within the population, from 0
    /// @return draw → value as text: a number with at most four decimals, or the word chosen
    SequencedMap<String, String> values(Seed seed, int index) {
        double[] normals = new double[names.size()];
        for (int i = 0; i < normals.length; i++) {
            SplittableRandom own = seed.stream("casting/" + population.id() + "/" + names.get(i) + "/" + index, 0, 0);
            normals[i] = STANDARD.inverseCumulativeProbability(inside(own.nextDouble()));
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < normals.length; i++) {
            double mixed = 0;
            for (int j = 0; j <= i; j++) {
                mixed += factor[i][j] * normals[j];
            }
            Distribution distribution = population.draws().get(names.get(i));
            if (distribution != null) {
                values.put(names.get(i), value(distribution, inside(STANDARD.cumulativeProbability(mixed)), index));
            }
        }
        return values;
    }

    private static double inside(double probability) { return Math.clamp(probability, 1e-12, 1 - 1e-12); }

    private static String value(Distribution distribution, double u, int index) {
        List<String> arguments = distribution.arguments();
        return switch (distribution.name()) {
            case "choice" -> arguments.get(Math.min(arguments.size() - 1, (int) (u * arguments.size())));
            case "rows" -> arguments.get(index % arguments.size());
            default -> number(distribution.name(), arguments.stream().mapToDouble(Double::parseDouble).toArray(), u);
        };
    }

    private static String number(String name, double[] of, double u) {
        double drawn = switch (name) {
            case "normal" -> NormalDistribution.of(of[0], of[1]).inverseCumulativeProbability(u);
            case "uniform" -> of[0] + u * (of[1] - of[0]);
            case "lognormal" -> LogNormalDistribution.of(of[0], of[1]).inverseCumulativeProbability(u);
            case "exponential" -> ExponentialDistribution.of(of[0]).inverseCumulativeProbability(u);
            case "poisson" -> PoissonDistribution.of(of[0]).inverseCumulativeProbability(u);
            case "integer" -> Math.min(of[1], Math.floor(of[0] + u * (of[1] - of[0] + 1)));
            case "beta" -> BetaDistribution.of(of[0], of[1]).inverseCumulativeProbability(u);
            default -> throw new IllegalStateException("there is no distribution " + name);
        };
        BigDecimal rounded = BigDecimal.valueOf(drawn).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private double[][] correlations() {
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        for (Correlation correlation : population.correlations()) {
            int one = names.indexOf(correlation.one());
            int other = names.indexOf(correlation.other());
            matrix[one][other] = correlation.coefficient();
            matrix[other][one] = correlation.coefficient();
        }
        return matrix;
    }

    private double[][] cholesky(double[][] matrix) {
        double[][] lower = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && sum < -1e-12) {
                    throw new IllegalArgumentException(
                            population.at() + ": the correlations of " + population.name() + " contradict each other");
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(0, sum)) : lower[j][j] == 0 ? 0 : sum / lower[j][j];
            }
        }
        return lower;
    }

    /// Everybody's values, in order.
    List<SequencedMap<String, String>> all(Seed seed) {
        var all = new ArrayList<SequencedMap<String, String>>();
        for (int i = 0; i < population.count(); i++) {
            all.add(values(seed, i));
        }
        return all;
    }
}
