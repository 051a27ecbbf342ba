package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One thing a world says of somebody or something, in words: what Tomas wants, when the square is open.
///
/// @param label what it is called where a world is shown: `wants`, `open`
/// @param wording how a difference in it is told
/// @param items what is said: item → detail. One item with an empty name where only one thing can be said; empty where nothing is
record Facet(String label, Wording wording, SequencedMap<String, String> items) {
    Facet {
        items = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(items));
    }

    /// Sentences without their subject. `%i` stands for the item, `%v` for its detail.
    ///
    /// @param prose whether the detail is longer prose, of which only what changed is worth quoting
    record Wording(String added, String removed, String changed, boolean prose) {}

    /// Something that has one value or none: `is now open every day`.
    ///
    /// @param now what comes before the value
    static Facet one(String label, String now, String value) {
        return new Facet(label, new Wording(now + " %v", "no longer has " + label, now + " %v", false),
                value.isEmpty() ? new LinkedHashMap<>() : entry("", value));
    }

    /// Prose of which there is one piece or none.
    static Facet prose(String label, String value) {
        return new Facet(label,
                new Wording("is now described: %v", "is no longer described", "is now described: %v", true),
                value.isEmpty() ? new LinkedHashMap<>() : entry("", value));
    }

    /// Things of which there may be several: `gains a wish: …`.
    ///
    /// @param thing with its article: `a wish`
    static Facet many(String label, String thing, List<String> items) {
        var all = new LinkedHashMap<String, String>();
        items.forEach(item -> all.put(item, ""));
        return new Facet(label, new Wording("gains " + thing + ": %i", "loses " + thing + ": %i", "", false), all);
    }

    private static SequencedMap<String, String> entry(String item, String detail) {
        var entry = new LinkedHashMap<String, String>();
        entry.put(item, detail);
        return entry;
    }
}
