package microcosm.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who can be named before the colon of a model's name, and where each reads its key from.
public enum Provider {
    BASELINE("", ""), OPENAI("OPENAI_API_KEY", "https://api.openai.com/v1"), ANTHROPIC("ANTHROPIC_API_KEY",
            "https://api.anthropic.com/v1/"),
    GEMINI("GEMINI_API_KEY",
            "https://generativelanguage.googleapis.com/v1beta"),
    MISTRAL("MISTRAL_API_KEY",
            "https://api.mistral.ai/v1"),
    OLLAMA("", "http://localhost:11434"), COMPATIBLE(
            "MICROCOSM_API_KEY", ""),
    REPLAY("", ""), SCRIPT("", ""), HUMAN("", "");

    private final String keyVariable;
    private final String address;

    Provider(String keyVariable, String address) {
        this.keyVariable = keyVariable;
        this.address = address;
    }

    /// @return how it is written: `openai`
    public String word() { return name().toLowerCase(Locale.ROOT); }

    /// @return the environment variable its key is read from; empty where none is needed
    public String keyVariable() { return keyVariable; }

    /// @return where its server usually is; empty where there is no usual place
    public String address() { return address; }

    /// @return the environment variable that says where its server is instead
    public String addressVariable() { return this == COMPATIBLE ? "MICROCOSM_BASE_URL" : name() + "_BASE_URL"; }

    /// Whether asking it goes over a network.
    public boolean live() {
        return switch (this) {
            case BASELINE, REPLAY, SCRIPT, HUMAN -> false;
            case OPENAI, ANTHROPIC, GEMINI, MISTRAL, OLLAMA, COMPATIBLE -> true;
        };
    }

    /// Whether it does not work without a key. A compatible server on one's own machine usually does.
    public boolean needsKey() { return live() && this != OLLAMA && this != COMPATIBLE; }

    static Optional<Provider> named(String word) {
        return Arrays.stream(values()).filter(provider -> provider.word().equals(word)).findFirst();
    }

    static List<String> words() { return Arrays.stream(values()).map(Provider::word).toList(); }
}
