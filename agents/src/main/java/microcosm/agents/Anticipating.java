package microcosm.agents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.agents.games.Games;
import microcosm.agents.games.MatrixGame;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// One of two players of a game of moves, who does what earns most against what it can see of the other: a plan, which it takes to be carried out with the credibility the game gives and
/// else to be the plan's last resort; or a reputation, as the chance of the first move; or what the other did last; or nothing, and then any move is as likely.
/// Of moves that earn the same it takes the first.
///
/// - `anticipating` does so and declares nothing.
/// - `committing` also declares, where there is an action with the effect `commit`, that it makes the first move if the other does, and else the second.
final class Anticipating implements Policy {
    private static final Pattern PLAN = Pattern.compile("(\\S+) if (\\S+) else (\\S+)");

    private final boolean declares;
    private final Market market;
    private final MatrixGame game;
    private final int self;
    private final String other;
    private final double credibility;
    private Repertoire repertoire;

    static Anticipating silent(Persona persona) { return new Anticipating(persona, false); }

    static Anticipating committing(Persona persona) { return new Anticipating(persona, true); }

    private Anticipating(Persona persona, boolean declares) {
        var traits = new Traits(persona, List.of(), new LinkedHashMap<>());
        this.declares = declares;
        World world = persona.world();
        repertoire = new Repertoire(world);
        market = world.dealings().markets().stream().filter(one -> one.mechanism().equals("matrix-game")).findFirst()
                .orElseThrow(() -> traits.problem("plays a game of moves, and there is none",
                        "a row of Markets with the mechanism matrix-game"));
        var people = new LinkedHashMap<String, String>();
        world.cast().people().forEach(person -> people.put(person.id(), person.name()));
        if (people.size() != 2) {
            throw traits.problem("plays against one other, and there are " + (people.size() - 1), "two people");
        }
        self = List.copyOf(people.keySet()).indexOf(persona.id());
        other = List.copyOf(people.keySet()).get(1 - self);
        game = Games.game(market, people, _ -> Optional.empty()) instanceof MatrixGame matrix
                ? matrix
                : new MatrixGame(List.of(), 0, new double[1][0]);
        credibility = Games.share(market, people.get(other) + " credibility", Games.share(market, "credibility", 1));
    }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // what may be seen of the other stands in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        Optional<Deed.Act> declared = declares && game.moves().size() > 1
                ? repertoire.with("commit", situation).flatMap(use -> use.deed(market.id(), game.moves().getFirst(),
                        game.moves().getFirst(), game.moves().get(1)))
                : Optional.empty();
        Optional<Deed.Act> move = repertoire.with("choose", situation)
                .flatMap(use -> use.deed(market.id(), game.moves().get(best(situation))));
        return new Intent(declared.or(() -> move).<Deed>map(act -> act).stream().toList(), Optional.empty(),
                Optional.empty());
    }

    private int best(Situation situation) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int move = 0; move < game.moves().size(); move++) {
            double expected = 0;
            double[] chances = expected(move, situation);
            for (int theirs = 0; theirs < chances.length; theirs++) {
                double[] profile = new double[2];
                profile[self] = move;
                profile[1 - self] = theirs;
                double[] earned = new double[2];
                game.payoffs(profile, earned);
                expected += chances[theirs] * earned[self];
            }
            if (expected > most + 1e-12) {
                most = expected;
                best = move;
            }
        }
        return best;
    }

    /// @return how likely each move of the other is if this is one's own
    private double[] expected(int own, Situation situation) {
        double[] chances = new double[game.moves().size()];
        Optional<Matcher> plan = seen("plan", situation).map(PLAN::matcher).filter(Matcher::matches);
        Optional<String> reputation = seen("reputation", situation);
        Optional<String> last = seen("brought", situation);
        if (plan.isPresent()) {
            Matcher parts = plan.get();
            boolean holds = game.moves().get(own).equals(parts.group(2));
            add(chances, holds ? parts.group(1) : parts.group(3), credibility);
            add(chances, parts.group(3), 1 - credibility);
        } else if (reputation.isPresent() && chances.length == 2) {
            chances[0] = Double.parseDouble(reputation.get());
            chances[1] = 1 - chances[0];
        } else if (last.isPresent()) {
            add(chances, last.get(), 1);
        } else {
            Arrays.fill(chances, 1.0 / chances.length);
        }
        return chances;
    }

    private void add(double[] chances, String move, double chance) {
        int at = game.moves().indexOf(move);
        if (at >= 0) {
            chances[at] += chance;
        }
    }

    private Optional<String> seen(String attribute, Situation situation) {
        return new Known(situation, market.id()).of(other, attribute);
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
