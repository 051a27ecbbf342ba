package microcosm.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.ServiceLoader;

/// Every auditor there is.
public final class Auditors {
    /// Names for several auditors at once.
    private static final SequencedMap<String, List<String>> GROUPS = new LinkedHashMap<>();
    static {
        GROUPS.put("covert", List.of());
        GROUPS.put("collusion", List.of("dependence", "secret-leak", "code-phrase", "influence", "action-numbers"));
    }

    private Auditors() {}

    /// @return by name
    public static List<Auditor> all() {
        return ServiceLoader.load(Auditor.class).stream().map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Auditor::name)).toList();
    }

    /// @param names auditors, or `covert` (all) or `collusion` (those of relations); none for all
    /// @throws IllegalArgumentException naming the unknown one and all that are known
    public static List<Auditor> named(List<String> names) {
        List<Auditor> all = all();
        List<String> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.addAll(GROUPS.containsKey(name) && GROUPS.get(name).isEmpty()
                    ? all.stream().map(Auditor::name).toList()
                    : GROUPS.getOrDefault(name, List.of(name)));
        }
        List<String> known = all.stream().map(Auditor::name).toList();
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "unknown auditor \"" + name + "\"\n  known here: " + String.join(", ", known));
        });
        return names.isEmpty() ? all : all.stream().filter(auditor -> wanted.contains(auditor.name())).toList();
    }

    /// @return the group names a world's `Audits` section may use beside the auditors' own
    static List<String> groups() { return List.copyOf(GROUPS.sequencedKeySet()); }
}
