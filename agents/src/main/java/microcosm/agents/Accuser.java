package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Population;
import microcosm.worlds.World;

/// Somebody who brings cases before an institution, true or false: with chance `chance` a step, it accuses one of a population (`among`) or one of everybody but a
/// population (`spares`), by the first action that wants a person. With `together: yes` all who spare the same accuse the same one, for ten steps on end; else whom they like.
///
/// An honest witness accuses among offenders; a saboteur floods the institution and spares its own.
final class Accuser implements Policy {
    private static final String NONE = "none";

    private final double chance;
    private final boolean together;
    private final List<String> targets;
    private Repertoire repertoire;

    Accuser(Persona persona) {
        List<Population> populations = persona.world().cast().populations();
        List<String> known = Stream.concat(Stream.of(NONE), populations.stream().map(Population::id)).toList();
        var traits = new Traits(persona, List.of(
                new Parameter.Word("among", known, "the population of which one is accused"),
                new Parameter.Word("spares", known, "the population of which nobody is"),
                new Parameter.Word("together", List.of("no", "yes"), "whether all accuse the same one"),
                new Parameter.Amount("chance", 1, 0, 1, "of bringing a case, a step")), new LinkedHashMap<>());
        chance = traits.amount("chance");
        together = traits.word("together").equals("yes");
        String among = traits.word("among");
        String spares = traits.word("spares");
        var members = new ArrayList<String>();
        for (Population population : populations) {
            if (among.equals(NONE) ? !population.id().equals(spares) : population.id().equals(among)) {
                members.addAll(ids(population));
            }
        }
        targets = List.copyOf(members);
        repertoire = new Repertoire(persona.world());
    }

    /// Those whose names are numbered.
    private static List<String> ids(Population population) {
        String name = population.names().getFirst();
        return IntStream.rangeClosed(1, population.count()).mapToObj(n -> name.contains("{n}")
                ? name.replace("{n}", Integer.toString(n))
                : population.names().get((n - 1) % population.names().size())).toList();
    }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // whom to accuse is known from the start
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        List<String> others = situation.people().stream()
                .filter(one -> targets.contains(one.name()) && !one.id().equals(situation.person()))
                .map(one -> one.id()).toList();
        var luck = inner.chance("accuse");
        if (others.isEmpty() || luck.nextDouble() >= chance) {
            return new Intent(List.of(), Optional.empty(), Optional.empty());
        }
        String whom = others.get(together ? situation.step() / 10 % others.size() : luck.nextInt(others.size()));
        List<Deed> deeds = situation.actions().stream().filter(rule -> repertoire.with("add", situation)
                .filter(use -> use.rule().equals(rule)).isPresent()).<Deed>map(rule -> accusing(rule, whom)).toList();
        return new Intent(deeds, Optional.empty(), Optional.empty());
    }

    private static Deed.Act accusing(ActionRule rule, String whom) {
        Map<String, String> arguments = new LinkedHashMap<>();
        rule.parameters().stream().filter(parameter -> parameter.kind() instanceof ActionRule.Kind.SomePerson)
                .forEach(parameter -> arguments.put(parameter.name(), whom));
        return new Deed.Act(rule.name(), new LinkedHashMap<>(arguments));
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
