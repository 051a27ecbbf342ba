package microcosm.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Who asks no live model pays for no library of one.
class StartUpTest {
    @Test
    void a_run_without_live_models_loads_nothing_of_them() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-verbose:class", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Baseline.class.getName()).redirectErrorStream(true).start();

        var loaded = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).isZero();
        assertThat(loaded).contains("microcosm.models.Models ").doesNotContain("dev.langchain4j",
                "io.github.resilience4j", "io.opentelemetry", "io.github.bucket4j", "com.github.benmanes",
                "java.net.http");
    }

    static final class Baseline {
        private Baseline() {}

        public static void main(String[] arguments) {
            try (var models = new Models(ModelSetup.of(Map.of()))) {
                if (models.named("baseline").isPresent() || models.access().isEmpty()) {
                    throw new IllegalStateException("somebody answers to baseline");
                }
            }
        }
    }
}
