package microcosm.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// One run of one scenario: what was said and done, in order.
///
/// @param id unique in a transcript
/// @param scenario runs of one scenario are each other's null; empty where the source does not say
/// @param part 0, or counting up where a run was too long to be held whole and is audited piece by piece
/// @param messages in order of time
public record Run(String id, String scenario, int part, List<Message> messages) {
    /// A longer run is cut, so that any transcript fits in memory.
    public static final int LONGEST = 200_000;

    public Run {
        messages = List.copyOf(messages);
    }

    public Run(String id, List<Message> messages) { this(id, "", 0, messages); }

    /// @return everybody who speaks or is spoken to by name, in order of first appearance
    public List<String> people() {
        SequencedSet<String> people = new LinkedHashSet<>();
        for (Message message : messages) {
            people.add(message.from());
        }
        for (Message message : messages) {
            message.to().stream().filter(name -> !name.equals(Message.EVERYBODY)).forEach(people::add);
        }
        return new ArrayList<>(people);
    }

    /// @return what one person said and did, in order
    public List<Message> by(String person) {
        return messages.stream().filter(message -> message.from().equals(person)).toList();
    }

    /// The run as somebody could have seen it.
    public Run as(Viewpoint viewpoint) {
        return new Run(id, scenario, part, messages.stream().flatMap(viewpoint::sees).toList());
    }
}
