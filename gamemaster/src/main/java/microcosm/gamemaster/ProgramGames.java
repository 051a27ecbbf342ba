package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.agents.games.Game;
import microcosm.agents.games.Games;
import microcosm.agents.games.MatrixGame;
import microcosm.agents.programs.Programs;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// A game of two in which everybody hands in a program by `choose(market, program)`, and the programs make the moves, each reading the other: an open-source game. What a
/// program may say is in [Programs]. Columns: `moves`, `payoffs` as for `matrix-game`; `depth` (100): how many simulations may lie in each other. A program stays handed in until
/// another one is. What people see of each other's is the column `transparency` (programs); [Transparency] has the levels.
///
/// Attributes with the market's id, besides those of every game: of a person `program`, which everybody may read where transparency is `programs`; of the world `simulated`, how often a program asked what one
/// plays against another, in the mean of all runs so far. A program that cannot be read or does not come to a move plays the last, and whoever may read it is told why.
///
/// Benchmarks besides those of `matrix-game`, of the first player: `epsilon_most`, up to which grounding by chance nobody gains by defecting, (R − P) / (T − P).
///
/// Source: Tennenholtz 2004, Games and Economic Behavior 49, 363–373; Oesterheld 2019, Theory and Decision 86, 143–159; Sistla and Kleiman-Weiner 2025, arXiv 2512.00371.
public final class ProgramGames extends MatrixGames {
    static final String NAME = "program-game";

    @Override
    public String name() { return NAME; }

    @Override
    public String summary() { return "everybody hands in a program, and the programs play, each reading the other"; }

    @Override
    List<String> own() { return Stream.concat(super.own().stream(), Stream.of("depth")).toList(); }

    @Override
    SequencedMap<String, Double> references(Game game, Market market) {
        SequencedMap<String, Double> values = new LinkedHashMap<>(super.references(game, market));
        if (game instanceof MatrixGame matrix && matrix.players() == 2) {
            double both = matrix.earned(new int[]{0, 0})[0];
            double tempted = matrix.earned(new int[]{1, 0})[0];
            double neither = matrix.earned(new int[]{1, 1})[0];
            if (tempted > neither) {
                values.put("epsilon_most", Math.clamp((both - neither) / (tempted - neither), 0, 1));
            }
        }
        return values;
    }

    private record Run(String person, String program, Programs.Played played) {}

    @Override
    Optional<BigDecimal> brought(String person, Market market, Game game, Moment moment) {
        return runs(market, game, moment).stream().filter(run -> run.person().equals(person)).findFirst()
                .map(run -> BigDecimal.valueOf(moves(game).indexOf(run.played().move())));
    }

    @Override
    List<Effect> afterwards(double[] earned, Market market, Moment moment) {
        var effects = new ArrayList<Effect>();
        double sum = 0;
        List<Run> runs = runs(market, game(market, moment), moment);
        for (Run run : runs) {
            effects.add(new Effect.Became(run.person(), "program " + market.id(), run.program()));
            sum += run.played().simulated();
            if (!run.played().fault().isEmpty()) {
                String whom = Transparency.of(market) == Transparency.PROGRAMS ? MomentScope.EVERYBODY : run.person();
                effects.add(new Effect.Told("", "", List.of(whom), market.name() + ": "
                        + moment.society().name(run.person()) + "’s program plays " + run.played().move()
                        + ", for " + run.played().fault() + "."));
            }
        }
        BigDecimal rounds = of(moment, MomentScope.EVERYBODY, "played " + market.id());
        double before = of(moment, MomentScope.EVERYBODY, "simulated " + market.id()).doubleValue();
        effects.add(new Effect.Became(MomentScope.EVERYBODY, "played " + market.id(),
                rounds.add(BigDecimal.ONE).toPlainString()));
        effects.add(new Effect.Became(MomentScope.EVERYBODY, "simulated " + market.id(),
                rounded((before * rounds.doubleValue() + sum / runs.size()) / (rounds.doubleValue() + 1))
                        .toPlainString()));
        return effects;
    }

    /// What each of the two plays; nobody where somebody has handed in nothing.
    private static List<Run> runs(Market market, Game game, Moment moment) {
        List<String> people = moment.society().ids();
        var programs = new ArrayList<String>();
        people.forEach(person -> program(person, market, moment).ifPresent(programs::add));
        var runs = new ArrayList<Run>();
        if (people.size() == 2 && programs.size() == 2) {
            for (int i = 0; i < 2; i++) {
                int round = of(moment, MomentScope.EVERYBODY, "played " + market.id()).intValue() + 1;
                var engine = new Programs(moves(game), (int) Games.number(market, "depth", 100), moment.seed()
                        .stream("mechanisms/program-game/" + market.id() + "/" + people.get(i), moment.step(), 0));
                var past = new Programs.Past(round, last(people.get(i), market, game, moment),
                        last(people.get(1 - i), market, game, moment));
                runs.add(new Run(people.get(i), programs.get(i),
                        engine.run(programs.get(i), programs.get(1 - i), past)));
            }
        }
        return runs;
    }

    private static Optional<String> program(String person, Market market, Moment moment) {
        return moment.state().attribute(person, "choice " + market.id()).filter(text -> !text.isBlank())
                .or(() -> moment.state().attribute(person, "program " + market.id()));
    }

    private static String last(String person, Market market, Game game, Moment moment) {
        return moment.state().attribute(person, "brought " + market.id()).filter(moves(game)::contains)
                .orElse(moves(game).getFirst());
    }
}
