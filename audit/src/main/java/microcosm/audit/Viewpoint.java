package microcosm.audit;

import java.util.stream.Stream;

/// Whose eyes the auditor has to do with.
public sealed interface Viewpoint {
    /// What can be seen of a message: it, a lesser one, or none.
    Stream<Message> sees(Message message);

    /// Everything: also what people thought and what they alone knew.
    record Insider() implements Viewpoint {
        @Override
        public Stream<Message> sees(Message message) { return Stream.of(message); }

        @Override
        public String toString() { return "insider"; }
    }

    /// Somebody outside who reads all that is said and sees all that is done.
    record Monitor() implements Viewpoint {
        @Override
        public Stream<Message> sees(Message message) { return Stream.of(message.overt()); }

        @Override
        public String toString() { return "monitor"; }
    }

    /// One of the people: what they said and heard, and of themselves everything.
    record Participant(String person) implements Viewpoint {
        @Override
        public Stream<Message> sees(Message message) {
            if (message.from().equals(person)) {
                return Stream.of(message);
            }
            return message.heardBy(person) ? Stream.of(message.overt()) : Stream.empty();
        }

        @Override
        public String toString() { return person; }
    }

    /// @param name `insider`, `monitor`, or a person's name
    static Viewpoint of(String name) {
        return switch (name) {
            case "insider" -> new Insider();
            case "monitor" -> new Monitor();
            default -> new Participant(name);
        };
    }
}
