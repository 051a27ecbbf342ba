package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import microcosm.worlds.ActionRule;
import microcosm.worlds.Bundle;
import microcosm.worlds.Channel;
import microcosm.worlds.Claim;
import microcosm.worlds.EffectCall;
import microcosm.worlds.Expression;
import microcosm.worlds.Formula;
import microcosm.worlds.GameMasterBrief;
import microcosm.worlds.Good;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.Position;
import microcosm.worlds.Schedule;
import microcosm.worlds.World;

/// A small world for tests, put together from typed parts: grain, salt and coin, two claims of which one denies the other, a square
/// and a doorstep.
final class Village {
    static final Position HERE = new Position("village.world.md", 1, 1);
    static final ActionRule OFFER = rule("offer", List.of("to", "give", "get"), "open_offer(to, give, get)");
    static final ActionRule ACCEPT = rule("accept", List.of("offer"), "swap(offer)");
    static final ActionRule REPAY = rule("repay", List.of("to", "what"), "pay(to, what)", "settle_debt(to, what)");
    static final ActionRule SAY = rule("say", List.of("channel", "to", "text"), "tell(channel, to, text)");
    static final ActionRule PRODUCE = rule("produce", List.of("town", "q"), "supply(town, q)");
    static final ActionRule WAIT = rule("wait", List.of());
    static final String SOUND = "the-mill-is-sound";
    static final String STOP = "the-mill-will-stop";

    private final List<Person> people = new ArrayList<>();
    private final List<Market> markets = new ArrayList<>();

    Village with(Person person) {
        people.add(person);
        return this;
    }

    Village with(Market market) {
        markets.add(market);
        return this;
    }

    World world() {
        var brief = GameMasterBrief.NONE;
        return new World("village", "Village", "", new World.Clock("day", 12, World.TurnOrder.SHUFFLED, false),
                World.GameMasterKind.RULES, true, new World.MemoryRegime("full", new LinkedHashMap<>()),
                new World.Budget(Optional.empty(), Optional.empty(), Optional.empty()), new LinkedHashMap<>(),
                new World.Cast(people, List.of(), List.of()),
                new World.Things(List.of(), List.of(good("grain"), good("salt"), good("coin")), claims(), List.of(),
                        List.of()),
                new World.Dealings(List.of(channel("square", new Channel.Members.Everyone()),
                        channel("doorstep", new Channel.Members.Addressee())), markets,
                        List.of(OFFER, ACCEPT, REPAY, SAY, PRODUCE, WAIT), List.of(), List.of(), Optional.empty(),
                        brief, List.of(), List.of()),
                new World.Watch(List.of(), List.of(), List.of(), List.of(), Optional.empty()), List.of(), "", "");
    }

    /// The people of the weir village.
    static Village weir(boolean rumour) {
        Draft tomas = person("tomas").goal("min(grain, 6) - 2 * owed(grain) + 0.1 * coin").honesty(0.4)
                .holds("2 grain, 9 salt, 3 coin");
        return new Village()
                .with(person("mira").goal("min(grain, 8) + 0.1 * coin").honesty(1).believes(SOUND, 0.95)
                        .holds("14 grain, 1 salt, 4 coin").written())
                .with((rumour ? tomas.believes(STOP, 0.9) : tomas).written())
                .with(person("ilse").goal("min(grain, 10) + 0.5 * coin").honesty(0.8).trusts("mira", 0.8)
                        .trusts("tomas", 0.3).holds("9 grain, 3 salt, 6 coin").written())
                .with(person("peder").goal("min(grain, 6) + min(salt, 3)").honesty(1).policy("gossip")
                        .holds("6 grain, 2 salt, 2 coin").written());
    }

    /// Four people drawn at random: goals, holdings, honesty, beliefs, interests.
    static Village drawn(SplittableRandom chance) {
        var village = new Village();
        for (String id : List.of("ada", "bo", "cy", "di")) {
            Draft draft = person(id)
                    .goal("min(grain, " + chance.nextInt(12) + ") + " + chance.nextInt(20) / 10.0
                            + " * coin + sqrt(salt) * "
                            + chance.nextInt(3) + " - " + chance.nextInt(3) + " * owed(grain)")
                    .honesty(chance.nextInt(3) / 2.0)
                    .holds(chance.nextInt(9) + " grain, " + chance.nextInt(9) + " salt, " + chance.nextInt(9)
                            + " coin");
            if (chance.nextBoolean()) {
                draft.believes(chance.nextBoolean() ? SOUND : STOP, chance.nextInt(101) / 100.0);
            }
            if (chance.nextBoolean()) {
                draft.option("gains from", "[The mill will stop](#" + STOP + ")");
            }
            if (chance.nextBoolean()) {
                draft.policy("gossip");
            }
            village.with(draft.written());
        }
        return village;
    }

    /// @return `Ilse Varga` for `ilse-varga`
    static String called(String id) {
        return Arrays.stream(id.split("-")).map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1)).collect(Collectors.joining(" "));
    }

    static Draft person(String id) { return new Draft(id); }

    /// A person being put together.
    static final class Draft {
        private final String id;
        private Optional<Formula> goal = Optional.empty();
        private OptionalDouble honesty = OptionalDouble.empty();
        private final List<Person.Belief> believes = new ArrayList<>();
        private final SequencedMap<String, Double> trusts = new LinkedHashMap<>();
        private final SequencedMap<String, String> options = new LinkedHashMap<>();
        private Optional<Person.PolicyCall> policy = Optional.empty();
        private Bundle holdings = Bundle.NONE;
        private List<String> secrets = List.of();

        private Draft(String id) { this.id = id; }

        Draft goal(String formula) {
            goal = Optional.of(Formula.parse(formula, HERE));
            return this;
        }

        Draft honesty(double value) {
            honesty = OptionalDouble.of(value);
            return this;
        }

        Draft believes(String claim, double credence) {
            believes.add(new Person.Belief(claim, credence));
            return this;
        }

        Draft trusts(String other, double trust) {
            trusts.put(other, trust);
            return this;
        }

        Draft option(String name, String value) {
            options.put(name, value);
            return this;
        }

        Draft policy(String name, String... parameters) {
            var given = new LinkedHashMap<String, String>();
            for (int i = 0; i < parameters.length; i += 2) {
                given.put(parameters[i], parameters[i + 1]);
            }
            policy = Optional.of(new Person.PolicyCall(name, given));
            return this;
        }

        Draft holds(String bundle) {
            holdings = Bundle.parse(bundle);
            return this;
        }

        Draft secret(String secret) {
            secrets = List.of(secret);
            return this;
        }

        Person written() {
            return new Person(id, called(id), "", List.of(), goal, honesty, believes, trusts, List.of(), secrets,
                    policy,
                    Optional.empty(), Optional.empty(), Optional.empty(), holdings, List.of(), options, HERE);
        }
    }

    static Market market(String id, String price, String... columns) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.length; i += 2) {
            cells.put(columns[i], columns[i + 1]);
        }
        return new Market(id, id, "cournot", Optional.of(Formula.parse(price, HERE)), cells, HERE);
    }

    private static List<Claim> claims() {
        return List.of(new Claim(SOUND, "The mill is sound", "", Optional.of(true), Optional.empty(), false, HERE),
                new Claim(STOP, "The mill will stop", "", Optional.of(false), Optional.of(SOUND), false, HERE));
    }

    private static Good good(String id) { return new Good(id, "piece", false, false, "", HERE); }

    private static Channel channel(String id, Channel.Members hearers) {
        return new Channel(id, id, new Channel.Members.Everyone(), hearers, Schedule.Every.STEP, Optional.empty(), 0,
                BigDecimal.ZERO, 0, 0, List.of(), Optional.empty(), HERE);
    }

    private static ActionRule rule(String name, List<String> parameters, String... effects) {
        return new ActionRule(name,
                parameters.stream().map(p -> new ActionRule.Parameter(p, kind(p), false)).toList(),
                Optional.empty(), Arrays.stream(effects).map(Village::effect).toList(), List.of(), HERE);
    }

    private static ActionRule.Kind kind(String parameter) {
        return switch (parameter) {
            case "to" -> new ActionRule.Kind.SomePerson();
            case "give", "get", "what" -> new ActionRule.Kind.SomeGoods();
            case "offer" -> new ActionRule.Kind.SomeOffer();
            case "channel" -> new ActionRule.Kind.SomeChannel();
            case "town" -> new ActionRule.Kind.SomeMarket();
            case "q" -> new ActionRule.Kind.Quantity(BigDecimal.ZERO, BigDecimal.valueOf(100), false);
            default -> new ActionRule.Kind.Words();
        };
    }

    private static EffectCall effect(String text) {
        var call = (Expression.Call) Formula.parse(text, HERE).tree();
        return new EffectCall(call.function(), call.arguments(), HERE);
    }
}
