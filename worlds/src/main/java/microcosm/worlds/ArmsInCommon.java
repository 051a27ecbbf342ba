package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The settings under which two worlds can be compared: what both let be chosen, in every combination; what only one has, at its
/// default; numbers at the first world's default where it fits the second.
final class ArmsInCommon {
    private final List<SequencedMap<String, String>> arms;
    private final SequencedMap<String, Parameter> varied = new LinkedHashMap<>();
    private final Map<String, String> fixed = new LinkedHashMap<>();

    ArmsInCommon(WorldFile one, WorldFile other) {
        one.parameters().forEach((name, parameter) -> Optional.ofNullable(other.parameters().get(name))
                .ifPresent(same -> share(name, parameter, same)));
        arms = AllArms.of(varied);
    }

    private void share(String name, Parameter one, Parameter other) {
        List<String> levels = one.of().stream().filter(other.of()::contains).distinct().toList();
        boolean switches = one.kind() == Parameter.Kind.BOOL && other.kind() == Parameter.Kind.BOOL;
        boolean choices = one.kind() == Parameter.Kind.CHOICE && other.kind() == Parameter.Kind.CHOICE
                && !levels.isEmpty();
        if (switches || choices) {
            String standard = choices && !levels.contains(one.standard()) ? levels.getFirst() : one.standard();
            varied.put(name, new Parameter(name, one.kind(), levels, one.least(), one.most(), standard, one.at()));
        } else if (other.misfit(one.standard()).isEmpty()) {
            fixed.put(name, one.standard());
        } else if (one.misfit(other.standard()).isEmpty()) {
            fixed.put(name, other.standard());
        }
    }

    List<SequencedMap<String, String>> arms() { return arms; }

    /// @return what to set in both worlds
    Map<String, String> settings(int arm) {
        var settings = new LinkedHashMap<>(fixed);
        settings.putAll(arms.get(arm));
        return settings;
    }

    /// @return the condition that holds in these arms and in no other; empty where it is all of them
    String condition(Set<Integer> held) {
        if (held.size() == arms.size()) {
            return "";
        }
        SequencedMap<String, Set<String>> levels = new LinkedHashMap<>();
        varied.keySet().forEach(name -> levels.put(name,
                held.stream().map(arm -> level(arm, name)).collect(Collectors.toCollection(LinkedHashSet::new))));
        Set<Integer> covered = IntStream.range(0, arms.size()).boxed()
                .filter(arm -> levels.entrySet().stream().allMatch(e -> e.getValue().contains(level(arm, e.getKey()))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return covered.equals(held)
                ? conjunction(levels)
                : held.stream().map(arm -> {
                    SequencedMap<String, Set<String>> one = new LinkedHashMap<>();
                    varied.keySet().forEach(name -> one.put(name, new LinkedHashSet<>(List.of(level(arm, name)))));
                    return conjunction(one);
                }).collect(Collectors.joining(", or "));
    }

    private String level(int arm, String name) { return arms.get(arm).getOrDefault(name, ""); }

    private String conjunction(SequencedMap<String, Set<String>> levels) {
        var parts = new ArrayList<String>();
        levels.forEach((name, some) -> {
            Set<String> every = IntStream.range(0, arms.size()).mapToObj(arm -> level(arm, name))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!every.equals(some)) {
                boolean choice = Optional.ofNullable(varied.get(name)).map(Parameter::kind)
                        .filter(Parameter.Kind.CHOICE::equals).isPresent();
                String any = some.stream().map(level -> name + " = " + (choice ? '"' + level + '"' : level))
                        .collect(Collectors.joining(" or "));
                parts.add(some.size() > 1 && levels.size() > 1 ? "(" + any + ")" : any);
            }
        });
        return parts.size() == 1 ? parts.getFirst().replaceAll("^\\((.*)\\)$", "$1") : String.join(" and ", parts);
    }
}
