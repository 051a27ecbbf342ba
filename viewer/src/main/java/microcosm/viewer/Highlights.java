package microcosm.viewer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import microcosm.worlds.World;

/// What somebody at a terminal wants to know when a run is over: the turning points and the measures, on one screen.
public final class Highlights {
    private static final int MOST_TURNS = 14;

    private final World world;
    private final Chronicle chronicle;
    private final boolean coloured;

    /// @param chronicle fed with the whole trace
    /// @param coloured whether headings are set in bold
    public Highlights(World world, Chronicle chronicle, boolean coloured) {
        this.world = world;
        this.chronicle = chronicle;
        this.coloured = coloured;
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(heading(world.title()) + ": " + chronicle.state().people().size() + " people, " + chronicle.steps()
                + " of "
                + world.clock().steps() + " " + world.clock().unit() + "s");
        lines.add("");
        List<Chronicle.TurningPoint> told = chosen();
        int step = -1;
        for (Chronicle.TurningPoint point : told) {
            String when = point.event().step() == step ? "" : chronicle.step(point.event().step());
            step = point.event().step();
            lines.add("  " + padded(when, 9) + Plain.line(point.text()));
        }
        int left = chronicle.turningPoints().size() + chronicle.untold() - told.size();
        if (left > 0) {
            lines.add("  " + padded("", 9) + "… and " + left + " more");
        }
        if (!told.isEmpty()) {
            lines.add("");
        }
        int widest = chronicle.measures().keySet().stream().mapToInt(String::length).max().orElse(0);
        chronicle.measures().forEach((name, values) -> lines.add("  " + padded(name, widest + 2)
                + padded(Numbers.shown(values.sequencedValues().getLast()), 9) + over(values)));
        if (!chronicle.measures().isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    /// The turning points, thinned evenly where there are many, the first and the last kept.
    private List<Chronicle.TurningPoint> chosen() {
        List<Chronicle.TurningPoint> all = chronicle.turningPoints();
        if (all.size() <= MOST_TURNS) {
            return all;
        }
        var chosen = new ArrayList<Chronicle.TurningPoint>();
        for (int i = 0; i < MOST_TURNS; i++) {
            chosen.add(all.get((int) ((long) i * (all.size() - 1) / (MOST_TURNS - 1))));
        }
        return chosen;
    }

    private static String over(SortedMap<Integer, BigDecimal> values) {
        return values.size() < 2 ? "" : Numbers.bars(values.values());
    }

    private String heading(String text) {
        return coloured ? "\u001b[1m" + Plain.line(text) + "\u001b[0m" : Plain.line(text);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
