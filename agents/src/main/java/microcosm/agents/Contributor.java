package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.agents.games.Games;
import microcosm.agents.games.PublicGood;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Expression;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// A member of a public good, who gives by the action with the effect `supply(market, units)` and punishes by the one that adds to `punished` of somebody.
///
/// - `punisher`: gives everything, and spends `units` on everybody who gave less than half.
/// - `deterred`: wants most for itself. Gives nothing until giving nothing has cost it more in punishment than it gained, e (1 − share); then everything.
///
/// Source: Fehr and Gächter 2002, Altruistic Punishment in Humans, Nature 415, 137–140.
final class Contributor implements Policy {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Amount("units", 1, 0, 1e6, "punisher: what it spends on each who gave less than half"));

    private final boolean punishes;
    private final double units;
    private final Market market;
    private final PublicGood good;
    private final List<String> members;
    private Repertoire repertoire;
    private boolean deterred;

    static Contributor punisher(Persona persona) { return new Contributor(persona, true); }

    static Contributor deterred(Persona persona) { return new Contributor(persona, false); }

    private Contributor(Persona persona, boolean punishes) {
        var traits = new Traits(persona, punishes ? PARAMETERS : List.of(), new LinkedHashMap<>());
        this.punishes = punishes;
        units = punishes ? traits.amount("units") : 0;
        World world = persona.world();
        repertoire = new Repertoire(world);
        market = world.dealings().markets().stream().filter(one -> one.mechanism().equals("public-good")).findFirst()
                .orElseThrow(() -> traits.problem("gives to a common pot, and there is none",
                        "a row of Markets with the mechanism public-good"));
        var people = new LinkedHashMap<String, String>();
        world.cast().people().forEach(person -> people.put(person.id(), person.name()));
        members = List.copyOf(people.sequencedKeySet());
        good = new PublicGood(members.size(), Games.number(market, "endowment", 20),
                Games.number(market, "share", 0.4));
    }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // what everybody gave is public and stands in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var deeds = new ArrayList<Deed>();
        repertoire.with("supply", situation).ifPresent(use -> use
                .deed(market.id(), use.written(1, gift(situation))).ifPresent(deeds::add));
        if (punishes && units > 0) {
            for (String member : members) {
                boolean mean = known(member, "supply", situation).filter(given -> given < good.endowment() / 2)
                        .isPresent();
                if (mean && !member.equals(situation.person())) {
                    punishment(member, situation).ifPresent(deeds::add);
                }
            }
        }
        return new Intent(deeds, Optional.empty(), Optional.empty());
    }

    private double gift(Situation situation) {
        if (punishes) {
            return good.endowment();
        }
        Optional<Double> own = known(situation.person(), "brought", situation);
        if (own.isPresent() && own.get() == 0) {
            deterred = lost(situation) > good.endowment() * (1 - good.share()) + 1e-9;
        }
        return deterred ? good.endowment() : 0;
    }

    /// What the last round brought less than the pot alone would have.
    private double lost(Situation situation) {
        double[] given = members.stream().mapToDouble(one -> known(one, "brought", situation).orElse(0.0)).toArray();
        double[] earned = new double[given.length];
        good.payoffs(given, earned);
        int self = members.indexOf(situation.person());
        return self < 0
                ? 0
                : known(situation.person(), "earned", situation).map(kept -> earned[self] - kept).orElse(0.0);
    }

    private Optional<Deed> punishment(String whom, Situation situation) {
        for (ActionRule rule : situation.actions()) {
            boolean punishing = rule.effects().stream().anyMatch(effect -> effect.name().equals("add")
                    && effect.arguments().contains(new Expression.Text("punished")));
            if (punishing) {
                var arguments = new LinkedHashMap<String, String>();
                for (ActionRule.Parameter parameter : rule.parameters()) {
                    switch (parameter.kind()) {
                        case ActionRule.Kind.SomePerson() -> arguments.put(parameter.name(), whom);
                        case ActionRule.Kind.Quantity(BigDecimal least, BigDecimal most, boolean _) -> arguments.put(
                                parameter.name(), BigDecimal.valueOf(units).max(least).min(most).toPlainString());
                        default -> {
                        }
                    }
                }
                return Optional.of(new Deed.Act(rule.name(), arguments));
            }
        }
        return Optional.empty();
    }

    private Optional<Double> known(String subject, String attribute, Situation situation) {
        Map<String, String> attributes = situation.known().get(subject);
        return attributes == null
                ? Optional.empty()
                : Optional.ofNullable(attributes.get(attribute + " " + market.id())).filter(text -> !text.isEmpty())
                        .map(Double::valueOf);
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
