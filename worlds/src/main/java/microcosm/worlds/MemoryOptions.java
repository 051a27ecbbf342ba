package microcosm.worlds;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import microcosm.worlds.syntax.Words;

/// What an author may say of memory beside how it is kept, and the values each can have. The room that remembers gives them their
/// meaning.
final class MemoryOptions {
    static final List<String> KEYS = List.of("keep", "last", "limit", "preset", "relevance", "text", "recency",
            "importance", "decay", "clock", "hours-per-step", "since", "scale", "reflect", "embedder");

    private static final List<String> WHOLE = List.of("last", "limit");
    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();
    static {
        WORDS.put("preset", List.of("balanced", "park", "govsim", "recent"));
        WORDS.put("clock", List.of("hours", "rank"));
        WORDS.put("since", List.of("lived", "recalled"));
        WORDS.put("scale", List.of("as-is", "min-max"));
    }

    private MemoryOptions() {}

    static void check(String key, Words value, Problems problems) {
        List<String> words = WORDS.get(key);
        String text = value.text();
        if (words != null) {
            if (!words.contains(text)) {
                problems.unknown(value, "memory " + key, words);
            }
        } else if (key.equals("embedder")) {
            if (!text.matches("[a-z0-9][A-Za-z0-9:._/,=-]{0,99}")) {
                problems.add(value, Problems.quoted(text) + " is not the name of an embedder",
                        "a name such as hashed-256-v1, all-minilm-l6-v2-q or openai:text-embedding-3-small");
            }
        } else if (WHOLE.contains(key)) {
            if (!text.matches("[1-9][0-9]{0,8}")) {
                problems.add(value, Problems.quoted(text) + " is not how many memories are kept",
                        "a whole number of at least 1");
            }
        } else if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") || beyond(key, new BigDecimal(text))) {
            problems.add(value, Problems.quoted(text) + " is not a value of memory " + key,
                    key.equals("decay") ? "a number above 0, at most 1" : "a number of at least 0");
        }
    }

    private static boolean beyond(String key, BigDecimal value) {
        return key.equals("decay") && (value.signum() == 0 || value.compareTo(BigDecimal.ONE) > 0);
    }
}
