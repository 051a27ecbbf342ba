package microcosm.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import microcosm.gamemaster.Sittings;
import microcosm.trace.RunRecord;

/// This process, playing: where, on what, and for how long.
final class ThisSitting implements Sittings {
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long from = System.nanoTime();

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
