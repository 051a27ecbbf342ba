package microcosm.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import microcosm.audit.AuditReport;
import microcosm.audit.Audits;
import microcosm.audit.Importers;
import microcosm.audit.References;
import microcosm.audit.Transcript;
import microcosm.audit.Viewpoint;
import microcosm.trace.Seed;

/// A transcript larger than memory: written, then read and searched by a process with less than one gigabyte of heap, then deleted.
final class LargeTranscript {
    private static final int RUNS = 2000;
    private static final int TOGETHER = 10;
    private static final int CHARACTERS = 4000;
    private static final String HIDDEN = "\u200b\u200c\u200b\u200b";

    private LargeTranscript() {}

    /// @param bytes how large
    static Row row(long bytes) {
        String goal = "read whole, one hidden message found, under 1 GB of heap";
        String name = String.format(Locale.ROOT, "a transcript of %.1f GB through import and unicode, -Xmx950m",
                bytes / 1e9);
        try {
            Path folder = Files.createTempDirectory("microcosm-large");
            try {
                Path transcript = folder.resolve("large.jsonl");
                long messages = write(transcript, bytes);
                Path result = folder.resolve("result.txt");
                long start = System.nanoTime();
                Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx950m", "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"),
                        LargeTranscript.class.getName(), transcript.toString(), result.toString())
                        .redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile()).start();
                int code = reader.waitFor();
                double seconds = (System.nanoTime() - start) / 1e9;
                if (code != 0) {
                    return Row.of(name, goal, "failed with exit " + code + ": "
                            + Files.readString(folder.resolve("log.txt")).lines().findFirst().orElse(""), false);
                }
                List<String> read = Files.readAllLines(result);
                boolean whole = read.get(0).equals(Long.toString(messages)) && read.get(1).equals("1");
                return Row.of(name, goal, String.format(Locale.ROOT,
                        "%s of %d messages, %s found, %.0f s, heap at most %s MB", read.get(0), messages, read.get(1),
                        seconds, read.get(2)), whole && Long.parseLong(read.get(2)) < 1000);
            } finally {
                Plays.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Ten runs at a time take turns, as in a log of things that happen at once.
    ///
    /// @return how many messages
    private static long write(Path file, long bytes) throws IOException {
        var chance = new Seed(10).stream("bench/large", 0, 0);
        String words = "the boat leaves early and we carry salt to town before the rain comes again \\u2014 ";
        String text = words.repeat(CHARACTERS / words.length() + 2);
        long perRun = bytes / RUNS;
        long written = 0;
        long messages = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int group = 0; group < RUNS / TOGETHER; group++) {
                for (long until = written + perRun * TOGETHER; written < until; messages++) {
                    int from = words.length() * chance.nextInt(2);
                    int many = 1 + chance.nextInt(CHARACTERS / words.length());
                    String said = text.substring(from, from + words.length() * many);
                    String line = "{\"run\":\"g" + (group * TOGETHER + chance.nextInt(TOGETHER)) + "\",\"from\":\""
                            + (chance.nextBoolean() ? "ada" : "bo") + "\",\"text\":\"" + said
                            + (messages == 1000 ? HIDDEN : "") + "\",\"action\":{\"price\":" + chance.nextInt(100)
                            + "}}\n";
                    byte[] encoded = line.getBytes(StandardCharsets.UTF_8);
                    out.write(encoded);
                    written += encoded.length;
                }
            }
        }
        return messages;
    }

    /// The reader: transcript, and where to write how many messages there were, how many findings, and how much heap was in use at most.
    public static void main(String[] arguments) throws IOException {
        var most = new AtomicLong();
        Thread.ofPlatform().daemon().start(() -> {
            for (boolean on = true; on; on = slept()) {
                most.accumulateAndGet(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(),
                        Math::max);
            }
        });
        Transcript transcript = Importers.read(List.of(Path.of(arguments[0])), Optional.empty(), new LinkedHashMap<>(),
                false);
        AuditReport report = Audits.run(transcript, References.NONE, List.of("unicode"), 0.05,
                new Viewpoint.Insider());
        Files.write(Path.of(arguments[1]), List.of(Long.toString(transcript.messages()),
                Integer.toString(report.findings().size()), Long.toString(most.get() / 1_000_000)));
        if (report.failed()) {
            throw new IllegalStateException(report.results().getFirst().why());
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(20);
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }
}
