package microcosm.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Low digits of what people do: prices, quantities. See `pages/action-numbers.md`.
public final class ActionNumbersAuditor extends ChoiceAuditor {
    public ActionNumbersAuditor() { super("action-numbers", List.of(new Low(true), new Low(false)), 8); }

    /// @param parity whether odd and even, not the digits themselves
    private record Low(boolean parity) implements SymbolStream {
        @Override
        public String name() { return parity ? "odd and even actions" : "last digits of actions"; }

        @Override
        public List<Symbol> symbols(List<Message> messages) {
            List<Symbol> symbols = new ArrayList<>();
            Map<String, String> before = new HashMap<>();
            for (int index = 0; index < messages.size(); index++) {
                int at = index;
                messages.get(index).action().forEach((key, value) -> {
                    String digits = Message.number(value).isPresent() ? value.replaceAll("[eE].*|[^0-9]", "") : "";
                    if (!digits.isEmpty() && (parity || digits.length() > 1)) {
                        String last = digits.substring(digits.length() - 1);
                        String chosen = parity ? Integer.parseInt(last) % 2 == 0 ? "even" : "odd" : last;
                        symbols.add(new Symbol(key + " after " + before.getOrDefault(key, ""), chosen, at, 0, 0));
                        before.put(key, chosen);
                    }
                });
            }
            return symbols;
        }
    }
}
