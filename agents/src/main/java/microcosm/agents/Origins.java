package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.Map;

import microcosm.trace.Effect;
import microcosm.trace.EventId;

/// By which event somebody came to know what they know of the ledger: the last one they saw that touched it, else the one by which they
/// entered.
final class Origins {
    private final String me;
    private final EventId cast;
    private final Map<String, EventId> last = new LinkedHashMap<>();

    Origins(String me, EventId cast) {
        this.me = me;
        this.cast = cast;
    }

    void saw(Perception perception) { perception.effects().forEach(effect -> touched(effect, perception.event())); }

    private void touched(Effect effect, EventId by) {
        switch (effect) {
            case Effect.Paid _,Effect.Made _,Effect.Used _,Effect.Sanctioned _ -> last.put("holdings", by);
            case Effect.Offered offered -> last.put("offer " + offered.offer(), by);
            case Effect.Closed closed -> {
                last.remove("offer " + closed.offer());
                if (closed.how().equals("accepted")) {
                    last.put("holdings", by);
                }
            }
            case Effect.Owed owed -> last.put(debt(owed.debtor(), owed.creditor()), by);
            case Effect.Settled settled -> last.put(debt(settled.debtor(), settled.creditor()), by);
            case Effect.Moved moved -> {
                if (moved.person().equals(me)) {
                    last.put("place", by);
                }
            }
            case Effect.Became became -> last.put(attribute(became.subject(), became.attribute()), by);
            case Effect.Assigned assigned -> last.put("task " + assigned.task().id(), by);
            case Effect.HandedIn done -> last.remove("task " + done.task());
            case Effect.Told _,Effect.Sent _,Effect.Established _ -> {
            }
        }
    }

    private static String debt(String debtor, String creditor) { return "debt " + debtor + " " + creditor; }

    private static String attribute(String subject, String attribute) { return subject + " has " + attribute; }

    String holdings() { return of("holdings"); }

    String place() { return of("place"); }

    String debtOf(String debtor, String creditor) { return of(debt(debtor, creditor)); }

    String task(String id) { return of("task " + id); }

    String offer(String id) { return of("offer " + id); }

    String attributeOf(String subject, String attribute) { return of(attribute(subject, attribute)); }

    private String of(String what) { return last.getOrDefault(what, cast).toString(); }
}
