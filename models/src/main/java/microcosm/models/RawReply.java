package microcosm.models;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/// A reply's body, for the little that LangChain4j does not pass on.
record RawReply(JsonNode body) {
    static RawReply of(byte[] body) {
        try {
            return new RawReply(Json.MAPPER.readTree(body));
        } catch (IOException e) {
            // Not JSON: nothing was refused and nothing counted; the caller reports the reply as malformed.
            return new RawReply(Json.object());
        }
    }

    /// Whether the model declined: OpenAI's `refusal`, Anthropic's stop reason.
    boolean refused() {
        return !body.at("/choices/0/message/refusal").asText("").isEmpty()
                || body.path("stop_reason").asText("").equals("refusal");
    }

    /// Whether the provider withheld everything: Gemini's blocked prompts.
    boolean blocked() { return !body.at("/promptFeedback/blockReason").asText("").isEmpty(); }

    String version() { return body.path("model").asText(body.path("modelVersion").asText("")); }

    Usage usage() {
        var openai = body.path("usage");
        var gemini = body.path("usageMetadata");
        return new Usage(
                openai.path("prompt_tokens")
                        .asLong(openai.path("input_tokens").asLong(gemini.path("promptTokenCount").asLong())),
                openai.path("completion_tokens").asLong(openai.path("output_tokens").asLong()));
    }

    /// Gemini counts thoughts beside the reply, and bills them with it.
    static Usage usage(@Nullable TokenUsage counted) {
        if (counted == null) {
            return Usage.UNKNOWN;
        }
        long out = number(counted.outputTokenCount());
        return new Usage(number(counted.inputTokenCount()),
                counted instanceof GoogleAiGeminiTokenUsage gemini ? out + number(gemini.thoughtsTokenCount()) : out);
    }

    private static long number(@Nullable Integer count) { return count == null ? 0 : count; }
}
