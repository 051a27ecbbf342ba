package microcosm.speech;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.Bundle;
import microcosm.worlds.Channel;
import microcosm.worlds.Claim;
import microcosm.worlds.GameMasterBrief;
import microcosm.worlds.Good;
import microcosm.worlds.Market;
import microcosm.worlds.Place;
import microcosm.worlds.Position;
import microcosm.worlds.Schedule;
import microcosm.worlds.World;

/// A small world for tests, and who speaks in it.
record Fixture(World world, Setting setting) {
    private static final Position HERE = new Position("fixture.world.md", 1, 1);

    Reading read(String text) { return new RuleReader(world).read(text, setting); }

    Fixture offers(Setting.OpenOffer... offers) {
        return new Fixture(world, new Setting(setting.speaker(), setting.people(), setting.addressee(), List.of(offers),
                setting.openChannels()));
    }

    Fixture turnedTo(String person) {
        return new Fixture(world, new Setting(setting.speaker(), setting.people(),
                person.equals("-") ? Optional.empty() : Optional.of(person), setting.openOffers(),
                setting.openChannels()));
    }

    static Fixture named(String id) {
        return switch (id) {
            case "weir" -> weir();
            case "harbour" -> harbour();
            case "hidden" -> hidden();
            case "fishery" -> fishery();
            case "town" -> town();
            case "dilemma" -> dilemma();
            default -> throw new IllegalArgumentException("no world " + id);
        };
    }

    static Fixture weir() {
        return new Building("weir").good("grain", "sack").good("salt", "block").good("coin", "coin")
                .person("mira-oduya", "Mira Oduya").person("tomas-brandt", "Tomas Brandt")
                .person("ilse-varga", "Ilse Varga").person("old-peder", "Old Peder")
                .claim("the-mill-is-sound", "The mill is sound",
                        "The mill race was mended in spring and will run all winter.")
                .claim("the-mill-will-stop", "The mill will stop",
                        "The race is cracked; there will be no flour after the first frost.")
                .channel("square", false).channel("doorstep", true)
                .action("offer", "to:person", "give:goods", "get:goods").action("accept", "offer:offer")
                .action("repay", "to:person", "what:goods")
                .action("say", "channel:channel", "to:person?", "text:speech")
                .action("wait").fixture("mira-oduya", "tomas-brandt", List.of("square", "doorstep"));
    }

    static Fixture harbour() {
        return new Building("harbour").good("flour", "sack").good("money", "dollar")
                .person("alder-mill", "Alder Mill").person("birch-mill", "Birch Mill")
                .market("north-quay", "North Quay").market("south-quay", "South Quay")
                .claim("prices-fall", "Prices will fall", "The price of flour will fall next month.")
                .action("produce", "town:market", "q:quantity").action("write", "text:speech")
                .fixture("alder-mill", "birch-mill", List.of());
    }

    static Fixture hidden() {
        return new Building("hidden").person("ana", "Ana").person("bo", "Bo").person("cyril", "Cyril")
                .person("dede", "Dede")
                .person("eva", "Eva")
                .claim("bo-wolf", "Bo is the wolf", "Bo was seen at the fold at night.")
                .claim("dede-wolf", "Dede is the wolf", "Dede hides a wolf's skin.")
                .channel("meeting", false)
                .action("vote", "who:person").action("protect", "who:person").action("investigate", "who:person")
                .action("kill", "who:person").action("say", "text:speech").action("pass")
                .fixture("ana", "bo", List.of("meeting"));
    }

    static Fixture fishery() {
        return new Building("fishery").good("fish", "ton").good("coin", "coin").person("john", "John")
                .person("kate", "Kate")
                .person("jack", "Jack Ruiz").person("emma", "Emma").person("luke", "Luke")
                .claim("lake-low", "The lake is nearly empty",
                        "There are fewer than thirty tons of fish left in the lake.")
                .channel("harbour-talk", false)
                .action("harvest", "q:quantity").action("bribe", "who:person", "what:goods")
                .action("say", "to:person?", "text:speech").action("wait")
                .fixture("john", "kate", List.of("harbour-talk"));
    }

    static Fixture town() {
        return new Building("town").good("coin", "coin").person("ruth-keller", "Ruth Keller")
                .person("sam-okafor", "Sam Okafor")
                .person("vera-lind", "Vera Lind").person("hugo-lind", "Hugo Lind")
                .place("town-hall", "Town Hall").place("tavern", "Tavern").place("old-bridge", "Old Bridge")
                .claim("bridge-unsafe", "The bridge is unsafe", "The old bridge will not carry a loaded cart.")
                .claim("tax-rise", "The tax will rise", "The council means to raise the market tax in autumn.")
                .channel("assembly", false).channel("letter", true)
                .action("ballot", "vote:choice yes or no").action("move", "place:place")
                .action("contribute", "amount:quantity")
                .action("nominate", "who:person").action("say", "channel:channel", "to:person?", "text:speech")
                .action("wait")
                .fixture("ruth-keller", "sam-okafor", List.of("assembly", "letter"));
    }

    static Fixture dilemma() {
        return new Building("dilemma").person("ann", "Ann").person("ben", "Ben").action("play", "move:choice C or D")
                .action("say", "to:person?", "text:speech").fixture("ann", "ben", List.of("line"));
    }

    /// Puts a world together piece by piece.
    static final class Building {
        private final String id;
        private final List<Good> goods = new ArrayList<>();
        private final List<Setting.Named> people = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final List<Channel> channels = new ArrayList<>();
        private final List<Market> markets = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();
        private final List<ActionRule> actions = new ArrayList<>();

        Building(String id) { this.id = id; }

        Building good(String good, String unit) {
            goods.add(new Good(good, unit, false, false, "", HERE));
            return this;
        }

        Building person(String person, String name) {
            people.add(new Setting.Named(person, name));
            return this;
        }

        Building claim(String claim, String title, String text) {
            claims.add(new Claim(claim, title, text, Optional.empty(), Optional.empty(), false, HERE));
            return this;
        }

        Building channel(String channel, boolean direct) {
            Channel.Members hearers = direct ? new Channel.Members.Addressee() : new Channel.Members.Everyone();
            channels.add(new Channel(channel, channel.replace('-', ' '), new Channel.Members.Everyone(), hearers,
                    Schedule.Every.STEP, Optional.empty(), 0, BigDecimal.ZERO, 0, 0, List.of(), Optional.empty(),
                    HERE));
            return this;
        }

        Building market(String market, String name) {
            markets.add(new Market(market, name, "cournot", Optional.empty(), new LinkedHashMap<>(), HERE));
            return this;
        }

        Building place(String place, String name) {
            places.add(new Place(place, name, "", new LinkedHashMap<>(), HERE));
            return this;
        }

        Building action(String name, String... parameters) {
            var parsed = new ArrayList<ActionRule.Parameter>();
            for (String parameter : parameters) {
                String called = parameter.substring(0, parameter.indexOf(':'));
                String kind = parameter.substring(parameter.indexOf(':') + 1);
                boolean optional = kind.endsWith("?");
                parsed.add(
                        new ActionRule.Parameter(called, kind(optional ? kind.substring(0, kind.length() - 1) : kind),
                                optional));
            }
            actions.add(new ActionRule(name, parsed, Optional.empty(), List.of(), List.of(), HERE));
            return this;
        }

        private static Kind kind(String written) {
            return switch (written) {
                case "person" -> new Kind.SomePerson();
                case "goods" -> new Kind.SomeGoods();
                case "offer" -> new Kind.SomeOffer();
                case "channel" -> new Kind.SomeChannel();
                case "market" -> new Kind.SomeMarket();
                case "place" -> new Kind.SomePlace();
                case "claim" -> new Kind.SomeClaim();
                case "speech" -> new Kind.Words();
                case "quantity" -> new Kind.Quantity(BigDecimal.ZERO, BigDecimal.valueOf(100), false);
                default -> new Kind.Choice(List.of(written.substring("choice ".length()).split(" or ")));
            };
        }

        Fixture fixture(String speaker, String addressee, List<String> open) {
            var world = new World(id, id, "", new World.Clock("day", 12, World.TurnOrder.SHUFFLED, false),
                    World.GameMasterKind.RULES, true, new World.MemoryRegime("full", new LinkedHashMap<>()),
                    new World.Budget(Optional.empty(), Optional.empty(), Optional.empty()), new LinkedHashMap<>(),
                    new World.Cast(List.of(), List.of(), List.of()),
                    new World.Things(places, goods, claims, List.of(), List.of()),
                    new World.Dealings(channels, markets, actions, List.of(), List.of(), Optional.empty(),
                            GameMasterBrief.NONE, List.of(), List.of()),
                    new World.Watch(List.of(), List.of(), List.of(), List.of(), Optional.empty()), List.of(), "", "");
            return new Fixture(world, new Setting(speaker, people, Optional.of(addressee), List.of(), open));
        }
    }

    static Bundle goods(String written) {
        return written.isEmpty() ? new Bundle(new TreeMap<>()) : Bundle.parse(written);
    }
}
