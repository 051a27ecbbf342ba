package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Words;

/// The bullets under a heading, by key; only those the arm has.
final class Bullets {
    private final Reading reading;
    private final Map<String, List<Words>> byKey = new LinkedHashMap<>();

    /// @param keys the closed list of keys here
    Bullets(Reading reading, Arms arms, List<Block> blocks, List<String> keys) {
        this.reading = reading;
        for (Block block : blocks) {
            if (!(block instanceof Block.Bullet(var key, var value))) {
                continue;
            }
            if (key.isEmpty()) {
                reading.wrong(value, "a bullet without a key: " + Problems.quoted(value.text()),
                        "- key: value, with one of " + String.join(", ", keys));
            } else if (!keys.contains(key.text())) {
                reading.unknown(key, "key", keys);
            } else {
                if (value.isEmpty()) {
                    reading.wrong(key, "\"" + key + "\" without a value", "- " + key + ": value");
                } else {
                    arms.bullet(value)
                            .ifPresent(kept -> byKey.computeIfAbsent(key.text(), _ -> new ArrayList<>()).add(kept));
                }
            }
        }
    }

    List<Words> all(String key) { return byKey.getOrDefault(key, List.of()); }

    /// @return the value; a problem where there are several
    Optional<Words> one(String key) {
        List<Words> values = all(key);
        if (values.size() > 1) {
            reading.wrong(values.get(1), "\"" + key + "\" a second time", "one \"" + key + "\" in each arm");
        }
        return values.stream().findFirst();
    }

    List<String> prose(String key) { return all(key).stream().map(reading::prose).toList(); }
}
