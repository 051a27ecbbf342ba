package microcosm.gamemaster;

import java.util.Optional;
import java.util.function.BiFunction;

import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;
import microcosm.worlds.Channel;
import microcosm.worlds.Claim;
import microcosm.worlds.Market;
import microcosm.worlds.Person;

/// Interventions from outside the society, at a step or on a condition: what an event does to who is there, to channels, payoffs and minds. Each is one attribute of the subject
/// `intervention`, which nobody is shown; [Shocked] says what follows. People learn of one only what the event tells them.
enum Shocks implements Consequence {
    LEAVE("leave", "leave(person): they are gone: never called, told nothing, until they join", Kind.PERSON,
            (with, who) -> became(Shocked.AWAY + who, "yes")),
    JOIN("join", "join(person): who left, or has not come yet, is there", Kind.PERSON,
            (with, who) -> became(Shocked.AWAY + who, "no")),
    CUT("cut", "cut(channel): nobody can speak there, whatever its schedule", Kind.CHANNEL,
            (with, channel) -> became(Shocked.CHANNEL + channel, "cut")),
    OPEN("open", "open(channel): whoever may speak there can, whatever its schedule", Kind.CHANNEL,
            (with, channel) -> became(Shocked.CHANNEL + channel, "open")),
    MONITOR("monitor", "monitor(channel, person): they hear all that is said there", Kind.CHANNEL,
            (with, channel) -> person(with, 1)
                    .map(who -> (Proposal) became(Shocked.MONITOR + channel + " " + who, "yes"))
                    .orElseGet(() -> nobody(with, 1))),
    PARAPHRASE("paraphrase", "paraphrase(channel): what is heard there is said in plain letters, see Paraphraser",
            Kind.CHANNEL, (with, channel) -> became(Shocked.PARAPHRASE + channel, "yes")),
    CHANGE("change", "change(market, column, cell): the market is settled as if its table said so", Kind.MARKET,
            (with, market) -> market(with, market).columns().containsKey(with.text(1))
                    ? became(Shocked.MARKET + market + " " + with.text(1), with.written(2))
                    : new Proposal.Fails("The market " + market + " has no column \"" + with.text(1) + "\"; it has "
                            + String.join(", ", market(with, market).columns().keySet()) + ".")),
    FOLLOW("follow", "follow(person, policy): from now on they follow another policy, and begin anew", Kind.PERSON,
            (with, who) -> Shocked.isPolicy(with.text(1))
                    ? became(Shocked.POLICY + who, with.text(1))
                    : new Proposal.Fails("There is no policy \"" + with.text(1) + "\".")),
    FORGET("forget", "forget(person): nothing they remember from before comes up again", Kind.PERSON,
            (with, who) -> became(Shocked.FORGOTTEN + who, Integer.toString(with.now().step()))),
    FREEZE_MEMORY("freeze_memory", "freeze_memory(person): they remember nothing new", Kind.PERSON,
            (with, who) -> became(Shocked.FROZEN + who, "yes")),
    FREEZE_BELIEF("freeze_belief", "freeze_belief(person, claim): what they think of it stays as it is", Kind.PERSON,
            (with, who) -> with.now().world().things().claims().stream()
                    .filter(claim -> claim.id().equals(with.text(1)) || claim.title().equals(with.text(1)))
                    .map(Claim::id).findFirst()
                    .map(claim -> (Proposal) became(Shocked.BELIEF + who + " " + claim, "yes"))
                    .orElseGet(() -> new Proposal.Fails("There is no claim \"" + with.text(1) + "\".")));

    private enum Kind {
        PERSON, CHANNEL, MARKET
    }

    private final String called;
    private final String summary;
    private final Kind kind;
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final BiFunction<Means, String, Proposal> does;

    /// @param kind what the first argument is
    Shocks(String called, String summary, Kind kind, BiFunction<Means, String, Proposal> does) {
        this.called = called;
        this.summary = summary;
        this.kind = kind;
        this.does = does;
    }

    private static Proposal.Happens became(String attribute, String value) {
        return new Proposal.Happens(java.util.List.of(new Effect.Became(Shocked.SUBJECT, attribute, value)));
    }

    private static Optional<String> person(Means with, int argument) {
        return with.now().society().people().stream()
                .filter(one -> one.id().equals(with.text(argument)) || one.name().equals(with.text(argument)))
                .map(Person::id).findFirst();
    }

    private static Proposal nobody(Means with, int argument) {
        return new Proposal.Fails("Nobody is called \"" + with.text(argument) + "\".");
    }

    private static Market market(Means with, String id) {
        return with.now().world().dealings().markets().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow();
    }

    @Override
    public Proposal of(Means with) {
        String named = with.text(0);
        Optional<String> found = switch (kind) {
            case PERSON -> person(with, 0);
            case CHANNEL -> with.now().world().dealings().channels().stream()
                    .filter(channel -> channel.id().equals(named) || channel.name().equals(named)).map(Channel::id)
                    .findFirst();
            case MARKET -> with.now().world().dealings().markets().stream()
                    .filter(market -> market.id().equals(named) || market.name().equals(named)).map(Market::id)
                    .findFirst();
        };
        return found.map(subject -> does.apply(with, subject)).orElseGet(() -> kind == Kind.PERSON
                ? nobody(with, 0)
                : new Proposal.Fails("There is no " + (kind == Kind.CHANNEL ? "channel" : "market") + " \"" + named
                        + "\"."));
    }

    @Override
    public String word() { return called; }

    @Override
    public String summary() { return summary; }
}
