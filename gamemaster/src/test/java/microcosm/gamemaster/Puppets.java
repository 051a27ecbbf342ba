package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import microcosm.agents.Agent;
import microcosm.agents.Inner;
import microcosm.agents.Perception;
import microcosm.agents.Situation;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Person;
import microcosm.worlds.Probe;

/// People who say what a test has them say, and keep everything they were shown.
final class Puppets implements Players {
    private final BiFunction<String, Situation, String> script;
    private final BiFunction<String, Integer, String> plain;
    private final Map<String, List<Object>> lives = new LinkedHashMap<>();

    /// @param script person and step → words
    Puppets(BiFunction<String, Integer, String> script) {
        this.script = (person, situation) -> script.apply(person, situation.step());
        plain = script;
    }

    /// @param seeing the script may look at what the person sees
    Puppets(BiFunction<String, Situation, String> script, boolean seeing) {
        this.script = script;
        plain = (_, _) -> "";
    }

    /// @param lines `1 mira: words`, one a line; whoever has no line says nothing
    static Puppets saying(String lines) {
        var words = new LinkedHashMap<String, String>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            words.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        return new Puppets((person, step) -> words.getOrDefault(step + " " + person, ""));
    }

    /// @return what the script has somebody say, where it looks at nothing but the step
    String words(String person, int step) { return plain.apply(person, step); }

    /// @return situations and perceptions of one person, in order
    List<Object> life(String person) { return lives.get(person); }

    /// @return the texts of what one person perceived, each with its kind
    List<String> perceived(String person) {
        return lives.get(person).stream().filter(Perception.class::isInstance).map(Perception.class::cast)
                .map(p -> p.step() + " " + p.kind() + " " + p.from().map(from -> from + ": ").orElse("") + p.text())
                .toList();
    }

    @Override
    public Agent agent(Person person, EventId cast) {
        List<Object> life = new ArrayList<>();
        lives.put(person.id(), life);
        return new Agent() {
            @Override
            public String name() { return person.id(); }

            @Override
            public void observe(Perception perception, Inner inner) { life.add(perception); }

            @Override
            public String act(ActionSpec spec, Situation situation, Inner inner) {
                life.add(situation);
                return script.apply(person.id(), situation);
            }

            @Override
            public String answer(Probe probe, Situation situation, Inner inner) {
                return script.apply(person.id() + " " + probe.id(), situation);
            }
        };
    }
}
