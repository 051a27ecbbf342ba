package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.agents.games.Automaton;
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
import microcosm.worlds.Value;
import microcosm.worlds.World;

/// Somebody who plays a game of rounds by a [Strategy]: brings a number by the action with the effect `supply(market, number)`, or makes a move by the
/// one with `choose(market, move)`. What everybody brought and earned in the last round is public (`brought MARKET`, `earned MARKET`).
final class Player implements Policy, Strategic {
    /// A policy of this kind.
    ///
    /// @param parameters those a world may set
    private record Kind(String name, String summary, List<Parameter> parameters, Maker maker) implements PolicyKind {
        @Override
        public Policy policy(Persona persona) { return new Player(persona, this); }
    }

    private interface Maker {
        Strategy strategy(Traits traits, Table table, int self);
    }

    private final Kind kind;
    private final Traits traits;
    private final Market market;
    private final List<String> players;
    private final Table table;
    private final Strategy strategy;
    private Repertoire repertoire;
    private String learnt = "";

    private Player(Persona persona, Kind kind) {
        this.kind = kind;
        traits = new Traits(persona, kind.parameters(), new LinkedHashMap<>());
        World world = persona.world();
        repertoire = new Repertoire(world);
        market = world.dealings().markets().stream().filter(Games::describes).findFirst()
                .orElseThrow(() -> traits.problem("plays a game, and there is none",
                        "a row of Markets with a mechanism such as bertrand or matrix-game"));
        SequencedMap<String, String> people = new LinkedHashMap<>();
        world.cast().people().forEach(person -> people.put(person.id(), person.name()));
        players = List.copyOf(people.sequencedKeySet());
        table = Games.table(market, people, name -> Optional.ofNullable(world.settings().get(name))
                .map(setting -> Value.of(new BigDecimal(setting))));
        strategy = strategy(table, Math.max(0, players.indexOf(persona.id())));
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
        learn(situation);
        int action = strategy.choose(inner.chance("strategy"));
        Optional<Deed.Act> deed = table.game() instanceof MatrixGame matrix
                ? repertoire.with("choose", situation)
                        .flatMap(use -> use.deed(market.id(), matrix.moves().get(action)))
                : repertoire.with("supply", situation)
                        .flatMap(use -> use.deed(market.id(), use.written(1, table.value(action))));
        return new Intent(deed.<Deed>map(act -> act).stream().toList(), Optional.empty(), Optional.empty());
    }

    /// A round from which it has not learnt, if all that everybody did in it is known.
    private void learn(Situation situation) {
        Optional<String> round = known("*", "round", situation).filter(latest -> !latest.equals(learnt));
        int[] profile = new int[players.size()];
        double[] earned = new double[players.size()];
        boolean all = round.isPresent();
        for (int i = 0; all && i < profile.length; i++) {
            Optional<String> brought = known(players.get(i), "brought", situation);
            Optional<String> gained = known(players.get(i), "earned", situation);
            all = brought.isPresent() && gained.isPresent();
            if (all) {
                profile[i] = action(brought.get());
                earned[i] = Double.parseDouble(gained.get());
            }
        }
        if (all) {
            learnt = round.get();
            strategy.learn(profile, earned);
        }
    }

    private int action(String brought) {
        return table.game() instanceof MatrixGame matrix
                ? matrix.moves().indexOf(brought)
                : table.nearest(Double.parseDouble(brought));
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
        return kinds;
    }

    static List<Parameter> parameters() {
        return kinds().stream().flatMap(kind -> kind instanceof Kind own ? own.parameters().stream() : Stream.of())
                .toList();
    }

    static List<String> names() { return kinds().stream().map(PolicyKind::name).toList(); }
}
