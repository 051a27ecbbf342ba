package microcosm.memory;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.trace.EventId;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// What a person brings from before the first step.
public final class Formative {
    /// These shaped somebody, so they weigh more than most of what a day brings.
    private static final double IMPORTANCE = 0.8;
    private static final Pattern AGO = Pattern.compile(
            "(?:(\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
                    + "(\\p{L}+?)s? ago)|(?:last (\\p{L}+))|(yesterday)");
    private static final List<String> NUMBERS = List.of("a", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve");

    private Formative() {}

    /// @param dated as the author wrote them, or as a model told them once and the trace has kept them
    /// @param event that brought them into the society: the person's entry, or the reply that told them
    /// @return in the order given; `three winters ago` lies as many steps before the first as the clock needs for three years; what has
    ///         no such date lies at step 0
    public static List<Remembrance> memories(List<Person.DatedMemory> dated, EventId event, World.Clock clock) {
        return dated.stream().map(one -> new Remembrance(event, -stepsAgo(one.when(), clock), told(one), IMPORTANCE))
                .toList();
    }

    private static String told(Person.DatedMemory memory) {
        if (memory.when().isEmpty()) {
            return memory.text();
        }
        return memory.when().substring(0, 1).toUpperCase(Locale.ROOT) + memory.when().substring(1) + ": "
                + memory.text();
    }

    /// Whether it says how long ago something was in words that a clock can count back: `three winters ago`, `last summer`, `yesterday`.
    public static boolean isDated(String when) { return AGO.matcher(when.toLowerCase(Locale.ROOT).strip()).matches(); }

    private static int stepsAgo(String when, World.Clock clock) {
        Matcher ago = AGO.matcher(when.toLowerCase(Locale.ROOT).strip());
        if (!ago.matches()) {
            return 0;
        }
        double hours = ago.group(4) != null
                ? 24
                : ago.group(3) != null
                        ? Weighting.hours(span(ago.group(3)))
                        : number(ago.group(1)) * Weighting.hours(span(ago.group(2)));
        return (int) Math.min(1 << 30, Math.ceil(hours / Weighting.hours(clock.unit())));
    }

    /// `summer` and `autumn` come once a year, like `winter`.
    private static String span(String name) {
        return switch (name) {
            case "spring", "summer", "autumn", "fall", "winter" -> "year";
            default -> name;
        };
    }

    private static int number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return written.length() > 6 ? 999_999 : Integer.parseInt(written);
        }
        return written.equals("an") ? 1 : Math.max(1, NUMBERS.indexOf(written));
    }
}
