package microcosm.cli;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// An auditor's page, part by part.
///
/// @param summary what stands in its title after the name
/// @param parts heading → text, in the order of the page
record AuditorPage(String summary, SequencedMap<String, String> parts) {
    /// @param page markdown: `# name: summary`, then a `## heading` for each part
    static AuditorPage of(String page) {
        String summary = "";
        var parts = new LinkedHashMap<String, String>();
        String heading = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("# ")) {
                summary = line.substring(line.indexOf(':') + 1).strip();
            } else if (line.startsWith("## ")) {
                heading = line.substring(3).strip();
                parts.put(heading, "");
            } else if (!line.isBlank() && !heading.isEmpty()) {
                parts.merge(heading, line.strip(), (before, more) -> before.isEmpty() ? more : before + " " + more);
            }
        }
        return new AuditorPage(summary, parts);
    }

    /// @return empty where the page has no such part
    String part(String heading) { return parts.getOrDefault(heading, ""); }
}
