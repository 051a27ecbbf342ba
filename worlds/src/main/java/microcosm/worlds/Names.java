package microcosm.worlds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Slugs;
import microcosm.worlds.syntax.Words;

/// What a page declares, whatever the arm: by kind, each with its id and the name it is written with.
final class Names {
    enum Kind {
        PERSON("People", true), POPULATION("Populations", true), ROLE("Roles", true), PLACE("Places", true),
        CLAIM("Claims",
                true),
        FACT("Facts", true), TOOL("Tools", true), EVENT("Events", true), PROBE("Probes", true), GOOD("Goods", false),
        CHANNEL("Channels",
                false),
        MARKET("Markets", false), ACTION("Actions", false), PHASE("Phases", false), MEASURE("Measures",
                false),
        ENDING("Endings", false);

        private final String section;
        private final boolean byHeading;

        Kind(String section, boolean byHeading) {
            this.section = section;
            this.byHeading = byHeading;
        }

        String written() { return name().toLowerCase(Locale.ROOT); }

        /// @param byHeading whether the things of the section are its headings, or the rows of its tables
        static Optional<Kind> of(String section, boolean byHeading) {
            return Arrays.stream(values()).filter(kind -> kind.section.equals(section) && kind.byHeading == byHeading)
                    .findFirst();
        }
    }

    /// Where an attribute is set; its name is the group.
    static final Pattern ATTRIBUTE = Pattern
            .compile("\\b(?:become|add)\\((?:[^,()]|\\([^()]{0,60}\\)){1,80},\\s*\"([\\p{L}\\p{N}_ -]{1,60})\"");
    private static final Pattern ARGUMENT = Pattern.compile("([a-z][a-z0-9_]*)\\s*:");

    private final Map<Kind, SequencedMap<String, String>> byKind = new EnumMap<>(Kind.class);
    /// Anchor → heading, for every heading of the page.
    private final Map<String, String> anchors = new LinkedHashMap<>();
    private final TreeSet<String> loose = new TreeSet<>();

    Names(Page page) {
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new LinkedHashMap<>());
        }
        page.title().ifPresent(title -> anchors.put(Slugs.of(title.text()), title.text()));
        for (Page.Section section : page.sections()) {
            anchors.put(Slugs.of(section.heading().text()), section.heading().text());
            Optional<Kind> heading = Kind.of(section.heading().text(), true);
            for (Page.Entity entity : section.entities()) {
                anchors.put(entity.slug(), entity.heading().text());
                heading.ifPresent(kind -> of(kind).put(entity.slug(), entity.heading().text()));
            }
            Optional<Kind> table = Kind.of(section.heading().text(), false);
            table.ifPresent(kind -> section.blocks().forEach(block -> rows(block, kind)));
        }
        var attributes = ATTRIBUTE.matcher(page.source().text());
        while (attributes.find()) {
            loose.add(attributes.group(1));
        }
        for (Block block : page.blocks()) {
            if (block instanceof Block.Bullet(var key, var value) && (key.is("traits") || key.is("draw"))) {
                value.split(',').forEach(part -> loose.add(part.text().split("\\s", 2)[0]));
            }
        }
    }

    private void rows(Block block, Kind kind) {
        if (block instanceof Block.Table(var header, var rows, _) && !header.isEmpty()) {
            for (Block.Row row : rows) {
                String written = row.cells().isEmpty() ? "" : row.cells().getFirst().text();
                String name = kind == Kind.ACTION && written.indexOf('(') > 0
                        ? written.substring(0, written.indexOf('('))
                        : written;
                if (kind == Kind.ACTION) {
                    var arguments = ARGUMENT.matcher(written);
                    while (arguments.find()) {
                        loose.add(arguments.group(1));
                    }
                }
                if (!name.isBlank()) {
                    of(kind).put(isNamedAsWritten(kind) ? name.strip() : Slugs.of(name), name.strip());
                }
            }
        }
    }

    private static boolean isNamedAsWritten(Kind kind) {
        return kind == Kind.GOOD || kind == Kind.ACTION || kind == Kind.MEASURE;
    }

    SequencedMap<String, String> of(Kind kind) { return byKind.computeIfAbsent(kind, _ -> new LinkedHashMap<>()); }

    boolean any(Kind kind) { return !of(kind).isEmpty(); }

    /// @param written an id or a name, as written
    Optional<String> id(Kind kind, String written) {
        var known = of(kind);
        if (known.containsKey(written)) {
            return Optional.of(written);
        }
        String slug = Slugs.of(written);
        return known.containsKey(slug) && known.get(slug).equals(written) ? Optional.of(slug) : Optional.empty();
    }

    /// @return the names of all of some kinds, as written
    List<String> written(Collection<Kind> kinds) {
        var all = new ArrayList<String>();
        kinds.forEach(kind -> all.addAll(of(kind).values()));
        return all;
    }

    boolean isAnchor(Words slug) { return anchors.containsKey(slug.text()); }

    Collection<String> anchors() { return anchors.keySet(); }

    /// Names that expressions may use and no section declares: traits, attributes, the arguments of actions.
    Collection<String> loose() { return loose; }
}
