package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.function.Function;

import microcosm.memory.Memory;
import microcosm.speech.Realiser;
import microcosm.trace.EventId;
import microcosm.worlds.Person;
import microcosm.worlds.Problem;
import microcosm.worlds.Vocabulary;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;

/// The policies a world can name, and the people who follow them.
public final class Policies implements Vocabulary {
    /// The policy of whoever the world gives none.
    public static final String DEFAULT = "default";

    private static final List<PolicyKind> SHIPPED = List.of(
            new Kind(DEFAULT, "trades for its goal, pays debts by its honesty, believes and tells by trust",
                    persona -> new DefaultPolicy(persona, preset())),
            new Kind("gossip", "the default policy, but tells more, on less, and what comes to mind",
                    persona -> new DefaultPolicy(persona, preset("talk", "0.9", "threshold", "0.05", "recall", "3"))),
            new Kind("silent", "says and does nothing", Silent::new));

    private static final SequencedMap<String, PolicyKind> KINDS = kinds();

    /// A person played by their policy. One per person and run; formative memories are remembered at once.
    ///
    /// @param person as written or drawn, with the role that was dealt
    /// @param cast the id of their [microcosm.trace.Event.Cast]
    /// @throws WorldException if the policy or one of its parameters is unknown or out of range
    public static Agent agent(World world, Person person, EventId cast, Memory memory, Realiser realiser) {
        var persona = new Persona(world, person, memory);
        return new PolicyAgent(persona, policy(persona), realiser, cast);
    }

    static Policy policy(Persona persona) {
        String name = persona.policy().map(Person.PolicyCall::name).orElse(DEFAULT);
        PolicyKind kind = Optional.ofNullable(KINDS.get(name))
                .orElseThrow(() -> new WorldException(List.of(new Problem(persona.person().at(),
                        "unknown policy \"" + name + "\"", List.of(),
                        "known here: " + String.join(", ", KINDS.keySet())))));
        return kind.policy(persona);
    }

    @Override
    public List<Word> words() {
        return KINDS.values().stream().map(kind -> new Word(Vocabulary.Kind.POLICY, kind.name(), kind.summary()))
                .toList();
    }

    /// @return name → kind: those shipped, then those found by ServiceLoader
    private static SequencedMap<String, PolicyKind> kinds() {
        var kinds = new LinkedHashMap<String, PolicyKind>();
        SHIPPED.forEach(kind -> kinds.put(kind.name(), kind));
        ServiceLoader.load(PolicyKind.class).forEach(kind -> kinds.putIfAbsent(kind.name(), kind));
        return kinds;
    }

    /// @param pairs parameter, value, parameter, value …
    private static Map<String, String> preset(String... pairs) {
        var presets = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            presets.put(pairs[i], pairs[i + 1]);
        }
        return presets;
    }

    private record Kind(String name, String summary, Function<Persona, Policy> made) implements PolicyKind {
        @Override
        public Policy policy(Persona persona) { return made.apply(persona); }
    }
}
