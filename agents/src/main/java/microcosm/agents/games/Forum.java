package microcosm.agents.games;

/// Everybody says a number, and nobody earns anything by it: opinions, estimates, phases.
public record Forum(int players) implements Game {
    @Override
    public void payoffs(double[] said, double[] earned) { java.util.Arrays.fill(earned, 0); }
}
