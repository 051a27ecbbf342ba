package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import microcosm.agents.games.Game;
import microcosm.agents.games.MatrixGame;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Any game of finitely many moves: everybody makes one by `choose(market, move)`, and a round counts once all have. Columns: `moves`, the first of which
/// is to cooperate where there is such a thing, and `payoffs`, such as `C C 3 3; C D 0 5; D C 5 0; D D 1 1`; with a `contract`, such as `D 1.5`, who makes that move
/// pays so much to the others; with a `mediator`, such as `C else D`, the move may be left to somebody who plays the first where all do and the second where not.
/// Plans that were declared are carried out as [Commitments] says; [Transparency] says what players see of each other.
///
/// Benchmarks: how many equilibria there are in pure moves; of each 1 under its name (`nash C C`); of each move how it dominates for the first player (`dominant D`:
/// 2 strictly, 1 weakly, 0 not); of each move that all make together from which discount factor on it lasts (`critical_discount C`) where one is enough.
public class MatrixGames extends GameOfRounds {
    @Override
    public String name() { return "matrix-game"; }

    @Override
    public String summary() { return "everybody makes a move, and a table says what each earns"; }

    @Override
    List<String> own() {
        return List.of("moves", "payoffs", "mediator", "contract", "credibility", "NAME credibility");
    }

    @Override
    Optional<BigDecimal> nothing() { return Optional.empty(); }

    @Override
    String pending() { return "choice"; }

    @Override
    Optional<BigDecimal> brought(String person, Market market, Game game, Moment moment) {
        List<String> moves = moves(game);
        return moment.state().attribute(person, "choice " + market.id()).map(moves::indexOf).filter(at -> at >= 0)
                .map(BigDecimal::valueOf);
    }

    @Override
    List<Effect> bind(List<Optional<BigDecimal>> done, List<String> people, Market market, Game game, Moment moment) {
        var commitments = new Commitments(market, moment);
        List<String> moves = moves(game);
        List<Optional<String>> own = done.stream().map(one -> one.map(at -> moves.get(at.intValue()))).toList();
        List<Optional<String>> bound = commitments.moves(people, own);
        done.clear();
        bound.forEach(move -> done.add(move.map(moves::indexOf).filter(at -> at >= 0).map(BigDecimal::valueOf)));
        return commitments.kept(people);
    }

    @Override
    String attribute(BigDecimal brought, Game game) { return moves(game).get(brought.intValue()); }

    @Override
    String words(BigDecimal brought, Game game) { return attribute(brought, game); }

    static List<String> moves(Game game) { return game instanceof MatrixGame matrix ? matrix.moves() : List.of(); }

    @Override
    SequencedMap<String, Double> references(Game game, Market market) {
        var values = new LinkedHashMap<String, Double>();
        if (game instanceof MatrixGame matrix) {
            List<int[]> equilibria = matrix.equilibria();
            values.put("equilibria", (double) equilibria.size());
            equilibria.forEach(profile -> values.put(Arrays.stream(profile).mapToObj(matrix.moves()::get)
                    .collect(Collectors.joining(" ", "nash ", "")), 1.0));
            for (int move = 0; move < matrix.moves().size(); move++) {
                double rank = matrix.dominates(0, move, true) ? 2 : matrix.dominates(0, move, false) ? 1 : 0;
                values.put("dominant " + matrix.moves().get(move), rank);
                double discount = matrix.criticalDiscount(move);
                if (Double.isFinite(discount)) {
                    values.put("critical_discount " + matrix.moves().get(move), discount);
                }
            }
        }
        return values;
    }
}
