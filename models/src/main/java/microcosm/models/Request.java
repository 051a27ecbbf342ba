package microcosm.models;

import java.util.List;

/// Everything that is sent to a model, once.
public final class Request {
    private final String call;
    private final ModelName model;
    private final Parameters parameters;
    private final String purpose;
    private final List<Message> messages;
    private final String schema;
    private final String digest;

    /// @param call names this request within the run: the question's name, and `~2` for the second time of asking
    /// @param purpose what it is for; not sent
    /// @param schema JSON Schema of the reply; empty for plain text
    public Request(String call, ModelName model, Parameters parameters, String purpose, List<Message> messages,
            String schema) {
        this.call = call;
        this.model = model;
        this.parameters = parameters;
        this.purpose = purpose;
        this.messages = List.copyOf(messages);
        this.schema = schema;
        digest = digest(model, parameters, this.messages, schema);
    }

    private static String digest(ModelName model, Parameters parameters, List<Message> messages, String schema) {
        var digest = new Digest().add(model.toString()).add(schema);
        parameters.entries().forEach((name, value) -> digest.add(name).add(value));
        messages.forEach(message -> digest.add(message.who()).add(message.text()));
        return digest.hexadecimal();
    }

    public String call() { return call; }

    public ModelName model() { return model; }

    public Parameters parameters() { return parameters; }

    public String purpose() { return purpose; }

    public List<Message> messages() { return messages; }

    public String schema() { return schema; }

    /// @return SHA-256, in hexadecimal, of model, parameters, messages and schema, each with its length before it; made once, because
    /// journal, cache, log and trace all name the request by it
    public String digest() { return digest; }

    /// @return how many characters of prompt are sent
    int characters() { return messages.stream().mapToInt(message -> message.text().length()).sum(); }
}
