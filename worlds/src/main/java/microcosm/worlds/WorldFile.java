package microcosm.worlds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.worlds.syntax.Limits;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.PageParser;
import microcosm.worlds.syntax.Source;

/// A world file: the text, and the worlds it means under different settings. Immutable.
public final class WorldFile {
    private static final List<String> SHIPPED = List.of("weir-village", "harbour", "fishery", "town-meeting",
            "hidden-roles",
            "fifty-traders", "rumour-network", "negotiation", "call-centre", "election", "lending-circle",
            "two-languages");

    private static final Lexicon LEXICON = Lexicon.loaded();

    private final Page page;
    private final Front front;
    private final Names names;
    private final Fragments fragments;
    private final Problems faults = new Problems();
    private final List<Problem> unreadable;

    private WorldFile(String name, String text, Fragments fragments, List<Problem> unreadable) {
        page = PageParser.parse(new Source(name, text));
        this.fragments = fragments;
        unreadable.forEach(faults::add);
        page.faults().forEach(faults::add);
        this.unreadable = faults.sorted();
        names = new Names(page);
        front = Front.read(page, faults);
        if (unreadable.isEmpty() && (page.faults().isEmpty() || WorldReader.isReadable(page))) {
            new PageCheck(page, names, faults).check();
        }
    }

    /// @param name what positions call the file
    public static WorldFile of(String name, String text) {
        return new WorldFile(name, text, Fragments.NONE, List.of());
    }

    /// Reads a file; what cannot be decoded is a problem of the world, not an exception.
    ///
    /// @throws UncheckedIOException if there is no such file or it cannot be read
    public static WorldFile read(Path file) {
        String name = file.toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
            return decoded(name, in.readNBytes(Limits.MOST_BYTES + 1), new Folder(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return ids of the worlds that come with the program, in the order they are best read
    public static List<String> shippedIds() { return SHIPPED; }

    /// @throws WorldException if no shipped world has this id
    public static WorldFile shipped(String id) {
        if (!SHIPPED.contains(id)) {
            throw new WorldException(List.of(new Problem(new Position(id, 1, 1), "unknown shipped world \"" + id + "\"",
                    microcosm.worlds.syntax.Spelling.nearest(id, SHIPPED),
                    "known here: " + String.join(", ", SHIPPED))));
        }
        String name = id + ".world.md";
        try {
            byte[] bytes = resource(name).orElseThrow(() -> new NoSuchFileException(name));
            return decoded(name, bytes, WorldFile::resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> resource(String path) throws IOException {
        try (InputStream in = WorldFile.class.getResourceAsStream("/microcosm/worlds/library/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private static WorldFile decoded(String name, byte[] bytes, Fragments fragments) {
        Decoded decoded = Decoded.of(name, bytes);
        return new WorldFile(name, decoded.text(), fragments, decoded.problems());
    }

    /// @return the exact text
    public String text() { return page.source().text(); }

    /// @return the page as it was read, for tools that work on the text
    public Page page() { return page; }

    /// @return why the text cannot be taken apart into its blocks; empty where it can, whatever they say
    List<Problem> unreadable() { return unreadable; }

    /// @return the id the front matter gives; `world` where it gives none
    public String id() { return front.id(); }

    /// @return parameter → the value it has unless set, in the order of the file
    public SequencedMap<String, String> defaults() {
        var defaults = new LinkedHashMap<String, String>();
        front.parameters().forEach((name, parameter) -> defaults.put(name, parameter.standard()));
        return defaults;
    }

    /// @return what the front matter declares, by name, in the order of the file
    /// @return what a parameter that is a choice may be, in the order written; empty for any other
    public List<String> options(String parameter) {
        Parameter declared = front.parameters().get(parameter);
        return declared == null ? List.of() : declared.of();
    }

    SequencedMap<String, Parameter> parameters() { return front.parameters(); }

    /// @return the settings under which the file is checked: every combination of choices and switches while there are at most 64
    List<SequencedMap<String, String>> arms() { return AllArms.of(front.parameters()); }

    /// The world under some settings; parameters not set have their defaults.
    ///
    /// @param set parameter → value
    /// @throws WorldException with everything wrong in this arm, or if a setting names no parameter or has no fitting value
    public World world(Map<String, String> set) {
        var problems = new Problems();
        problems.addAll(faults);
        var settings = defaults();
        set.forEach((name, value) -> set(name, value, settings, problems));
        World world = world(settings, problems).world();
        if (!problems.isEmpty()) {
            throw new WorldException(problems.sorted());
        }
        return world;
    }

    private void set(String name, String value, Map<String, String> settings, Problems problems) {
        Parameter parameter = front.parameters().get(name);
        var at = new Position(page.source().file(), 1, 1);
        if (parameter == null) {
            var known = front.parameters().keySet();
            problems.add(new Problem(at, "unknown parameter \"" + name + "\"",
                    microcosm.worlds.syntax.Spelling.nearest(name, known),
                    known.isEmpty() ? "this world has no parameters" : "known here: " + String.join(", ", known)));
        } else if (!parameter.misfit(value).isEmpty()) {
            problems.add(new Problem(at, "\"" + value + "\" does not fit " + name,
                    microcosm.worlds.syntax.Spelling.nearest(value, parameter.of()), parameter.misfit(value)));
        } else {
            settings.put(name, value);
        }
    }

    /// @param used parameters this arm looked at
    /// @param broken whether a table could not be read
    record Arm(World world, Iterable<String> used, boolean broken) {}

    private Arm world(SequencedMap<String, String> settings, Problems problems) {
        var reading = new Reading(page, settings, front.parameters(), names, LEXICON, problems, fragments,
                front.unit());
        World world = new WorldReader(reading, front).world();
        return new Arm(world, reading.used, reading.broken);
    }

    /// Faults of the page, of the front matter, or a section that nobody knows.
    private boolean isStructural(Problem problem) {
        return !page.faults().isEmpty() || page.front().isEmpty() || page.front().get().entries().isEmpty()
                || problem.what().startsWith("unknown section");
    }

    /// Everything wrong with the file, over all arms.
    ///
    /// @return sorted by position; empty when the world can be played in every arm
    public List<Problem> check() {
        var problems = new Problems();
        problems.addAll(faults);
        if (!WorldReader.isReadable(page)) {
            if (problems.isEmpty()) {
                problems.add(new Problem(new Position(page.source().file(), 1, 1), "a file without a title or sections",
                        List.of(), "# The title"));
            }
            return problems.sorted();
        }
        var arms = new ArrayList<Arm>();
        AllArms.of(front.parameters()).forEach(settings -> arms.add(world(settings, problems)));
        // What a page that cannot be read seems to lack may only be misspelt.
        if (faults.sorted().stream().noneMatch(this::isStructural) && arms.stream().noneMatch(Arm::broken)) {
            var lint = new Lint(page, front, names, problems);
            arms.forEach(arm -> lint.arm(arm.world(), arm.used()));
            lint.overAllArms();
        }
        return problems.sorted();
    }
}
