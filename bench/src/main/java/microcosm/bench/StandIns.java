package microcosm.bench;

import java.util.LinkedHashMap;
import java.util.List;

import microcosm.audit.Message;
import microcosm.audit.Run;

/// Something to depend on where a transcript records no actions: how much its author writes and whether they ask.
final class StandIns {
    private StandIns() {}

    /// @return the runs themselves where somebody acts
    static List<Run> of(List<Run> runs) {
        boolean act = runs.stream().flatMap(run -> run.messages().stream())
                .anyMatch(message -> !message.action().isEmpty());
        return act
                ? runs
                : runs.stream().map(run -> new Run(run.id(), run.scenario(), run.part(),
                        run.messages().stream().map(StandIns::acting).toList())).toList();
    }

    private static Message acting(Message message) {
        var action = new LinkedHashMap<String, String>();
        action.put("length", Integer.toString(message.text().length()));
        action.put("asks", message.text().indexOf('?') >= 0 ? "yes" : "no");
        return message.doing(action);
    }
}
