package microcosm.audit;

import java.io.IOException;
import java.nio.file.Path;

/// A way transcripts are written.
interface Format {
    /// @return as `--format` takes it
    String name();

    /// Whether a file looks like this.
    ///
    /// @param head its first 64 kB at most, as UTF-8
    boolean recognises(Path file, String head);

    /// Reads a file front to back. What is wrong goes to the intake, not into exceptions.
    void read(Path file, Intake intake) throws IOException;
}
