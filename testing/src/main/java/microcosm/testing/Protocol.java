package microcosm.testing;

import microcosm.testing.Served.Said;

/// The wire formats of providers, as far as embeddings and a chat without tools need them. Written from the providers' public
/// references.
public enum Protocol {
    /// Chat Completions, spoken by OpenAI and by every compatible server.
    OPENAI("/v1") {
        @Override
        String body(Said said, int number) {
            return "{\"id\":\"chatcmpl-" + number + "\",\"object\":\"chat.completion\",\"created\":1700000000,"
                    + "\"model\":\"stub-1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                    + (said.text().isEmpty() ? "null" : text(said.text()))
                    + (said.refusal().isEmpty() ? "" : ",\"refusal\":" + text(said.refusal()))
                    + (said.thoughts().isEmpty() ? "" : ",\"reasoning_content\":" + text(said.thoughts()))
                    + (said.tool() ? OPENAI_CALL : "") + "},\"finish_reason\":\""
                    + said.ending().word("stop", "length", "content_filter", "tool_calls") + "\"}],"
                    + "\"usage\":{\"prompt_tokens\":" + said.in() + ",\"completion_tokens\":" + said.out()
                    + ",\"total_tokens\":" + (said.in() + said.out()) + "}}";
        }

        @Override
        String embedding(String values, Received request) { return listed("", values); }

        @Override
        String error(int status, String message) {
            return "{\"error\":{\"message\":" + text(message) + ",\"type\":\"stub_error\",\"param\":null,\"code\":\""
                    + status + "\"}}";
        }
    },
    /// Messages.
    ANTHROPIC("/v1") {
        @Override
        String body(Said said, int number) {
            var blocks = new StringBuilder();
            if (!said.thoughts().isEmpty()) {
                blocks.append(",{\"type\":\"thinking\",\"thinking\":").append(text(said.thoughts()))
                        .append(",\"signature\":\"c3R1Yg==\"}");
            }
            if (!said.text().isEmpty() || !said.refusal().isEmpty()) {
                blocks.append(",{\"type\":\"text\",\"text\":").append(text(said.text() + said.refusal())).append("}");
            }
            if (said.tool()) {
                blocks.append(
                        ",{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"lookup\",\"input\":{\"q\":\"x\"}}");
            }
            return "{\"id\":\"msg_" + number + "\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"stub-1\","
                    + "\"content\":[" + (blocks.isEmpty() ? "" : blocks.substring(1)) + "],\"stop_reason\":\""
                    + (said.refusal().isEmpty()
                            ? said.ending().word("end_turn", "max_tokens", "refusal", "tool_use")
                            : "refusal")
                    + "\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":" + said.in() + ",\"output_tokens\":"
                    + said.out() + "}}";
        }

        @Override
        String embedding(String values, Received request) { return error(404, "Not found"); }

        @Override
        String error(int status, String message) {
            return "{\"type\":\"error\",\"error\":{\"type\":\"stub_error\",\"message\":" + text(message) + "}}";
        }
    },
    /// generateContent.
    GEMINI("/v1beta") {
        @Override
        String body(Said said, int number) {
            if (!said.refusal().isEmpty()) {
                return "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":"
                        + "{\"promptTokenCount\":" + said.in() + ",\"totalTokenCount\":" + said.in()
                        + "},\"modelVersion\":\"stub-1\"}";
            }
            var parts = new StringBuilder();
            if (!said.thoughts().isEmpty()) {
                parts.append(",{\"text\":").append(text(said.thoughts())).append(",\"thought\":true}");
            }
            if (!said.text().isEmpty()) {
                parts.append(",{\"text\":").append(text(said.text())).append("}");
            }
            if (said.tool()) {
                parts.append(",{\"functionCall\":{\"name\":\"lookup\",\"args\":{\"q\":\"x\"}}}");
            }
            return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":["
                    + (parts.isEmpty() ? "" : parts.substring(1)) + "]},\"finishReason\":\""
                    + said.ending().word("STOP", "MAX_TOKENS", "SAFETY", "STOP") + "\",\"index\":0}],"
                    + "\"usageMetadata\":{\"promptTokenCount\":" + said.in() + ",\"candidatesTokenCount\":" + said.out()
                    + ",\"totalTokenCount\":" + (said.in() + said.out())
                    + "},\"modelVersion\":\"stub-1\",\"responseId\":\"r" + number + "\"}";
        }

        @Override
        String embedding(String values, Received request) {
            return request.path().contains(":batchEmbedContents")
                    ? "{\"embeddings\":[{\"values\":" + values + "}]}"
                    : "{\"embedding\":{\"values\":" + values + "}}";
        }

        @Override
        String error(int status, String message) {
            return "{\"error\":{\"code\":" + status + ",\"message\":" + text(message) + ",\"status\":\"STUB\"}}";
        }
    },
    /// Chat completions as Mistral gives them.
    MISTRAL("/v1") {
        @Override
        String body(Said said, int number) {
            return "{\"id\":\"cmpl-" + number + "\",\"object\":\"chat.completion\",\"created\":1700000000,"
                    + "\"model\":\"stub-1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                    + (said.thoughts().isEmpty() ? text(said.text() + said.refusal()) : thinking(said))
                    + (said.tool() ? OPENAI_CALL : "") + "},\"finish_reason\":\""
                    + (said.refusal().isEmpty()
                            ? said.ending().word("stop", "length", "content_filter", "tool_calls")
                            : "content_filter")
                    + "\"}],\"usage\":{\"prompt_tokens\":" + said.in() + ",\"completion_tokens\":" + said.out()
                    + ",\"total_tokens\":" + (said.in() + said.out()) + "}}";
        }

        private static String thinking(Said said) {
            return "[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":" + text(said.thoughts()) + "}]}"
                    + (said.text().isEmpty() ? "" : ",{\"type\":\"text\",\"text\":" + text(said.text()) + "}") + "]";
        }

        @Override
        String embedding(String values, Received request) {
            return listed("\"id\":\"embd-" + request.number() + "\",", values);
        }

        @Override
        String error(int status, String message) {
            return "{\"object\":\"error\",\"message\":" + text(message) + ",\"type\":\"stub_error\",\"code\":" + status
                    + "}";
        }
    },
    /// `api/chat`.
    OLLAMA("") {
        @Override
        String body(Said said, int number) {
            return "{\"model\":\"stub-1\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                    + "\"content\":" + text(said.text() + said.refusal())
                    + (said.thoughts().isEmpty() ? "" : ",\"thinking\":" + text(said.thoughts()))
                    + (said.tool()
                            ? ",\"tool_calls\":[{\"function\":{\"name\":\"lookup\",\"arguments\":{\"q\":\"x\"}}}]"
                            : "")
                    + "},\"done\":true,\"done_reason\":\"" + said.ending().word("stop", "length", "stop", "stop")
                    + "\",\"total_duration\":1,\"load_duration\":1,\"prompt_eval_count\":" + said.in()
                    + ",\"eval_count\":" + said.out() + "}";
        }

        @Override
        String embedding(String values, Received request) {
            return "{\"model\":\"stub-1\",\"embeddings\":[" + values
                    + "],\"total_duration\":1,\"load_duration\":1,\"prompt_eval_count\":5}";
        }

        @Override
        String error(int status, String message) { return "{\"error\":" + text(message) + "}"; }
    };

    private static final String OPENAI_CALL = ",\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\","
            + "\"function\":{\"name\":\"lookup\",\"arguments\":\"{\\\"q\\\":\\\"x\\\"}\"}}]";

    private final String base;

    Protocol(String base) { this.base = base; }

    /// @return the path that a client's base address ends in
    String base() { return base; }

    abstract String body(Said said, int number);

    /// @param values a JSON array of numbers
    abstract String embedding(String values, Received request);

    private static String listed(String id, String values) {
        return "{" + id + "\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":"
                + values + "}],\"model\":\"stub-1\",\"usage\":{\"prompt_tokens\":5,\"total_tokens\":5}}";
    }

    abstract String error(int status, String message);

    /// @return a JSON string
    static String text(String words) {
        var json = new StringBuilder(words.length() + 2).append('"');
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                default -> {
                    if (letter < ' ' || Character.isSurrogate(letter)) {
                        json.append("\\u").append(String.format("%04x", (int) letter));
                    } else {
                        json.append(letter);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
