package microcosm.agents;

import java.util.ArrayList;

import microcosm.prompts.Passage;
import microcosm.trace.Task;

/// The tasks somebody has in hand, and those they gave, in words; the words of a task are quoted.
final class InHand {
    private static final int MOST = 6;

    private final Situation now;
    private final Origins origins;
    private final String unit;

    /// @param unit what one step is called
    InHand(Situation now, Origins origins, String unit) {
        this.now = now;
        this.origins = origins;
        this.unit = unit;
    }

    Passage passage() {
        var naming = new Naming(now.person(), now.people());
        var lines = new ArrayList<Passage>();
        for (Task task : now.tasks()) {
            if (lines.size() < MOST) {
                String since = ", since " + unit + " " + task.since() + ":";
                lines.add(Passage.quoted(task.to().equals(now.person())
                        ? "To do for " + naming.of(task.from()) + since
                        : "Asked of " + naming.of(task.to()) + since,
                        Lived.cut(task.text()), origins.task(task.id())));
            }
        }
        int more = now.tasks().size() - lines.size();
        if (more > 0) {
            lines.add(Passage.of("And " + more + " more.", origins.task(now.tasks().getLast().id())));
        }
        return Passage.lines(lines);
    }
}
