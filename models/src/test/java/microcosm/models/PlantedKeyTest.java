package microcosm.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.testing.Protocol;
import microcosm.testing.Received;
import microcosm.testing.Served;
import microcosm.testing.StubServer;
import microcosm.trace.ReplyJournal;
import microcosm.trace.RunFolder;
import microcosm.trace.RunLock;

import static org.assertj.core.api.Assertions.assertThat;

/// A key is planted, everything that can be written is switched on, providers even say the key back: and then everything that was
/// written is searched.
class PlantedKeyTest {
    private static final String KEY = "sk-planted-0123456789abcdef-END";
    private static final List<Provider> KEYED = List.of(Provider.OPENAI, Provider.ANTHROPIC, Provider.GEMINI,
            Provider.MISTRAL, Provider.COMPATIBLE);

    @TempDir
    Path folder;

    @Test
    void nothing_that_was_written_holds_a_key_or_a_part_of_one() throws IOException, InterruptedException {
        for (var provider : KEYED) {
            try (var server = StubServer.start(protocol(provider), Served.said("I wait."), Served.failed(500),
                    new Served.Raw("application/json", "{\"key\":\"" + KEY),
                    new Served.Failed(400, "", "no such parameter; asked with Bearer " + KEY),
                    new Served.Failed(401, "", "Incorrect API key provided: sk-pl***-END"));
                    var collector = StubServer.start(Protocol.OLLAMA, new Served.Raw("application/x-protobuf", ""))) {
                var place = folder.resolve(provider.word());

                var said = process(provider, server, collector, place);

                assertThat(server.requests()).anySatisfy(one -> assertThat(one.headers().toString() + one.path())
                        .as("the key travels where it belongs").contains(KEY));
                assertThat(server.count()).isEqualTo(5);
                assertThat(said).contains("key-refused", "malformed", "status 400");
                assertThat(collector.count()).isPositive();
                assertThat(written(place)).hasSizeGreaterThanOrEqualTo(4);
                var everything = new ArrayList<>(written(place));
                everything.add(said);
                collector.requests().stream().map(Received::body).forEach(everything::add);
                assertThat(everything).allSatisfy(text -> assertThat(text).doesNotContain("sk-pl", "0123456789abcdef",
                        "-END"));
            }
        }
    }

    private static Protocol protocol(Provider provider) {
        return provider == Provider.COMPATIBLE ? Protocol.OPENAI : Protocol.valueOf(provider.name());
    }

    private static List<String> written(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.add(file + "\n" + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return texts;
        }
    }

    /// @return everything the process printed
    private static String process(Provider provider, StubServer server, StubServer collector, Path place)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Talkative.class.getName(), provider.word(), place.toString())
                .redirectErrorStream(true);
        builder.environment().put(provider.keyVariable(), KEY);
        builder.environment().put(provider.addressVariable(), server.address());
        builder.environment().put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /// A process that keeps everything there is to keep and prints whatever is thrown, with its causes.
    static final class Talkative {
        private Talkative() {}

        public static void main(String[] arguments) throws IOException {
            var place = Path.of(arguments[1]);
            try (RunLock lock = new RunFolder(place).lock("# A world\n");
                    var journal = ReplyJournal.open(lock);
                    var log = CallLog.open(place.resolve("calls.jsonl"));
                    var models = new Models(ModelSetup.of(System.getenv()).withReplies(Replies.of(journal))
                            .withCalls(log).withCache(place.resolve("cache"))
                            .withPatience(new Patience(1, Patience.USUAL.first(), Patience.USUAL.longest(),
                                    Patience.USUAL.bearable(), Patience.USUAL.open())))) {
                System.out.println(models.access());
                var model = models.named(arguments[0] + ":m").orElseThrow();
                for (int call = 1; call <= 5; call++) {
                    try {
                        System.out.println(model.ask(call + ".1/ada/1", Asked.prompt("Ada?"), Asked.WORDS));
                    } catch (ModelException e) {
                        e.printStackTrace();
                    }
                }
            }
        }
    }
}
