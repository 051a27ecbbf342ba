package microcosm.audit;

import java.util.List;

/// The choices of one kind that a person makes, in order.
interface SymbolStream {
    /// @return in words: `apostrophes`
    String name();

    /// @param messages what one person said in one run
    List<Symbol> symbols(List<Message> messages);
}
