package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.Expression;
import microcosm.worlds.Market;
import microcosm.worlds.Phase;
import microcosm.worlds.Value;
import microcosm.worlds.World;

/// The mechanisms that a world names, at work.
final class Mechanisms {
    private final World world;
    private final Course course;
    private final SequencedMap<String, Mechanism> known = new LinkedHashMap<>();

    Mechanisms(World world, Course course) {
        this.world = world;
        this.course = course;
        all().forEach(mechanism -> known.put(mechanism.name(), mechanism));
    }

    /// @return those shipped, then those found by [ServiceLoader]
    static List<Mechanism> all() {
        return ServiceLoader.load(Mechanism.class, Mechanism.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).toList();
    }

    /// @return attributes of people that are public in this world: whether they are alive, and what its mechanisms lay open
    static List<String> everybodyKnows(World world) {
        var names = new ArrayList<String>();
        if (canDie(world)) {
            names.add("alive");
        }
        for (Mechanism mechanism : all()) {
            List<Market> own = world.dealings().markets().stream()
                    .filter(market -> market.mechanism().equals(mechanism.name())).toList();
            if (!own.isEmpty()) {
                names.addAll(mechanism.known(own));
            }
        }
        return names;
    }

    /// Whether anything in this world may take somebody out of it.
    private static boolean canDie(World world) {
        return Stream.of(world.dealings().actions().stream().flatMap(rule -> rule.effects().stream()),
                world.dealings().phases().stream().flatMap(phase -> phase.afterwards().stream()),
                world.dealings().events().stream().flatMap(happening -> happening.effects().stream()))
                .flatMap(calls -> calls)
                .anyMatch(call -> call.arguments().contains(new Expression.Name("alive"))
                        || call.arguments().contains(new Expression.Text("alive")));
    }

    void begin() {
        byMechanism().forEach((mechanism, markets) -> {
            mechanism.benchmarks(markets, course.moment()).forEach((name, value) -> {
                course.happen(new Event.Benchmarked(course.nextId(), name, value));
                course.moment().past().benchmarked(name, Value.of(value));
            });
            happen(mechanism.name(), mechanism.beginning(markets, course.moment()));
        });
    }

    /// After the turns of a step: every mechanism that a market names.
    void settle() {
        byMechanism().forEach((mechanism, markets) -> mechanism.outcomes(markets, course.moment())
                .forEach(outcome -> happen(outcome.what(), outcome.effects())));
    }

    /// After the turns of a phase: the mechanism that it names.
    void settle(Phase phase) {
        Optional<Mechanism> mechanism = phase.mechanism().flatMap(name -> Optional.ofNullable(known.get(name)));
        List<Effect> settled = mechanism.map(by -> by.settle(List.of(), course.moment())).orElse(List.of());
        mechanism.ifPresent(by -> happen(by.name(), settled));
        if (!phase.afterwards().isEmpty() && (mechanism.isEmpty() || !settled.isEmpty())) {
            afterwards(phase);
        }
    }

    /// What the phase's settlement brings; nothing where there was nothing to settle, so that an old vote elects nobody anew. Where nobody was elected, what should become of them becomes of nobody.
    private void afterwards(Phase phase) {
        Moment now = course.moment();
        EventId id = course.nextId();
        switch (Effects.of(phase.afterwards(), phase.id(), MomentScope.of(now), id, 1)) {
            case GameMaster.Proposal.Fails(String why) -> course
                    .happen(new Event.Refused(id, List.of(), phase.id(), why));
            case GameMaster.Proposal.Happens(List<Effect> effects) -> {
                if (!effects.isEmpty()) {
                    course.resolve(new Event.Resolved(id, List.of(), phase.id(), effects,
                            Telling.of(effects, now)), Optional.empty(), List.of());
                }
            }
        }
    }

    private void happen(String what, List<Effect> effects) {
        if (!effects.isEmpty()) {
            course.settle(what, effects);
        }
    }

    private SequencedMap<Mechanism, List<Market>> byMechanism() {
        SequencedMap<Mechanism, List<Market>> markets = new LinkedHashMap<>();
        known.values().forEach(mechanism -> {
            List<Market> own = world.dealings().markets().stream()
                    .filter(market -> market.mechanism().equals(mechanism.name()))
                    .map(market -> Shocked.changed(market, course.moment().state())).toList();
            if (!own.isEmpty()) {
                markets.put(mechanism, own);
            }
        });
        return markets;
    }
}
