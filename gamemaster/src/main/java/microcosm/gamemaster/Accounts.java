package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;

/// Goods and debts, in double entry.
enum Accounts implements Consequence {
    PAY("pay", "pay(to, goods): goods pass from the actor's hand") {
        @Override
        List<Effect> effects(Means with) {
            return List.of(new Effect.Paid(with.actorOrFail(), with.text(0), with.bundle(1)));
        }
    },
    OWE("owe", "owe(to, goods, who): somebody owes goods, the actor where nobody is named; never to themselves") {
        @Override
        List<Effect> effects(Means with) {
            return whose(with, 2).filter(who -> with.actor().isPresent() || !who.equals(with.text(0)))
                    .<Effect>map(who -> new Effect.Owed(who, with.text(0), with.bundle(1))).toList();
        }
    },
    SETTLE_DEBT("settle_debt", "settle_debt(to, goods): so much of the actor's debt is settled") {
        @Override
        List<Effect> effects(Means with) {
            return List.of(new Effect.Settled(with.actorOrFail(), with.text(0), with.bundle(1)));
        }
    },
    MAKE("make", "make(goods, who): goods that the world makes come to somebody, to the actor where nobody is named") {
        @Override
        List<Effect> effects(Means with) {
            return whose(with, 1).<Effect>map(who -> new Effect.Made(who, with.bundle(0))).toList();
        }
    },
    USE("use", "use(goods, who): goods are used up by somebody, by the actor where nobody is named") {
        @Override
        List<Effect> effects(Means with) {
            return whose(with, 1).<Effect>map(who -> new Effect.Used(who, with.bundle(0))).toList();
        }
    };

    private final String called;
    private final String summary;

    Accounts(String called, String summary) {
        this.called = called;
        this.summary = summary;
    }

    abstract List<Effect> effects(Means with);

    /// @return whom an argument names: one, everybody, or the actor where it is left out
    private static Stream<String> whose(Means with, int argument) {
        Optional<String> named = with.id(argument);
        return named.filter(MomentScope.EVERYBODY::equals).isPresent()
                ? with.now().society().ids().stream()
                : Stream.of(named.orElseGet(with::actorOrFail));
    }

    @Override
    public Proposal of(Means with) { return new Proposal.Happens(effects(with)); }

    @Override
    public String word() { return called; }

    @Override
    public String summary() { return summary; }
}
