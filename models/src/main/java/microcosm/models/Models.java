package microcosm.models;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Every model of a run, by name.
public final class Models {
    private final Map<String, String> environment;

    /// @param environment where keys and addresses are read from: `System.getenv()`
    public Models(Map<String, String> environment) { this.environment = environment; }

    /// @return who answers to this name; nobody answers to `baseline`, whose people follow policies
    /// @throws ModelSetupException if it cannot be asked, with what is missing; a missing key by its variable's name
    public Optional<LanguageModel> named(String text) {
        var name = ModelName.of(text);
        return switch (name.provider()) {
            case BASELINE -> Optional.empty();
            case SCRIPT -> Optional.of(ScriptedModel.reading(Path.of(name.model())));
            case REPLAY -> throw new ModelSetupException("run " + name.model() + " has no recorded replies");
            case OPENAI, ANTHROPIC, GEMINI, MISTRAL, OLLAMA, COMPATIBLE -> throw new ModelSetupException(
                    missing(name).orElse("model \"" + name + "\" is not connected yet"));
        };
    }

    /// @return what the environment lacks for this model
    private Optional<String> missing(ModelName name) {
        var provider = name.provider();
        if (provider == Provider.COMPATIBLE && environment.getOrDefault("MICROCOSM_BASE_URL", "").isBlank()) {
            return Optional.of("model \"" + name + "\" needs the address of its server in MICROCOSM_BASE_URL,"
                    + " such as http://localhost:8000/v1");
        }
        if (provider.needsKey() && environment.getOrDefault(provider.keyVariable(), "").isBlank()) {
            return Optional.of("model \"" + name + "\" needs a key in the environment variable "
                    + provider.keyVariable());
        }
        return Optional.empty();
    }
}
