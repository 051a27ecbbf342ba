package microcosm.trace;

import microcosm.worlds.Bundle;

/// What one person owes another; never empty.
public record Debt(String debtor, String creditor, Bundle goods) {}
