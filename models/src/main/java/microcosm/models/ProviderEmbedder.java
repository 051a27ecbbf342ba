package microcosm.models;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

import microcosm.models.Fault.Kind;

/// An embedding model of a provider, named like a model: `openai:text-embedding-3-small`, and after a comma `dimensions=512` where the
/// provider lets one choose. One text for each request, so that nothing depends on which texts were asked for together. Nothing is
/// connected, and no key is needed, before the first vector.
final class ProviderEmbedder implements Embedder {
    private static final String DIMENSIONS = "dimensions=";
    private static final int MOST_DIMENSIONS = 65_536;
    private static final int IN_FLIGHT = 16;
    private static final String WORD = "word";

    private final String name;
    private final ModelName model;
    private final OptionalInt asked;
    private final Map<String, String> environment;
    private final Duration deadline;
    private final Patience patience;
    private final AdaptiveLimit limit = new AdaptiveLimit(IN_FLIGHT, IN_FLIGHT);
    private final Books books;
    private volatile int dimensions;
    private @Nullable EmbeddingModel connected;

    private ProviderEmbedder(String name, ModelName model, OptionalInt asked, Map<String, String> environment,
            Duration deadline, Patience patience, Books books) {
        this.name = name;
        this.model = model;
        this.asked = asked;
        this.environment = environment;
        this.deadline = deadline;
        this.patience = patience;
        this.books = books;
        this.dimensions = asked.orElse(usual(name));
    }

    /// @return of a model that is much used, as its provider's reference gives it; 0 of others
    private static int usual(String name) {
        return switch (name) {
            case "openai:text-embedding-3-small", "openai:text-embedding-ada-002" -> 1536;
            case "openai:text-embedding-3-large", "gemini:gemini-embedding-001" -> 3072;
            case "mistral:mistral-embed" -> 1024;
            case "ollama:nomic-embed-text" -> 768;
            case "ollama:all-minilm" -> 384;
            default -> 0;
        };
    }

    /// @param kept how long the vectors are that a run kept, so that nobody needs to be asked
    Embedder giving(Optional<Integer> kept) {
        kept.ifPresent(length -> dimensions = length);
        return this;
    }

    /// @return empty if no provider stands before a colon
    /// @throws ModelSetupException if the provider has no embedding models, or what follows the name is none of its parameters
    static Optional<ProviderEmbedder> named(String name, Map<String, String> environment, Duration deadline,
            Patience patience) {
        return named(name, environment, deadline, patience, Books.NONE);
    }

    /// @param books where each attempt is counted
    static Optional<ProviderEmbedder> named(String name, Map<String, String> environment, Duration deadline,
            Patience patience, Books books) {
        int colon = name.indexOf(':');
        var provider = colon < 0 ? Optional.<Provider>empty() : Provider.named(name.substring(0, colon));
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        if (!provider.get().live() || provider.get() == Provider.ANTHROPIC) {
            throw new ModelSetupException("embedder \"" + name + "\": " + provider.get().word()
                    + " has no embedding models; openai, gemini, mistral, ollama and compatible do");
        }
        var parts = List.of(name.split(",", -1));
        OptionalInt asked = OptionalInt.empty();
        if (parts.size() > 1) {
            String number = parts.getLast().replaceFirst("^" + DIMENSIONS, "");
            boolean written = parts.size() == 2 && parts.getLast().startsWith(DIMENSIONS)
                    && number.matches("[1-9][0-9]{0,4}") && Integer.parseInt(number) <= MOST_DIMENSIONS;
            if (!written || provider.get() == Provider.MISTRAL) {
                throw new ModelSetupException("embedder \"" + name + "\": expected "
                        + (provider.get() == Provider.MISTRAL
                                ? "a name alone, as mistral lets nobody choose"
                                : "dimensions=N after the comma, N from 1 to " + MOST_DIMENSIONS));
            }
            asked = OptionalInt.of(Integer.parseInt(number));
        }
        return Optional.of(new ProviderEmbedder(name, ModelName.of(parts.getFirst()), asked, environment, deadline,
                patience, books));
    }

    @Override
    public String name() { return name; }

    /// Of a model that nobody knows, found by asking for the vector of one word.
    @Override
    public int dimensions() {
        if (dimensions == 0) {
            dimensions = bought(WORD).length;
        }
        return dimensions;
    }

    @Override
    public boolean exact() { return false; }

    @Override
    public float[] vector(String text) {
        if (text.isBlank()) {
            return new float[dimensions()];
        }
        float[] vector = bought(text);
        if (vector.length != dimensions()) {
            throw new ModelException("embedder " + name + " gave " + vector.length + " dimensions and should give "
                    + dimensions(), false);
        }
        return vector;
    }

    private float[] bought(String text) {
        var attempts = new AtomicInteger();
        var backoff = IntervalFunction.ofExponentialRandomBackoff(patience.first(), 2.0, 0.5, patience.longest());
        var retrying = RetryConfig.<float[]>custom().maxAttempts(patience.attempts())
                .intervalBiFunction((attempt, outcome) -> Math.max(backoff.apply(attempt),
                        outcome.fold(ProviderEmbedder::wanted, _ -> 0L)))
                .retryOnException(e -> e instanceof Fault fault && fault.retriable()
                        && wanted(fault) <= patience.bearable().toMillis())
                .build();
        try {
            return Retry.decorateCheckedSupplier(Retry.of("vector", retrying), () -> {
                return attempt(text, attempts.incrementAndGet());
            }).get();
        } catch (Fault fault) {
            throw new ModelException("embedder " + name + " gave no vector ("
                    + (attempts.get() == 1 ? "" : attempts + " attempts, the last: ") + fault.kind().word() + "): "
                    + fault.getMessage(), fault.retriable(), fault);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("interrupted while asking embedder " + name, true, e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ModelException("embedder " + name + " gave no vector: " + e, false, e);
        }
    }

    private static long wanted(Throwable e) {
        return e instanceof Fault fault ? fault.retryAfter().map(Duration::toMillis).orElse(0L) : 0;
    }

    private float[] attempt(String text, int attempt) throws Fault, InterruptedException {
        EmbeddingModel embeddings = connected();
        limit.begin();
        long began = 0;
        var exchange = new Exchange();
        try {
            books.account().begin();
            began = System.nanoTime();
            Response<Embedding> response = ScopedValue.where(Exchange.CURRENT, exchange)
                    .call(() -> embeddings.embed(text));
            float[] vector = finite(response.content().vector());
            books.bought(model, text, attempt, tokens(response.tokenUsage()), since(began));
            return vector;
        } catch (BudgetException e) {
            throw e;
        } catch (RuntimeException e) {
            Fault fault = Objects.requireNonNullElseGet(exchange.fault(), () -> new Fault(Kind.MALFORMED,
                    "not an embedding as " + model.provider().word() + " writes them"));
            books.failed(model, text, attempt, fault, since(began));
            throw fault;
        } finally {
            limit.ended(false);
        }
    }

    private static long since(long began) { return (System.nanoTime() - began) / 1_000_000; }

    private static Usage tokens(@Nullable TokenUsage counted) {
        Integer in = counted == null ? null : counted.inputTokenCount();
        return in == null ? Usage.UNKNOWN : new Usage(in, 0);
    }

    private static float[] finite(float[] vector) {
        if (vector.length == 0) {
            throw new IllegalStateException("no values");
        }
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                throw new IllegalStateException(String.format(Locale.ROOT, "a value of %f", value));
            }
        }
        return vector;
    }

    private synchronized EmbeddingModel connected() {
        EmbeddingModel known = connected;
        if (known == null) {
            var endpoint = Endpoint.of(model.provider(), environment);
            endpoint.missing("embedder \"" + name + "\"").ifPresent(what -> {
                throw new ModelSetupException(what);
            });
            known = EmbeddingModels.connect(endpoint, model.model(), asked, new HttpWire(deadline)::builder);
            connected = known;
        }
        return known;
    }
}
