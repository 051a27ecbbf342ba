package microcosm.audit;

import com.fasterxml.jackson.databind.JsonNode;

/// A kind of JSON document that holds a conversation.
interface Shape {
    /// @return as `--format` takes it
    String name();

    boolean recognises(JsonNode item);

    /// Adds what the item holds; what has no place in a transcript is counted.
    ///
    /// @param file and line: where it began, for problems
    void read(JsonNode item, String file, long line, Intake intake);
}
