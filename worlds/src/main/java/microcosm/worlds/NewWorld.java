package microcosm.worlds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.worlds.syntax.FrontMatter;
import microcosm.worlds.syntax.Slugs;

/// A world to begin with: the starter, or another world, under a name of its own.
///
/// @param id lower-case letters, digits and hyphens
/// @param title what the heading says
public record NewWorld(String id, String title) {
    private static final String STARTER = "starter.world.md";

    public NewWorld {
        if (!isId(id)) {
            throw new IllegalArgumentException("\"" + id + "\" must be lower-case letters, digits and hyphens");
        }
    }

    /// @param name as somebody would call a world: `lake-town`, `Lake Town`
    /// @return empty where no id can be made of it
    public static Optional<NewWorld> named(String name) {
        String id = Slugs.of(name.strip());
        return isId(id) ? Optional.of(new NewWorld(id, name.equals(id) ? title(id) : name.strip())) : Optional.empty();
    }

    private static boolean isId(String id) { return id.matches("[a-z][a-z0-9-]{0,60}"); }

    private static String title(String id) {
        var title = new StringBuilder();
        for (String word : id.split("-")) {
            if (!word.isEmpty()) {
                title.append(title.isEmpty() ? "" : " ").append(Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
        }
        return title.toString();
    }

    /// @return the world that people begin with: two of them, and one of everything that most worlds need
    public static WorldFile starter() {
        try (InputStream in = NewWorld.class.getResourceAsStream("/microcosm/worlds/starter/" + STARTER)) {
            if (in == null) {
                throw new NoSuchFileException(STARTER);
            }
            return WorldFile.of(STARTER, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of another world with this id and title, fragments written out, in canonical layout.
    ///
    /// @throws WorldException if that world has problems
    public String from(WorldFile file) {
        List<Problem> problems = file.check();
        if (!problems.isEmpty()) {
            throw new WorldException(problems);
        }
        String text = file.world(new LinkedHashMap<>()).text();
        WorldFile whole = WorldFile.of(file.page().source().file(), text);
        record Edit(int from, int to, String text) {}
        var edits = new ArrayList<Edit>();
        whole.page().front().flatMap(front -> front.entry("id")).ifPresent(entry -> {
            if (entry.value() instanceof FrontMatter.Node.Scalar(var old)) {
                int at = text.indexOf(old.text(), old.offset());
                edits.add(new Edit(at, at + old.text().length(), id));
            }
        });
        whole.page().title().ifPresent(old -> edits
                .add(new Edit(old.offset(), old.offset(old.text().length() - 1) + 1, title)));
        var renamed = new StringBuilder(text);
        edits.stream().sorted(Comparator.comparingInt(Edit::from).reversed())
                .forEach(edit -> renamed.replace(edit.from(), edit.to(), edit.text()));
        return WorldFormatter.formatted(WorldFile.of(file.page().source().file(), renamed.toString()));
    }
}
