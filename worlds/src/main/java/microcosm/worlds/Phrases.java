package microcosm.worlds;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import microcosm.worlds.Channel.Members;

/// Says the smaller parts of one world in words: who, when, how, on what condition.
final class Phrases {
    private final String unit;
    private final Map<String, String> names = new LinkedHashMap<>();

    Phrases(World world) {
        unit = world.clock().unit();
        world.things().facts().forEach(fact -> names.put(fact.id(), quoted(fact.title())));
        world.things().claims().forEach(claim -> names.put(claim.id(), quoted(claim.title())));
        world.things().places().forEach(place -> names.put(place.id(), place.name()));
        world.cast().populations().forEach(population -> names.put(population.id(), population.name()));
        world.cast().roles().forEach(role -> names.put(role.id(), role.name()));
        world.cast().people().forEach(person -> names.put(person.id(), person.name()));
        world.dealings().phases().forEach(phase -> names.putIfAbsent(phase.id(), phase.name()));
    }

    static String quoted(String text) { return "“" + text + "”"; }

    /// @return the name of whoever or whatever has an id; the id itself where nothing has
    String name(String id) { return names.getOrDefault(id, id); }

    String names(List<String> ids) {
        return ids.isEmpty() ? "nobody" : ids.stream().map(this::name).collect(Collectors.joining(", "));
    }

    String members(Members members) {
        return switch (members) {
            case Members.Everyone _ -> "everyone";
            case Members.Addressee _ -> "the addressee only";
            case Members.SamePlace _ -> "whoever is in the same place";
            case Members.Related(var relation) -> "neighbours by " + relation;
            case Members.Named(var ids) -> names(ids);
            case Members.Where(var holds) -> "whoever fulfils " + formula(holds);
        };
    }

    String schedule(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Every(var interval, var from, var to) ->
                (interval == 1 ? "every " + unit : "every " + steps(interval)) + (from == 1 ? "" : " from " + from)
                        + (to == Integer.MAX_VALUE ? "" : " to " + to);
            case Schedule.Steps(var steps) -> (steps.size() == 1 ? unit : unit + "s") + " "
                    + steps.stream().map(Object::toString).collect(Collectors.joining(" "));
            case Schedule.AtEnd _ -> "at the end";
            case Schedule.Never _ -> "never";
        };
    }

    /// @return `1 day`, `3 days`
    String steps(int count) { return count + " " + unit + (count == 1 ? "" : "s"); }

    String formula(Formula formula) { return ExpressionText.of(formula.tree()); }

    String effects(List<EffectCall> effects) {
        return effects.stream().map(effect -> effect.name() + "(" + ExpressionText.list(effect.arguments()) + ")")
                .collect(Collectors.joining(", "));
    }

    static String number(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    String policy(Person.PolicyCall policy) { return called(policy.name(), policy.parameters()); }

    static String called(String name, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? name
                : parameters.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ", name + "(", ")"));
    }

    String answer(ActionSpec spec) {
        return switch (spec) {
            case ActionSpec.Attempting _,ActionSpec.Speak _ -> "words";
            case ActionSpec.Choose(_, var options) -> String.join(" or ", options);
            case ActionSpec.Quantity(_, var least, var most, var counted) ->
                least.toPlainString() + " to " + most.toPlainString() + (counted.isEmpty() ? "" : " " + counted);
        };
    }

    String parameter(ActionRule.Parameter parameter) {
        return parameter.name() + ": " + switch (parameter.kind()) {
            case ActionRule.Kind.SomePerson _ -> "person";
            case ActionRule.Kind.SomeGoods _ -> "goods";
            case ActionRule.Kind.SomeOffer _ -> "offer";
            case ActionRule.Kind.SomeChannel _ -> "channel";
            case ActionRule.Kind.SomeMarket _ -> "market";
            case ActionRule.Kind.SomePlace _ -> "place";
            case ActionRule.Kind.SomeClaim _ -> "claim";
            case ActionRule.Kind.Quantity(var least, var most, var whole) ->
                (whole ? "number " : "quantity ") + least.toPlainString() + ".." + most.toPlainString();
            case ActionRule.Kind.Choice(var options) -> "choice " + String.join(" or ", options);
            case ActionRule.Kind.Words _ -> "speech";
        } + (parameter.optional() ? "?" : "");
    }

    static SequencedMap<String, String> counted(Bundle bundle) {
        var amounts = new LinkedHashMap<String, String>();
        bundle.amounts().forEach((good, amount) -> amounts.put(good, amount.toPlainString()));
        return amounts;
    }
}
