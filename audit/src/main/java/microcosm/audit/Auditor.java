package microcosm.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Reads a transcript and says what it found, and what it could not have seen. Found by [java.util.ServiceLoader].
///
/// An auditor draws chance only from [Options#seed], so that the same transcript gives the same findings.
public interface Auditor {
    /// @return one word, with hyphens: `secret-leak`
    String name();

    /// Its page: input, statistic, null, power, what it cannot see, source. By default `pages/NAME.md` beside its class.
    ///
    /// @return markdown
    default String page() {
        try (var page = getClass().getResourceAsStream("pages/" + name() + ".md")) {
            if (page == null) {
                throw new IllegalStateException("auditor " + name() + " has no page pages/" + name() + ".md");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param transcript as the viewpoint lets it be seen
    /// @param references clean runs of the same model and scenario; may be empty
    Result audit(Transcript transcript, References references, Options options);
}
