package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import microcosm.worlds.Tool;

/// A document. Answers with the one or two paragraphs that share most with the question, a word counting the more the fewer paragraphs
/// have it; ties in the order of the document.
///
/// Source: Spärck Jones 1972, A Statistical Interpretation of Term Specificity, Journal of Documentation 28, 11–21.
public final class DocumentSearch implements Answering {
    private static final int SHOWN = 2;
    /// A second paragraph is given where it shares at least this part of what the first does.
    private static final double NEAR = 0.6;

    @Override
    public String name() { return "document"; }

    @Override
    public String summary() { return "a text: says the paragraphs that share most with the question"; }

    private record Scored(String paragraph, double score) {}

    @Override
    public Answer answer(Tool tool, String question) {
        List<String> paragraphs = List.of(tool.text().strip().split("\\n\\s*\\n"));
        List<Set<String>> terms = paragraphs.stream().map(DocumentSearch::terms).toList();
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < paragraphs.size(); i++) {
            double score = 0;
            for (String term : terms(question)) {
                if (terms.get(i).contains(term)) {
                    long having = terms.stream().filter(all -> all.contains(term)).count();
                    score += Math.log(1 + (double) paragraphs.size() / having);
                }
            }
            scored.add(new Scored(paragraphs.get(i).replaceAll("\\s+", " "), score));
        }
        List<Scored> best = scored.stream().filter(one -> one.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed()).limit(SHOWN).toList();
        return best.isEmpty()
                ? Answer.none(tool.name() + " says nothing on that.")
                : Answer.of(String.join("\n", best.stream()
                        .filter(one -> one.score() >= NEAR * best.getFirst().score()).map(Scored::paragraph).toList()));
    }

    /// Words of four letters and more, without an ending -s, and numbers.
    private static Set<String> terms(String text) {
        var terms = new LinkedHashSet<String>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 3 || word.matches("\\d+")) {
                terms.add(word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return terms;
    }
}
