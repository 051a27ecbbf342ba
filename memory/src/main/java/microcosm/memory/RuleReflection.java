package microcosm.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import microcosm.trace.EventId;

/// Notices which word weighs most in what was lived through lately: the one whose memories sum up to the most importance. A word in
/// fewer than three memories says nothing.
public final class RuleReflection implements Reflection {
    private static final int FEWEST = 3;
    private static final int MOST_CITED = 12;

    @Override
    public List<Remembrance> insights(String person, List<Remembrance> lately) {
        var among = new TreeMap<String, List<Remembrance>>();
        for (Remembrance memory : lately) {
            for (String term : Terms.of(memory.text()).terms()) {
                among.computeIfAbsent(term, _ -> new ArrayList<>()).add(memory);
            }
        }
        String topic = "";
        double most = 0;
        List<Remembrance> about = List.of();
        for (Map.Entry<String, List<Remembrance>> entry : among.entrySet()) {
            double weight = entry.getValue().stream().mapToDouble(Remembrance::importance).sum();
            if (entry.getValue().size() >= FEWEST && weight > most) {
                topic = entry.getKey();
                most = weight;
                about = entry.getValue();
            }
        }
        return topic.isEmpty() ? List.of() : List.of(insight(topic, about, lately.size()));
    }

    private static Remembrance insight(String topic, List<Remembrance> about, int of) {
        Remembrance latest = about.getLast();
        double importance = about.stream().mapToDouble(Remembrance::importance).max().orElseThrow();
        List<EventId> cited = about.subList(Math.max(0, about.size() - MOST_CITED), about.size()).stream()
                .map(Remembrance::event).toList();
        String text = "Much of late is about %s: %d of %d memories, the last of them: %s".formatted(
                written(topic, latest.text()), about.size(), of, latest.text());
        return new Remembrance(latest.event(), latest.step(), text, importance, false, cited);
    }

    /// @return the word of the text that was matched as this term
    private static String written(String term, String text) {
        var forms = new LinkedHashMap<String, String>();
        for (String word : text.split("[^\\p{L}\\p{N}'’]+")) {
            for (String form : Terms.of(word).terms()) {
                forms.putIfAbsent(form, word);
            }
        }
        return forms.getOrDefault(term, term);
    }
}
