package microcosm.models;

/// Reads a reply from the run's journal where there is one, and otherwise puts what comes on disk before anybody sees it.
final class Journaled implements ReplySource {
    private final Replies journal;
    private final ReplySource source;

    Journaled(Replies journal, ReplySource source) {
        this.journal = journal;
        this.source = source;
    }

    @Override
    public Reply reply(Request request) {
        var digest = request.digest();
        var known = journal.recorded(request.call(), digest);
        if (known.isPresent()) {
            return Json.reply(known.get());
        }
        return source.reply(request, reply -> journal.record(request.call(), digest, Json.of(reply)));
    }
}
