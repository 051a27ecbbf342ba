package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.agents.games.Games;
import microcosm.agents.games.PublicGood;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.speech.Setting;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Expression;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// A member of a public good, who gives by the action with the effect `supply(market, units)` and punishes by the one that adds to `punished` of somebody.
///
/// - `punisher`: gives everything, and spends `units` on everybody who gave less than half.
/// - `giver`: gives everything, and punishes nobody.
/// - `free-rider`: gives nothing.
/// - `deterred`: wants most for itself. Gives nothing until giving nothing has cost it more in punishment than it gained, e (1 − share); then everything.
///
/// Source: Fehr and Gächter 2002, Altruistic Punishment in Humans, Nature 415, 137–140.
final class Contributor implements Policy {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Amount("units", 1, 0, 1e6, "punisher: what it spends on each who gave less than half"));

    /// What it does.
    enum Habit {
        PUNISHER, GIVER, FREE_RIDER, DETERRED
    }

    private final Habit habit;
    private final double units;
    private final Market market;
    private Repertoire repertoire;
    private boolean deterred;

    Contributor(Persona persona, Habit habit) {
        boolean punishes = habit == Habit.PUNISHER;
        var traits = new Traits(persona, punishes ? PARAMETERS : List.of(), new LinkedHashMap<>());
        this.habit = habit;
        units = punishes ? traits.amount("units") : 0;
        World world = persona.world();
        repertoire = new Repertoire(world);
        market = traits.market(List.of("public-good"));
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
        if (units > 0) {
            for (String member : members(situation)) {
                boolean mean = known(member, "supply", situation).filter(given -> given < endowment() / 2)
                        .isPresent();
                if (mean && !member.equals(situation.person())) {
                    punishment(member, situation).ifPresent(deeds::add);
                }
            }
        }
        return new Intent(deeds, Optional.empty(), Optional.empty());
    }

    private double endowment() { return Games.number(market, "endowment", 20); }

    private double share() { return Games.number(market, "share", 0.4); }

    private static List<String> members(Situation situation) {
        return situation.people().stream().map(Setting.Named::id).toList();
    }

    private double gift(Situation situation) {
        if (habit == Habit.PUNISHER || habit == Habit.GIVER) {
            return endowment();
        }
        if (habit == Habit.FREE_RIDER) {
            return 0;
        }
        Optional<Double> own = known(situation.person(), "brought", situation);
        if (own.isPresent() && own.get() == 0) {
            deterred = lost(situation) > endowment() * (1 - share()) + 1e-9;
        }
        return deterred ? endowment() : 0;
    }

    /// What the last round brought less than the pot alone would have.
    private double lost(Situation situation) {
        List<String> members = members(situation);
        double[] given = members.stream().mapToDouble(one -> known(one, "brought", situation).orElse(0.0)).toArray();
        double[] earned = new double[given.length];
        new PublicGood(members.size(), endowment(), share()).payoffs(given, earned);
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
        return new Known(situation, market.id()).number(subject, attribute);
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
