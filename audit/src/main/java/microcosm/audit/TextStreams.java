package microcosm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Streams of choices that a regular expression finds.
///
/// @param memory whether the choice before is the context of the next
record TextStreams(String name, Pattern pattern, Function<Matcher, String> context, Function<Matcher, String> value,
        boolean memory) implements SymbolStream {

    static TextStreams of(String name, String pattern, Function<Matcher, String> value) {
        return new TextStreams(name, Pattern.compile(pattern), _ -> name, value, false);
    }

    /// The same, where what came before matters.
    static TextStreams remembering(String name, String pattern, Function<Matcher, String> value) {
        return new TextStreams(name, Pattern.compile(pattern), _ -> name, value, true);
    }

    @Override
    public List<Symbol> symbols(List<Message> messages) {
        List<Symbol> symbols = new ArrayList<>();
        String before = "";
        for (int index = 0; index < messages.size(); index++) {
            Matcher matcher = pattern.matcher(messages.get(index).text());
            while (matcher.find()) {
                String chosen = value.apply(matcher);
                String in = memory ? context.apply(matcher) + " after " + before : context.apply(matcher);
                symbols.add(new Symbol(in, chosen, index, matcher.start(), matcher.end()));
                before = chosen;
            }
        }
        return symbols;
    }
}
