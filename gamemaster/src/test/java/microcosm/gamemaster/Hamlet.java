package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.ActionRule.Parameter;
import microcosm.worlds.Bundle;
import microcosm.worlds.Channel;
import microcosm.worlds.Channel.Members;
import microcosm.worlds.Claim;
import microcosm.worlds.EffectCall;
import microcosm.worlds.Ending;
import microcosm.worlds.Expression;
import microcosm.worlds.Formula;
import microcosm.worlds.GameMasterBrief;
import microcosm.worlds.Good;
import microcosm.worlds.Happening;
import microcosm.worlds.Market;
import microcosm.worlds.Measure;
import microcosm.worlds.Person;
import microcosm.worlds.Place;
import microcosm.worlds.Position;
import microcosm.worlds.Probe;
import microcosm.worlds.Relation;
import microcosm.worlds.Schedule;
import microcosm.worlds.World;

/// A small world made by code: grain and salt, a square that all hear, a doorstep that one hears, and the actions of a village.
final class Hamlet {
    static final Position AT = new Position("hamlet.world.md", 1, 1);

    final List<Person> people = new ArrayList<>();
    final List<Channel> channels = new ArrayList<>();
    final List<Relation> relations = new ArrayList<>();
    final List<Market> markets = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Happening> happenings = new ArrayList<>();
    final List<Probe> probes = new ArrayList<>();
    final List<Measure> measures = new ArrayList<>();
    final List<Ending> endings = new ArrayList<>();
    final List<Good> goods = new ArrayList<>(List.of(good("grain", false, false), good("salt", false, false),
            good("bread", true, true)));
    World.TurnOrder order = World.TurnOrder.SIMULTANEOUS;
    int steps = 4;

    Hamlet() {
        channels.add(channel("square", new Members.Everyone(), 0, "0"));
        channels.add(channel("doorstep", new Members.Addressee(), 0, "0"));
    }

    Hamlet person(String id, String holdings) { return person(id, holdings, ""); }

    Hamlet person(String id, String holdings, String place) {
        people.add(new Person(id, Character.toUpperCase(id.charAt(0)) + id.substring(1), "", List.of(),
                Optional.empty(),
                OptionalDouble.empty(), List.of(), new LinkedHashMap<>(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), place.isEmpty() ? Optional.empty() : Optional.of(place), Optional.empty(),
                Bundle.parse(holdings), List.of(), new LinkedHashMap<>(), AT));
        return this;
    }

    static Channel channel(String id, Members hearers, int delay, String loss) {
        return new Channel(id, id, new Members.Everyone(), hearers, Schedule.Every.STEP, Optional.empty(), delay,
                new BigDecimal(loss), 0, 0, List.of(), Optional.empty(), AT);
    }

    static Good good(String id, boolean made, boolean used) { return new Good(id, "sack", made, used, "", AT); }

    static Expression name(String name) { return new Expression.Name(name); }

    static Expression call(String function, Expression... arguments) {
        return new Expression.Call(function, List.of(arguments));
    }

    static Formula formula(Expression tree) { return new Formula(tree.toString(), tree, AT); }

    static EffectCall effect(String name, Expression... arguments) {
        return new EffectCall(name, List.of(arguments), AT);
    }

    static ActionRule action(String name, List<Parameter> parameters, Optional<Expression> needs,
            EffectCall... effects) {
        return new ActionRule(name, parameters, needs.map(Hamlet::formula), List.of(effects), List.of(), AT);
    }

    private static List<ActionRule> actions() {
        var to = new Parameter("to", new Kind.SomePerson(), false);
        var what = new Parameter("what", new Kind.SomeGoods(), false);
        var offer = new Parameter("offer", new Kind.SomeOffer(), false);
        Expression actor = name("actor");
        return List.of(
                action("offer", List.of(to, new Parameter("give", new Kind.SomeGoods(), false),
                        new Parameter("get", new Kind.SomeGoods(), false)),
                        Optional.of(call("holds", actor, name("give"))),
                        effect("open_offer", name("to"), name("give"), name("get"),
                                new Expression.Amount(BigDecimal.ONE))),
                action("accept", List.of(offer),
                        Optional.of(call("holds", actor, new Expression.Field(name("offer"), "get"))),
                        effect("swap", name("offer"))),
                action("decline", List.of(offer), Optional.empty(), effect("close_offer", name("offer"))),
                action("give", List.of(to, what), Optional.empty(), effect("pay", name("to"), name("what"))),
                action("promise", List.of(to, what), Optional.empty(), effect("owe", name("to"), name("what"))),
                action("repay", List.of(to, what), Optional.of(call("holds", actor, name("what"))),
                        effect("pay", name("to"), name("what")), effect("settle_debt", name("to"), name("what"))),
                action("bake", List.of(what), Optional.empty(), effect("make", name("what"))),
                action("eat", List.of(what), Optional.empty(), effect("use", name("what"))),
                action("go", List.of(new Parameter("place", new Kind.SomePlace(), false)), Optional.empty(),
                        effect("move", name("place"))),
                action("say", List.of(new Parameter("channel", new Kind.SomeChannel(), false),
                        new Parameter("to", new Kind.SomePerson(), true),
                        new Parameter("text", new Kind.Words(), false)),
                        Optional.of(call("may_speak", actor, name("channel"))),
                        effect("tell", name("channel"), name("to"), name("text"))),
                action("produce", List.of(new Parameter("town", new Kind.SomeMarket(), false),
                        new Parameter("q", new Kind.Quantity(BigDecimal.ZERO, BigDecimal.valueOf(100), false), false)),
                        Optional.empty(), effect("supply", name("town"), name("q"))),
                action("write", List.of(new Parameter("to", new Kind.SomePerson(), false),
                        new Parameter("text", new Kind.Words(), false)), Optional.empty(),
                        effect("tell_next_step", name("to"), name("text"))));
    }

    World world() {
        return new World("hamlet", "The Hamlet", "", new World.Clock("day", steps, order, false),
                World.GameMasterKind.RULES, true, new World.MemoryRegime("full", new LinkedHashMap<>()),
                new World.Budget(Optional.empty(), Optional.empty(), Optional.empty()), new LinkedHashMap<>(),
                new World.Cast(people, List.of(), List.of()),
                new World.Things(places, goods,
                        List.of(new Claim("the-mill-stops", "The mill stops", "", Optional.empty(), Optional.empty(),
                                true,
                                AT)),
                        List.of(), relations),
                new World.Dealings(channels, markets, actions(), List.of(), happenings, Optional.empty(),
                        GameMasterBrief.NONE, List.of(), List.of()),
                new World.Watch(probes, measures, endings, List.of(), Optional.empty()), List.of(), "", "");
    }
}
