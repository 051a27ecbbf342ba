package microcosm.memory;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// When memories last came up, as words beside the index.
final class Recalled {
    private static final String OWN = "recalled/";
    private static final String SHARED = "recalled-shared/";

    private Recalled() {}

    static void write(Collection<Life> lives, Map<String, String> about) {
        for (Life life : lives) {
            write(OWN + life.person, life.recalled, about);
            write(SHARED + life.person, life.recalledShared, about);
        }
    }

    private static void write(String key, Map<Integer, Integer> recalled, Map<String, String> about) {
        if (!recalled.isEmpty()) {
            var text = new StringBuilder();
            new TreeMap<>(recalled)
                    .forEach((ordinal, step) -> text.append(ordinal).append(' ').append(step).append(' '));
            about.put(key, text.toString());
        }
    }

    static void read(Map<String, String> about, Function<String, Life> lives) {
        about.forEach((key, text) -> {
            if (key.startsWith(OWN)) {
                read(text, lives.apply(key.substring(OWN.length())).recalled);
            } else if (key.startsWith(SHARED)) {
                read(text, lives.apply(key.substring(SHARED.length())).recalledShared);
            }
        });
    }

    private static void read(String text, Map<Integer, Integer> recalled) {
        String[] numbers = text.strip().split(" ");
        for (int i = 0; i < numbers.length; i += 2) {
            recalled.put(Integer.parseInt(numbers[i]), Integer.parseInt(numbers[i + 1]));
        }
    }
}
