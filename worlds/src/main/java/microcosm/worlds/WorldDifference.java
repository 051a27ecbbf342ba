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

/// What differs in meaning between two worlds: not lines, layout, comments or Notes.
///
/// Both are read in every arm they have in common, and what was found in some arms alone is told with its condition. So it does not
/// matter how an author wrote a condition, only when it holds.
public final class WorldDifference {
    private WorldDifference() {}

    /// One difference, in words.
    ///
    /// @param section where in the format: `People`; empty for the world as a whole, `params` for a parameter
    /// @param what a sentence that speaks of the second world: `Tomas Brandt gains a belief in “The mill will stop” (0.9)`
    /// @param when the condition over parameters on which it differs; empty where it does in every arm
    /// @param was what the first world had instead; empty where it had nothing
    public record Difference(String section, String what, String when, String was) {
        @Override
        public String toString() {
            return what + (when.isEmpty() ? "" : " when " + when) + (was.isEmpty() ? "" : " (was " + was + ")");
        }
    }

    /// @return in the order of the format; empty where both mean the same
    /// @throws WorldException if one of them cannot be read in some arm
    public static List<Difference> between(WorldFile one, WorldFile other) {
        List<Problem> problems = new ArrayList<>(one.check());
        problems.addAll(other.check());
        if (!problems.isEmpty()) {
            throw new WorldException(problems);
        }
        var differences = new ArrayList<>(ParameterDifference.between(one.parameters(), other.parameters()));
        var common = new ArmsInCommon(one, other);
        Map<Difference, Set<Integer>> found = new LinkedHashMap<>();
        for (int arm = 0; arm < common.arms().size(); arm++) {
            World before = one.world(common.settings(arm));
            World after = other.world(common.settings(arm));
            for (Difference difference : between(before, after)) {
                found.computeIfAbsent(difference, _ -> new LinkedHashSet<>()).add(arm);
            }
        }
        found.forEach((difference, arms) -> differences.add(new Difference(difference.section(), difference.what(),
                common.condition(arms), difference.was())));
        return List.copyOf(differences);
    }

    private static List<Difference> between(World before, World after) {
        SequencedMap<String, Portrait> had = byId(Portraits.of(before));
        SequencedMap<String, Portrait> has = byId(Portraits.of(after));
        var differences = new ArrayList<Difference>();
        had.forEach((id, portrait) -> {
            Portrait now = has.get(id);
            if (now == null) {
                differences.add(new Difference(portrait.section(), portrait.subject() + " is gone", "", ""));
            } else {
                between(portrait, now, differences);
            }
        });
        has.forEach((id, portrait) -> {
            if (!had.containsKey(id)) {
                differences.add(new Difference(portrait.section(), portrait.subject() + " is new", "", ""));
            }
        });
        order(had, has, differences);
        if (differences.isEmpty() && !sameMeaning(before, after)) {
            differences.add(new Difference("", "something differs that has no name here", "", ""));
        }
        return differences;
    }

    private static boolean sameMeaning(World before, World after) {
        var one = WorldTree.meaning(before);
        var other = WorldTree.meaning(after);
        // Parameters are compared as they are declared; settings differ wherever one world has a parameter more.
        one.remove("settings");
        other.remove("settings");
        return one.equals(other);
    }

    /// @return by section and id; a second of the same name gets a number
    private static SequencedMap<String, Portrait> byId(List<Portrait> portraits) {
        var byId = new LinkedHashMap<String, Portrait>();
        for (Portrait portrait : portraits) {
            String id = portrait.section() + "/" + portrait.id();
            int number = 1;
            while (byId.containsKey(id + "/" + number)) {
                number++;
            }
            byId.put(id + "/" + number, portrait);
        }
        return byId;
    }

    private static void between(Portrait had, Portrait has, List<Difference> differences) {
        if (!had.subject().equals(has.subject())) {
            differences.add(new Difference(had.section(), had.subject() + " is now written " + has.subject(), "", ""));
        }
        for (int i = 0; i < had.facets().size(); i++) {
            Facet before = had.facets().get(i);
            Facet after = has.facets().get(i);
            after.items().forEach((item, value) -> {
                Optional<String> was = Optional.ofNullable(before.items().get(item));
                if (was.isEmpty()) {
                    differences.add(told(has, after.wording().added(), item, shown(after, value, ""), ""));
                } else if (!was.get().equals(value)) {
                    differences.add(told(has, after.wording().changed(), item, shown(after, value, was.get()),
                            shown(after, was.get(), value)));
                }
            });
            before.items().forEach((item, value) -> {
                if (!after.items().containsKey(item)) {
                    differences.add(told(has, before.wording().removed(), item, "",
                            before.wording().removed().contains("%i") ? "" : shown(before, value, "")));
                }
            });
        }
    }

    private static Difference told(Portrait of, String wording, String item, String value, String was) {
        return new Difference(of.section(), of.subject() + " " + wording.replace("%i", item).replace("%v", value), "",
                was);
    }

    private static String shown(Facet facet, String value, String other) {
        return facet.wording().prose() ? Phrases.quoted(Excerpt.of(value, other)) : value;
    }

    private static void order(SequencedMap<String, Portrait> had, SequencedMap<String, Portrait> has,
            List<Difference> differences) {
        Map<String, List<Portrait>> before = common(had, has)
                .collect(Collectors.groupingBy(Portrait::section, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Portrait>> after = common(has, had)
                .collect(Collectors.groupingBy(Portrait::section, LinkedHashMap::new, Collectors.toList()));
        before.forEach((section, portraits) -> {
            List<String> was = portraits.stream().map(Portrait::id).toList();
            List<Portrait> now = after.getOrDefault(section, List.of());
            if (!was.equals(now.stream().map(Portrait::id).toList())) {
                differences.add(new Difference(section, section + " now come in the order "
                        + now.stream().map(Portrait::subject).collect(Collectors.joining(", ")), "", ""));
            }
        });
    }

    private static java.util.stream.Stream<Portrait> common(SequencedMap<String, Portrait> of,
            SequencedMap<String, Portrait> with) {
        return of.entrySet().stream().filter(entry -> with.containsKey(entry.getKey())).map(Map.Entry::getValue);
    }
}
