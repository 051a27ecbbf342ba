package microcosm.models;

import java.util.List;

/// Everything that is sent to a model, once.
///
/// @param call names this request within the run: the question's name, and `~2` for the second time of asking
/// @param purpose what it is for; not sent
/// @param schema JSON Schema of the reply; empty for plain text
public record Request(String call, ModelName model, Parameters parameters, String purpose, List<Message> messages,
        String schema) {
    public Request {
        messages = List.copyOf(messages);
    }

    /// @return SHA-256, in hexadecimal, of model, parameters, messages and schema, each with its length before it
    public String digest() {
        var digest = new Digest().add(model.toString()).add(schema);
        parameters.entries().forEach((name, value) -> digest.add(name).add(value));
        messages.forEach(message -> digest.add(message.who()).add(message.text()));
        return digest.hexadecimal();
    }

    /// @return how many characters of prompt are sent
    int characters() { return messages.stream().mapToInt(message -> message.text().length()).sum(); }
}
