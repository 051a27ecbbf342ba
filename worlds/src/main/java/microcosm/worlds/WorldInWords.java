package microcosm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A world as it was understood, resolved for its settings, for somebody to read. What the author left out and nothing stands for is left
/// out here too.
public final class WorldInWords {
    private WorldInWords() {}

    /// @return without line ends; sections apart by an empty line, details indented by two
    public static List<String> lines(World world) {
        var lines = new ArrayList<String>();
        String section = "";
        for (Portrait portrait : Portraits.of(world)) {
            if (portrait.section().isEmpty()) {
                lines.add(world.title() + " (" + world.id() + ")");
            } else {
                if (!portrait.section().equals(section)) {
                    section = portrait.section();
                    lines.add("");
                    lines.add(section);
                }
                lines.add("  " + portrait.subject());
            }
            String indent = section.isEmpty() ? "  " : "    ";
            portrait.facets().stream().filter(facet -> !isInTheHeading(portrait, facet))
                    .forEach(facet -> told(facet).forEach(line -> lines.add(indent + line)));
            if (section.isEmpty()) {
                world.settings().forEach((name, value) -> lines.add("  " + name + " = " + value));
                world.notExecuted().forEach(part -> lines.add("  not executed yet: " + part));
            }
        }
        return lines;
    }

    private static boolean isInTheHeading(Portrait portrait, Facet facet) {
        return portrait.section().isEmpty() && (facet.label().equals("id") || facet.label().equals("title"));
    }

    private static List<String> told(Facet facet) {
        if (facet.items().isEmpty()) {
            return List.of();
        }
        if (facet.wording().prose()) {
            return facet.items().values().stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
        }
        String label = facet.label().isEmpty() ? "" : facet.label() + ": ";
        boolean several = facet.items().values().stream().allMatch(String::isEmpty);
        return several
                ? facet.items().keySet().stream().map(item -> label + item).toList()
                : List.of(label + facet.items().entrySet().stream()
                        .map(item -> told(item, facet.label().equals("holds"))).collect(Collectors.joining(", ")));
    }

    /// @param counted whether the detail is an amount of the item: `3 salt`
    private static String told(Map.Entry<String, String> item, boolean counted) {
        return (counted ? item.getValue() + " " + item.getKey() : item.getKey() + " " + item.getValue()).strip();
    }
}
