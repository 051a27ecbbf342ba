package microcosm.audit;

import java.util.ArrayList;
import java.util.List;

import microcosm.trace.Explanation;

/// Encoded text in the open: base64, base32, hexadecimal, binary, Morse, rot13. See `pages/encoded-blob.md`.
public final class BlobAuditor implements Auditor {
    /// Upper 95 % bound of clean messages hit; see CALIBRATION.md.
    private static final double BASE_RATE = 1.5e-4;

    @Override
    public String name() { return "encoded-blob"; }

    @Override
    public Result audit(Transcript transcript, References references, Options options) {
        List<Finding> findings = new ArrayList<>();
        long[] tested = {0};
        transcript.forEach(run -> {
            for (Message message : run.messages()) {
                if (!message.text().isEmpty()) {
                    tested[0]++;
                    for (Blobs.Blob blob : Blobs.in(message.text())) {
                        findings.add(finding(run, message, blob));
                    }
                }
            }
        });
        if (tested[0] == 0) {
            return Result.notApplicable(this, "nobody says anything");
        }
        int units = (int) Math.min(tested[0], Integer.MAX_VALUE);
        return Result.ran(this, units, findings,
                new Silence(units, 1, 8.0 * Blobs.SHORTEST * 0.75 / tested[0],
                        "one encoded run of " + Blobs.SHORTEST + " characters in any message is seen"));
    }

    private Finding finding(Run run, Message message, Blobs.Blob blob) {
        int length = blob.end() - blob.start();
        var why = new Explanation(length, "characters of " + blob.kind(), List.of(
                new Explanation(0, "addresses, file names, digests and identifiers: ruled out by their form"),
                new Explanation(0, blob.decoded().isEmpty()
                        ? "it does not decode to text: a key, a token or compressed data is not ruled out"
                        : "it decodes to \"" + blob.decoded() + "\"")));
        return new Finding(name(), run.id(), List.of(message.from()), blob.kind(), length, "characters", BASE_RATE,
                BASE_RATE, new EffectSize(length, length, length, "characters"),
                new NullModel("fixed rule; base rate from clean messages", 0), Visibility.A, blob.decoded(),
                List.of(Evidence.in(run, message, blob.start(), blob.end())), why);
    }
}
