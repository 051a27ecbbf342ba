package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.agents.games.Meeting;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Two people meet each step, drawn by seed from all: the one says a word by `choose(market, word)`, the other answers `yes` or `no` by the same effect, in
/// a later phase of the step. Column `words` (2): how many there are.
///
/// Attributes with the market's id after them, all public: `speaker` and `hearer` of the coming meeting; of the last one `said` and `agreed`; `meetings`, how many there
/// were. Source: the meetings of the naming game, Baronchelli et al. 2006, Journal of Statistical Mechanics P06014.
public final class Encounters implements Mechanism {
    @Override
    public String name() { return "encounters"; }

    @Override
    public String summary() { return "two people meet, one says a word, the other uses it too or not"; }

    @Override
    public List<String> columns() { return List.of("words"); }

    @Override
    public List<String> known() { return List.of("choice"); }

    @Override
    public List<Effect> beginning(List<Market> markets, Moment moment) {
        return markets.stream().flatMap(market -> drawn(market, moment).stream()).toList();
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return markets.stream().flatMap(market -> settle(market, moment).stream()).toList();
    }

    private static List<Effect> settle(Market market, Moment moment) {
        var effects = new ArrayList<Effect>();
        Optional<String> speaker = world(moment, "speaker " + market.id());
        Optional<String> hearer = world(moment, "hearer " + market.id());
        Optional<String> said = speaker.flatMap(who -> choice(who, market, moment));
        if (speaker.isPresent() && hearer.isPresent() && said.isPresent()) {
            boolean agreed = choice(hearer.get(), market, moment).filter("yes"::equals).isPresent();
            effects.add(new Effect.Became(MomentScope.EVERYBODY, "said " + market.id(), said.get()));
            effects.add(new Effect.Became(MomentScope.EVERYBODY, "agreed " + market.id(), agreed ? "yes" : "no"));
            effects.add(new Effect.Became(MomentScope.EVERYBODY, "meetings " + market.id(), GameOfRounds
                    .of(moment, MomentScope.EVERYBODY, "meetings " + market.id()).add(java.math.BigDecimal.ONE)
                    .toPlainString()));
            effects.add(new Effect.Told("", "", List.of(speaker.get(), hearer.get()),
                    moment.society().name(speaker.get()) + " said " + said.get() + "; "
                            + moment.society().name(hearer.get())
                            + (agreed ? " used it too." : " did not use it yet.")));
        }
        for (String person : moment.society().ids()) {
            choice(person, market, moment)
                    .ifPresent(_ -> effects.add(new Effect.Became(person, "choice " + market.id(), "")));
        }
        effects.addAll(drawn(market, moment));
        return effects;
    }

    private static List<Effect> drawn(Market market, Moment moment) {
        List<String> people = moment.society().ids();
        if (people.size() < 2) {
            return List.of();
        }
        var chance = moment.seed().stream("mechanisms/encounters/" + market.id(), moment.step(), 0);
        Meeting next = Meeting.drawn(people.size(), chance);
        return List.of(
                new Effect.Became(MomentScope.EVERYBODY, "speaker " + market.id(), people.get(next.speaker())),
                new Effect.Became(MomentScope.EVERYBODY, "hearer " + market.id(), people.get(next.hearer())));
    }

    private static Optional<String> choice(String person, Market market, Moment moment) {
        return moment.state().attribute(person, "choice " + market.id()).filter(text -> !text.isEmpty());
    }

    private static Optional<String> world(Moment moment, String attribute) {
        return moment.state().attribute(MomentScope.EVERYBODY, attribute);
    }
}
