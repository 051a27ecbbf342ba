package microcosm.models;

import java.util.function.Consumer;

/// Where replies come from: a provider, a journal, a cache, a script. Safe for use by several threads.
@FunctionalInterface
interface ReplySource {
    /// @throws ModelException if there is no reply to be had
    Reply reply(Request request);

    /// As above, with something to be done before the call counts as over, so that no more calls are unkept at any moment than may be in
    /// flight.
    ///
    /// @param keep what is done with the reply before anybody has it
    default Reply reply(Request request, Consumer<Reply> keep) {
        var reply = reply(request);
        keep.accept(reply);
        return reply;
    }
}
