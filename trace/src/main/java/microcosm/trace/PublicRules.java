package microcosm.trace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.worlds.Governance;
import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;

/// The digests of a governance graph that a run's first event names, worked out again from the world that lies beside the trace.
final class PublicRules {
    private static final String SETTING = "set.";
    private static final String SEMANTIC = "governance.semantic";
    private static final String TEXT = "governance.text";

    private PublicRules() {}

    /// @return what is wrong with them; empty where the manifest says what the world does, or the world governs nothing
    static Optional<String> altered(Path world, SequencedMap<String, String> manifest) {
        var settings = new LinkedHashMap<String, String>();
        manifest.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value);
            }
        });
        if (!manifest.containsKey("engine")) {
            return Optional.empty(); // not a trace of ours
        }
        try {
            Optional<Governance> rules = WorldFile.read(world).world(settings).dealings().governance();
            return differs(SEMANTIC, rules.map(Governance::semanticDigest), manifest)
                    .or(() -> differs(TEXT, rules.map(Governance::textDigest), manifest));
        } catch (WorldException e) {
            return manifest.containsKey(SEMANTIC)
                    ? Optional.of(
                            "cannot be read as a world any more, so its rules cannot be compared: " + e.getMessage())
                    : Optional.empty();
        }
    }

    private static Optional<String> differs(String name, Optional<String> found, SequencedMap<String, String> said) {
        Optional<String> given = Optional.ofNullable(said.get(name));
        return given.equals(found)
                ? Optional.empty()
                : Optional.of("does not hold the rules the manifest names: its " + name + " is " + found.orElse("none")
                        + "; the manifest says " + given.orElse("none"));
    }
}
