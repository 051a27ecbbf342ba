package microcosm.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import microcosm.models.Embedders;

/// `doctor`
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Say what works here and what does not.", "", "Example:  microcosm doctor"})
final class DoctorCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1 << 20;
    private static final long ENOUGH_HEAP = 512;
    private static final long ENOUGH_DISK = 1024;

    private final Console console;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "where run folders would go (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("runs");

    DoctorCommand(Console console) { this.console = console; }

    /// @param works whether it does; a missing key or model is no fault, since nothing needs one
    private record Finding(String what, boolean works, String found) {}

    @Override
    public Integer call() {
        var findings = new ArrayList<Finding>();
        findings.add(new Finding("java", Runtime.version().feature() >= 25, Runtime.version() + ", "
                + System.getProperty("java.vendor")));
        long heap = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        findings.add(new Finding("heap", heap >= ENOUGH_HEAP, heap + " MiB at most"
                + (heap >= ENOUGH_HEAP
                        ? ""
                        : "; large societies need " + ENOUGH_HEAP + " MiB or more (JAVA_TOOL_OPTIONS=-Xmx2g)")));
        findings.add(new Finding("processors", true, Integer.toString(Runtime.getRuntime().availableProcessors())));
        findings.add(disk());
        findings.add(quickStart());
        findings.add(new Finding("baseline", true, "plays every shipped world without a key or a network"));
        findings.add(embedders());
        findings.addAll(Providers.of(console.environment()).stream().map(access -> new Finding(access.provider().word(),
                true, Providers.state(access) + "; asked at " + Providers.place(access))).toList());
        boolean well = findings.stream().allMatch(Finding::works);
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("well", well);
            result.put("findings", findings.stream().map(DoctorCommand::asJson).toList());
            console.json(result);
        } else {
            int widest = findings.stream().mapToInt(finding -> finding.what().length()).max().orElse(0);
            findings.forEach(finding -> console.say((finding.works() ? "ok   " : "BAD  ") + finding.what()
                    + " ".repeat(widest + 2 - finding.what().length()) + finding.found()));
        }
        return well ? ExitCode.DONE : ExitCode.DIFFERS;
    }

    private static Finding embedders() {
        List<String> names = Embedders.names();
        return new Finding("embedders", true, String.join(", ", names) + (names.contains(Embedders.SENTENCES)
                ? ""
                : "; " + Embedders.SENTENCES + " is not here: mvn -B package -Ponnx -DskipTests adds it (134 MB)"));
    }

    private Finding disk() {
        Path folder = out.toAbsolutePath();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return new Finding("disk", false, folder + ", which is a file; choose another place with --out");
        }
        try {
            FileStore store = Files.getFileStore(folder);
            long free = store.getUsableSpace() / MEBIBYTE;
            boolean writable = Files.isWritable(folder);
            return new Finding("disk", writable && free >= ENOUGH_DISK, free + " MiB free at " + folder
                    + (writable ? "" : ", which cannot be written; choose another with --out"));
        } catch (IOException e) {
            return new Finding("disk", false, folder + ": " + e.getMessage());
        }
    }

    /// The JDK ignores a cache that does not fit without a word; it can be asked.
    private static Finding quickStart() {
        List<String> arguments = java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments();
        boolean asked = arguments.stream().anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
        boolean there = arguments.stream().filter(argument -> argument.startsWith("-XX:AOTCache="))
                .anyMatch(argument -> Files.exists(Path.of(argument.substring("-XX:AOTCache=".length()))));
        return new Finding("quick start", true, there
                ? "the start-up cache is there"
                : asked ? "no start-up cache; starts take about a second" : "started without ./microcosm");
    }

    private static SequencedMap<String, Object> asJson(Finding finding) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("what", finding.what());
        fields.put("works", finding.works());
        fields.put("found", finding.found());
        return fields;
    }
}
