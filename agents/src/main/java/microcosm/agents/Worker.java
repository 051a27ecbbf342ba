package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import microcosm.speech.Intent;
import microcosm.trace.Effect;
import microcosm.trace.EventId;
import microcosm.trace.Task;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Person;
import microcosm.worlds.Tool;
import microcosm.worlds.World;

/// Does what it is given to do, oldest first, through the actions with the effects `assign` and `hand_in`. It asks each of its
/// tools, in the words of the task, and hands in what they gave. With `passes-to` it gives each task to one of those named, in turn,
/// and hands in what comes back.
final class Worker implements Policy {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Names("tools", "what it asks, in the words of the task"),
            new Parameter.Names("passes-to", "to whom it gives what it was given, in turn"),
            new Parameter.Amount("deeds", 2, 1, 20, "the most attempts in one turn"));
    private static final String NOTHING_FOUND = "I found nothing on that.";
    private static final int LONGEST = 600;

    private final String self;
    private Repertoire repertoire;
    private final List<String> tools;
    private final List<String> helpers;
    private final int deeds;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<EventId, String> done = new LinkedHashMap<>();
    private final Map<String, String> results = new LinkedHashMap<>();
    private int turn;

    Worker(Persona persona) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        World world = persona.world();
        self = persona.id();
        repertoire = new Repertoire(world);
        tools = traits.names("tools", world.dealings().tools().stream().map(Tool::id).toList(), "tool");
        helpers = traits.names("passes-to", world.cast().people().stream().map(Person::id).toList(), "person");
        deeds = traits.count("deeds");
    }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    /// What somebody hands in comes as the words and, by the same event, as the end of a task.
    @Override
    public void observe(Perception perception, Inner inner) {
        perception.effects().forEach(effect -> {
            if (effect instanceof Effect.Assigned(Task task) && task.from().equals(self)) {
                given.put(task.id(), task.text());
            } else if (effect instanceof Effect.HandedIn(String task)) {
                done.put(perception.event(), task);
            }
        });
        String task = done.get(perception.event());
        String asked = task == null ? null : given.get(task);
        if (asked != null && perception.kind() == Perception.Kind.HEARD) {
            results.put(asked, perception.text());
        }
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var passed = new ArrayList<String>();
        situation.tasks().stream().filter(task -> task.from().equals(self)).forEach(task -> passed.add(task.text()));
        var acts = new ArrayList<Intent.Deed>();
        for (Task task : situation.tasks()) {
            if (task.to().equals(self) && acts.size() < deeds) {
                act(task, passed, situation, inner).ifPresent(acts::add);
            }
        }
        return acts.isEmpty() ? Silent.NOTHING : new Intent(acts, Optional.empty(), Optional.empty());
    }

    private Optional<Intent.Deed.Act> act(Task task, List<String> passed, Situation situation, Inner inner) {
        String result = results.remove(task.text());
        if (result != null) {
            return handedIn(task, result, situation);
        }
        if (passed.contains(task.text())) {
            return Optional.empty();
        }
        if (!helpers.isEmpty()) {
            return repertoire.with("assign", situation)
                    .flatMap(use -> use.deed(helpers.get(turn++ % helpers.size()), task.text()));
        }
        String found = tools.stream().map(tool -> inner.use(tool, task.text(), List.of()))
                .filter(Inner.Found::answered).map(Inner.Found::text).collect(Collectors.joining(" "));
        return handedIn(task, found.isEmpty() ? NOTHING_FOUND : found, situation);
    }

    private Optional<Intent.Deed.Act> handedIn(Task task, String result, Situation situation) {
        String words = result.length() <= LONGEST ? result : result.substring(0, LONGEST);
        return repertoire.with("hand_in", situation).flatMap(use -> use.deed(task.from(), words));
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
