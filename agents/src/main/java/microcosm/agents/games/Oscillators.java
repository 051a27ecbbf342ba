package microcosm.agents.games;

import java.util.Arrays;

/// Phases that turn at paces of their own and are drawn to each other: dθᵢ/dt = ωᵢ + K r sin(ψ − θᵢ), where r exp(iψ) is the mean of exp(iθ). Moved on by
/// Heun's rule. Not thread-safe.
///
/// Source: Kuramoto 1975, Lecture Notes in Physics 39, 420–422; Strogatz 2000, Physica D 143, 1–20.
public final class Oscillators {
    private final double[] phases;
    private final double coupling;

    /// @param phases in radians, where they begin; one for each
    /// @param coupling K
    public Oscillators(double[] phases, double coupling) {
        this.phases = phases.clone();
        this.coupling = coupling;
    }

    /// Paces spread as a Lorentz distribution around 0: its quantiles at (i + 1/2) / many.
    ///
    /// @param width half its width at half its height
    public static double[] lorentzian(int many, double width) {
        double[] paces = new double[many];
        Arrays.setAll(paces, i -> width * StrictMath.tan(Math.PI * ((i + 0.5) / many - 0.5)));
        return paces;
    }

    /// @return r of many with Lorentzian paces, in the limit: √(1 − 2 width / K), or 0 below K = 2 width
    public static double order(double coupling, double width) {
        return coupling <= 2 * width ? 0 : Math.sqrt(1 - 2 * width / coupling);
    }

    /// Moves all on by a stretch of time.
    ///
    /// @param paces one for each, in radians for a unit of time
    public void move(double[] paces, double time) {
        double[] now = slopes(phases, paces);
        double[] there = new double[phases.length];
        Arrays.setAll(there, i -> phases[i] + time * now[i]);
        double[] then = slopes(there, paces);
        for (int i = 0; i < phases.length; i++) {
            phases[i] = wrapped(phases[i] + time * (now[i] + then[i]) / 2);
        }
    }

    private double[] slopes(double[] at, double[] paces) {
        double x = 0;
        double y = 0;
        double[] cos = new double[at.length];
        double[] sin = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            cos[i] = StrictMath.cos(at[i]);
            sin[i] = StrictMath.sin(at[i]);
            x += cos[i];
            y += sin[i];
        }
        double[] slopes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            slopes[i] = paces[i] + coupling * (y * cos[i] - x * sin[i]) / at.length;
        }
        return slopes;
    }

    private static double wrapped(double phase) { return phase - 2 * Math.PI * Math.floor(phase / (2 * Math.PI)); }

    /// @return r: 1 where all are at one phase, about 1/√n where they have nothing to do with each other
    public double order() {
        double x = 0;
        double y = 0;
        for (double phase : phases) {
            x += StrictMath.cos(phase);
            y += StrictMath.sin(phase);
        }
        return StrictMath.hypot(x, y) / phases.length;
    }

    /// @return in radians, from 0 to 2π
    public double[] phases() { return phases.clone(); }
}
