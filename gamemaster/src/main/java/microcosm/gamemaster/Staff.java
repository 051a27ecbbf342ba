package microcosm.gamemaster;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import microcosm.agents.Agent;
import microcosm.agents.ModelAgent;
import microcosm.agents.Policies;
import microcosm.memory.Memory;
import microcosm.models.CallLog;
import microcosm.models.Embedder;
import microcosm.models.Embedders;
import microcosm.models.LanguageModel;
import microcosm.models.ModelSpec;
import microcosm.models.Models;
import microcosm.models.Replies;
import microcosm.models.Spending;
import microcosm.prompts.Templates;
import microcosm.speech.Realiser;
import microcosm.trace.EventId;
import microcosm.trace.ReplyJournal;
import microcosm.trace.RunFolder;
import microcosm.trace.RunLock;
import microcosm.trace.RunRecord;
import microcosm.worlds.Person;
import microcosm.worlds.Population;
import microcosm.worlds.Problem;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;

/// The models of one run while it is played. Every reply is in the run's journal before anybody acts on it, and the journal is read
/// first. A run without models opens nothing.
final class Staff implements AutoCloseable {
    private final Minds minds;
    private final List<AutoCloseable> open;
    private final Optional<Models> models;
    private final Optional<CallLog> calls;
    private final Spending before;
    private final AtomicLong kept;
    private final Asked.Witness witness;
    private final Map<ModelSpec, LanguageModel> named = new LinkedHashMap<>();

    private Staff(Minds minds, Optional<Models> models, Optional<CallLog> calls, AtomicLong kept,
            Asked.Witness witness, List<AutoCloseable> open) {
        this.minds = minds;
        this.models = models;
        this.calls = calls;
        this.kept = kept;
        this.witness = witness;
        this.open = open;
        before = calls.map(CallLog::spending).orElse(Spending.NOTHING);
    }

    /// For playing.
    ///
    /// @param parent a run whose replies count as this one's: the one a fork has left
    /// @param compared name of the embedder that memories are compared by
    static Staff playing(RunOptions options, RunLock lock, Switchboard switchboard,
            Optional<RunFolder> parent, String compared) {
        Minds minds = options.minds();
        boolean asks = minds.asks(options.interventions());
        if (!asks && !Embedders.isBought(compared)) {
            return none();
        }
        if (asks && !Files.isDirectory(lock.folder().prompts())) {
            minds.templates().write(lock.folder().prompts());
        }
        var journal = ReplyJournal.open(lock);
        var inherited = parent.map(ReplyJournal::reading);
        var calls = CallLog.open(lock.folder().calls());
        var kept = new AtomicLong();
        var models = switchboard.open(switchboard.setup()
                .withReplies(counted(new Inherited(Replies.of(journal), inherited.map(Replies::of)),
                        kept))
                .withCalls(calls));
        var open = new ArrayList<AutoCloseable>(List.of(models, calls, journal));
        inherited.ifPresent(open::add);
        return new Staff(minds, Optional.of(models), Optional.of(calls), kept, Asked.Witness.NOBODY, open);
    }

    /// For playing again: nobody is asked anything that is not in the journal.
    static Staff recorded(RunOptions options, RunFolder folder, Asked.Witness witness) {
        Minds minds = options.minds();
        if (!minds.asks(options.interventions())) {
            return none();
        }
        var journal = ReplyJournal.reading(folder);
        var models = new Models(Switchboard.NONE.setup().withReplies(Replies.of(journal)).replaying());
        return new Staff(minds, Optional.of(models), Optional.empty(), new AtomicLong(), witness,
                List.of(models, journal));
    }

    /// For asking people of a run what they were not asked in it. Nothing of it is kept.
    static Staff aside(RunOptions options, RunFolder folder, Switchboard switchboard) {
        if (!options.asks()) {
            return none();
        }
        var journal = ReplyJournal.reading(folder);
        var models = switchboard.open(switchboard.setup().withReplies(new Replies() {
            @Override
            public Optional<String> recorded(String call, String request) { return journal.recorded(call, request); }

            @Override
            public void record(String call, String request, String reply) {
                // an answer aside belongs to nobody's life
            }
        }));
        return new Staff(options.minds(), Optional.of(models), Optional.empty(), new AtomicLong(), Asked.Witness.NOBODY,
                List.of(models, journal));
    }

    static Staff none() {
        return new Staff(Minds.BASELINE, Optional.empty(), Optional.empty(), new AtomicLong(), Asked.Witness.NOBODY,
                List.of());
    }

    private static Replies counted(Replies replies, AtomicLong kept) {
        return new Replies() {
            @Override
            public Optional<String> recorded(String call, String request) {
                Optional<String> reply = replies.recorded(call, request);
                reply.ifPresent(_ -> kept.incrementAndGet());
                return reply;
            }

            @Override
            public void record(String call, String request, String reply) { replies.record(call, request, reply); }
        };
    }

    /// What a fork's parent was answered, it is answered; and then keeps for itself.
    private record Inherited(Replies own, Optional<Replies> parent) implements Replies {
        @Override
        public Optional<String> recorded(String call, String request) {
            Optional<String> known = own.recorded(call, request);
            if (known.isPresent()) {
                return known;
            }
            Optional<String> before = parent.flatMap(other -> other.recorded(call, request));
            before.ifPresent(reply -> own.record(call, request, reply));
            return before;
        }

        @Override
        public void record(String call, String request, String reply) { own.record(call, request, reply); }
    }

    /// Whoever plays a person: the model named for them, else their policy.
    Agent agent(World world, Person person, EventId cast, Memory memory, Realiser realiser) {
        return agent(minds.of(person), world, person, cast, memory, realiser);
    }

    /// A human brings their own life, and is asked for none.
    ///
    /// @param name empty for the person's policy
    Agent agent(Optional<ModelSpec> name, World world, Person person, EventId cast, Memory memory, Realiser realiser) {
        return name.<Agent>map(model -> new ModelAgent(world, model.human() ? person.withoutFormative() : person, cast,
                memory, model(model), minds.templates()))
                .orElseGet(() -> ruled(world, person, cast, memory, realiser));
    }

    /// @throws WorldException if a model is to tell what they remember from before
    private static Agent ruled(World world, Person person, EventId cast, Memory memory, Realiser realiser) {
        if (person.formative() > 0) {
            throw new WorldException(List.of(new Problem(person.at(),
                    person.id() + " follows a policy, which cannot tell formative memories", List.of(),
                    "a model that plays them (--model), memories the author writes (remembers), or formative 0")));
        }
        return Policies.agent(world, person, cast, memory, realiser);
    }

    /// What memories are compared by.
    Embedder embedder(String name, Consumer<String> warnings) {
        return models.map(all -> all.embedder(name, warnings)).orElseGet(() -> Embedders.named(name, warnings));
    }

    /// The model of the game master.
    ///
    /// @return empty for the rules alone
    Optional<LanguageModel> gameMaster() { return minds.gameMaster().map(this::model); }

    /// Who writes people whom the world leaves to a model: the game master's model, else the one that plays them.
    Authors authors() {
        return new Authors() {
            @Override
            public Optional<LanguageModel> of(Population population) {
                return minds.author(population).map(Staff.this::model);
            }

            @Override
            public Templates templates() { return minds.templates(); }
        };
    }

    private synchronized LanguageModel model(ModelSpec name) {
        return named.computeIfAbsent(name, wanted -> models.flatMap(all -> all.named(wanted.toString()))
                .map(model -> Asked.witnessed(model, witness))
                .orElseThrow(() -> new IllegalStateException(wanted + " answers nobody")));
    }

    /// @return what this sitting cost so far
    RunRecord.Totals totals() {
        return calls.map(log -> {
            Spending now = log.spending();
            return new RunRecord.Totals(now.calls() - before.calls(), now.cached() - before.cached() + kept.get(),
                    now.tokens().in() - before.tokens().in(), now.tokens().out() - before.tokens().out(),
                    now.promptCharacters() - before.promptCharacters(), now.usd().subtract(before.usd()));
        }).orElse(RunRecord.Totals.NONE);
    }

    @Override
    public void close() {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("a model's files cannot be closed", e);
            }
        }
    }
}
