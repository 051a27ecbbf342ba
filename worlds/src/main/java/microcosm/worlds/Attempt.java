package microcosm.worlds;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Somebody's try at one of the world's actions, as read from what they said.
///
/// @param action the name of an [ActionRule]
/// @param arguments parameter name → the argument as its kind writes it, in the order of the rule's parameters
/// @param from index of the first character (UTF-16) of the words it was read from
/// @param to index after the last
public record Attempt(String action, SequencedMap<String, String> arguments, int from, int to) {
    public Attempt {
        arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("span " + from + ".." + to + " must not run backwards");
        }
    }

    public Optional<String> argument(String parameter) { return Optional.ofNullable(arguments.get(parameter)); }

    /// @throws IllegalArgumentException if the argument is absent or not a bundle
    public Bundle bundle(String parameter) { return Bundle.parse(required(parameter)); }

    /// @throws IllegalArgumentException if the argument is absent or not a number
    public BigDecimal number(String parameter) { return new BigDecimal(required(parameter)); }

    private String required(String parameter) {
        return argument(parameter).orElseThrow(
                () -> new IllegalArgumentException("attempt at " + action + " has no argument \"" + parameter + "\""));
    }
}
