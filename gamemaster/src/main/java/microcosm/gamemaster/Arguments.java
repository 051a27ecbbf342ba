package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Parameter;
import microcosm.worlds.Attempt;
import microcosm.worlds.Bundle;
import microcosm.worlds.Market;
import microcosm.worlds.Value;
import microcosm.worlds.World;

/// The arguments of an attempt, as the world's expressions see them. Whoever read the attempt is not trusted to have read what exists.
final class Arguments {
    private Arguments() {}

    /// Why an attempt cannot be understood as its rule's; empty where it can.
    static Optional<String> problem(ActionRule rule, Attempt attempt, Moment now) {
        for (Parameter parameter : rule.parameters()) {
            Optional<String> argument = attempt.argument(parameter.name());
            if (argument.isEmpty()) {
                if (!parameter.optional() && !(parameter.kind() instanceof ActionRule.Kind.SomeChannel)) {
                    return Optional.of("It is not clear " + what(parameter) + ".");
                }
                continue;
            }
            Optional<String> problem = problem(parameter.kind(), argument.get(), now);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /// @return a value for each parameter; an empty [Value.Items] for one left out
    static SequencedMap<String, Value> values(ActionRule rule, Attempt attempt) {
        var values = new LinkedHashMap<String, Value>();
        for (Parameter parameter : rule.parameters()) {
            values.put(parameter.name(), attempt.argument(parameter.name()).map(text -> value(parameter.kind(), text))
                    .orElse(new Value.Items(List.of())));
        }
        return values;
    }

    private static Value value(ActionRule.Kind kind, String text) {
        return switch (kind) {
            case ActionRule.Kind.SomePerson() -> new Value.Entity("person", text);
            case ActionRule.Kind.SomeGoods() -> new Value.Goods(Bundle.parse(text));
            case ActionRule.Kind.SomeOffer() -> new Value.Entity("offer", text);
            case ActionRule.Kind.SomeChannel() -> new Value.Entity("channel", text);
            case ActionRule.Kind.SomeMarket() -> new Value.Entity("market", text);
            case ActionRule.Kind.SomePlace() -> new Value.Entity("place", text);
            case ActionRule.Kind.SomeClaim() -> new Value.Entity("claim", text);
            case ActionRule.Kind.Quantity _ -> Value.of(new BigDecimal(text));
            case ActionRule.Kind.Choice _,ActionRule.Kind.Words _ -> Value.of(text);
        };
    }

    private static Optional<String> problem(ActionRule.Kind kind, String text, Moment now) {
        var world = now.world();
        return switch (kind) {
            case ActionRule.Kind.SomePerson() when now.society().person(text).isEmpty() -> Optional
                    .of("Nobody here is called \"" + text + "\".");
            case ActionRule.Kind.SomeGoods() -> goods(text, now);
            case ActionRule.Kind.SomeOffer() when now.state().offer(text).isEmpty() -> Optional.of(Trade.GONE);
            case ActionRule.Kind.SomeMarket() when !isMarket(text, world) -> Optional
                    .of("There is no market called \"" + text + "\".");
            case ActionRule.Kind.SomePlace() when Movement.place(text, now).isEmpty() -> Optional
                    .of("There is no place called \"" + text + "\".");
            case ActionRule.Kind.Quantity(BigDecimal least, BigDecimal most, boolean whole) ->
                quantity(text, least, most,
                        whole);
            case ActionRule.Kind.Choice(List<String> options) when !options.contains(text) -> Optional
                    .of("It must be one of " + String.join(", ", options) + ".");
            case ActionRule.Kind.SomePerson(),ActionRule.Kind.SomeOffer(),ActionRule.Kind.SomeMarket(),ActionRule.Kind.SomePlace(),ActionRule.Kind.SomeChannel(),ActionRule.Kind.SomeClaim(),ActionRule.Kind.Choice _,ActionRule.Kind.Words() ->
                Optional.empty();
        };
    }

    private static boolean isMarket(String id, World world) {
        for (Market market : world.dealings().markets()) {
            if (market.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> goods(String text, Moment now) {
        try {
            Bundle goods = Bundle.parse(text);
            return goods.amounts().keySet().stream().filter(
                    id -> now.world().things().goods().stream().noneMatch(good -> good.id().equals(id))).findFirst()
                    .map(id -> "There is no \"" + id + "\" in this world.")
                    .or(() -> goods.isNonNegative()
                            ? Optional.empty()
                            : Optional.of("An amount cannot be negative."));
        } catch (IllegalArgumentException _) {
            return Optional.of("\"" + text + "\" is not an amount of goods.");
        }
    }

    private static Optional<String> quantity(String text, BigDecimal least, BigDecimal most, boolean whole) {
        try {
            var number = new BigDecimal(text);
            boolean fits = number.compareTo(least) >= 0 && number.compareTo(most) <= 0
                    && (!whole || number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0);
            return fits
                    ? Optional.empty()
                    : Optional.of(
                            "It must be a " + (whole ? "whole " : "") + "number from " + least.toPlainString() + " to "
                                    + most.toPlainString() + ", not " + text + ".");
        } catch (NumberFormatException _) {
            return Optional.of("\"" + text + "\" is not a number.");
        }
    }

    private static String what(Parameter parameter) {
        return switch (parameter.kind()) {
            case ActionRule.Kind.SomePerson() -> "who is meant";
            case ActionRule.Kind.SomeGoods() -> "how much of what is meant";
            case ActionRule.Kind.SomeOffer() -> "which offer is meant";
            case ActionRule.Kind.SomePlace(),ActionRule.Kind.SomeMarket(),ActionRule.Kind.SomeChannel() ->
                "where that should be";
            case ActionRule.Kind.SomeClaim(),ActionRule.Kind.Words() -> "what should be said";
            case ActionRule.Kind.Quantity _ -> "how much is meant";
            case ActionRule.Kind.Choice _ -> "which is chosen";
        };
    }
}
