package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.agents.games.Automaton;
import microcosm.agents.games.Entrant;
import microcosm.agents.games.Games;
import microcosm.agents.games.Imitation;
import microcosm.agents.games.MatrixGame;
import microcosm.agents.games.QTable;
import microcosm.agents.games.Strategy;
import microcosm.agents.games.Table;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Market;
import microcosm.worlds.Scope;
import microcosm.worlds.Value;
import microcosm.worlds.World;

/// Somebody who plays a game of rounds by a [Strategy]: brings a number by the action with the effect `supply(market, number)`, or makes a move by the
/// one with `choose(market, move)`. What everybody brought and earned in the last round is public (`brought MARKET`, `earned MARKET`); of a `cournot` market what everybody brought is (`q MARKET`),
/// and what they earned by it follows.
final class Player implements Policy, Strategic {
    /// A policy of this kind.
    ///
    /// @param parameters those a world may set
    private record Kind(String name, String summary, List<Parameter> parameters, Maker maker) implements PolicyKind {
        @Override
        public Policy policy(Persona persona) { return new Player(persona, this); }
    }

    private static final Parameter ROUNDS = new Parameter.Amount("rounds", 200, 1, 1_000_000,
            "how long it takes the match to be");

    private interface Maker {
        Strategy strategy(Traits traits, Table table, int self);
    }

    /// Where somebody plays, once it is known who takes part.
    ///
    /// @param players ids of those who play
    private record Seat(List<String> players, Table table, Strategy strategy) {}

    private final Kind kind;
    private final Traits traits;
    private final String self;
    private final World world;
    private final Market market;
    private Optional<Seat> seat = Optional.empty();
    private Repertoire repertoire;
    private String learnt = "";

    private Player(Persona persona, Kind kind) {
        this.kind = kind;
        traits = new Traits(persona, kind.parameters(), new LinkedHashMap<>());
        self = persona.id();
        world = persona.world();
        repertoire = new Repertoire(world);
        market = world.dealings().markets().stream().filter(Games::describes).findFirst()
                .orElseThrow(() -> traits.problem("plays a game, and there is none",
                        "a row of Markets with a mechanism such as bertrand or matrix-game"));
        if (world.cast().populations().isEmpty()) {
            var people = new LinkedHashMap<String, String>();
            world.cast().people().forEach(person -> people.put(person.id(), person.name()));
            seat = Optional.of(seat(people));
        }
    }

    /// @param people id → name, of everybody in cast order
    private Seat seat(SequencedMap<String, String> people) {
        Scope scope = name -> Optional.ofNullable(world.settings().get(name))
                .map(setting -> Value.of(new BigDecimal(setting)));
        List<String> players = Games.players(market, people, scope);
        int place = players.indexOf(self);
        if (place < 0) {
            throw traits.problem("a firm without a cost", "expected a column \"" + people.get(self)
                    + " unit cost\" in Markets");
        }
        Table table = Games.table(market, people, scope);
        return new Seat(players, table, strategy(table, place));
    }

    private Seat seat(Situation situation) {
        return seat.orElseGet(() -> {
            var people = new LinkedHashMap<String, String>();
            situation.people().forEach(person -> people.put(person.id(), person.name()));
            Seat own = seat(people);
            seat = Optional.of(own);
            return own;
        });
    }

    @Override
    public Strategy strategy(Table of, int self) { return kind.maker().strategy(traits, of, self); }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // what counts is public and stands in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        Seat own = seat(situation);
        Table table = own.table();
        learn(own, situation);
        int action = own.strategy().choose(inner.chance("strategy"));
        Optional<Deed.Act> deed = table.game() instanceof MatrixGame matrix
                ? repertoire.with("choose", situation)
                        .flatMap(use -> use.deed(market.id(), matrix.moves().get(action)))
                : repertoire.with("supply", situation)
                        .flatMap(use -> use.deed(market.id(), use.written(1, table.value(action))));
        return new Intent(deed.<Deed>map(act -> act).stream().toList(), Optional.empty(), Optional.empty());
    }

    /// A round from which it has not learnt, if all that everybody did in it is known.
    private void learn(Seat own, Situation situation) {
        boolean tells = !market.mechanism().equals("cournot");
        Optional<String> round = tells
                ? known("*", "round", situation)
                : Optional.of(String.valueOf(situation.step() - 1));
        int many = own.players().size();
        double[] brought = new double[many];
        double[] earned = new double[many];
        boolean all = round.filter(latest -> !latest.equals(learnt)).isPresent();
        for (int i = 0; all && i < many; i++) {
            Optional<String> did = known(own.players().get(i), tells ? "brought" : "q", situation);
            Optional<String> gained = known(own.players().get(i), "earned", situation);
            all = did.isPresent() && (gained.isPresent() || !tells);
            if (all) {
                brought[i] = number(own.table(), did.get());
                earned[i] = gained.map(Double::parseDouble).orElse(0.0);
            }
        }
        if (all) {
            learnt = round.get();
            if (!tells) {
                own.table().game().payoffs(brought, earned);
            }
            own.strategy().learn(Arrays.stream(brought).mapToInt(own.table()::nearest).toArray(), earned);
        }
    }

    private static double number(Table table, String brought) {
        return table.game() instanceof MatrixGame matrix
                ? matrix.moves().indexOf(brought)
                : Double.parseDouble(brought);
    }

    private Optional<String> known(String subject, String attribute, Situation situation) {
        return new Known(situation, market.id()).of(subject, attribute);
    }

    @Override
    public double credence(String claim) { return 0.5; }

    /// @return the kinds of policy that are strategies
    static List<PolicyKind> kinds() {
        var kinds = new ArrayList<PolicyKind>();
        kinds.add(new Kind("epsilon-greedy", "learns which prices or moves pay, after what everybody did last",
                List.of(new Parameter.Amount("alpha", 0.15, 0, 1, "how far a value moves"),
                        new Parameter.Amount("discount", 0.95, 0, 0.9999, "what the next round is worth"),
                        new Parameter.Amount("beta", 4e-6, 0, 1, "how fast trying ends"),
                        new Parameter.Amount("memory", 1, 0, 1, "rounds remembered")),
                (traits, table, self) -> new QTable(table, self, traits.amount("alpha"), traits.amount("discount"),
                        traits.amount("beta"), traits.count("memory"))));
        kinds.add(new Kind("imitate-the-best", "does what whoever earned most last round did",
                List.of(new Parameter.Amount("mutation", 0.01, 0, 1, "chance of doing anything, a round")),
                (traits, table, _) -> new Imitation(table.actions(), traits.amount("mutation"))));
        Stream.of(Automaton.Rule.values()).forEach(rule -> kinds.add(new Kind(rule.written(),
                "plays " + rule.written() + ": the first move is to cooperate, the second to defect", List.of(),
                (_, _, self) -> new Automaton(rule, self))));
        Stream.of(Entrant.values()).forEach(entrant -> kinds.add(new Kind(entrant.written(),
                "plays " + entrant.written() + " of Axelrod's first tournament", List.of(ROUNDS),
                (traits, table, self) -> entrant.strategy(table, self, traits.count("rounds")))));
        return kinds;
    }

    static List<Parameter> parameters() {
        return kinds().stream().flatMap(kind -> kind instanceof Kind own ? own.parameters().stream() : Stream.of())
                .toList();
    }

    static List<String> names() { return kinds().stream().map(PolicyKind::name).toList(); }
}
