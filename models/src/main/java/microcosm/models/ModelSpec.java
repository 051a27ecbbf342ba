package microcosm.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import microcosm.worlds.syntax.Spelling;

/// A model and how it is to be asked, as both are written in a world, on the command line and in a trace:
/// `openai:gpt-4.1,temperature=0.2,max-tokens=800`. What is not written is as [Parameters#USUAL] has it.
///
/// @param parameters written after the name by those that take parameters: every live model
public record ModelSpec(ModelName name, Parameters parameters) {
    private static final List<String> KEYS = List.of("temperature", "top-p", "max-tokens", "seed", "effort");

    /// Everybody follows their policy.
    public static final ModelSpec BASELINE = new ModelSpec(ModelName.BASELINE, Parameters.USUAL);
    /// Somebody at the terminal.
    public static final ModelSpec HUMAN = new ModelSpec(ModelName.HUMAN, Parameters.USUAL);

    /// As below, with the usual parameters where the text says nothing.
    public static ModelSpec of(String text) { return of(text, Parameters.USUAL); }

    /// Whether whoever is asked sits at the terminal.
    public boolean human() { return name.provider() == Provider.HUMAN; }

    /// Whether nobody is asked.
    public boolean baseline() { return name.provider() == Provider.BASELINE; }

    /// @param otherwise what holds where the text says nothing
    /// @throws ModelSetupException if nothing is called that, or a parameter is unknown, out of range, or not taken by the provider
    public static ModelSpec of(String text, Parameters otherwise) {
        var parts = text.split(",", -1);
        if (parts.length == 1 || !ModelName.provider(parts[0]).map(Provider::live).orElse(true)) {
            return new ModelSpec(ModelName.of(text), otherwise);
        }
        var name = ModelName.of(parts[0]);
        var parameters = otherwise;
        var seen = new ArrayList<String>();
        for (var part : List.of(parts).subList(1, parts.length)) {
            var setting = part.strip().split("=", 2);
            if (setting.length < 2 || !KEYS.contains(setting[0])) {
                throw new ModelSetupException("model \"" + text + "\": unknown parameter \"" + part.strip() + "\""
                        + Spelling.suggestion(setting[0], KEYS) + "\n  known here: " + String.join("=, ", KEYS) + "=");
            }
            if (seen.contains(setting[0])) {
                throw new ModelSetupException("model \"" + text + "\" says " + setting[0] + " twice");
            }
            seen.add(setting[0]);
            parameters = with(parameters, text, setting[0], setting[1]);
        }
        return new ModelSpec(name, parameters);
    }

    private static Parameters with(Parameters parameters, String text, String key, String value) {
        try {
            return switch (key) {
                case "temperature" -> parameters.withTemperature(Double.parseDouble(value));
                case "top-p" -> parameters.withTopP(Double.parseDouble(value));
                case "max-tokens" -> parameters.withMaxTokens(Integer.parseInt(value));
                case "seed" -> parameters.withSeed(Long.parseLong(value));
                case "effort" -> parameters.withEffort(value);
                default -> throw new IllegalStateException(key);
            };
        } catch (NumberFormatException e) {
            throw new ModelSetupException("model \"" + text + "\": " + key + " \"" + value + "\" is not a number", e);
        } catch (IllegalArgumentException e) {
            throw new ModelSetupException("model \"" + text + "\": " + e.getMessage(), e);
        }
    }

    /// @return as [#of] reads it, with every parameter that is not the usual one, in one order; equal for equal specs
    @Override
    public String toString() {
        if (!name.provider().live()) {
            return name.toString();
        }
        var usual = Parameters.USUAL.entries().entrySet();
        return name + String.join("", parameters.entries().entrySet().stream().filter(one -> !usual.contains(one))
                .map(ModelSpec::written).toList());
    }

    private static String written(Map.Entry<String, String> parameter) {
        return "," + parameter.getKey() + "=" + parameter.getValue();
    }
}
