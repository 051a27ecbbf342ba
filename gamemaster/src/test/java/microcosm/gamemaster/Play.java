package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.State;
import microcosm.worlds.World;

/// A run in memory, and what came of it.
record Play(List<Event> events, State state) {
    static Play of(World world, Players players, long seed, int concurrency) {
        return of(world, players, seed, concurrency, Interventions.NONE);
    }

    static Play of(World world, Players players) { return of(world, players, 0, 1); }

    static Play of(World world, Players players, long seed, int concurrency, Interventions interventions) {
        return of(world, new RulesGameMaster(new Plain()), players, seed, concurrency, interventions);
    }

    static Play of(World world, GameMaster gameMaster, Players players, long seed, int concurrency,
            Interventions interventions) {
        var simulation = new Simulation(world,
                new Event.Began(new EventId(0, 0, "gm", 1), world.id(), world.title(), seed,
                        new LinkedHashMap<>()),
                gameMaster, players, concurrency, interventions, Listener.NOBODY);
        var events = new ArrayList<>(simulation.events());
        while (!simulation.over()) {
            simulation.play();
            events.addAll(simulation.events());
        }
        return new Play(events, simulation.state());
    }

    /// @return what happened and what was refused, as `3.1/gm/2 offer: words`
    List<String> outcomes() {
        return events.stream().<String>mapMulti((event, out) -> {
            switch (event) {
                case Event.Resolved r ->
                    out.accept(r.id() + " " + r.what() + (r.told().isEmpty() ? "" : ": " + r.told()));
                case Event.Refused r -> out.accept(r.id() + " " + r.what() + " refused: " + r.why());
                default -> {
                }
            }
        }).toList();
    }
}
