package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.Governance;
import microcosm.worlds.Statute;
import microcosm.worlds.Statute.Arrow;
import microcosm.worlds.Statute.Occasion;
import microcosm.worlds.Value;
import microcosm.worlds.World;

/// The controller of a governance graph: after each round it moves subjects along the arrows whose event has occurred, and writes down both
/// what it does ([Event.Resolved], `governance`) and what it may not do ([Event.Refused], named by the arrow, with the need that was
/// not met). Its decisions bind from the next step. All it knows is on record in [microcosm.trace.State].
final class Institution {
    static final String NAME = "governance";

    private static final List<String> COUNTS = List.of("cases", "transitions", "blocked", Audits.COUNT, Audits.COSTS);

    private final Course course;
    private final Optional<Statute> statute;
    private final Optional<Oracle> oracle;

    Institution(World world, Course course) {
        this.course = course;
        statute = Statute.of(world);
        oracle = statute.map(Oracle::new);
    }

    private Institution(Course course, Optional<Statute> statute, Optional<Oracle> before) {
        this.course = course;
        this.statute = statute;
        oracle = statute.map(law -> before.map(one -> one.under(law)).orElseGet(() -> new Oracle(law)));
    }

    /// The same institution under other settings of the world.
    Institution under(World other) { return new Institution(course, Statute.of(other), oracle); }

    /// @return how many cases, transitions taken or transitions blocked there were; empty for another name, or a world without governance
    static Optional<Value> count(String name, Moment now) {
        return COUNTS.contains(name) && now.world().dealings().governance().isPresent()
                ? Optional.of(MomentScope.read(now.state().attribute(NAME, name).orElse("0")))
                : Optional.empty();
    }

    /// Puts the rule where everybody has it before their eyes, or takes it away, as the regime says.
    void declare() {
        String wanted = statute.filter(law -> law.regime().ruleText()).map(Statute::ruleText).orElse("")
                .replaceFirst("\\.$", "");
        String present = course.moment().state().attribute(MomentScope.EVERYBODY, Governance.RULE).orElse("");
        if (!present.equals(wanted) && (!wanted.isEmpty() || !present.equals(Governance.NO_RULE))) {
            course.decide(new Event.Resolved(course.nextId(), List.of(), NAME,
                    List.of(new Effect.Became(MomentScope.EVERYBODY, Governance.RULE,
                            wanted.isEmpty() ? Governance.NO_RULE : wanted)),
                    ""));
        }
    }

    /// After the markets of a step.
    void decide() {
        if (statute.isEmpty() || oracle.isEmpty()) {
            return;
        }
        Statute law = statute.get();
        Moment now = course.moment();
        if (now.step() < law.starts() || !(law.regime().notices() || law.regime().consequences())) {
            return;
        }
        List<String> subjects = subjects(law, now);
        boolean observed = subjects.stream().noneMatch(subject -> Sanctions.isSuspended(subject, now));
        if (observed) {
            oracle.get().look(subjects, now);
        }
        List<EventId> evidence = now.past().of(now.step()).stream()
                .filter(event -> now.world().dealings().markets().stream()
                        .anyMatch(market -> market.mechanism().equals(event.what())))
                .map(Event.Resolved::id).toList();
        for (String subject : subjects) {
            boolean looked = observed && new Audits(law, course).looksAt(subject);
            new Decision(law, oracle.get(), subject, evidence).take(looked);
        }
    }

    private static List<String> subjects(Statute law, Moment now) {
        return law.subjects().equals("everyone")
                ? now.society().ids()
                : MomentScope.of(now).members(law.subjects()).orElse(List.of()).stream()
                        .flatMap(member -> member.named("actor").flatMap(Functions::id).stream()).toList();
    }

    /// What is decided about one subject after one round.
    private final class Decision {
        private final Statute law;
        private final Oracle oracle;
        private final String subject;
        private final List<EventId> evidence;
        private final Moment now = course.moment();
        private final List<String> blocked = new ArrayList<>();

        Decision(Statute law, Oracle oracle, String subject, List<EventId> evidence) {
            this.law = law;
            this.oracle = oracle;
            this.subject = subject;
            this.evidence = evidence;
        }

        void take(boolean observed) {
            Dossier before = Dossier.of(subject, law, now.state());
            List<String> signals = observed ? oracle.signals(subject, before.restored(law), now) : List.of();
            boolean any = law.occasions().containsValue(new Occasion.AnySignal()) && !signals.isEmpty();
            Dossier counted = observed ? before.after(!signals.isEmpty(), credit(), now.step()) : before;
            var events = law.occasions().sequencedEntrySet().stream()
                    .filter(one -> occurs(one.getValue(), counted, signals, observed)).map(java.util.Map.Entry::getKey)
                    .toList();
            Optional<Arrow> arrow = law.arrows().stream()
                    .filter(one -> one.from().equals(counted.state()) && events.contains(one.event())
                            && isOpen(one, counted))
                    .findFirst();
            var effects = new ArrayList<Effect>();
            Sanctions sanctions = new Sanctions(law, counted, scope(counted), signals);
            Dossier after = arrow.map(one -> sanctions.along(one, effects)).orElse(counted);
            effects.addAll(after.changes(before));
            count("cases", any ? 1 : 0, effects);
            count("transitions", arrow.isPresent() ? 1 : 0, effects);
            count("blocked", blocked.size(), effects);
            if (!effects.isEmpty()) {
                course.decide(new Event.Resolved(course.nextId(), signals.isEmpty() ? List.of() : evidence, NAME,
                        effects, arrow.map(sanctions::words).orElse(any ? sanctions.caseWords() : "")));
            }
        }

        private Optional<Occasion.Credit> credit() {
            return law.occasions().values().stream().filter(Occasion.Credit.class::isInstance)
                    .map(Occasion.Credit.class::cast).findFirst();
        }

        private MomentScope scope(Dossier dossier) {
            SequencedMap<String, Value> own = new LinkedHashMap<>(oracle.latest(subject));
            own.putAll(dossier.names());
            return MomentScope.of(now, subject).and(own);
        }

        private boolean occurs(Occasion occasion, Dossier dossier, List<String> signals, boolean observed) {
            return switch (occasion) {
                case Occasion.AnySignal() -> !signals.isEmpty();
                case Occasion.Clean(int rounds, var and) -> observed && dossier.clean() >= rounds
                        && and.map(also -> Refusals.holds(also.tree(), scope(dossier))).orElse(true);
                case Occasion.Credit _ -> observed && signals.isEmpty() && !dossier.credits().isEmpty();
                case Occasion.Served() -> law.rounds(dossier.state()) > 0
                        && now.step() - dossier.since() >= law.rounds(dossier.state());
                case Occasion.When(var formula) -> Refusals.holds(formula.tree(), scope(dossier));
            };
        }

        /// Whether an arrow may be taken; where not, it is written down why.
        private boolean isOpen(Arrow arrow, Dossier dossier) {
            Integer last = dossier.taken().get(arrow.name());
            Optional<String> why = last != null && now.step() - last <= arrow.cooldown()
                    ? Optional.of("it was taken in " + now.world().clock().unit() + " " + last
                            + " and can be again from " + (last + arrow.cooldown() + 1) + " on")
                    : arrow.needs().filter(needs -> !Refusals.holds(needs.tree(), scope(dossier)))
                            .map(needs -> "it needs " + needs.text() + "; tier is " + dossier.tier() + ", streak is "
                                    + dossier.streak());
            why.ifPresent(reason -> {
                blocked.add(arrow.name());
                course.happen(new Event.Refused(course.nextId(), evidence, arrow.name(),
                        now.society().name(subject) + ", " + arrow.from() + " → " + arrow.to() + ": " + reason + "."));
            });
            return why.isEmpty();
        }

        private void count(String what, int more, List<Effect> effects) {
            if (more > 0) {
                int before = course.moment().state().attribute(NAME, what).map(Integer::valueOf).orElse(0);
                effects.add(new Effect.Became(NAME, what, Integer.toString(before + more)));
            }
        }
    }
}
