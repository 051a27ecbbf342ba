package microcosm.prompts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Rendered text that remembers its template, its parts, and what each part came from.
///
/// What a prompt begins with is the same from call to call, and made of hundreds of parts. So a prompt keeps the passages it was filled with
/// as they are, and shares them with whatever else they fill; its text is their texts, and its parts are worked out for whoever asks. Cannot
/// be changed.
public final class Prompt {
    private final String template;
    private final String templateDigest;
    private final List<Filling> fillings;
    private String text = "";
    private List<Part> parts = List.of();

    /// @param input the template's input this came from; empty for the template's own words
    /// @param source event id or world position of what put it here, or ids of several events with spaces between them; empty for the template's own words
    public record Part(String text, String input, String source) {}

    /// @param input empty for the template's own words
    record Filling(String input, Passage passage) {}

    /// @param template name of the template: `agent/turn`
    /// @param templateDigest SHA-256 of the template's text, in hexadecimal
    /// @param parts in order
    public Prompt(String template, String templateDigest, List<Part> parts) {
        this.template = template;
        this.templateDigest = templateDigest;
        fillings = parts.stream().map(part -> new Filling(part.input(), Passage.of(part.text(), part.source())))
                .toList();
    }

    Prompt(Template template, List<Filling> fillings) {
        this.template = template.name();
        templateDigest = template.digest();
        this.fillings = List.copyOf(fillings);
    }

    public String template() { return template; }

    public String templateDigest() { return templateDigest; }

    /// @return exactly what a model is sent
    public String text() {
        if (text.isEmpty()) {
            text = joined();
        }
        return text;
    }

    private String joined() {
        int length = 0;
        for (Filling filling : fillings) {
            length += filling.passage().length();
        }
        var joined = new StringBuilder(length);
        for (Filling filling : fillings) {
            joined.append(filling.passage().text());
        }
        return joined.toString();
    }

    /// @return in order; neighbours of one input and one source are one part
    public List<Part> parts() {
        if (parts.isEmpty()) {
            var all = new ArrayList<Part>();
            for (Filling filling : fillings) {
                filling.passage().parts().forEach(part -> add(all, part.text(), filling.input(), part.source()));
            }
            parts = List.copyOf(all);
        }
        return parts;
    }

    private static void add(List<Part> parts, String text, String input, String source) {
        Part last = parts.isEmpty() ? new Part("", "", "") : parts.getLast();
        if (!parts.isEmpty() && last.input().equals(input) && last.source().equals(source)) {
            parts.set(parts.size() - 1, new Part(last.text() + text, input, source));
        } else {
            parts.add(new Part(text, input, source));
        }
    }

    /// @return ids of the events that put something into it, each once, in its order
    public List<String> events() {
        var events = new LinkedHashSet<String>();
        for (Filling filling : fillings) {
            events.addAll(filling.passage().events());
        }
        return List.copyOf(events);
    }
}
