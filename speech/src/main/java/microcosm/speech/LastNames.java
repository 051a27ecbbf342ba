package microcosm.speech;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/// The index of the last cast that was seen, since the next utterance is nearly always of the same. Safe for use by several threads.
final class LastNames {
    private final AtomicReference<@Nullable Names> last = new AtomicReference<>();
    private final ReentrantLock making = new ReentrantLock();

    Names of(List<Setting.Named> people) {
        Names names = last.get();
        return names != null && names.areOf(people) ? names : made(people);
    }

    /// One makes it while the others who want it wait, since making it of ten thousand people takes longer than all else.
    private Names made(List<Setting.Named> people) {
        making.lock();
        try {
            Names names = last.get();
            if (names == null || !names.areOf(people)) {
                names = Names.of(people);
                last.set(names);
            }
            return names;
        } finally {
            making.unlock();
        }
    }
}
