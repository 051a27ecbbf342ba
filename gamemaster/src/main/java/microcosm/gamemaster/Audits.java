package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.worlds.Bundle;
import microcosm.worlds.Statute;

/// Who is looked at, and at what cost. Where an institution audits, a subject is looked at in a round with the chance the world gives, drawn for it alone; whoever is
/// not has neither a signal nor a clean round. Each look is an event, `audit`; one that nobody can pay for is refused.
final class Audits {
    static final String COUNT = "audits";
    static final String COSTS = "audit_costs";
    private static final String WHAT = "audit";

    private final Statute law;
    private final Course course;

    Audits(Statute law, Course course) {
        this.law = law;
        this.course = course;
    }

    /// Looks at a subject, or does not.
    boolean looksAt(String subject) {
        if (law.audit().isEmpty()) {
            return true;
        }
        Statute.Audit audit = law.audit().get();
        Moment now = course.moment();
        if (now.seed().stream("governance/audit/" + subject, now.step(), 0).nextDouble() >= audit.chance()
                .doubleValue()) {
            return false;
        }
        if (audit.purse().isPresent()
                && now.state().holdings(audit.purse().get().from()).amount(audit.purse().get().good())
                        .compareTo(audit.cost()) < 0) {
            course.happen(new Event.Refused(course.nextId(), List.of(), WHAT,
                    now.society().name(subject) + ": " + now.society().name(audit.purse().get().from())
                            + " cannot pay " + audit.cost().toPlainString() + " " + audit.purse().get().good() + "."));
            return false;
        }
        course.decide(new Event.Resolved(course.nextId(), List.of(), WHAT, effects(subject, audit, now), ""));
        return true;
    }

    private static List<Effect> effects(String subject, Statute.Audit audit, Moment now) {
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Became(Dossier.register(subject), "audited", Integer.toString(now.step())));
        effects.add(more(COUNT, BigDecimal.ONE, now));
        if (audit.cost().signum() > 0) {
            audit.purse().ifPresent(purse -> effects
                    .add(new Effect.Paid(purse.from(), purse.to(), Bundle.of(purse.good(), audit.cost()))));
            effects.add(more(COSTS, audit.cost(), now));
        }
        return effects;
    }

    private static Effect more(String what, BigDecimal by, Moment now) {
        BigDecimal before = now.state().attribute(Institution.NAME, what).map(BigDecimal::new).orElse(BigDecimal.ZERO);
        return new Effect.Became(Institution.NAME, what, before.add(by).toPlainString());
    }
}
