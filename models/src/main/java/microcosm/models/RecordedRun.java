package microcosm.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import microcosm.trace.Event;
import microcosm.trace.ReplyJournal;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;

/// The replies of another run, whichever of its models gave them and however those were asked. A call that run never made is
/// an error, and so is a known call with another prompt.
final class RecordedRun implements ReplySource, AutoCloseable {
    private final Path path;
    private final ReplyJournal journal;
    private final List<ModelSpec> models;

    /// @throws microcosm.trace.TraceException if there is no run in the folder, or it was altered
    RecordedRun(Path path) {
        this.path = path;
        var folder = RunFolder.at(path);
        try (var events = Trace.of(folder).events()) {
            models = events.filter(Event.Replied.class::isInstance).map(event -> ((Event.Replied) event).model())
                    .distinct().map(model -> ModelSpec.of(model, Parameters.USUAL)).toList();
        }
        journal = ReplyJournal.reading(folder);
    }

    @Override
    public Reply reply(Request request) {
        return models.stream()
                .map(model -> journal.recorded(request.call(),
                        new Request(request.call(), model.name(), model.parameters(), request.purpose(),
                                request.messages(), request.schema()).digest()))
                .flatMap(Optional::stream).findFirst().map(Json::reply)
                .orElseThrow(() -> new ModelException("run " + path + " recorded no reply to " + request.call() + " ("
                        + request.purpose() + ") as it is asked now", false));
    }

    @Override
    public void close() { journal.close(); }
}
