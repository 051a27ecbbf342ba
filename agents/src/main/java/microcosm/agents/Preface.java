package microcosm.agents;

import java.util.List;

import microcosm.prompts.Inputs;
import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.speech.Setting;
import microcosm.worlds.Person;
import microcosm.worlds.Tool;
import microcosm.worlds.World;

/// The beginning of every prompt of one person: the world as they may know it, who they are, what can be done, how to answer. The same
/// from call to call, so that providers that keep prefixes need not read it again, and written anew only when others can be named. For one
/// thread at a time.
final class Preface {
    private final World world;
    private final Person person;
    private final Templates templates;
    private final Mind mind;
    private final List<Tool> tools;
    private List<Setting.Named> named = List.of();
    private Passage made = Passage.NOTHING;

    Preface(World world, Person person, Templates templates) {
        this.world = world;
        this.person = person;
        this.templates = templates;
        mind = Mind.of(person);
        tools = world.dealings().tools().stream().filter(tool -> tool.isFor(person)).toList();
    }

    Mind mind() { return mind; }

    /// @param people everybody who can be named, in cast order
    Passage passage(List<Setting.Named> people) {
        if (made.isEmpty() || !named.equals(people)) {
            named = people;
            made = Passage.of(written(people));
        }
        return made;
    }

    private Prompt written(List<Setting.Named> people) {
        String unit = world.clock().unit();
        return templates.named("agent/person").render(Inputs.NONE.with("name", person.name(), person.at().toString())
                .with("premise", world.premise().isBlank() ? world.title() : world.premise(), Passage.PAGE)
                .with("surroundings", new Surroundings(world, person).passage())
                .with("others", new Company(world, person).passage(people))
                .with("self", new Oneself(world, person).known()).with("own", own(people))
                .with("channels", new Doings(world).channels()).with("actions", new Doings(world).actions())
                .with("tools", toolbox())
                .with("unit", unit, Passage.PAGE).with("answering", Passage.of(mind.answering(templates, unit,
                        tools.stream().map(Tool::id).toList()))));
    }

    private Passage own(List<Setting.Named> people) {
        Passage own = new Oneself(world, person).own(people);
        return own.isEmpty()
                ? own
                : Passage.of(templates.named("agent/own").render(Inputs.NONE.with("own", own)));
    }

    /// @return the tools this person may use
    List<Tool> tools() { return tools; }

    private Passage toolbox() {
        List<Passage> lines = tools.stream().map(tool -> Passage.line("- " + tool.id()
                + (tool.about().isEmpty() ? "" : ": " + tool.about()) + " (" + tool.kind() + ", "
                + (tool.uses() == 1 ? "once" : "up to " + tool.uses() + " times") + " a turn)", tool.at().toString()))
                .toList();
        return lines.isEmpty()
                ? Passage.NOTHING
                : Passage.of(templates.named("agent/tools").render(Inputs.NONE.with("tools", Passage.lines(lines))));
    }
}
