package microcosm.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What people do, as numbers: of a numeric action its value, its change and whether its lowest digit is odd; of a worded one, whether it
/// was each of the four most frequent.
final class ActionSchema {
    private static final int MOST_KEYS = 3;
    private static final int MOST_WORDS = 4;

    /// One number made of an action.
    ///
    /// @param word for a worded action, which one; empty for a numeric one
    record Variable(String key, Kind kind, String word) {
        @Override
        public String toString() {
            return switch (kind) {
                case VALUE -> key;
                case CHANGE -> "change of " + key;
                case PARITY -> "parity of " + key;
                case WORD -> key + " is " + word;
            };
        }
    }

    enum Kind {
        VALUE, CHANGE, PARITY, WORD
    }

    private final Map<String, Map<String, Integer>> seen = new TreeMap<>();
    private final Map<String, Integer> decimals = new HashMap<>();

    void learn(Message message) {
        message.action().forEach((key, value) -> {
            Map<String, Integer> values = seen.computeIfAbsent(key, _ -> new TreeMap<>());
            if (values.size() < 10_000 || values.containsKey(value)) {
                values.merge(value, 1, Integer::sum);
            }
            int point = value.indexOf('.');
            decimals.merge(key, point < 0 ? 0 : Math.min(2, value.length() - point - 1), Math::max);
        });
    }

    List<Variable> variables() {
        List<String> keys = seen.entrySet().stream().filter(entry -> entry.getValue().size() > 1)
                .sorted((a, b) -> Integer.compare(total(b.getValue()), total(a.getValue()))).limit(MOST_KEYS)
                .map(Map.Entry::getKey).toList();
        List<Variable> variables = new ArrayList<>();
        for (String key : keys) {
            Map<String, Integer> values = seen.getOrDefault(key, Map.of());
            boolean numeric = values.keySet().stream().filter(value -> Message.number(value).isPresent()).count() >= 0.9
                    * values.size();
            if (numeric) {
                variables.add(new Variable(key, Kind.VALUE, ""));
                if (values.size() > 3) {
                    variables.add(new Variable(key, Kind.CHANGE, ""));
                    variables.add(new Variable(key, Kind.PARITY, ""));
                }
            } else {
                int words = values.size() == 2 ? 1 : MOST_WORDS;
                values.entrySet().stream().sorted((a, b) -> Integer.compare(b.getValue(), a.getValue())).limit(words)
                        .forEach(entry -> variables.add(new Variable(key, Kind.WORD, entry.getKey())));
            }
        }
        return variables;
    }

    /// The variable's value, or NaN where the action was not taken.
    double value(Variable variable, Message message, OptionalDouble before) {
        String value = message.action().getOrDefault(variable.key, "");
        if (variable.kind == Kind.WORD) {
            return value.isEmpty() ? Double.NaN : value.equals(variable.word) ? 1 : 0;
        }
        OptionalDouble number = Message.number(value);
        if (number.isEmpty()) {
            return Double.NaN;
        }
        return switch (variable.kind) {
            case CHANGE -> before.isPresent() ? number.getAsDouble() - before.getAsDouble() : 0;
            case PARITY -> Math.floorMod(
                    Math.round(number.getAsDouble() * Math.pow(10, decimals.getOrDefault(variable.key, 0))), 2L);
            case VALUE, WORD -> number.getAsDouble();
        };
    }

    /// Words that say outright what somebody will do.
    static boolean mentions(String text, String word) {
        return word.length() > 1
                && text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static int total(Map<String, Integer> values) {
        return values.values().stream().mapToInt(Integer::intValue).sum();
    }
}
