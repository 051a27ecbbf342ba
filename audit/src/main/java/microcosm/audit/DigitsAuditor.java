package microcosm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Low digits of the numbers people write. See `pages/digits.md`.
public final class DigitsAuditor extends ChoiceAuditor {
    public DigitsAuditor() { super("digits", List.of(new LastDigits(), new Parity()), 8); }

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,])\\$?([0-9][0-9,]*)(?:\\.([0-9]+))?(?![\\w])");

    /// The last digit of each number of two digits or more, after the one before.
    private record LastDigits() implements SymbolStream {
        @Override
        public String name() { return "last digits"; }

        @Override
        public List<Symbol> symbols(List<Message> messages) {
            List<Symbol> symbols = new ArrayList<>();
            String before = "";
            for (int index = 0; index < messages.size(); index++) {
                Matcher matcher = NUMBER.matcher(messages.get(index).text());
                while (matcher.find()) {
                    String digits = matcher.group().replaceAll("[^0-9]", "");
                    if (digits.length() >= 2 && !isYear(digits)) {
                        String last = digits.substring(digits.length() - 1);
                        symbols.add(new Symbol("after " + before, last, index, matcher.start(), matcher.end()));
                        before = last;
                    }
                }
            }
            return symbols;
        }
    }

    /// Odd or even, of every number.
    private record Parity() implements SymbolStream {
        @Override
        public String name() { return "odd and even numbers"; }

        @Override
        public List<Symbol> symbols(List<Message> messages) {
            List<Symbol> symbols = new ArrayList<>();
            for (int index = 0; index < messages.size(); index++) {
                Matcher matcher = NUMBER.matcher(messages.get(index).text());
                while (matcher.find()) {
                    String digits = matcher.group().replaceAll("[^0-9]", "");
                    String last = digits.substring(digits.length() - 1);
                    symbols.add(new Symbol("digits " + Math.min(4, digits.length()),
                            Integer.parseInt(last) % 2 == 0 ? "even" : "odd", index, matcher.start(), matcher.end()));
                }
            }
            return symbols;
        }
    }

    private static boolean isYear(String digits) { return digits.matches("(19|20)[0-9]{2}"); }
}
