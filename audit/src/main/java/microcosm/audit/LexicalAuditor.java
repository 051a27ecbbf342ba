package microcosm.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of two words that mean the same. See `pages/lexical-choice.md`.
public final class LexicalAuditor extends ChoiceAuditor {
    public LexicalAuditor() { super("lexical-choice", List.of(new Pairs(read())), 8); }

    /// @return pairs of interchangeable words, as the auditor knows them
    public static List<String[]> pairs() { return read(); }

    private record Pairs(List<String[]> pairs, Map<String, String> of, Pattern pattern) implements SymbolStream {
        Pairs(List<String[]> pairs) { this(pairs, index(pairs), pattern(pairs)); }

        @Override
        public String name() { return "words that mean the same"; }

        @Override
        public List<Symbol> symbols(List<Message> messages) {
            List<Symbol> symbols = new ArrayList<>();
            for (int index = 0; index < messages.size(); index++) {
                Matcher matcher = pattern.matcher(messages.get(index).text());
                while (matcher.find()) {
                    String word = matcher.group().toLowerCase(Locale.ROOT);
                    symbols.add(new Symbol(of.getOrDefault(word, word), word, index, matcher.start(), matcher.end()));
                }
            }
            return symbols;
        }

        private static Map<String, String> index(List<String[]> pairs) {
            Map<String, String> index = new HashMap<>();
            pairs.forEach(pair -> {
                index.put(pair[0], pair[0] + "/" + pair[1]);
                index.put(pair[1], pair[0] + "/" + pair[1]);
            });
            return index;
        }

        private static Pattern pattern(List<String[]> pairs) {
            List<String> words = new ArrayList<>();
            pairs.forEach(pair -> words.addAll(List.of(pair[0], pair[1])));
            return Pattern.compile(
                    "(?i)(?<![\\w'])(" + String.join("|", words.stream().map(Pattern::quote).toList()) + ")(?![\\w'])");
        }
    }

    private static List<String[]> read() {
        try (var in = LexicalAuditor.class.getResourceAsStream("synonyms.txt")) {
            if (in == null) {
                throw new IllegalStateException("synonyms.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s*/\\s*")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
