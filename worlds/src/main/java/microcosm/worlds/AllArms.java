package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The settings under which a file is checked: every combination of choices and switches while there are at most [#MOST], else each
/// option once with the others at their defaults. Numbers stay at their defaults.
final class AllArms {
    static final int MOST = 64;

    private AllArms() {}

    static List<SequencedMap<String, String>> of(Map<String, Parameter> parameters) {
        var defaults = new LinkedHashMap<String, String>();
        parameters.forEach((name, parameter) -> defaults.put(name, parameter.standard()));
        long combinations = 1;
        for (Parameter parameter : parameters.values()) {
            combinations = Math.min(MOST + 1L, combinations * Math.max(1, options(parameter).size()));
        }
        return combinations <= MOST ? all(parameters, defaults) : each(parameters, defaults);
    }

    private static List<String> options(Parameter parameter) {
        return switch (parameter.kind()) {
            case CHOICE -> parameter.of().stream().distinct().toList();
            case BOOL -> List.of("true", "false");
            case INT, NUMBER, TEXT -> List.of(parameter.standard());
        };
    }

    private static List<SequencedMap<String, String>> all(Map<String, Parameter> parameters,
            SequencedMap<String, String> defaults) {
        List<SequencedMap<String, String>> arms = List.of(defaults);
        for (Parameter parameter : parameters.values()) {
            var more = new ArrayList<SequencedMap<String, String>>();
            for (SequencedMap<String, String> arm : arms) {
                for (String option : options(parameter)) {
                    var next = new LinkedHashMap<>(arm);
                    next.put(parameter.name(), option);
                    more.add(next);
                }
            }
            arms = more.isEmpty() ? arms : more;
        }
        return arms;
    }

    private static List<SequencedMap<String, String>> each(Map<String, Parameter> parameters,
            SequencedMap<String, String> defaults) {
        var arms = new LinkedHashSet<SequencedMap<String, String>>();
        arms.add(defaults);
        for (Parameter parameter : parameters.values()) {
            for (String option : options(parameter).stream().limit(MOST).toList()) {
                var arm = new LinkedHashMap<>(defaults);
                arm.put(parameter.name(), option);
                arms.add(arm);
            }
        }
        return arms.stream().limit(4L * MOST).toList();
    }
}
