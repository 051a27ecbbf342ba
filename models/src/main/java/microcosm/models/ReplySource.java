package microcosm.models;

/// Where replies come from: a provider, a journal, a cache, a script. Safe for use by several threads.
interface ReplySource {
    /// @throws ModelException if there is no reply to be had
    Reply reply(Request request);
}
