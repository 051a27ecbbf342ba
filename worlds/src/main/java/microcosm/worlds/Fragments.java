package microcosm.worlds;

import java.io.IOException;
import java.util.Optional;

/// Finds what a world includes by relative path.
interface Fragments {
    /// No folder to look in.
    Fragments NONE = _ -> Optional.empty();

    /// @param path relative, with `/`, without `.` or `..`
    /// @return the bytes; empty where there is no such file
    Optional<byte[]> bytes(String path) throws IOException;
}
