package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import microcosm.agents.games.Games;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Declared plans at work in a game of moves. A plan, `C if C else D`, is its person's attribute `plan MARKET`, put there by `commit(market, if, then, otherwise)`; it stands
/// until it is replaced. Each round the engine, and not the person, carries a plan out with the chance the market's column `credibility` gives (`NAME credibility` for one person;
/// 1 where there is none), drawn for that person alone; otherwise the move the person made counts.
///
/// Plans that are carried out together are settled at their most agreeable: all are taken to hold, and whoever's condition then fails does otherwise, until nothing
/// changes. So two who plan to do C if the other does, do. The condition is about everybody else.
final class Commitments {
    static final String PLAN = "plan ";
    static final String KEPT = "kept ";
    private static final Pattern WRITTEN = Pattern.compile("(\\S+) if (\\S+) else (\\S+)");

    private final Market market;
    private final Moment moment;

    Commitments(Market market, Moment moment) {
        this.market = market;
        this.moment = moment;
    }

    private record Plan(String then, String condition, String otherwise) {
        static Optional<Plan> read(String written) {
            Matcher parts = WRITTEN.matcher(written);
            return parts.matches()
                    ? Optional.of(new Plan(parts.group(1), parts.group(2), parts.group(3)))
                    : Optional.empty();
        }
    }

    /// @param own the moves people made themselves; empty for whoever made none
    /// @return the moves that count
    List<Optional<String>> moves(List<String> people, List<Optional<String>> own) {
        List<Optional<Plan>> plans = people.stream().map(person -> plan(person).filter(_ -> carriedOut(person)))
                .toList();
        var moves = new ArrayList<>(own);
        for (int i = 0; i < plans.size(); i++) {
            int person = i;
            plans.get(i).ifPresent(plan -> moves.set(person, Optional.of(plan.then())));
        }
        boolean settled = false;
        while (!settled) {
            settled = true;
            for (int i = 0; i < plans.size(); i++) {
                Optional<Plan> plan = plans.get(i);
                if (plan.isPresent() && !holds(plan.get(), i, moves)
                        && !Objects.equals(moves.get(i), Optional.of(plan.get().otherwise()))) {
                    moves.set(i, Optional.of(plan.get().otherwise()));
                    settled = false;
                }
            }
        }
        return moves;
    }

    private static boolean holds(Plan plan, int person, List<Optional<String>> moves) {
        return IntStream.range(0, moves.size()).filter(other -> other != person)
                .allMatch(other -> moves.get(other).filter(plan.condition()::equals).isPresent());
    }

    /// @return of everybody with a plan, whether it was carried out
    List<Effect> kept(List<String> people) {
        return people.stream().filter(person -> plan(person).isPresent()).<Effect>map(
                person -> new Effect.Became(person, KEPT + market.id(), carriedOut(person) ? "yes" : "no"))
                .toList();
    }

    private Optional<Plan> plan(String person) {
        return moment.state().attribute(person, PLAN + market.id()).flatMap(Plan::read);
    }

    private boolean carriedOut(String person) {
        double all = Games.share(market, "credibility", 1);
        double own = Games.share(market, moment.society().name(person) + " credibility", all);
        return moment.seed().stream("commitment/" + market.id() + "/" + person, moment.step(), 0).nextDouble() < own;
    }
}
