package microcosm.embedders;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/// LangChain4j's model with a session of our own. One thread for each inference and one text in each: the scales of the quantised layers
/// are taken over a whole batch, so that company would change a vector, and how a sum is split over threads can change its last bits.
/// Different texts may be embedded by different threads at the same time.
final class MiniLm extends AbstractInProcessEmbeddingModel {
    private static final int DIMENSIONS = 384;

    private final OnnxBertBiEncoder encoder;

    MiniLm() {
        super(Runnable::run);
        // The tokenizer's library would otherwise ask the network for a newer native one.
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
        try (var options = new OrtSession.SessionOptions();
                InputStream weights = resource("all-minilm-l6-v2-q.onnx");
                InputStream tokenizer = resource("all-minilm-l6-v2-q-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            encoder = new OnnxBertBiEncoder(environment,
                    environment.createSession(weights.readAllBytes(), options), tokenizer, PoolingMode.MEAN);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot be loaded: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream("/" + name);
        if (found == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return found;
    }

    @Override
    protected OnnxBertBiEncoder model() { return encoder; }

    @Override
    protected Integer knownDimension() { return DIMENSIONS; }
}
