package microcosm.models;

import org.jspecify.annotations.Nullable;

/// What passed over the network during one attempt, for LangChain4j keeps headers and bodies to itself.
final class Exchange {
    static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    private byte[] body = {};
    private @Nullable Fault fault;

    byte[] body() { return body; }

    @Nullable
    Fault fault() { return fault; }

    void arrived(byte[] bytes) { body = bytes; }

    /// Keeps the fault and throws something that carries it past LangChain4j.
    RuntimeException failed(Fault happened) {
        fault = happened;
        return new IllegalStateException(happened.getMessage());
    }
}
