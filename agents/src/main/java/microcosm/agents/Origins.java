package microcosm.agents;

/// By which event each thing that somebody is shown came to stand as it does: the last that touched it. What nothing has touched since
/// somebody entered has the event by which they did. For whoever keeps what put each thing before them ([Agent#cites]).
///
/// Each answer is the id of an event; empty where none is known.
public interface Origins {
    /// For whoever asks nothing.
    Origins NONE = new Origins() {
        @Override
        public String holdings(String person) { return ""; }

        @Override
        public String place(String person) { return ""; }

        @Override
        public String offer(String id) { return ""; }

        @Override
        public String task(String id) { return ""; }

        @Override
        public String debt(String debtor, String creditor) { return ""; }

        @Override
        public String attribute(String subject, String attribute) { return ""; }
    };

    String holdings(String person);

    /// @return by which event somebody is where they are
    String place(String person);

    String offer(String id);

    String task(String id);

    String debt(String debtor, String creditor);

    /// @param subject a person, or `*` for the world
    String attribute(String subject, String attribute);
}
