package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.agents.Agent;
import microcosm.speech.Realiser;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventIds;
import microcosm.trace.Offer;
import microcosm.trace.Seed;
import microcosm.trace.State;
import microcosm.worlds.Person;
import microcosm.worlds.Phase;
import microcosm.worlds.Probe;
import microcosm.worlds.World;

/// The loop. A step is: due deliveries, what the world does, turns, what mechanisms settle, what institutions decide, what everybody remembers, probes, measures,
/// and whether it is over.
///
/// Probes come before measures because measures are made of their answers; a measure of the end is taken once it is known that this
/// is the end. Knows nothing of files, models or who watches.
public final class Simulation {
    private World world;
    private GameMaster gameMaster;
    private final Course course;
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<String, Person.PolicyCall> following = new LinkedHashMap<>();
    private final Asking asking;
    private final GameMaster.Desk desk;
    private final Interventions interventions;
    private Turn turn;
    private Watch watch;
    private Mechanisms mechanisms;
    private Institution institution;
    private int step;
    private Optional<String> ended = Optional.empty();

    /// Casts the society; nothing has been played yet.
    ///
    /// @param began the first event
    /// @param concurrency how many people are asked at once, at least 1
    public Simulation(World world, Event.Began began, GameMaster gameMaster, Players players, int concurrency,
            Interventions interventions, Listener listener) {
        this(world, began, gameMaster, players, Authors.NOBODY, concurrency, interventions, listener);
    }

    /// As above, with whoever writes the people whom the world leaves to a model.
    Simulation(World world, Event.Began began, GameMaster gameMaster, Players players, Authors authors, int concurrency,
            Interventions interventions, Listener listener) {
        this.world = world;
        this.gameMaster = gameMaster;
        this.interventions = interventions;
        var seed = new Seed(began.seed());
        var casting = new Casting(world, seed);
        List<Event> replies = Biographies.written(casting, world, seed, authors);
        var society = new Society(casting.people());
        course = new Course(new Moment(world, society, State.EMPTY, new Standing(),
                new Past(Watch.looksAtEvents(world)), seed, 0, 0,
                Optional.empty(), Mechanisms.everybodyKnows(world)), gameMaster, interventions, listener);
        for (Person person : society.people()) {
            agents.put(person.id(), players.agent(person, Casting.id(person)));
        }
        if (gameMaster.cites() || agents.values().stream().anyMatch(Agent::cites)) {
            course.moment().standing().origins().keep();
        }
        asking = new Asking(concurrency);
        desk = new Places(course, asking);
        turn = new Turn(course, gameMaster, agents, interventions, asking);
        watch = new Watch(world, course, agents, asking);
        mechanisms = new Mechanisms(world, course);
        institution = new Institution(world, course);
        begin(began, replies, casting);
    }

    /// From the next step on the world is played under other settings: channels, actions, phases, events, probes, measures, endings and the
    /// clock are the other world's. Who there is, what they hold and believe, and what markets and claims there are stay.
    ///
    /// @param other the same world file under other settings
    /// @param reading reads what is said in it
    public void live(World other, GameMaster reading, Realiser realiser) {
        world = other;
        gameMaster = reading;
        course.live(other, reading);
        agents.values().forEach(agent -> agent.live(other, realiser));
        turn = new Turn(course, reading, agents, interventions, asking);
        watch = new Watch(other, course, agents, asking);
        mechanisms = new Mechanisms(other, course);
        institution = institution.under(other);
    }

    private void begin(Event.Began began, List<Event> replies, Casting casting) {
        course.ids(began.id().owner()).next();
        course.happen(began);
        replies.forEach(course::happen);
        casting.events().forEach(course::happen);
        casting.beginning().forEach(effects -> course.resolve("beginning", List.of(began.id()), effects));
        mechanisms.begin();
        institution.declare();
        turn.begin(society().people().stream().filter(person -> person.formative() > 0).map(Person::id).toList());
        course.happen(new Event.Stepped(course.nextId()));
    }

    /// @return whether it is over
    public boolean over() { return ended.isPresent(); }

    /// @return why it is over: `clock`, or the ending's name; empty while it is not
    public Optional<String> ended() { return ended; }

    /// @return the last step played; 0 before the first
    public int step() { return step; }

    public State state() { return course.moment().state(); }

    public Society society() { return course.moment().society(); }

    /// Asks somebody on the side. Nothing happens by it, and nobody remembers it.
    ///
    /// @return their answer in words; empty for none
    String ask(String person, Probe probe) { return watch.answer(person, probe, course.moment(), aside(person)); }

    /// Asks somebody on the side, in words. Nothing happens by it, and nobody remembers it.
    ///
    /// @return empty for whoever has no words of their own
    Optional<String> interview(String person, String question) {
        return watch.interview(person, question, course.moment(), aside(person));
    }

    private Notes aside(String person) {
        return new Notes(person, new EventIds(step, course.moment().turn() + 1, person), course.moment());
    }

    /// @return the events since this was last called, in order: first the beginning, then one step each time
    public List<Event> events() { return course.takeStep(); }

    /// Plays one step.
    ///
    /// @throws IllegalStateException if it is over
    public void play() {
        if (over()) {
            throw new IllegalStateException("the run ended at step " + step);
        }
        step++;
        course.turn(step, 0, Optional.empty());
        expire();
        institution.declare();
        course.deliver();
        watch.happenings();
        policies();
        turns();
        course.nextTurn(Optional.empty());
        mechanisms.settle();
        institution.decide();
        turn.remember(course.waiting());
        watch.probes();
        watch.measures(false);
        Optional<GameMaster.Over> over = gameMaster.over(course.moment(), desk)
                .or(() -> Optional.of(new GameMaster.Over("clock", List.of()))
                        .filter(_ -> step >= world.clock().steps()));
        over.ifPresent(why -> {
            watch.measures(true);
            course.happen(new Event.Ended(course.nextId(), why.because(), why.ending()));
        });
        ended = over.map(GameMaster.Over::ending);
        course.happen(new Event.Stepped(course.nextId()));
    }

    /// Whoever was made to follow another policy, from the turns of this step on.
    private void policies() {
        agents.forEach((person, agent) -> Shocked.policy(person, state()).filter(
                policy -> !policy.equals(following.put(person, policy))).ifPresent(agent::follow));
    }

    private void turns() {
        if (world.dealings().phases().isEmpty()) {
            turns(Optional.empty());
        }
        for (Phase phase : world.dealings().phases()) {
            if (watch.open(phase)) {
                turns(Optional.of(phase));
                mechanisms.settle(phase);
            }
        }
    }

    private void turns(Optional<Phase> phase) {
        for (int gone = 0;; gone++) {
            course.nextTurn(phase);
            Optional<GameMaster.Call> call = gameMaster.next(course.moment(), gone, desk);
            if (call.isEmpty()) {
                return;
            }
            turn.play(call.get());
            if (phase.isPresent() && watch.broken(phase.get())) {
                course.resolve("interruption", List.of(),
                        List.of(new Effect.Told("", "", List.of(MomentScope.EVERYBODY),
                                "The " + phase.get().name() + " is broken off.")));
                return;
            }
        }
    }

    private void expire() {
        List<Effect> expired = course.moment().state().offers().stream().filter(offer -> offer.until() < step)
                .map(Offer::id)
                .<Effect>map(id -> new Effect.Closed(id, "expired")).toList();
        if (!expired.isEmpty()) {
            course.resolve("expiry", List.of(), expired);
        }
    }
}
