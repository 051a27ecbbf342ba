package microcosm.cli;

import java.util.Collection;

/// Names in a message.
final class Listed {
    private static final int MOST = 30;

    private Listed() {}

    /// @return the first thirty, and an ellipsis where there are more
    static String of(Collection<String> names) {
        return String.join(", ", names.stream().limit(MOST).toList()) + (names.size() > MOST ? " …" : "");
    }
}
