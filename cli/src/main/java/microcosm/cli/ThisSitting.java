package microcosm.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import microcosm.gamemaster.Sittings;
import microcosm.trace.RunRecord;
import microcosm.trace.Signer;

/// This process, playing: where, on what, and for how long.
final class ThisSitting implements Sittings {
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long from = System.nanoTime();
    private final Signer signer;

    /// Signed with a key of its own, which nobody has afterwards.
    ThisSitting() { signer = Signer.made(); }

    /// @param key a file with an Ed25519 key; empty for a key of the sitting's own
    ThisSitting(Optional<Path> key) { signer = key.map(Signer::given).orElseGet(Signer::made); }

    @Override
    public Optional<Signer> signer() { return Optional.of(signer); }

    @Override
    public RunRecord.Sitting now() {
        return new RunRecord.Sitting(began.toString(), seconds(), host(), Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"), Version.number(),
                RunRecord.Totals.NONE);
    }

    BigDecimal seconds() { return BigDecimal.valueOf(System.nanoTime() - from, 9).setScale(3, RoundingMode.HALF_UP); }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
