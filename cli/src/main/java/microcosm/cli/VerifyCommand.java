package microcosm.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.trace.RunFolder;
import microcosm.trace.Signer;
import microcosm.trace.TraceVerifier;
import microcosm.trace.TraceVerifier.Alteration;
import microcosm.viewer.Plain;

/// `verify RUN`
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Check the hash chain, the manifest and the signatures of a run; name the first event that was altered.", "",
        "Example:  microcosm verify runs/weir-village-0123456789ab --signed-by key.pem"})
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Option(names = "--signed-by", paramLabel = "KEY.pem", description = "the public half of the key that must have signed the whole log")
    private Optional<Path> signedBy = Optional.empty();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    VerifyCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        TraceVerifier.Verdict verdict = TraceVerifier.verify(RunFolder.at(run));
        Optional<Alteration> unsigned = signedBy.map(Signer::publicKey).flatMap(key -> unsigned(key, verdict));
        var alterations = Stream.concat(verdict.alterations().stream(), unsigned.stream()).toList();
        boolean intact = alterations.isEmpty();
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("run", run.toString());
            result.put("intact", intact);
            result.put("events", verdict.events());
            result.put("unfinished", verdict.unfinished());
            result.put("alterations", alterations.stream().map(alteration -> {
                var fields = new LinkedHashMap<String, Object>();
                fields.put("file", alteration.file());
                fields.put("line", alteration.line());
                fields.put("what", alteration.what());
                return fields;
            }).toList());
            result.put("signatures", verdict.signatures().stream().map(signature -> {
                var fields = new LinkedHashMap<String, Object>();
                fields.put("key", signature.key());
                fields.put("events", signature.events());
                return fields;
            }).toList());
            console.json(result);
        } else if (intact) {
            console.say(verdict.events() + " events, each following from the one before; nothing was altered"
                    + (verdict.unfinished() == 0 ? "" : " (and an unfinished step, which the next run plays again)"));
            verdict.signatures().forEach(signature -> console
                    .say("signed after " + signature.events() + " events by " + signature.key()));
        } else {
            alterations.forEach(alteration -> console.say(alteration.file()
                    + (alteration.line() == 0 ? "" : ":" + alteration.line()) + ": " + Plain.line(alteration.what())));
        }
        return intact ? ExitCode.DONE : ExitCode.DIFFERS;
    }

    private Optional<Alteration> unsigned(String key, TraceVerifier.Verdict verdict) {
        return verdict.signatures().stream()
                .anyMatch(one -> one.key().equals(key) && one.events() == verdict.events() - verdict.unfinished())
                        ? Optional.empty()
                        : Optional.of(new Alteration(run.resolve("run.json").toString(), 0,
                                "holds no signature of " + key + " over the whole log"));
    }
}
