package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.Map;

import microcosm.agents.Origins;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;

/// By which event everything stands as it does. Like [Standing] it is changed by the loop alone, between turns; unlike it, only where
/// somebody [cites][microcosm.agents.Agent#cites].
final class Provenance implements Origins {
    private static final String HOLDINGS = "holdings ";
    private static final String PLACE = "place ";
    private static final String OFFER = "offer ";
    private static final String TASK = "task ";
    private static final String DEBT = "debt ";
    private static final String FACT = "fact ";

    private final Map<String, EventId> last = new LinkedHashMap<>();
    private boolean kept;

    /// From here on somebody asks.
    void keep() { kept = true; }

    void happened(Event.Resolved event) {
        if (kept) {
            event.effects().forEach(effect -> touched(effect, event.id()));
        }
    }

    private void touched(Effect effect, EventId by) {
        switch (effect) {
            case Effect.Paid(String from, String to, var _) -> {
                last.put(HOLDINGS + from, by);
                last.put(HOLDINGS + to, by);
            }
            case Effect.Made(String who, var _) -> last.put(HOLDINGS + who, by);
            case Effect.Used(String who, var _) -> last.put(HOLDINGS + who, by);
            case Effect.Offered offered -> last.put(OFFER + offered.offer(), by);
            case Effect.Closed(String offer, String _) -> last.remove(OFFER + offer);
            case Effect.Owed(String debtor, String creditor, var _) -> last.put(debtOf(debtor, creditor), by);
            case Effect.Settled(String debtor, String creditor, var _) -> last.put(debtOf(debtor, creditor), by);
            case Effect.Moved(String person, String _, int _) -> last.put(PLACE + person, by);
            case Effect.Established(String fact, String _, var _) -> last.put(FACT + fact, by);
            case Effect.Became(String subject, String attribute, String _) -> last.put(subject + " has " + attribute,
                    by);
            case Effect.Assigned(var task) -> last.put(TASK + task.id(), by);
            case Effect.HandedIn(String task) -> last.remove(TASK + task);
            case Effect.Told _,Effect.Sent _,Effect.Sanctioned _ -> {
            }
        }
    }

    private static String debtOf(String debtor, String creditor) { return DEBT + debtor + " " + creditor; }

    /// @return empty for what no event has established
    String fact(String id) { return of(FACT + id); }

    @Override
    public String holdings(String person) { return of(HOLDINGS + person, person); }

    @Override
    public String place(String person) { return of(PLACE + person, person); }

    @Override
    public String offer(String id) { return of(OFFER + id); }

    @Override
    public String task(String id) { return of(TASK + id); }

    @Override
    public String debt(String debtor, String creditor) { return of(debtOf(debtor, creditor)); }

    @Override
    public String attribute(String subject, String attribute) {
        String key = subject + " has " + attribute;
        return subject.equals(MomentScope.EVERYBODY) ? of(key) : of(key, subject);
    }

    private String of(String what) {
        EventId by = last.get(what);
        return by == null ? "" : by.toString();
    }

    /// What nothing has touched is as it was when they entered.
    private String of(String what, String person) {
        EventId by = last.get(what);
        return (by == null ? new EventId(0, 0, person, 1) : by).toString();
    }
}
