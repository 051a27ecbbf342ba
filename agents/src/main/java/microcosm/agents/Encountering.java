package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.agents.games.Games;
import microcosm.agents.games.Member;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Market;

/// Somebody who meets others in pairs, by the mechanism `encounters`: whose turn it is to speak says a word by an action with the effect `choose(market, word)` whose
/// word is a number; who hears it answers by one whose parameter is a choice of `yes` and `no`.
///
/// - `namer`: the minimal naming game, begun with the word `starts`, or none. Baronchelli et al. 2006.
/// - `copier`: takes over whatever it hears, begun with `starts`: the voter model with words of one's own choosing. Clifford and Sudbury 1973.
/// - `committed`: says the word `starts` for ever. Xie et al. 2011.
final class Encountering implements Policy {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Amount("starts", 0, 0, 1_000_000, "the word it begins with, from 1; 0 for none"));

    enum Rule {
        NAMER, COPIER, COMMITTED
    }

    private final Member member;
    private final String market;
    private int spoke = -1;
    private int said;

    Encountering(Persona persona, Rule rule) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        Market met = traits.market(List.of("encounters"));
        market = met.id();
        int words = (int) Games.number(met, "words", 2);
        int starts = traits.count("starts") - 1;
        if (starts >= words || (starts < 0 && rule != Rule.NAMER)) {
            throw traits.problem("starts: " + (starts + 1) + " is no word",
                    "a word from 1 to " + words + (rule == Rule.NAMER ? ", or 0 for none" : ""));
        }
        member = switch (rule) {
            case NAMER -> new Member.Namer(words, starts);
            case COPIER -> new Member.Copier(starts);
            case COMMITTED -> new Member.Committed(starts);
        };
    }

    /// @return how it behaves in a meeting; the same object that decides in words
    Member member() { return member; }

    @Override
    public void observe(Perception perception, Inner inner) {
        // who meets whom and what was said is public and stands in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var known = new Known(situation, market);
        if (spoke == situation.step() - 1 && known.world("agreed").filter("yes"::equals).isPresent()) {
            member.agreed(said);
            spoke = -1;
        }
        boolean speaks = known.world("speaker").filter(situation.person()::equals).isPresent();
        boolean hears = known.world("hearer").filter(situation.person()::equals).isPresent();
        Optional<Deed> deed = Optional.empty();
        for (ActionRule rule : situation.actions()) {
            if (speaks && has(rule, false)) {
                said = member.say(inner.chance("word"));
                spoke = situation.step();
                deed = Optional.of(act(rule, String.valueOf(said + 1)));
            } else if (hears && has(rule, true)) {
                deed = known.world("speaker").flatMap(who -> known.of(who, "choice"))
                        .map(word -> act(rule, member.hear(Integer.parseInt(word) - 1) ? "yes" : "no"));
            }
        }
        return new Intent(deed.stream().toList(), Optional.empty(), Optional.empty());
    }

    private static boolean has(ActionRule rule, boolean choice) {
        return rule.effects().stream().anyMatch(effect -> effect.name().equals("choose"))
                && rule.parameters().stream().anyMatch(parameter -> choice
                        ? parameter.kind() instanceof ActionRule.Kind.Choice
                        : parameter.kind() instanceof ActionRule.Kind.Quantity);
    }

    private Deed act(ActionRule rule, String what) {
        var arguments = new LinkedHashMap<String, String>();
        rule.parameters().forEach(parameter -> arguments.put(parameter.name(),
                parameter.kind() instanceof ActionRule.Kind.SomeMarket ? market : what));
        return new Deed.Act(rule.name(), arguments);
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
