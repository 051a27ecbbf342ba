package microcosm.models;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Why one attempt on a provider brought no reply. Its message never holds a key, nor what a provider says about one.
final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    enum Kind {
        /// Too many requests or tokens: 429, and Anthropic's 529.
        RATE_LIMITED(true),
        /// The provider failed: 5xx.
        SERVER(true),
        /// No whole reply within the deadline, whether no headers came or a body that stalled.
        TIMEOUT(true),
        /// No connection, or one that broke.
        CONNECTION(true),
        /// A reply that is not in the provider's wire format.
        MALFORMED(true),
        /// The model takes no JSON Schema; it is asked in words from now on.
        SCHEMA_REFUSED(true),
        /// Something else answers at this address: a page, a proxy.
        WRONG_CONTENT_TYPE(false),
        /// A reply of more than 32 MB.
        OVERSIZED(false),
        /// The key is missing or not accepted.
        KEY_REFUSED(false),
        /// There is no such model, or no such address.
        UNKNOWN_MODEL(false),
        /// The provider does not take the request: a parameter, a prompt too long, an account without credit.
        REJECTED(false);

        private final boolean retriable;

        Kind(boolean retriable) { this.retriable = retriable; }

        /// @return how it is written in `calls.jsonl`: `rate-limited`
        String word() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    Fault(Kind kind, String message) { this(kind, message, Optional.empty()); }

    /// @param retryAfter how long the provider asks to be left alone
    Fault(Kind kind, String message, Optional<Duration> retryAfter) {
        super(message, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    Kind kind() { return kind; }

    boolean retriable() { return kind.retriable; }

    Optional<Duration> retryAfter() { return retryAfter; }

    /// @return what the run ends with
    ModelException given(Request request, int attempts) {
        return new ModelException(request.model() + " gave no reply to " + request.call() + " ("
                + (attempts == 1 ? "" : attempts + " attempts, the last: ") + kind.word() + "): " + getMessage(),
                retriable(), this);
    }
}
