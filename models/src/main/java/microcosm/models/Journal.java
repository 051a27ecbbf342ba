package microcosm.models;

import java.util.Optional;

/// Replies by call and request digest, on disk before anything depends on them.
interface Journal {
    Optional<String> reply(String call, String request);

    void record(String call, String request, String reply);
}
