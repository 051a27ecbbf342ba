package microcosm.models;

import java.util.OptionalInt;
import java.util.function.Supplier;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel;
import dev.langchain4j.model.mistralai.MistralAiEmbeddingModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;

/// LangChain4j's embedding models, told to do nothing by themselves.
final class EmbeddingModels {
    private EmbeddingModels() {}

    /// @param dimensions asked of the provider; empty for what the model usually gives
    static EmbeddingModel connect(Endpoint endpoint, String model, OptionalInt dimensions,
            Supplier<HttpClientBuilder> http) {
        Integer asked = dimensions.isPresent() ? dimensions.getAsInt() : null;
        return switch (endpoint.provider()) {
            case OPENAI, COMPATIBLE -> OpenAiEmbeddingModel.builder().httpClientBuilder(http.get())
                    .baseUrl(endpoint.address()).apiKey(endpoint.key().isEmpty() ? "none" : endpoint.key())
                    .modelName(model).dimensions(asked).maxRetries(0).build();
            case GEMINI -> GoogleAiEmbeddingModel.builder().httpClientBuilder(http.get()).baseUrl(endpoint.address())
                    .apiKey(endpoint.key()).modelName(model).outputDimensionality(asked).maxRetries(0).build();
            case MISTRAL -> MistralAiEmbeddingModel.builder().httpClientBuilder(http.get())
                    .baseUrl(endpoint.address()).apiKey(endpoint.key()).modelName(model).maxRetries(0).build();
            case OLLAMA -> OllamaEmbeddingModel.builder().httpClientBuilder(http.get()).baseUrl(endpoint.address())
                    .modelName(model).dimensions(asked).maxRetries(0).build();
            case ANTHROPIC, BASELINE, REPLAY, SCRIPT, HUMAN -> throw new IllegalArgumentException(
                    endpoint.provider().word() + " has no embedding models");
        };
    }
}
