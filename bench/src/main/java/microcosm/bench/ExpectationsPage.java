package microcosm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the page of replications: every table whose first column is `result`, a row for each [Expectation].
final class ExpectationsPage {
    private static final List<String> COLUMNS = List.of("result", "world", "with", "played", "runs", "number",
            "expected", "tolerance");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([a-z0-9-]+)\\.world\\.md\\)");

    private ExpectationsPage() {}

    /// @param page markdown
    /// @throws IllegalArgumentException naming the line, if a row cannot be read
    static List<Expectation> read(String page) {
        var expectations = new ArrayList<Expectation>();
        boolean within = false;
        int number = 0;
        for (String line : page.lines().toList()) {
            number++;
            List<String> cells = line.startsWith("|")
                    ? Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList()
                    : List.of();
            if (cells.equals(COLUMNS)) {
                within = true;
            } else if (cells.size() != COLUMNS.size()) {
                within = false;
            } else if (within && !cells.getFirst().startsWith("--")) {
                try {
                    expectations.add(expectation(cells));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + number + " of the replications: " + e.getMessage(), e);
                }
            }
        }
        return expectations;
    }

    private static Expectation expectation(List<String> cells) {
        Matcher world = LINK.matcher(cells.get(1));
        if (!world.matches()) {
            throw new IllegalArgumentException("\"" + cells.get(1) + "\" is no link to a world beside the page");
        }
        String[] runs = cells.get(4).split(" of ");
        var statistic = runs.length == 1
                ? Expectation.Statistic.MEAN
                : Expectation.Statistic.valueOf(runs[0].toUpperCase(Locale.ROOT));
        double expected = Double.parseDouble(cells.get(6));
        String tolerance = cells.get(7);
        boolean percent = tolerance.endsWith("%");
        double size = Double.parseDouble(tolerance.replace("%", "").strip());
        return new Expectation(cells.getFirst(), world.group(1), settings(cells.get(2)), fast(cells.get(3)),
                Integer.parseInt(runs[runs.length - 1]), statistic, cells.get(5).replace("`", ""), expected,
                percent ? Math.abs(expected) * size / 100 : size);
    }

    private static boolean fast(String played) {
        return switch (played) {
            case "in full" -> false;
            case "fast" -> true;
            default -> throw new IllegalArgumentException("\"" + played + "\" is neither \"in full\" nor \"fast\"");
        };
    }

    private static SequencedMap<String, String> settings(String cell) {
        var settings = new LinkedHashMap<String, String>();
        for (String setting : cell.replace("`", "").split(" ")) {
            if (!setting.isEmpty()) {
                int equals = setting.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("\"" + setting + "\" is no setting such as firms=2");
                }
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return settings;
    }
}
