package microcosm.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads `--set k=v`.
final class Settings {
    private Settings() {}

    /// @throws UserException if one is not of the form `name=value`, or a name is set twice
    static SequencedMap<String, String> read(List<String> set) {
        var settings = new LinkedHashMap<String, String>();
        for (String one : set) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new UserException("--set " + one + ": expected name=value");
            }
            String name = one.substring(0, equals).strip();
            if (settings.put(name, one.substring(equals + 1).strip()) != null) {
                throw new UserException("--set " + one + ": \"" + name + "\" is set twice");
            }
        }
        return settings;
    }
}
