package microcosm.models;

import java.util.Map;

/// Somebody who watches how calls go. Nobody does unless the environment asks for it.
interface Spans extends AutoCloseable {
    Spans NONE = (_, _) -> Span.NONE;

    /// One call with all its attempts, as it goes.
    interface Span {
        Span NONE = new Span() {
            @Override
            public void failed(int attempt, Fault fault) {}

            @Override
            public void replied(Reply reply) {}

            @Override
            public void ended(String error) {}
        };

        /// An attempt failed; another may follow.
        void failed(int attempt, Fault fault);

        void replied(Reply reply);

        /// @param error why there is no reply, in a word; empty where there is one
        void ended(String error);
    }

    /// @param digest of the request
    Span begin(Request request, String digest);

    /// Sends what was not yet sent.
    @Override
    default void close() {}

    /// Whether the environment asks for spans: it says where to send them, and does not say that there are to be none.
    static boolean wanted(Map<String, String> environment) {
        boolean addressed = !environment.getOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT", "").isBlank()
                || !environment.getOrDefault("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "").isBlank();
        return addressed && !environment.getOrDefault("OTEL_SDK_DISABLED", "").equalsIgnoreCase("true")
                && !environment.getOrDefault("OTEL_TRACES_EXPORTER", "").equals("none");
    }
}
