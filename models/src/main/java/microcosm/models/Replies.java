package microcosm.models;

import java.util.Optional;

import microcosm.trace.ReplyJournal;

/// A run's journal of replies, by call and digest of what was sent. Safe for use by several threads.
public interface Replies {
    /// @return the reply as it was recorded
    Optional<String> recorded(String call, String request);

    /// Returns when the reply is on the disk.
    void record(String call, String request, String reply);

    static Replies of(ReplyJournal journal) {
        return new Replies() {
            @Override
            public Optional<String> recorded(String call, String request) { return journal.recorded(call, request); }

            @Override
            public void record(String call, String request, String reply) { journal.record(call, request, reply); }
        };
    }
}
