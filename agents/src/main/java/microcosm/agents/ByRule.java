package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import microcosm.agents.games.AlternatingOffers;
import microcosm.agents.games.Contention;
import microcosm.agents.games.Games;
import microcosm.agents.games.SealedAuction;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.Population;
import microcosm.worlds.World;

/// Somebody who works out a number or a move from what is public, by a rule of one line, and brings it by the action with the effect `supply(market, number)` or `choose(market, move)`.
///
/// - `bidder`: bids its Nash bid in a sealed auction, or with `bids: worth` what the thing is worth to it. Vickrey 1961.
/// - `level-k`: thinks `depth` steps ahead of the middle, then of the last mean. Nagel 1995.
/// - `contender`: uses what is scarce with the chance `uses`; below 0 with that of the equilibrium. Arthur 1994.
/// - `bargainer`: offers what waiting is worth to the other, accepts what waiting is worth to itself. Rubinstein 1982.
/// - `trusting`: sends the share `sends` of what it has, and sends back the share `returns` of what it got. Berg, Dickhaut and McCabe 1995.
/// - `discriminator`: gives to the good and keeps from the bad, but does the other thing with the chance `errs`. Nowak and Sigmund 1998.
final class ByRule implements Policy {
    private record Kind(String name, String summary, List<String> mechanisms, List<Parameter> parameters, Rule rule)
            implements
                PolicyKind {
        @Override
        public Policy policy(Persona persona) { return new ByRule(persona, this); }
    }

    /// What a rule may look at.
    private record Turn(Traits traits, World world, Market market, Person self, Known known, Inner inner) {
        double column(String name, double otherwise) { return Games.number(market, name, otherwise); }

        int step() { return known.situation().step(); }

        List<String> people() { return known.situation().people().stream().map(one -> one.id()).toList(); }

        double own(String trait) { return Double.parseDouble(self.options().getOrDefault(trait, "0")); }

        boolean heads(double chance) { return inner.chance("rule").nextDouble() < chance; }
    }

    private interface Rule {
        /// @return a number for `supply`, a word for `choose`; empty for nothing
        Optional<Object> brings(Turn turn);
    }

    private final Kind kind;
    private final Traits traits;
    private final Market market;
    private final Person self;
    private World world;

    private ByRule(Persona persona, Kind kind) {
        this.kind = kind;
        traits = new Traits(persona, kind.parameters(), new LinkedHashMap<>());
        market = traits.market(kind.mechanisms());
        self = persona.person();
        world = persona.world();
    }

    @Override
    public void live(World now) { world = now; }

    @Override
    public void observe(Perception perception, Inner inner) {
        // what counts is public and stands in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var repertoire = new Repertoire(world);
        Optional<Deed.Act> deed = kind.rule()
                .brings(new Turn(traits, world, market, self, new Known(situation, market.id()), inner))
                .flatMap(brought -> brought instanceof Double number
                        ? repertoire.with("supply", situation)
                                .flatMap(use -> use.deed(market.id(), use.written(1, number)))
                        : repertoire.with("choose", situation)
                                .flatMap(use -> use.deed(market.id(), brought.toString())));
        return new Intent(deed.<Deed>map(act -> act).stream().toList(), Optional.empty(), Optional.empty());
    }

    @Override
    public double credence(String claim) { return 0.5; }

    private static Optional<Object> bid(Turn turn) {
        double worth = turn.own("worth");
        boolean paysOwn = turn.market().mechanism().equals("first-price");
        if (turn.traits().word("bids").equals("worth")) {
            return Optional.of(worth);
        }
        return Optional.of(new SealedAuction(paysOwn, turn.column("from", 0), turn.column("to", 100),
                turn.column("reserve", 0), Math.max(1, bidders(turn))).nash(worth));
    }

    /// How many want what is sold: who it is worth something to, which the world says of everybody it lists or draws.
    private static int bidders(Turn turn) {
        long written = turn.world().cast().people().stream().filter(one -> one.options().containsKey("worth")).count();
        int drawn = turn.world().cast().populations().stream().filter(population -> population.draws()
                .containsKey("worth") || population.template().options().containsKey("worth"))
                .mapToInt(Population::count).sum();
        return (int) written + drawn;
    }

    private static Optional<Object> guess(Turn turn) {
        double begins = turn.column("most", 100) / 2;
        double[] last = turn.people().stream().flatMap(one -> turn.known().number(one, "brought").stream())
                .mapToDouble(Double::doubleValue).toArray();
        double mean = last.length == 0 ? begins : java.util.Arrays.stream(last).average().orElse(begins);
        return Optional.of(mean * Math.pow(turn.column("factor", 2 / 3.0), turn.traits().amount("depth")));
    }

    private static Optional<Object> contend(Turn turn) {
        double chance = turn.traits().amount("uses");
        var resource = new Contention(turn.people().size(), (int) turn.column("capacity", 1), turn.column("gain", 1),
                turn.column("loss", 1));
        return Optional.of(turn.heads(chance < 0 ? resource.nashChance() : chance) ? 1.0 : 0.0);
    }

    private static Optional<Object> bargain(Turn turn) {
        if (turn.known().world("agreed").isPresent()) {
            return Optional.empty();
        }
        List<String> people = turn.people();
        double first = turn.column("discount", 0.9);
        double second = turn.column("second discount", first);
        double pie = turn.column("pie", 1);
        int written = (int) turn.column("rounds", 1);
        int rounds = written > 0 ? written : turn.known().situation().lastStep().orElse(1);
        boolean proposes = turn.known().world("proposer").filter(turn.self().id()::equals).isPresent();
        boolean isFirst = people.getFirst().equals(turn.self().id());
        double waiting = new AlternatingOffers(rounds, first, second).kept(turn.step() + 1);
        if (proposes) {
            return Optional.of(pie * (isFirst ? second : first) * waiting);
        }
        String other = people.get(isFirst ? 1 : 0);
        double offered = turn.known().number(other, "supply").orElse(0.0);
        double least = pie * (isFirst ? first : second) * waiting;
        return Optional.of(offered >= least - 1e-9 ? "accept" : "reject");
    }

    private static Optional<Object> trust(Turn turn) {
        List<String> people = turn.people();
        if (people.getFirst().equals(turn.self().id())) {
            return Optional.of(turn.column("endowment", 10) * turn.traits().amount("sends"));
        }
        return turn.known().number(people.getFirst(), "supply")
                .map(sent -> sent * turn.column("factor", 3) * turn.traits().amount("returns"));
    }

    private static Optional<Object> discriminate(Turn turn) {
        boolean good = turn.known().of(turn.self().id(), "recipient")
                .flatMap(recipient -> turn.known().of(recipient, "standing")).filter("good"::equals).isPresent();
        return Optional.of(good != turn.heads(turn.traits().amount("errs")) ? "give" : "keep");
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("bidder", "bids its Nash bid in a sealed auction", List.of("first-price", "second-price"),
                    List.of(new Parameter.Word("bids", List.of("nash", "worth"), "what it bids")), ByRule::bid),
            new Kind("level-k", "names what those name who think so many steps ahead", List.of("beauty-contest"),
                    List.of(new Parameter.Amount("depth", 1, 0, 100, "steps of thought")), ByRule::guess),
            new Kind("contender", "uses what is scarce, with a chance", List.of("contention"),
                    List.of(new Parameter.Amount("uses", -1, -1, 1, "that chance; below 0: of the equilibrium")),
                    ByRule::contend),
            new Kind("bargainer", "offers and accepts what waiting is worth", List.of("bargaining"), List.of(),
                    ByRule::bargain),
            new Kind("trusting", "sends a share, and sends a share back", List.of("trust-game"),
                    List.of(new Parameter.Amount("sends", 0.5, 0, 1, "share of what it has that it sends"),
                            new Parameter.Amount("returns", 0.5, 0, 1, "share of what it got that it sends back")),
                    ByRule::trust),
            new Kind("discriminator", "gives to the good and keeps from the bad", List.of("reputation"),
                    List.of(new Parameter.Amount("errs", 0, 0, 1, "chance of doing the other thing")),
                    ByRule::discriminate));

    static List<PolicyKind> kinds() { return List.copyOf(KINDS); }

    static List<Parameter> parameters() {
        return KINDS.stream().map(Kind::parameters).flatMap(List::stream).flatMap(Stream::of).toList();
    }
}
