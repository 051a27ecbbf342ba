package microcosm.models;

import java.util.Optional;
import java.util.function.Consumer;

import microcosm.models.Gateway.CallRecords;

/// Looks into the cache before asking. A damaged entry is reported in the log of calls, and the call is made.
final class Cached implements ReplySource {
    private final ReplyCache cache;
    private final String address;
    private final ReplySource source;
    private final CallRecords records;

    /// @param address where the model is; part of the key
    Cached(ReplyCache cache, String address, ReplySource source, CallRecords records) {
        this.cache = cache;
        this.address = address;
        this.source = source;
        this.records = records;
    }

    @Override
    public Reply reply(Request request) { return reply(request, _ -> {}); }

    @Override
    public Reply reply(Request request, Consumer<Reply> keep) {
        var key = cache.key(request, address);
        var found = cache.find(key);
        if (found.reply().isPresent()) {
            var reply = found.reply().get();
            records.append(CallRecord.replied(request, 1, request.digest(), CallRecord.CACHE, reply, Optional.empty(),
                    0));
            keep.accept(reply);
            return reply;
        }
        if (found.damaged()) {
            records.append(CallRecord.failed(request, 1, request.digest(), CallRecord.CACHE, "cache-damaged",
                    "entry " + key + " was truncated or altered; asking again", 0));
        }
        return source.reply(request, reply -> {
            cache.put(key, reply);
            keep.accept(reply);
        });
    }
}
