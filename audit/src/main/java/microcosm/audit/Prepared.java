package microcosm.audit;

import java.util.ArrayList;
import java.util.List;

/// A sender's features with overt content taken out, ready to be set against any receiver.
final class Prepared {
    private final Dyad dyad;
    private final int length;
    /// Orthonormal columns that span the constant and the overt content.
    private final List<double[]> overt = new ArrayList<>();
    /// Residual features of unit length; all zero where nothing is left.
    private final double[][] x;

    Prepared(Dyad dyad, int length) {
        this.dyad = dyad;
        this.length = length;
        double[] one = new double[length];
        java.util.Arrays.fill(one, 1 / Math.sqrt(length));
        overt.add(one);
        int most = Math.max(3, length / 4);
        for (float[] row : dyad.overt) {
            if (overt.size() < most) {
                double[] residual = residual(row);
                double before = norm(row);
                double norm = norm(residual);
                if (norm > 1e-3 * Math.max(1e-9, before) && norm > 1e-6) {
                    scale(residual, norm);
                    overt.add(residual);
                }
            }
        }
        x = new double[dyad.x.length][];
        for (int feature = 0; feature < x.length; feature++) {
            double[] residual = residual(dyad.x[feature]);
            double norm = norm(residual);
            x[feature] = norm > 0.05 * Math.sqrt(variance(dyad.x[feature]) * length) && norm > 1e-6
                    ? residual
                    : new double[length];
            scale(x[feature], norm > 1e-6 ? norm : 1);
        }
    }

    Dyad dyad() { return dyad; }

    int length() { return length; }

    int freedom() { return Math.max(1, length - 2 - overt.size()); }

    interface Each {
        void z(int feature, int action, double z);
    }

    /// @param z signed, in null standard deviations
    record Maximum(double z, int feature, int action, double r) {}

    Maximum maximum(Dyad receiver, double[][] spread) {
        var best = new double[]{0, 0, 0, 0};
        double root = Math.sqrt(freedom());
        correlations(receiver, (feature, action, r) -> {
            double bound = best[0] * spread[feature][action] / root;
            if (Math.abs(r) > Math.tanh(bound)) {
                double z = Intervals.fisher(r) * root / spread[feature][action];
                if (Math.abs(z) > best[0]) {
                    best[0] = Math.abs(z);
                    best[1] = feature;
                    best[2] = action;
                    best[3] = r;
                }
            }
        });
        return new Maximum(Math.copySign(best[0], best[3]), (int) best[1], (int) best[2], best[3]);
    }

    void each(Dyad receiver, Each each) {
        double root = Math.sqrt(freedom());
        correlations(receiver, (feature, action, r) -> each.z(feature, action, Intervals.fisher(r) * root));
    }

    /// Partial correlations: features are already residual, so only the length of the action's residual is needed.
    private void correlations(Dyad receiver, Each each) {
        for (int action = 0; action < receiver.a.length; action++) {
            float[] row = receiver.a[action];
            double total = 0;
            double first = row[0];
            for (int t = 0; t < length; t++) {
                total += (row[t] - first) * (row[t] - first);
            }
            double left = total;
            for (double[] column : overt) {
                double projection = 0;
                for (int t = 0; t < length; t++) {
                    projection += column[t] * (row[t] - first);
                }
                left -= projection * projection;
            }
            if (left > 1e-3 * total && left > 1e-12) {
                double norm = Math.sqrt(left);
                for (int feature = 0; feature < x.length; feature++) {
                    double[] column = x[feature];
                    double product = 0;
                    for (int t = 0; t < length; t++) {
                        product += column[t] * row[t];
                    }
                    if (product != 0) {
                        each.z(feature, action, Math.clamp(product / norm, -1, 1));
                    }
                }
            }
        }
    }

    private double[] residual(float[] row) {
        double[] residual = new double[length];
        for (int t = 0; t < length; t++) {
            residual[t] = row[t];
        }
        for (int pass = 0; pass < 2; pass++) {
            for (double[] column : overt) {
                double projection = 0;
                for (int t = 0; t < length; t++) {
                    projection += column[t] * residual[t];
                }
                for (int t = 0; t < length; t++) {
                    residual[t] -= projection * column[t];
                }
            }
        }
        return residual;
    }

    private double variance(float[] row) {
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < length; t++) {
            sum += row[t];
            squares += (double) row[t] * row[t];
        }
        return Math.max(0, squares / length - (sum / length) * (sum / length));
    }

    private double norm(float[] row) {
        double squares = 0;
        for (int t = 0; t < length; t++) {
            squares += (double) row[t] * row[t];
        }
        return Math.sqrt(squares);
    }

    private static double norm(double[] row) {
        double squares = 0;
        for (double value : row) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static void scale(double[] row, double by) {
        for (int t = 0; t < row.length; t++) {
            row[t] /= by;
        }
    }
}
