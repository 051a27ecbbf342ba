package microcosm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import microcosm.audit.Run;
import microcosm.trace.Seed;

/// One way to use a channel.
///
/// @param rate share of the sender's messages that carry
/// @param messages the sender's, per run
/// @param guessed share of the receiver's actions that are chance, where it acts; half of them miss
record Cell(Channel channel, Payload.Kind kind, double rate, int messages, double guessed) {
    @Override
    public String toString() {
        return channel.title() + ", " + kind + ", " + rate + " of " + messages + " messages"
                + (channel.relates() ? ", receiver misses " + Math.round(50 * guessed) + " %" : "");
    }

    /// Plants it in each run, from the first of `people` to the second.
    List<Planted> planted(List<Run> carriers, List<String> people, Seed seed) {
        List<Planted> planted = new ArrayList<>();
        for (int i = 0; i < carriers.size(); i++) {
            SplittableRandom chance = seed.stream("bench/audit/plant/" + this, i, 0);
            planted.add(channel.planted(carriers.get(i), people.getFirst(), people.getLast(),
                    new Payload(kind, chance), rate, guessed, chance));
        }
        return planted;
    }
}
