package microcosm.models;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import microcosm.prompts.Prompt;

/// The harmless part of the conformance suite, against a user's own endpoint: four short questions. For
/// `microcosm models --check`.
public final class EndpointCheck {
    private static final String SCHEMA = """
            {"type":"object","properties":{"word":{"type":"string"},"number":{"type":"integer"}},\
            "required":["word","number"],"additionalProperties":false}""";

    private EndpointCheck() {}

    /// @param name what was tried
    /// @param passed whether the endpoint did what is needed of it
    /// @param detail what it replied, or why it failed
    public record Result(String name, boolean passed, String detail) {}

    /// @return one result per case; cases after a fault of the network or the key are left out
    public static List<Result> of(LanguageModel model) {
        var results = new java.util.ArrayList<Result>();
        try {
            results.add(plain(model, "plain", "Reply with the single word: ready", "ready"));
            results.add(plain(model, "unicode", "Reply with exactly this word: Zoë", "zoë"));
            results.add(plain(model, "long prompt", "This line is filler.\n".repeat(200)
                    + "Reply with the single word: done", "done"));
            results.add(structured(model));
        } catch (ModelException e) {
            results.add(new Result("reachable", false, String.valueOf(e.getMessage())));
        }
        return List.copyOf(results);
    }

    private static Result plain(LanguageModel model, String name, String text, String expected) {
        var answer = model.ask("check/" + name.replace(' ', '-'), prompt(text), new Asking<String>("") {
            @Override
            public String read(String reply) { return reply; }
        });
        boolean passed = answer.value().map(words -> words.toLowerCase(java.util.Locale.ROOT).contains(expected))
                .orElse(false);
        return new Result(name, passed, detail(answer));
    }

    private static Result structured(LanguageModel model) {
        var answer = model.ask("check/structured", prompt("Give the word salt and the number 3."),
                new Asking<String>(SCHEMA) {
                    @Override
                    public String read(String reply) throws UnusableReplyException {
                        try {
                            var node = Json.MAPPER.readTree(reply);
                            if (!node.path("word").isTextual() || !node.path("number").isIntegralNumber()) {
                                throw new UnusableReplyException(Unusable.UNPARSABLE,
                                        "it lacks a word or a number as the schema has them.");
                            }
                            return reply;
                        } catch (JsonProcessingException e) {
                            throw new UnusableReplyException(Unusable.UNPARSABLE, e.getOriginalMessage());
                        }
                    }
                });
        return new Result("structured", answer.value().isPresent(), detail(answer));
    }

    private static String detail(Answer<?> answer) {
        var text = answer.text().strip().replaceAll("\\s+", " ");
        return answer.outcome() + ": " + (text.length() > 80 ? text.substring(0, 80) + "…" : text);
    }

    private static Prompt prompt(String text) {
        return new Prompt("check", new Digest().add(text).hexadecimal(), List.of(new Prompt.Part(text, "", "")));
    }

    private abstract static class Asking<T> implements Question<T> {
        private final String schema;

        Asking(String schema) { this.schema = schema; }

        @Override
        public String purpose() { return "check"; }

        @Override
        public String schema() { return schema; }
    }
}
