package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.agents.games.AlternatingOffers;
import microcosm.agents.games.Games;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Two divide a pie by alternating offers: in odd steps the first, in even ones the second, says by `supply(market, part)` what part the other gets, and the other answers by
/// `choose(market, accept)` in a later phase; anything else is no. Columns: `pie` (1), `rounds` (1: the ultimatum game; 0: until the clock ends), `discount` (0.9): what a step later is worth to the
/// first, `second discount` to the second. What is agreed on later is worth less by so much for each step.
///
/// Attributes with the market's id: of a person `earned`; of the world `proposer`, `offer`, `agreed`, the step of the agreement. Benchmarks, of the first, by backward induction: `nash_share`, what they
/// keep; `rubinstein_share`, that without an end, (1 − δ₂) / (1 − δ₁ δ₂).
///
/// Source: Rubinstein 1982, Perfect Equilibrium in a Bargaining Model, Econometrica 50, 97–109; Güth, Schmittberger and Schwarze 1982, Journal of Economic Behavior and Organization 3, 367–388.
public final class Bargaining implements Mechanism {
    @Override
    public String name() { return "bargaining"; }

    @Override
    public String summary() { return "two divide a pie by alternating offers; with one round, an ultimatum"; }

    @Override
    public List<String> columns() { return List.of("pie", "rounds", "discount", "second discount"); }

    @Override
    public List<String> known() { return List.of("supply", "earned", "proposer"); }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            String end = markets.size() == 1 ? "" : " " + market.id();
            double first = discount(market, 0);
            double second = discount(market, 1);
            var offers = new AlternatingOffers(rounds(market, moment), first, second);
            values.put("nash_share" + end, GameOfRounds.rounded(offers.kept(1)));
            if (first * second < 1) {
                values.put("rubinstein_share" + end, GameOfRounds.rounded(offers.endless()));
            }
        }
        return values;
    }

    private static double discount(Market market, int who) {
        double first = Games.number(market, "discount", 0.9);
        return who == 0 ? first : Games.number(market, "second discount", first);
    }

    private static int rounds(Market market, Moment moment) {
        int rounds = (int) Games.number(market, "rounds", 1);
        return rounds > 0 ? rounds : moment.lastStep();
    }

    @Override
    public List<Effect> beginning(List<Market> markets, Moment moment) {
        return moment.society().ids().size() == 2
                ? markets.stream().map(market -> world("proposer " + market.id(), moment.society().ids().getFirst()))
                        .toList()
                : List.of();
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        List<String> people = moment.society().ids();
        for (Market market : markets) {
            boolean over = moment.step() > rounds(market, moment) || moment.state()
                    .attribute(MomentScope.EVERYBODY, "agreed " + market.id()).isPresent();
            if (people.size() == 2 && !over) {
                settle(market, people, moment, effects);
            }
        }
        return effects;
    }

    private static void settle(Market market, List<String> people, Moment moment, List<Effect> effects) {
        String end = " " + market.id();
        int turn = (moment.step() - 1) % 2;
        String proposer = people.get(turn);
        String other = people.get(1 - turn);
        BigDecimal pie = BigDecimal.valueOf(Games.number(market, "pie", 1));
        BigDecimal part = GameOfRounds.of(moment, proposer, "supply" + end).max(BigDecimal.ZERO).min(pie);
        boolean offered = moment.state().attribute(proposer, "supply" + end).filter(text -> !text.isEmpty())
                .isPresent();
        boolean accepted = offered && moment.state().attribute(other, "choice" + end).filter("accept"::equals)
                .isPresent();
        if (offered) {
            effects.add(world("offer" + end, part.toPlainString()));
        }
        if (accepted) {
            earned(proposer, pie.subtract(part), discount(market, turn), end, moment, effects);
            earned(other, part, discount(market, 1 - turn), end, moment, effects);
            effects.add(world("agreed" + end, String.valueOf(moment.step())));
        }
        effects.add(world("proposer" + end, other));
        for (String person : people) {
            effects.add(new Effect.Became(person, "supply" + end, ""));
            effects.add(new Effect.Became(person, "choice" + end, ""));
        }
        effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY), market.name() + ": "
                + (accepted
                        ? moment.society().name(other) + " accepts " + part.stripTrailingZeros().toPlainString() + "."
                        : "no agreement.")));
    }

    private static void earned(String person, BigDecimal part, double discount, String end, Moment moment,
            List<Effect> effects) {
        double worth = part.doubleValue() * Math.pow(discount, moment.step() - 1.0);
        effects.add(new Effect.Became(person, "earned" + end, GameOfRounds.rounded(worth).toPlainString()));
    }

    private static Effect world(String attribute, String value) {
        return new Effect.Became(MomentScope.EVERYBODY, attribute, value);
    }
}
