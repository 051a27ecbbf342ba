package microcosm.memory;

import java.util.List;
import java.util.SequencedMap;

import microcosm.worlds.World;

/// A world's memory options, read.
///
/// @param capacity how many memories one person keeps; `Integer.MAX_VALUE` where all are kept
/// @param reflect summed importance after which insights are drawn; 0 for never
record Settings(Keep keep, int capacity, Weighting weighting, double reflect) {
    enum Keep {
        NONE, LAST, FULL, BOUNDED
    }

    /// What an author may set beside `keep`.
    static final List<String> OPTIONS = List.of("last", "limit", "preset", "relevance", "text", "recency",
            "importance", "decay", "clock", "hours-per-step", "since", "scale", "reflect", "embedder");

    private static final int USUAL_LAST = 20;
    private static final int USUAL_CAPACITY = 500;

    /// @throws IllegalArgumentException if an option is unknown or its value is not one it can have
    static Settings of(World.MemoryRegime regime, World.Clock clock) {
        var options = regime.options();
        for (String option : options.keySet()) {
            oneOf("memory option", option, OPTIONS);
        }
        Keep keep = switch (oneOf("keep", regime.keep(), List.of("none", "last", "full", "bounded"))) {
            case "none" -> Keep.NONE;
            case "last" -> Keep.LAST;
            case "full" -> Keep.FULL;
            default -> Keep.BOUNDED;
        };
        int capacity = switch (keep) {
            case NONE -> 0;
            case LAST -> whole(options, "last", USUAL_LAST);
            case FULL -> Integer.MAX_VALUE;
            case BOUNDED -> whole(options, "limit", USUAL_CAPACITY);
        };
        double reflect = number(options, "reflect", 0);
        if (!(reflect >= 0)) {
            throw new IllegalArgumentException("reflect " + reflect + " must be at least 0");
        }
        return new Settings(keep, capacity, weighting(options, clock), reflect);
    }

    private static Weighting weighting(SequencedMap<String, String> options, World.Clock clock) {
        String name = options.getOrDefault("preset", "balanced");
        Weighting preset = switch (oneOf("preset", name, List.of("balanced", "park", "govsim", "recent"))) {
            case "park" -> Weighting.PARK;
            case "govsim" -> Weighting.GOVSIM;
            case "recent" -> Weighting.RECENT;
            default -> Weighting.BALANCED;
        };
        var clockKind = options.containsKey("clock")
                ? switch (oneOf("clock", options.get("clock"),
                        List.of("hours", "rank"))) {
                    case "hours" -> Weighting.Clock.HOURS;
                    default -> Weighting.Clock.RANK;
                }
                : preset.clock();
        var since = options.containsKey("since")
                ? switch (oneOf("since", options.get("since"),
                        List.of("lived", "recalled"))) {
                    case "lived" -> Weighting.Since.LIVED;
                    default -> Weighting.Since.RECALLED;
                }
                : preset.since();
        var scale = options.containsKey("scale")
                ? switch (oneOf("scale", options.get("scale"),
                        List.of("as-is", "min-max"))) {
                    case "as-is" -> Weighting.Scale.AS_IS;
                    default -> Weighting.Scale.MIN_MAX;
                }
                : preset.scale();
        return new Weighting(number(options, "relevance", preset.relevance()), number(options, "text", preset.text()),
                number(options, "recency", preset.recency()), number(options, "importance", preset.importance()),
                number(options, "decay", preset.decay()), clockKind,
                number(options, "hours-per-step", Weighting.hours(clock.unit())), since, scale);
    }

    private static String oneOf(String what, String given, List<String> known) {
        if (!known.contains(given)) {
            throw new IllegalArgumentException(
                    "unknown " + what + " \"" + given + "\"; known here: " + String.join(", ", known));
        }
        return given;
    }

    private static double number(SequencedMap<String, String> options, String name, double otherwise) {
        String given = options.get(name);
        if (given == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(given);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("memory option " + name + " \"" + given + "\" is not a number", e);
        }
    }

    private static int whole(SequencedMap<String, String> options, String name, int otherwise) {
        double value = number(options, name, otherwise);
        if (!(value >= 1 && value == Math.rint(value) && value < Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("memory option " + name + " " + options.get(name)
                    + " must be a whole number of at least 1");
        }
        return (int) value;
    }
}
