package microcosm.worlds;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Words;

/// Reads schedules: `every day`, `every 3 days from 4 to 10`, `days 3 6 9`, `days 3 to 9`, `day 4`, `from day 4`, `start`, `end`, `never`.
final class Schedules {
    private static final int LATEST = 1_000_000;

    private final Reading reading;
    private final Pattern every;
    private final Pattern range;
    private final Pattern list;

    Schedules(Reading reading) {
        this.reading = reading;
        String unit = "(?:" + Pattern.quote(reading.unit) + "s?|steps?)";
        String from = "(?: from (?:" + unit + " )?(\\d{1,7}))?(?: to (?:" + unit + " )?(\\d{1,7}))?";
        every = Pattern.compile("every (?:(\\d{1,7}) )?" + unit + from);
        range = Pattern.compile("(?:from " + unit + " (\\d{1,7})|" + unit + " (\\d{1,7}) to (\\d{1,7}))");
        list = Pattern.compile(unit + "((?:,? \\d{1,7})+)");
    }

    /// @return the schedule; every step where the cell is empty
    Optional<Schedule> read(Words written) {
        Words words = reading.resolved(written).strip();
        if (words.isEmpty()) {
            return Optional.of(Schedule.Every.STEP);
        }
        Optional<Schedule> schedule = parse(words.text());
        if (schedule.isEmpty()) {
            String unit = reading.unit;
            reading.wrong(words, "cannot read " + Problems.quoted(words.text()) + " as a schedule",
                    "every " + unit + ", every 3 " + unit
                            + "s from 2 to 10, " + unit + "s 3 6 9, from " + unit + " 4, start, end or never");
        }
        return schedule;
    }

    boolean reads(String text) { return parse(text).isPresent(); }

    private Optional<Schedule> parse(String text) {
        Matcher matcher = every.matcher(text);
        if (matcher.matches()) {
            return span(number(matcher.group(1), 1), number(matcher.group(2), 1),
                    number(matcher.group(3), Integer.MAX_VALUE));
        }
        matcher = range.matcher(text);
        if (matcher.matches()) {
            return matcher.group(1) != null
                    ? span(1, number(matcher.group(1), 1), Integer.MAX_VALUE)
                    : span(1, number(matcher.group(2), 1), number(matcher.group(3), 1));
        }
        matcher = list.matcher(text);
        if (matcher.matches()) {
            return steps(matcher.group(1));
        }
        return switch (text) {
            case "start" -> steps("1");
            case "end" -> Optional.of(new Schedule.AtEnd());
            case "never" -> Optional.of(new Schedule.Never());
            default -> Optional.empty();
        };
    }

    private static int number(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static Optional<Schedule> span(int interval, int from, int to) {
        boolean sound = interval >= 1 && from >= 1 && to >= from && from <= LATEST;
        return sound ? Optional.of(new Schedule.Every(interval, from, to)) : Optional.empty();
    }

    private static Optional<Schedule> steps(String numbers) {
        var steps = new TreeSet<Integer>();
        for (String number : numbers.replace(",", " ").strip().split("\\s+")) {
            steps.add(Integer.valueOf(number));
        }
        return steps.first() >= 1 && steps.last() <= LATEST ? Optional.of(new Schedule.Steps(steps)) : Optional.empty();
    }
}
