package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;
import microcosm.worlds.Fact;
import microcosm.worlds.Role;

/// Places, attributes, facts, markets and ballots.
enum Things implements Consequence {
    MOVE("move", "move(place): the actor goes there, for as many steps as the way takes") {
        @Override
        Effect effect(Means with) {
            int steps = Movement.way(with.actorOrFail(), with.text(0), with.now()).orElse(0);
            return new Effect.Moved(with.actorOrFail(), with.text(0), with.now().step() + steps);
        }
    },
    BECOME("become", "become(subject, attribute, value): an attribute of a person, or of the world, has a new value") {
        @Override
        Effect effect(Means with) { return new Effect.Became(with.text(0), with.text(1), with.text(2)); }
    },
    ADD("add", "add(subject, attribute, number): a number that is an attribute grows by this much; it begins at 0") {
        @Override
        Effect effect(Means with) {
            BigDecimal before = number(before(with).orElse("0")).orElse(BigDecimal.ZERO);
            return new Effect.Became(with.text(0), with.text(1), before.add(with.number(2)).toPlainString());
        }

        @Override
        Optional<String> misfit(Means with) {
            return before(with).filter(value -> number(value).isEmpty())
                    .map(word -> "Nothing can be added to “" + with.text(1) + "”, which is “" + word + "”.");
        }

        private Optional<String> before(Means with) { return with.now().state().attribute(with.text(0), with.text(1)); }

        private static Optional<BigDecimal> number(String value) {
            return NUMBER.matcher(value).matches() ? Optional.of(new BigDecimal(value)) : Optional.empty();
        }
    },
    REVEAL("reveal", "reveal(subject, attribute, who): they learn what somebody's attribute is") {
        @Override
        Effect effect(Means with) {
            String subject = with.text(0);
            String value = with.now().state().attribute(subject, with.text(1)).orElse("unknown");
            String named = with.now().world().cast().roles().stream().filter(role -> role.id().equals(value))
                    .map(Role::name).findFirst().orElse(value);
            return new Effect.Established(subject + " " + with.text(1),
                    with.now().society().name(subject) + "’s " + with.text(1) + " is " + named + ".",
                    List.of(with.id(2).orElse(MomentScope.EVERYBODY)));
        }
    },
    ESTABLISH("establish", "establish(fact, text, who): something is so from now on, and they know it") {
        @Override
        Effect effect(Means with) {
            Optional<Fact> declared = with.now().world().things().facts().stream()
                    .filter(fact -> fact.id().equals(with.text(0)) || fact.title().equals(with.text(0))).findFirst();
            return new Effect.Established(declared.map(Fact::id).orElse(with.text(0)),
                    with.id(1).filter(text -> !text.isEmpty()).or(() -> declared.map(Fact::text)).orElse(with.text(0)),
                    List.of(with.id(2).orElse(MomentScope.EVERYBODY)));
        }
    },
    SUPPLY("supply", "supply(market, quantity): what the actor brings to, or takes from, a market in this step") {
        @Override
        Effect effect(Means with) {
            return new Effect.Became(with.actorOrFail(), "supply " + with.text(0), with.number(1).toPlainString());
        }
    },
    CHOOSE("choose", "choose(market, move): the actor's move in a game of this step; a later one replaces it") {
        @Override
        Effect effect(Means with) {
            return new Effect.Became(with.actorOrFail(), "choice " + with.text(0), with.text(1));
        }
    },
    COMMIT("commit",
            "commit(market, if, then, otherwise): the actor's plan in a game: then if everybody else makes the first, else otherwise") {
        @Override
        Effect effect(Means with) {
            return new Effect.Became(with.actorOrFail(), Commitments.PLAN + with.text(0),
                    with.text(2) + " if " + with.text(1) + " else " + with.text(3));
        }
    },
    APPROVE("approve", "approve(ballot, option): the actor approves of this option too") {
        @Override
        Effect effect(Means with) {
            return new Effect.Became(with.actorOrFail(), Approvals.APPROVES + with.text(0) + " " + with.text(1), "yes");
        }
    },
    RANK("rank", "rank(ballot, option, place): the actor puts this option at this place, 1 the best") {
        @Override
        Effect effect(Means with) {
            return new Effect.Became(with.actorOrFail(), Rankings.RANKS + with.text(0) + " " + with.text(1),
                    with.number(2).toPlainString());
        }
    },
    VOTE("vote", "vote(ballot, option): the actor's vote; a later one replaces it") {
        @Override
        Effect effect(Means with) {
            return new Effect.Became(with.actorOrFail(), "vote " + with.text(0), with.text(1));
        }
    };

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}(\\.\\d{1,100})?");

    private final String called;
    private final String summary;

    Things(String called, String summary) {
        this.called = called;
        this.summary = summary;
    }

    abstract Effect effect(Means with);

    /// @return why it cannot be, in words; empty where it can
    Optional<String> misfit(Means with) { return Optional.empty(); }

    @Override
    public Proposal of(Means with) {
        Optional<String> misfit = concernsNobody(with) ? Optional.empty() : misfit(with);
        return misfit.isPresent()
                ? new Proposal.Fails(misfit.get())
                : new Proposal.Happens(concernsNobody(with) ? List.of() : List.of(effect(with)));
    }

    /// What is to become of whoever was elected, where nobody was.
    private boolean concernsNobody(Means with) {
        return (this == BECOME || this == ADD || this == REVEAL) && with.text(0).equals(Ballots.NOBODY);
    }

    @Override
    public String word() { return called; }

    @Override
    public String summary() { return summary; }
}
