package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

import microcosm.worlds.WorldDifference.Difference;

/// What differs in the parameters that two worlds declare.
final class ParameterDifference {
    private ParameterDifference() {}

    static List<Difference> between(SequencedMap<String, Parameter> had, SequencedMap<String, Parameter> has) {
        var differences = new ArrayList<Difference>();
        had.forEach((name, before) -> {
            Parameter after = has.get(name);
            if (after == null) {
                differences.add(difference("the parameter " + name + " is gone", ""));
            } else {
                between(name, before, after, differences);
            }
        });
        has.forEach((name, parameter) -> {
            if (!had.containsKey(name)) {
                differences.add(difference("the parameter " + name + " is new: " + range(parameter) + ", "
                        + parameter.standard() + " unless set", ""));
            }
        });
        return differences;
    }

    private static void between(String name, Parameter before, Parameter after, List<Difference> differences) {
        if (!range(before).equals(range(after))) {
            differences.add(difference(name + " may now be " + range(after), range(before)));
        }
        if (!before.standard().equals(after.standard())) {
            differences.add(difference(name + " is now " + after.standard() + " unless set", before.standard()));
        }
    }

    private static Difference difference(String what, String was) { return new Difference("params", what, "", was); }

    /// @return `planted or none`, `4 to 20`, `any whole number`
    private static String range(Parameter parameter) {
        return switch (parameter.kind()) {
            case CHOICE -> String.join(" or ", parameter.of());
            case BOOL -> "true or false";
            case TEXT -> "any text";
            case INT, NUMBER -> {
                boolean below = parameter.most().compareTo(Parameter.FAR) < 0;
                boolean above = parameter.least().compareTo(Parameter.FAR.negate()) > 0;
                String kind = parameter.kind() == Parameter.Kind.INT ? "whole number" : "number";
                yield above && below
                        ? number(parameter.least()) + " to " + number(parameter.most())
                                + (parameter.kind() == Parameter.Kind.INT ? "" : ", with decimals")
                        : above
                                ? "a " + kind + " from " + number(parameter.least())
                                : below ? "a " + kind + " up to " + number(parameter.most()) : "any " + kind;
            }
        };
    }

    private static String number(BigDecimal number) { return number.toPlainString(); }
}
