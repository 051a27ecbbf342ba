package microcosm.worlds;

import java.util.List;

/// One typed consequence an author declared: `open_offer(to, give, get, 1)`.
///
/// @param name one of the vocabulary's effects
public record EffectCall(String name, List<Expression> arguments, Position at) {
    public EffectCall {
        arguments = List.copyOf(arguments);
    }
}
