package microcosm.models;

import java.util.function.Supplier;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

/// LangChain4j's models, told to do nothing by themselves: no second attempt, no log, no thoughts in the text.
final class ChatModels {
    /// What a reply to Anthropic is limited to when nobody says; LangChain4j would say 1,024.
    private static final int ANTHROPIC_TOKENS = 4096;

    private ChatModels() {}

    /// @param strict whether the provider is to hold the model to the schema
    static ChatModel connect(Endpoint endpoint, String model, Parameters parameters, boolean strict,
            Supplier<HttpClientBuilder> http) {
        return switch (endpoint.provider()) {
            case OPENAI, COMPATIBLE -> openai(endpoint, model, parameters, strict, http.get());
            case ANTHROPIC -> anthropic(endpoint, model, parameters, http.get());
            case GEMINI -> gemini(endpoint, model, parameters, http.get());
            case MISTRAL -> mistral(endpoint, model, parameters, strict, http.get());
            case OLLAMA -> ollama(endpoint, model, parameters, http.get());
            case BASELINE, REPLAY, SCRIPT, HUMAN -> throw new IllegalArgumentException(
                    endpoint.provider().word() + " is not asked over a network");
        };
    }

    /// @throws ModelSetupException if the provider has no such parameter
    static void check(ModelSpec spec) {
        boolean takesSeed = spec.name().provider() != Provider.ANTHROPIC;
        if (spec.parameters().seed().isPresent() && !takesSeed) {
            throw new ModelSetupException(
                    "model \"" + spec + "\" takes no seed; openai, compatible, gemini, mistral and"
                            + " ollama do");
        }
        boolean takesEffort = switch (spec.name().provider()) {
            case OPENAI, COMPATIBLE, GEMINI -> true;
            case ANTHROPIC, MISTRAL, OLLAMA, BASELINE, REPLAY, SCRIPT, HUMAN -> false;
        };
        if (!spec.parameters().effort().isEmpty() && !takesEffort) {
            throw new ModelSetupException("model \"" + spec + "\" takes no reasoning effort; openai, compatible and"
                    + " gemini do");
        }
    }

    private static ChatModel openai(Endpoint endpoint, String model, Parameters parameters, boolean strict,
            HttpClientBuilder http) {
        var builder = OpenAiChatModel.builder().httpClientBuilder(http).baseUrl(endpoint.address()).modelName(model)
                .apiKey(endpoint.key().isEmpty() ? "none" : endpoint.key()).maxRetries(0).returnThinking(true)
                .strictJsonSchema(strict);
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        parameters.seed().ifPresent(seed -> builder.seed((int) seed));
        // OpenAI's newer models refuse max_tokens; most compatible servers know nothing else.
        parameters.maxTokens().ifPresent(
                endpoint.provider() == Provider.OPENAI ? builder::maxCompletionTokens : builder::maxTokens);
        return parameters.effort().isEmpty() ? builder.build() : builder.reasoningEffort(parameters.effort()).build();
    }

    private static ChatModel anthropic(Endpoint endpoint, String model, Parameters parameters,
            HttpClientBuilder http) {
        var builder = AnthropicChatModel.builder().httpClientBuilder(http).baseUrl(endpoint.address())
                .apiKey(endpoint.key()).modelName(model).maxRetries(0).returnThinking(true).sendThinking(false)
                .maxTokens(parameters.maxTokens().orElse(ANTHROPIC_TOKENS));
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        return builder.build();
    }

    private static ChatModel gemini(Endpoint endpoint, String model, Parameters parameters, HttpClientBuilder http) {
        var builder = GoogleAiGeminiChatModel.builder().httpClientBuilder(http).baseUrl(endpoint.address())
                .apiKey(endpoint.key()).modelName(model).maxRetries(0).returnThinking(true).sendThinking(false);
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        parameters.seed().ifPresent(seed -> builder.seed((int) seed));
        parameters.maxTokens().ifPresent(builder::maxOutputTokens);
        return parameters.effort().isEmpty()
                ? builder.build()
                : builder.thinkingConfig(GeminiThinkingConfig.builder().thinkingLevel(parameters.effort()).build())
                        .build();
    }

    private static ChatModel mistral(Endpoint endpoint, String model, Parameters parameters, boolean strict,
            HttpClientBuilder http) {
        var builder = MistralAiChatModel.builder().httpClientBuilder(http).baseUrl(endpoint.address())
                .apiKey(endpoint.key()).modelName(model).maxRetries(0).returnThinking(true).strictJsonSchema(strict);
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        parameters.seed().ifPresent(seed -> builder.randomSeed((int) seed));
        parameters.maxTokens().ifPresent(builder::maxTokens);
        return builder.build();
    }

    private static ChatModel ollama(Endpoint endpoint, String model, Parameters parameters, HttpClientBuilder http) {
        var builder = OllamaChatModel.builder().httpClientBuilder(http).baseUrl(endpoint.address()).modelName(model)
                .maxRetries(0).returnThinking(true);
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        parameters.seed().ifPresent(seed -> builder.seed((int) seed));
        parameters.maxTokens().ifPresent(builder::numPredict);
        return builder.build();
    }
}
