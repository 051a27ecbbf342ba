package microcosm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import microcosm.audit.Message;
import microcosm.audit.Run;

/// Pairs who cannot have talked: what one person says in one run beside what another does in the next run.
final class Strangers {
    private Strangers() {}

    /// @return one run for each, the last paired with the first; people are called `one` and `other`
    static List<Run> of(List<Run> runs) {
        List<Run> strangers = new ArrayList<>();
        for (int i = 0; i < runs.size() && runs.size() > 1; i++) {
            List<String> here = runs.get(i).people();
            List<String> there = runs.get((i + 1) % runs.size()).people();
            if (!here.isEmpty() && !there.isEmpty()) {
                strangers.add(beside("strangers" + i, runs.get(i).scenario(), runs.get(i).by(here.getFirst()),
                        runs.get((i + 1) % runs.size()).by(there.getLast())));
            }
        }
        return strangers;
    }

    private static Run beside(String id, String scenario, List<Message> one, List<Message> other) {
        List<Message> mixed = new ArrayList<>();
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            mixed.add(said(one.get(at), id, at, "one"));
            mixed.add(said(other.get(at), id, at, "other"));
        }
        return new Run(id, scenario, 0, mixed);
    }

    private static Message said(Message message, String run, int step, String by) {
        return new Message(run + "/" + step + by, step, by, List.of(Message.EVERYBODY), message.text(), "",
                message.action(), message.state(), OptionalDouble.empty(), message.rest());
    }
}
