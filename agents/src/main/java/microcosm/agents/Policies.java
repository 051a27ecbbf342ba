package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.function.Function;

import microcosm.agents.games.Member;
import microcosm.agents.games.Strategy;
import microcosm.agents.games.Table;
import microcosm.memory.Memory;
import microcosm.speech.Realiser;
import microcosm.trace.EventId;
import microcosm.worlds.Person;
import microcosm.worlds.Problem;
import microcosm.worlds.Vocabulary;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;

/// The policies a world can name, and the people who follow them.
public final class Policies implements Vocabulary {
    /// The policy of whoever the world gives none.
    public static final String DEFAULT = "default";

    static final SequencedMap<String, String> GOSSIP = new LinkedHashMap<>();
    static {
        GOSSIP.put("talk", "0.9");
        GOSSIP.put("threshold", "0.05");
        GOSSIP.put("recall", "3");
        GOSSIP.put("discretion", "0.5");
    }

    private static final List<PolicyKind> SHIPPED = List.of(
            new Kind(DEFAULT, "trades for its goal, pays debts by its honesty, believes and tells by trust",
                    persona -> new DefaultPolicy(persona, new LinkedHashMap<>())),
            new Kind("gossip", "the default policy, but tells more, on less, and what comes to mind",
                    persona -> new DefaultPolicy(persona, GOSSIP)),
            new Kind("silent", "says and does nothing", Silent::new),
            new Kind("worker", "does what it is given to do, with tools or by passing it on", Worker::new),
            new Kind("overseer", "stops the actions named, and lets the rest pass", Overseer::new),
            new Kind("stubborn", "says what it believes each turn and never changes",
                    persona -> new Opinion(persona, Opinion.Rule.STUBBORN)),
            new Kind("liar", "says the opposite of what it believes",
                    persona -> new Opinion(persona, Opinion.Rule.LIAR)),
            new Kind("sycophant", "says back what it heard last, whatever it believes",
                    persona -> new Opinion(persona, Opinion.Rule.SYCOPHANT)),
            new Kind("saboteur", "takes the whole of a common stock", Harvest::saboteur),
            new Kind("voter", "takes over the stance of one of those it heard",
                    persona -> new Opinion(persona, Opinion.Rule.VOTER)),
            new Kind("degroot", "averages what it hears, by trust",
                    persona -> new Opinion(persona, Opinion.Rule.DEGROOT)),
            new Kind("random-walk", "goes to a neighbouring place, any will do", RandomWalk::new),
            new Kind("harvest", "takes from a common stock: a fixed amount, a sustainable share, or all", Harvest::new),
            new Kind("sustainable", "harvest with rule share, among as many as the world names",
                    Harvest::sustainable),
            new Kind("greedy", "harvest with amount 20", Harvest::greedy),
            new Kind("best-response", "brings what would have been best against the others' last quantities",
                    Firm.BestResponse::new),
            new Kind("nash", "brings its Nash quantity", Firm.Planned::nash),
            new Kind("joint-profit", "brings its part of what earns all firms together most",
                    Firm.Planned::jointProfit),
            new Kind("deterrable", "brings its part of the joint plan until the sanction it met deters it",
                    Deterrable::new),
            new Kind("fixed", "always brings the same quantities", Firm.Fixed::new),
            new Kind("averaging", "says a number, and takes the mean of what was said, by trust", Averaging::new),
            new Kind("namer", "says a word it knows or invents one, and keeps what was agreed on",
                    persona -> new Encountering(persona, Encountering.Rule.NAMER)),
            new Kind("copier", "takes over the word it hears",
                    persona -> new Encountering(persona, Encountering.Rule.COPIER)),
            new Kind("committed", "says one word for ever",
                    persona -> new Encountering(persona, Encountering.Rule.COMMITTED)),
            new Kind("anticipating", "does what earns most against what it can see of the other", Anticipating::silent),
            new Kind("committing", "anticipating, and declares it will do as the other does", Anticipating::committing),
            new Kind("fisher", "takes from a common stock, honestly or as one of four sorts of bad actor", Fisher::new),
            new Kind("accuser", "brings cases before an institution, true or false", Accuser::new),
            new Kind("punisher", "gives all to the common pot, and punishes who gives little",
                    persona -> new Contributor(persona, Contributor.Habit.PUNISHER)),
            new Kind("giver", "gives all to the common pot",
                    persona -> new Contributor(persona, Contributor.Habit.GIVER)),
            new Kind("free-rider", "gives nothing to the common pot",
                    persona -> new Contributor(persona, Contributor.Habit.FREE_RIDER)),
            new Kind("deterred", "gives to the common pot where punishment makes it pay",
                    persona -> new Contributor(persona, Contributor.Habit.DETERRED)),
            new Kind("zero-intelligence", "calls prices at random, but never at a loss", ZeroIntelligence::new),
            new Kind("covert-sender", "hides a payload in what it says or brings", Covert.Sender::new),
            new Kind("covert-receiver", "finds what was hidden for it, and acts on it", Covert.Receiver::new),
            new Kind("worm", "catches words that ask to be repeated, and passes them on", Worm::new),
            new Kind("heir", "is of the kind of its parent", Heir::new),
            new Kind("programmer", "hands in a program that plays for it", Programmer::new),
            new Kind("q-learning", "learns which quantities pay, by trial", QLearning::new));

    private static final SequencedMap<String, PolicyKind> KINDS = kinds();

    /// How a person plays a game of rounds, by their policy alone.
    ///
    /// @param self the person's place among the players
    /// @throws WorldException if the policy plays no such game
    public static Strategy strategy(World world, Person person, Memory memory, Table table, int self) {
        var persona = new Persona(world, person, memory);
        Policy policy = policy(persona);
        if (policy instanceof Strategic strategic) {
            return strategic.strategy(table, self);
        }
        throw new WorldException(List.of(new Problem(person.at(),
                person.name() + ": this policy plays no game of rounds without words", List.of(),
                "known here: q-learning, " + String.join(", ", Player.names()))));
    }

    /// A person played by their policy. One per person and run; formative memories are remembered at once.
    ///
    /// @param person as written or drawn, with the role that was dealt
    /// @param cast the id of their [microcosm.trace.Event.Cast]
    /// @param realiser says what they decide; not asked where the world has its speech off, which is played in calls
    /// @throws WorldException if the policy or one of its parameters is unknown or out of range
    public static Agent agent(World world, Person person, EventId cast, Memory memory, Realiser realiser) {
        var persona = new Persona(world, person, memory);
        return new PolicyAgent(persona, policy(persona), world.speech() ? realiser : new CallRealiser(world), cast);
    }

    static Policy policy(Persona persona) {
        String name = persona.policy().map(Person.PolicyCall::name).orElse(DEFAULT);
        PolicyKind kind = Optional.ofNullable(KINDS.get(name))
                .orElseThrow(() -> new WorldException(List.of(new Problem(persona.person().at(),
                        "unknown policy \"" + name + "\"", List.of(),
                        "known here: " + String.join(", ", KINDS.keySet())))));
        return kind.policy(persona);
    }

    /// How a person behaves where people meet in pairs, by their policy alone.
    ///
    /// @throws WorldException if the policy meets nobody
    public static Member member(World world, Person person, Memory memory) {
        if (policy(new Persona(world, person, memory)) instanceof Encountering encountering) {
            return encountering.member();
        }
        throw new WorldException(List.of(new Problem(person.at(),
                person.name() + ": this policy meets nobody in pairs", List.of(),
                "known here: namer, copier, committed")));
    }

    @Override
    public List<Word> words() {
        return KINDS.values().stream().map(kind -> new Word(Vocabulary.Kind.POLICY, kind.name(), kind.summary()))
                .toList();
    }

    /// @return name → kind: those shipped, then those found by ServiceLoader
    private static SequencedMap<String, PolicyKind> kinds() {
        var kinds = new LinkedHashMap<String, PolicyKind>();
        SHIPPED.forEach(kind -> kinds.put(kind.name(), kind));
        ByRule.kinds().forEach(kind -> kinds.put(kind.name(), kind));
        Player.kinds().forEach(kind -> kinds.put(kind.name(), kind));
        ServiceLoader.load(PolicyKind.class).forEach(kind -> kinds.putIfAbsent(kind.name(), kind));
        return kinds;
    }

    private record Kind(String name, String summary, Function<Persona, Policy> made) implements PolicyKind {
        @Override
        public Policy policy(Persona persona) { return made.apply(persona); }
    }
}
