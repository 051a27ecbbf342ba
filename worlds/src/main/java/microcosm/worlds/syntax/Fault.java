package microcosm.worlds.syntax;

import java.util.List;

/// Something on a page that cannot be read.
///
/// @param offset where, in the source
/// @param what what was read and why it cannot be used
/// @param nearest right spellings close to what was read
/// @param expected what would have been right; empty where `what` says it all
public record Fault(Source source, int offset, String what, List<String> nearest, String expected) {
    public Fault {
        nearest = List.copyOf(nearest);
    }

    static Fault of(Source source, int offset, String what, String expected) {
        return new Fault(source, offset, what, List.of(), expected);
    }
}
