package microcosm.models;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import microcosm.prompts.Prompt;

/// Questions and prompts that the tests of this room ask with.
final class Asked {
    static final String SCHEMA = """
            {"type":"object","properties":{"reason":{"type":"string"},"target":{"type":"string"},\
            "amount":{"type":"integer"},"act":{"type":"string","enum":["give","take"]}},\
            "required":["reason","target","amount","act"],"additionalProperties":false}""";

    /// Plain words.
    static final Question<String> WORDS = new Question<>() {
        @Override
        public String purpose() { return "act"; }

        @Override
        public String schema() { return ""; }

        @Override
        public String read(String reply) { return reply; }
    };

    /// An act with its reason, as JSON.
    static final Question<Gift> GIFT = new Question<>() {
        @Override
        public String purpose() { return "act"; }

        @Override
        public String schema() { return SCHEMA; }

        @Override
        public Gift read(String reply) throws UnusableReplyException {
            try {
                return Json.MAPPER.readValue(reply, Gift.class);
            } catch (JsonProcessingException e) {
                throw new UnusableReplyException("unparsable", e.getOriginalMessage());
            }
        }
    };

    record Gift(String reason, String target, int amount, String act) {}

    private Asked() {}

    static Prompt prompt(String text) { return new Prompt("agent/turn", "0", List.of(new Prompt.Part(text, "", ""))); }
}
