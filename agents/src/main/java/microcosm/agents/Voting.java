package microcosm.agents;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import microcosm.speech.Intent.Deed;
import microcosm.speech.Setting;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Expression;
import microcosm.worlds.Role;
import microcosm.worlds.World;

/// Votes cast, and what may be asked of somebody. A vote for a person goes to anybody alive and present with equal chances, but never
/// to oneself, nor to those one knows to play one's own role. A vote among options goes by `leaning`: 0 is the first option, 1 the last,
/// and in between in proportion; without a leaning any option will do. An action whose needs one knows not to hold is not tried.
///
/// The floor to compare with: votes that carry no information. Source: Braverman, Etesami and Mossel 2008, Mafia: a theoretical study
/// of players and coalitions in a partial information environment, Annals of Applied Probability 18, 825–846 (random lynching).
final class Voting {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Amount("turnout", 1, 0, 1, "chance of voting when one may"),
            new Parameter.Amount("leaning", -1, -1, 1,
                    "where one stands between the first option of a vote, 0, and the last, 1; below 0: anywhere"));

    private static final List<String> EFFECTS = List.of("vote", "reveal");

    private World world;
    private final double turnout;
    private final double leaning;

    Voting(Persona persona, Traits traits) {
        world = persona.world();
        turnout = traits.amount("turnout");
        leaning = traits.amount("leaning");
    }

    void live(World now) { world = now; }

    /// @return a vote, or a question about somebody; empty where there is nothing to vote on
    Optional<Deed.Act> vote(Situation situation, Inner inner) {
        for (ActionRule rule : situation.actions()) {
            boolean votes = rule.effects().stream().anyMatch(effect -> EFFECTS.contains(effect.name()));
            if (votes && rule.parameters().size() == 1
                    && rule.needs().map(needs -> mayHold(needs.tree(), situation)).orElse(true)) {
                SplittableRandom chance = inner.chance("vote");
                return chance.nextDouble() < turnout ? option(rule, situation, chance) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Deed.Act> option(ActionRule rule, Situation situation, SplittableRandom chance) {
        ActionRule.Parameter parameter = rule.parameters().getFirst();
        List<String> options = switch (parameter.kind()) {
            case ActionRule.Kind.SomePerson _ -> candidates(situation);
            case ActionRule.Kind.Choice(List<String> of) -> of;
            case ActionRule.Kind.SomeGoods _,ActionRule.Kind.SomeOffer _,ActionRule.Kind.SomeChannel _,ActionRule.Kind.SomeMarket _,ActionRule.Kind.SomePlace _,ActionRule.Kind.SomeClaim _,ActionRule.Kind.Quantity _,ActionRule.Kind.Words _ ->
                List.of();
        };
        if (options.isEmpty()) {
            return Optional.empty();
        }
        boolean leans = leaning >= 0 && parameter.kind() instanceof ActionRule.Kind.Choice;
        int at = leans
                ? Math.min(options.size() - 1, (int) (leaning * options.size()))
                : chance.nextInt(options.size());
        var arguments = new java.util.LinkedHashMap<String, String>();
        arguments.put(parameter.name(), options.get(at));
        return Optional.of(new Deed.Act(rule.name(), arguments));
    }

    private static List<String> candidates(Situation situation) {
        Optional<String> mine = situation.known(situation.person(), "role");
        return situation.people().stream().map(Setting.Named::id)
                .filter(id -> !id.equals(situation.person()) && situation.present().contains(id)
                        && situation.known(id, "alive").filter("no"::equals).isEmpty()
                        && (mine.isEmpty() || !situation.known(id, "role").equals(mine)))
                .toList();
    }

    /// @return false only where one knows that the condition does not hold
    private boolean mayHold(Expression needs, Situation situation) {
        return switch (needs) {
            case Expression.Logical(boolean and, List<Expression> of) when and ->
                of.stream().allMatch(part -> mayHold(part, situation));
            case Expression.Call(String function, List<Expression> with) when function.equals("plays")
                    && with.size() == 1 && with.getFirst() instanceof Expression.Text(String role) ->
                situation.known(situation.person(), "role").filter(mine -> isCalled(mine, role)).isPresent();
            case Expression.Comparison(List<Expression> operands, var comparisons) when operands
                    .equals(List.of(new Expression.Name("step"), new Expression.Name("last_step")))
                    && comparisons.equals(List.of(Expression.Comparator.EQUAL)) ->
                situation.lastStep().map(last -> last == situation.step()).orElse(true);
            default -> true;
        };
    }

    private boolean isCalled(String id, String role) {
        return id.equals(role) || world.cast().roles().stream().filter(known -> known.id().equals(id)).map(Role::name)
                .anyMatch(role::equals);
    }
}
