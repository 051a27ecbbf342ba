package microcosm.prompts;

import java.util.List;
import java.util.stream.Collectors;

/// Rendered text that remembers its template, its parts, and what each part came from.
///
/// @param template name of the template: `agent/turn`
/// @param templateDigest SHA-256 of the template's text, in hexadecimal
public record Prompt(String template, String templateDigest, List<Part> parts) {
    public Prompt {
        parts = List.copyOf(parts);
    }

    /// @return exactly what a model is sent
    public String text() { return parts.stream().map(Part::text).collect(Collectors.joining()); }

    /// @param input the template's input this came from; empty for the template's own words
    /// @param source event id or world position of what put it here; empty for the template's own words
    public record Part(String text, String input, String source) {}
}
