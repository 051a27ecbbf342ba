package microcosm.speech;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What closed lists of words stand for.
final class WordMap {
    private WordMap() {}

    /// @return the entries, in this order
    @SafeVarargs
    static <V> Map<String, V> of(Map.Entry<String, V>... entries) {
        var map = new LinkedHashMap<String, V>();
        for (Map.Entry<String, V> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(map);
    }
}
