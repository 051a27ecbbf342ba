package microcosm.models;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import microcosm.trace.ReplyJournal;
import microcosm.trace.RunFolder;
import microcosm.trace.RunLock;

/// A process of its own that pays for calls, to be killed in the middle: address, folder, number of calls.
final class PaidCalls {
    private PaidCalls() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        int calls = Integer.parseInt(arguments[2]);
        try (RunLock lock = new RunFolder(folder).lock("# A world\n");
                var journal = ReplyJournal.open(lock);
                var log = CallLog.open(folder.resolve("calls.jsonl"));
                var models = new Models(ModelSetup.of(Map.of("MICROCOSM_BASE_URL", arguments[0]))
                        .withReplies(Replies.of(journal)).withCalls(log).withConcurrency(50));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var model = models.named("compatible:m").orElseThrow();
            IntStream.rangeClosed(1, calls).forEach(call -> threads.submit(
                    () -> model.ask(call + ".1/ada/1", Asked.prompt("This is call " + call + "."), Asked.WORDS)));
        }
    }
}
