package microcosm.gamemaster;

import java.util.List;

import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;

/// Goods and debts, in double entry.
enum Accounts implements Consequence {
    PAY("pay", "pay(to, goods): goods pass from the actor's hand") {
        @Override
        Effect effect(Means with) { return new Effect.Paid(with.actorOrFail(), with.text(0), with.bundle(1)); }
    },
    OWE("owe", "owe(to, goods): the actor owes somebody goods") {
        @Override
        Effect effect(Means with) { return new Effect.Owed(with.actorOrFail(), with.text(0), with.bundle(1)); }
    },
    SETTLE_DEBT("settle_debt", "settle_debt(to, goods): so much of the actor's debt is settled") {
        @Override
        Effect effect(Means with) { return new Effect.Settled(with.actorOrFail(), with.text(0), with.bundle(1)); }
    },
    MAKE("make", "make(goods): the actor gets goods that the world makes") {
        @Override
        Effect effect(Means with) { return new Effect.Made(with.actorOrFail(), with.bundle(0)); }
    },
    USE("use", "use(goods): the actor uses goods up") {
        @Override
        Effect effect(Means with) { return new Effect.Used(with.actorOrFail(), with.bundle(0)); }
    };

    private final String called;
    private final String summary;

    Accounts(String called, String summary) {
        this.called = called;
        this.summary = summary;
    }

    abstract Effect effect(Means with);

    @Override
    public Proposal of(Means with) { return new Proposal.Happens(List.of(effect(with))); }

    @Override
    public String word() { return called; }

    @Override
    public String summary() { return summary; }
}
