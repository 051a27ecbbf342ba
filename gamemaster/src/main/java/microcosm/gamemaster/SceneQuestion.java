package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.ReplySchema.Fielded;
import microcosm.models.ReplySchema.OneOf;
import microcosm.models.ReplySchema.Text;
import microcosm.models.UnusableReplyException;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Channel;
import microcosm.worlds.Claim;
import microcosm.worlds.Market;
import microcosm.worlds.Place;

/// What comes of the attempts of one place? Asked once for all of them; the schema holds what the world says may come about, and no more.
///
/// @param attempts how many there are
/// @param powers what may come of them
/// @param narrated whether the outcome is to be worded
/// @param called who may be called next; none where that is not asked
/// @param endings names of those it judges
record SceneQuestion(int attempts, List<ActionRule> powers, boolean narrated, List<String> called,
        List<String> endings, Moment moment) implements Question<SceneReply> {
    /// Who is called where the game master closes a round.
    static final String NOBODY = "nobody";
    static final String NOT_OVER = "no";

    SceneQuestion {
        powers = List.copyOf(powers);
        called = List.copyOf(called);
        endings = List.copyOf(endings);
    }

    @Override
    public String purpose() { return "scene"; }

    @Override
    public String schema() {
        var outcome = new LinkedHashMap<String, ReplySchema>();
        outcome.put("attempt", new ReplySchema.Whole("its number"));
        outcome.put("fails", new Text("why nothing comes of it, to the one who tried; empty where something does"));
        if (!powers.isEmpty()) {
            outcome.put("acts", new ReplySchema.Listed(
                    new ReplySchema.Either(powers.stream().map(this::act).toList()), "what comes of it"));
        }
        if (narrated) {
            outcome.put("actor_sees", new Text("what the one who tried finds or feels; may be empty"));
            outcome.put("others_see", new Text("what somebody standing there sees; may be empty"));
        }
        var reply = new LinkedHashMap<String, ReplySchema>();
        reply.put("outcomes", new ReplySchema.Listed(new Fielded(outcome), "one for each attempt"));
        if (!called.isEmpty()) {
            reply.put("next", new OneOf(with(called, NOBODY), "whose turn is next"));
        }
        if (!endings.isEmpty()) {
            reply.put("over", new OneOf(with(endings, NOT_OVER), "the ending that has come"));
        }
        return new Fielded(reply).json();
    }

    private static List<String> with(List<String> options, String more) {
        var all = new ArrayList<>(options);
        all.add(more);
        return all;
    }

    private Fielded act(ActionRule rule) {
        var fields = new LinkedHashMap<String, ReplySchema>();
        fields.put("act", new OneOf(List.of(rule.name()), ""));
        rule.parameters().forEach(parameter -> fields.put(parameter.name(), field(parameter)));
        return new Fielded(fields);
    }

    private ReplySchema field(ActionRule.Parameter parameter) {
        return switch (parameter.kind()) {
            case ActionRule.Kind.SomePerson() -> options(moment.society().ids().stream(), parameter);
            case ActionRule.Kind.SomePlace() -> options(moment.world().things().places().stream().map(Place::id),
                    parameter);
            case ActionRule.Kind.SomeChannel() -> options(
                    moment.world().dealings().channels().stream().map(Channel::id).distinct(), parameter);
            case ActionRule.Kind.SomeMarket() -> options(moment.world().dealings().markets().stream().map(Market::id),
                    parameter);
            case ActionRule.Kind.SomeClaim() -> options(moment.world().things().claims().stream().map(Claim::id),
                    parameter);
            case ActionRule.Kind.Choice(List<String> options) -> options(options.stream(), parameter);
            case ActionRule.Kind.SomeGoods() -> new Text("amounts, such as 3 grain, 1 salt");
            case ActionRule.Kind.SomeOffer() -> new Text("the offer's id");
            case ActionRule.Kind.Quantity(var least, var most, boolean whole) -> new Text("a " + (whole ? "whole " : "")
                    + "number from " + least.toPlainString() + " to " + most.toPlainString());
            case ActionRule.Kind.Words() -> new Text(parameter.optional() ? "may be empty" : "");
        };
    }

    /// A choice of nothing, in a world that has none of these, can only be left empty.
    private static ReplySchema options(Stream<String> ids, ActionRule.Parameter parameter) {
        List<String> options = ids.toList();
        return parameter.optional() || options.isEmpty() ? new OneOf(with(options, ""), "") : new OneOf(options, "");
    }

    @Override
    public SceneReply read(String reply) throws UnusableReplyException { return SceneReply.read(reply, attempts); }
}
