package microcosm.cli;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Which providers' keys are set; never what they are.
final class Providers {
    private Providers() {}

    /// @return provider → one line
    static SequencedMap<String, String> findings() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("openai", "OPENAI_API_KEY");
        keys.put("anthropic", "ANTHROPIC_API_KEY");
        keys.put("gemini", "GEMINI_API_KEY");
        keys.put("mistral", "MISTRAL_API_KEY");
        keys.put("compatible", "MICROCOSM_BASE_URL");
        var found = new LinkedHashMap<String, String>();
        keys.forEach((provider, variable) -> {
            String value = System.getenv(variable);
            found.put(provider, value == null || value.isBlank() ? variable + " is not set" : variable + " is set");
        });
        return found;
    }
}
