package microcosm.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// The templates of a run: those shipped, or a user's own in their place.
public final class Templates {
    /// Every template there is, by name. The files lie at the door of this room: `templates/agent/person.md`.
    public static final List<String> NAMES = List.of("agent/person", "agent/own", "agent/answer", "agent/thought",
            "agent/three-questions", "agent/intention", "agent/planning", "agent/planned", "agent/using",
            "agent/tools", "agent/found", "agent/tasks", "agent/review", "agent/attempt", "agent/calls", "agent/speak",
            "agent/choose", "agent/quantity", "agent/probe", "agent/interview", "agent/reflect", "agent/formative",
            "agent/moment",
            "agent/perceived", "agent/memories", "agent/claims", "agent/plan",
            "agent/last", "agent/population", "gamemaster/scene", "gamemaster/may-establish",
            "gamemaster/may-change", "gamemaster/manner", "gamemaster/ledger",
            "gamemaster/lately", "gamemaster/next", "gamemaster/judged", "gamemaster/call", "gamemaster/over",
            "gamemaster/tell");

    private static final String ENDING = ".md";

    private final Map<String, Template> templates;

    private Templates(Map<String, Template> templates) { this.templates = templates; }

    public static Templates shipped() {
        var templates = new LinkedHashMap<String, Template>();
        NAMES.forEach(name -> templates.put(name, shipped(name)));
        return new Templates(templates);
    }

    /// @param folder holds files named as those shipped are, such as `agent/person.md`; what it does not hold is as shipped
    /// @throws TemplateException with every mistake in them: a name that no template has, other inputs than the shipped one's
    public static Templates overridden(Path folder) {
        var problems = new ArrayList<String>();
        var templates = new LinkedHashMap<>(shipped().templates);
        for (Path file : files(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            String name = path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
            Template shipped = templates.get(name);
            if (shipped == null) {
                problems.add(file + ":1:1: there is no template \"" + name + "\"\n  known here: "
                        + String.join(", ", NAMES));
            } else {
                read(name, file, shipped, problems).ifPresent(template -> templates.put(name, template));
            }
        }
        if (!problems.isEmpty()) {
            throw new TemplateException(problems);
        }
        return new Templates(templates);
    }

    private static Optional<Template> read(String name, Path file, Template shipped, List<String> problems) {
        try {
            Template template = Template.of(name, file.toString(), Files.readString(file));
            problems.addAll(template.differences(shipped.inputs()));
            return Optional.of(template);
        } catch (TemplateException unread) {
            problems.addAll(unread.problems());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new TemplateException(List.of(folder + ":1:1: there is no such folder of templates"));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> Files.isRegularFile(path) && path.toString().endsWith(ENDING)
                    && !path.getFileName().toString().equals("README.md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static Template shipped(String name) {
        String path = "templates/" + name + ENDING;
        try (InputStream in = Templates.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not in the program");
            }
            return Template.of(name, "prompts/" + path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /// @throws IllegalArgumentException if there is none of this name
    public Template named(String name) {
        Template template = templates.get(name);
        if (template == null) {
            throw new IllegalArgumentException("no template \"" + name + "\" in " + NAMES);
        }
        return template;
    }

    /// Writes every template into a folder, from which [#overridden] reads the same.
    public void write(Path folder) {
        NAMES.forEach(name -> {
            Path file = folder.resolve(name + ENDING);
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, named(name).text());
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
        });
    }

    /// @param prefix what their names begin with: `agent/`
    /// @return one SHA-256 over all of them, in hexadecimal: a changed template changes it
    public String digest(String prefix) {
        var all = new StringBuilder();
        NAMES.stream().filter(name -> name.startsWith(prefix))
                .forEach(name -> all.append(name).append(' ').append(named(name).digest()).append('\n'));
        return Template.digest(all.toString());
    }

    /// @return name → digest of each
    public SequencedMap<String, String> digests() {
        var digests = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> digests.put(name, named(name).digest()));
        return digests;
    }
}
