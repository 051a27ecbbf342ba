package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import microcosm.agents.Agent;
import microcosm.agents.Inner;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.EvaluationException;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Happening;
import microcosm.worlds.Measure;
import microcosm.worlds.Phase;
import microcosm.worlds.Probe;
import microcosm.worlds.Schedule;
import microcosm.worlds.Value;
import microcosm.worlds.World;

/// What comes by schedule: happenings, probes, measures.
final class Watch {
    private final World world;
    private final Course course;
    private final Map<String, Agent> agents;
    private final Asking asking;

    Watch(World world, Course course, Map<String, Agent> agents, Asking asking) {
        this.world = world;
        this.course = course;
        this.agents = agents;
        this.asking = asking;
    }

    static boolean looksAtEvents(World world) {
        return Stream.concat(world.watch().measures().stream().map(Measure::is),
                world.watch().endings().stream().flatMap(ending -> ending.when().stream()))
                .anyMatch(formula -> formula.text().contains("events"));
    }

    private static List<String> lookers(World world) {
        return Stream.concat(world.watch().measures().stream().map(Measure::name),
                world.watch().endings().stream()
                        .filter(ending -> ending.when().map(when -> when.text().contains("events")).orElse(false))
                        .map(MomentScope::since))
                .toList();
    }

    /// Whether a phase is broken off now.
    boolean broken(Phase phase) {
        return phase.until().filter(until -> Evaluator.truth(until, MomentScope.of(course.moment()))).isPresent();
    }

    boolean open(Phase phase) {
        Moment now = course.moment();
        return phase.open().covers(now.step(), now.lastStep())
                && phase.when().map(when -> Evaluator.truth(when, MomentScope.of(now))).orElse(true);
    }

    void happenings() {
        for (Happening happening : world.dealings().events()) {
            Moment now = course.moment();
            if (happening.schedule().covers(now.step(), now.lastStep())
                    && happening.when().map(when -> Evaluator.truth(when, MomentScope.of(now))).orElse(true)) {
                happen(happening);
            }
        }
    }

    private void happen(Happening happening) {
        Moment now = course.moment();
        var id = course.nextId();
        var proposal = Effects.of(happening.effects(), happening.id(), MomentScope.of(now), id, 1);
        switch (proposal) {
            case GameMaster.Proposal.Fails(String why) -> course
                    .happen(new Event.Refused(id, List.of(), happening.id(), why));
            case GameMaster.Proposal.Happens(List<Effect> effects) -> {
                var all = new java.util.ArrayList<>(effects);
                if (!happening.told().isEmpty()) {
                    all.add(new Effect.Told("", "", Hearing.members(happening.to(), now), happening.told()));
                }
                course.resolve(new Event.Resolved(id, List.of(), happening.id(), all, happening.told()),
                        Optional.empty(), List.of());
            }
        }
    }

    void probes() {
        for (Probe probe : world.watch().probes()) {
            Moment now = course.moment();
            if (probe.schedule().covers(now.step(), now.lastStep())) {
                List<String> asked = now.society().ids().stream()
                        .filter(id -> Hearing.includes(probe.ask(), id, id, now)).toList();
                List<Notes> notes = asked.stream().map(id -> new Notes(id, course.ids(id), now)).toList();
                List<String> answers = asking.all(notes, own -> answer(own.person(), probe, now, own));
                for (int i = 0; i < asked.size(); i++) {
                    record(probe, asked.get(i), answers.get(i), notes.get(i));
                }
            }
        }
    }

    String answer(String person, Probe probe, Moment now, Inner inner) {
        return agent(person).answer(probe, Situations.of(person, now), inner);
    }

    /// @return what somebody says to somebody from outside; empty for whoever has no words of their own
    Optional<String> interview(String person, String question, Moment now, Inner inner) {
        return agent(person).interview(question, Situations.of(person, now), inner);
    }

    private Agent agent(String person) {
        Agent agent = agents.get(person);
        if (agent == null) {
            throw new IllegalStateException("nobody plays " + person);
        }
        return agent;
    }

    /// An answer that is none is written down as it came, and counts for nothing.
    private void record(Probe probe, String person, String answer, Notes notes) {
        notes.events().forEach(course::happen);
        course.happen(new Event.Probed(course.ids(person).next(), notes.eventIds(), probe.id(), answer));
        Optional<Value> value = value(probe.question(), answer);
        value.ifPresentOrElse(v -> course.moment().past().answered(probe, person, v),
                () -> course.moment().past().unanswered(probe, person));
    }

    private static Optional<Value> value(ActionSpec question, String answer) {
        return switch (question) {
            case ActionSpec.Quantity(String _, BigDecimal least, BigDecimal most, String _) -> MomentScope
                    .read(answer.strip()) instanceof Value.Amount(BigDecimal amount)
                            ? Optional.of(Value.of(amount.max(least).min(most)))
                            : Optional.empty();
            case ActionSpec.Choose(String _, List<String> options) -> options.contains(answer.strip())
                    ? Optional.of(Value.of(answer.strip()))
                    : Optional.empty();
            case ActionSpec.Speak _,ActionSpec.Attempting _ -> answer.isBlank()
                    ? Optional.empty()
                    : Optional.of(MomentScope.read(answer.strip()));
        };
    }

    /// @param atEnd whether this is the end, and the measures of the end are wanted instead of the scheduled ones
    void measures(boolean atEnd) {
        Moment now = course.moment();
        for (Measure measure : world.watch().measures()) {
            boolean ofEnd = measure.schedule() instanceof Schedule.AtEnd;
            if (ofEnd == atEnd && (atEnd || measure.schedule().covers(now.step(), now.lastStep()))) {
                take(measure, now);
                now.past().taken(measure.name());
            }
        }
        now.past().forget(lookers(world));
    }

    /// A measure that has no value, such as the mean of nobody, is refused, and says why; it has no earlier value either, then.
    private void take(Measure measure, Moment now) {
        try {
            BigDecimal value = value(measure, now);
            course.happen(new Event.Measured(course.nextId(), measure.name(), value));
            now.past().measured(measure.name(), Value.of(value));
        } catch (EvaluationException without) {
            course.happen(new Event.Refused(course.nextId(), List.of(), measure.name(), without.what()));
            now.past().unmeasured(measure.name());
        }
    }

    private static BigDecimal value(Measure measure, Moment now) {
        var scope = new MomentScope(now, Optional.empty(), new LinkedHashMap<>(), measure.name());
        return switch (Evaluator.value(measure.is(), scope)) {
            case Value.Amount(BigDecimal amount) -> amount;
            case Value.Truth(boolean holds) -> holds ? BigDecimal.ONE : BigDecimal.ZERO;
            case Value.Text _,Value.Entity _,Value.Goods _,Value.Items _ -> throw new IllegalStateException(
                    measure.at() + ": the measure " + measure.name() + " is not a number");
        };
    }
}
