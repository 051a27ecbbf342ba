package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;
import microcosm.worlds.Channel;

/// Words, and the channels that carry them.
enum Words implements Consequence {
    TELL("tell", "tell(channel, to, text): words go out on a channel, to whoever hears it") {
        @Override
        public Proposal of(Means with) {
            String speaker = with.actorOrFail();
            Optional<Channel> channel = with.id(0).flatMap(id -> Hearing.open(id, speaker, with.now()));
            return channel.<Proposal>map(open -> on(open, speaker, with.id(1), with.text(2), with))
                    .orElseGet(() -> new Proposal.Fails(Refusals.closed(with.id(0).orElse(""), with.now())));
        }
    },
    TELL_NEXT_STEP("tell_next_step",
            "tell_next_step(who, text): words that are read at the beginning of the next step") {
        @Override
        public Proposal of(Means with) {
            return new Proposal.Happens(List.of(new Effect.Sent(with.what(), with.actorOrFail(), List.of(with.text(0)),
                    with.text(1), with.now().step() + 1)));
        }
    };

    private final String called;
    private final String summary;

    Words(String called, String summary) {
        this.called = called;
        this.summary = summary;
    }

    private static Proposal on(Channel channel, String speaker, Optional<String> to, String text, Means with) {
        Moment now = with.now();
        List<String> hearers = Hearing.hearers(channel, speaker, to, now);
        if (channel.hearers() instanceof Channel.Members.Addressee && hearers.isEmpty()) {
            return new Proposal.Fails("Only the person you address hears you there; say whom you mean.");
        }
        if (channel.limit() > 0 && now.past().said(speaker, channel.id(), now.step()) >= channel.limit()) {
            return new Proposal.Fails("You have said all you may on the " + channel.name() + " this "
                    + now.world().clock().unit() + ".");
        }
        if (channel.longest() > 0 && text.codePointCount(0, text.length()) > channel.longest()) {
            return new Proposal.Fails("The " + channel.name() + " carries " + channel.longest() + " characters, not "
                    + text.codePointCount(0, text.length()) + ".");
        }
        List<String> reached = monitored(channel, speaker, received(channel, hearers, with), now);
        String heard = Shocked.isParaphrased(channel, now.state()) ? Paraphraser.plain(text) : text;
        return new Proposal.Happens(List.of(channel.delay() > 0
                ? new Effect.Sent(channel.id(), speaker, reached, heard, now.step() + channel.delay())
                : new Effect.Told(channel.id(), speaker, reached, heard)));
    }

    /// On a channel that loses messages each hearer has luck of their own.
    private static List<String> received(Channel channel, List<String> hearers, Means with) {
        double loss = channel.loss().doubleValue();
        if (loss <= 0) {
            return hearers;
        }
        Moment now = with.now();
        List<String> named = hearers.contains(MomentScope.EVERYBODY)
                ? new Others(now.society(), with.actorOrFail())
                : hearers;
        return named.stream().filter(hearer -> now.seed()
                .stream("channels/" + channel.id() + "/" + with.cause() + "#" + with.number() + "/" + hearer,
                        now.step(),
                        now.turn())
                .nextDouble() >= loss).toList();
    }

    private static List<String> monitored(Channel channel, String speaker, List<String> hearers, Moment now) {
        if (hearers.contains(MomentScope.EVERYBODY)) {
            return hearers;
        }
        var all = new ArrayList<>(hearers);
        Stream.concat(channel.monitors().stream(), Shocked.monitors(channel, now.state()).stream())
                .filter(monitor -> !all.contains(monitor) && !monitor.equals(speaker))
                .forEach(all::add);
        return all;
    }

    @Override
    public String word() { return called; }

    @Override
    public String summary() { return summary; }
}
