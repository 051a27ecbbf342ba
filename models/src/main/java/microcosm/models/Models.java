package microcosm.models;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;

import microcosm.models.Gateway.CallRecords;

/// Every model of a run, by name, over one connection to each provider. Nothing is connected, nor any library of a
/// provider loaded, before a live model is named.
public final class Models implements AutoCloseable {
    private static final int FIRST_IN_FLIGHT = 32;

    private final ModelSetup setup;
    private final CallRecords records;
    private final Account account;
    private final Map<Provider, Gateway> gateways = new EnumMap<>(Provider.class);
    private final SequencedMap<String, RecordedRun> runs = new LinkedHashMap<>();
    private final Map<ModelName, Function<Request, Reply>> here = new LinkedHashMap<>();
    private Optional<ReplyCache> cache = Optional.empty();
    private Optional<Spans> spans = Optional.empty();

    public Models(ModelSetup setup) {
        this.setup = setup;
        records = setup.calls().<CallRecords>map(log -> log::append).orElse(call -> {});
        account = new Account(setup.budget(), setup.calls().map(CallLog::spending).orElse(Spending.NOTHING));
    }

    /// From now on this name is answered in this process: by a human at the terminal, or by a stub.
    ///
    /// @param replies asked by several threads at once
    public void answering(ModelName name, Function<Request, Reply> replies) { here.put(name, replies); }

    /// @param text a name and, after it, how to ask: see [ModelSpec]
    /// @return who answers to this name; nobody answers to `baseline`, whose people follow policies
    /// @throws ModelSetupException if it cannot be asked, with what is missing; a missing key by its variable's name
    public Optional<LanguageModel> named(String text) {
        var spec = ModelSpec.of(text, setup.parameters());
        var name = spec.name();
        if (name.provider() == Provider.BASELINE) {
            return Optional.empty();
        }
        if (setup.recordedOnly()) {
            return Optional.of(new ReplayedModel(spec, setup.replies().orElseThrow()));
        }
        Function<Request, Reply> own = here.get(name);
        if (own != null) {
            return Optional.of(asking(spec, logged(own::apply)));
        }
        return Optional.of(switch (name.provider()) {
            case HUMAN -> throw new ModelSetupException("nobody sits at a terminal to play \"" + name + "\"");
            case SCRIPT -> asking(spec, logged(Script.read(Path.of(name.model()))));
            case REPLAY -> asking(spec, recorded(name));
            case OPENAI, ANTHROPIC, GEMINI, MISTRAL, OLLAMA, COMPATIBLE -> asking(spec, live(spec));
            case BASELINE -> throw new IllegalStateException("baseline is nobody's name");
        });
    }

    /// An embedder whose bought vectors are counted as this run's calls are, and held by its budget.
    ///
    /// @param warnings told in words of kept vectors that are damaged and made again
    /// @throws ModelSetupException if it is not here, or has no known price and the budget is in dollars
    public Embedder embedder(String name, Consumer<String> warnings) {
        if (Embedders.isBought(name) && setup.budget().usd().isPresent()) {
            unpriced(ModelName.of(name.replaceFirst(",.*", "")), "embedder").ifPresent(what -> {
                throw new ModelSetupException(what);
            });
        }
        return Embedders.named(name, setup.environment(), Optional.empty(),
                new Books(account, records, setup.prices()), warnings);
    }

    private LanguageModel asking(ModelSpec spec, ReplySource source) {
        var journaled = setup.replies().<ReplySource>map(replies -> new Journaled(replies, source)).orElse(source);
        return new Dialogue(spec, journaled, setup.repairs());
    }

    /// Replies that cost nothing are counted like any others.
    private ReplySource logged(ReplySource source) {
        return request -> {
            var reply = source.reply(request);
            records.append(CallRecord.replied(request, 1, request.digest(), CallRecord.LIVE, reply,
                    Optional.of(BigDecimal.ZERO), 0));
            return reply;
        };
    }

    private synchronized ReplySource recorded(ModelName name) {
        return runs.computeIfAbsent(name.model(), run -> new RecordedRun(Path.of(run)));
    }

    private ReplySource live(ModelSpec spec) {
        var name = spec.name();
        missing(name).ifPresent(what -> {
            throw new ModelSetupException(what);
        });
        ChatModels.check(spec);
        var endpoint = endpoint(name.provider());
        var gateway = gateway(endpoint);
        return cache().<ReplySource>map(kept -> new Cached(kept, endpoint.address(), gateway, records)).orElse(gateway);
    }

    private synchronized Optional<ReplyCache> cache() {
        if (cache.isEmpty()) {
            cache = setup.cache().map(folder -> new ReplyCache(folder, setup.shareReplies()));
        }
        return cache;
    }

    private synchronized Gateway gateway(Endpoint endpoint) {
        var watching = spans();
        return gateways.computeIfAbsent(endpoint.provider(),
                provider -> new Gateway(provider, new LangChainWire(endpoint, new HttpWire(setup.deadline())),
                        setup.patience(), new AdaptiveLimit(FIRST_IN_FLIGHT, setup.concurrency()),
                        new Pace(setup.requestsPerMinute(), setup.tokensPerMinute()), account, records,
                        setup.prices(), watching));
    }

    private synchronized Spans spans() {
        if (spans.isEmpty()) {
            spans = Optional.of(
                    Spans.wanted(setup.environment()) ? OpenTelemetrySpans.of(setup.environment()) : Spans.NONE);
        }
        return spans.get();
    }

    private Endpoint endpoint(Provider provider) { return Endpoint.of(provider, setup.environment()); }

    /// @return what the environment lacks for this model
    private Optional<String> missing(ModelName name) {
        var missing = endpoint(name.provider()).missing("model \"" + name + "\"");
        if (missing.isPresent()) {
            return missing;
        }
        return unpriced(name, "model");
    }

    private Optional<String> unpriced(ModelName name, String what) {
        if (setup.budget().usd().isPresent() && setup.prices().of(name).isEmpty()) {
            return Optional.of(what + " \"" + name + "\" has no known price, so a budget in dollars cannot hold it; put"
                    + " a line \"" + name + ",IN,OUT,DATE\", in dollars a million tokens, into a file and name the file"
                    + " in MICROCOSM_PRICES");
        }
        return Optional.empty();
    }

    /// What a provider needs and has. Never a key's value.
    ///
    /// @param variable the environment variable its key is read from; empty where none is needed
    /// @param set whether that variable is set
    /// @param address where it would be asked; empty where nobody said
    public record Access(Provider provider, String variable, boolean set, String address) {}

    /// @return every live provider, in the order of [Provider]
    public List<Access> access() {
        var access = new ArrayList<Access>();
        for (var provider : Provider.values()) {
            if (provider.live()) {
                access.add(new Access(provider, provider.keyVariable(), !endpoint(provider).key().isEmpty(),
                        endpoint(provider).address()));
            }
        }
        return access;
    }

    /// @return how many calls to a provider may be in flight now; 0 if it was never asked
    public synchronized int concurrency(Provider provider) {
        var gateway = gateways.get(provider);
        return gateway == null ? 0 : gateway.concurrency();
    }

    @Override
    public synchronized void close() {
        // A loop, because a method reference would load the class of gateways that were never made.
        for (var gateway : gateways.values()) {
            gateway.close();
        }
        gateways.clear();
        if (spans.isPresent()) {
            spans.get().close();
            spans = Optional.empty();
        }
        runs.values().forEach(RecordedRun::close);
        runs.clear();
    }
}
