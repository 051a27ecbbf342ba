package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;
import microcosm.trace.EventId;
import microcosm.trace.State;
import microcosm.worlds.EffectCall;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Expression;
import microcosm.worlds.Formula;
import microcosm.worlds.Problem;
import microcosm.worlds.Value;
import microcosm.worlds.WorldException;

/// The vocabulary of effects, and the effects of a row of calls: all of them or none, each seeing what the ones before it changed.
final class Effects {
    private static final List<Consequence> VOCABULARY = Stream
            .<Consequence[]>of(Trade.values(), Accounts.values(), Words.values(), Things.values(), Shocks.values(),
                    Errands.values())
            .flatMap(Stream::of).toList();

    private static final Map<String, Consequence> BY_WORD = byWord();

    private Effects() {}

    private static Map<String, Consequence> byWord() {
        var words = new LinkedHashMap<String, Consequence>();
        VOCABULARY.forEach(word -> words.putIfAbsent(word.word(), word));
        return words;
    }

    static List<Consequence> vocabulary() { return VOCABULARY; }

    /// @param cause the event they come from
    /// @param number of the attempt within that event
    static Proposal of(List<EffectCall> calls, String what, MomentScope scope, EventId cause, int number) {
        var effects = new ArrayList<Effect>();
        State state = scope.moment().state();
        for (int i = 0; i < calls.size(); i++) {
            EffectCall call = calls.get(i);
            MomentScope now = new MomentScope(scope.moment().with(state), scope.subject(), scope.own(), scope.since());
            var arguments = new ArrayList<Value>(call.arguments().size());
            for (Expression argument : call.arguments()) {
                arguments.add(argument(call, argument, now));
            }
            Proposal proposal = named(call).of(new Consequence.Means(now.moment(), scope.subject(), cause, number, what,
                    call, arguments));
            switch (proposal) {
                case Proposal.Fails fails -> {
                    return fails;
                }
                case Proposal.Happens(List<Effect> happens) -> {
                    Optional<String> broken = Laws.violation(happens, scope.subject(), now.moment());
                    if (broken.isPresent()) {
                        return new Proposal.Fails(broken.get());
                    }
                    effects.addAll(happens);
                    if (i + 1 < calls.size()) {
                        for (Effect effect : happens) {
                            state = state.after(effect);
                        }
                    }
                }
            }
        }
        return new Proposal.Happens(effects);
    }

    private static Value argument(EffectCall call, Expression argument, MomentScope scope) {
        return argument instanceof Expression.Name(String name)
                ? scope.thing(name).orElse(Value.of(name))
                : Evaluator.value(new Formula(call.name(), argument, call.at()), scope);
    }

    private static Consequence named(EffectCall call) {
        Consequence word = BY_WORD.get(call.name());
        if (word != null) {
            return word;
        }
        throw new WorldException(List.of(
                new Problem(call.at(), "unknown effect \"" + call.name() + "\"", List.of(), "")));
    }
}
