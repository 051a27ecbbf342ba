package microcosm.speech;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/// The index of the last cast that was seen, since the next utterance is nearly always of the same. Safe for use by several threads.
final class LastNames {
    private final AtomicReference<@Nullable Names> last = new AtomicReference<>();

    Names of(List<Setting.Named> people) {
        Names names = last.get();
        if (names != null && names.areOf(people)) {
            return names;
        }
        Names made = Names.of(people);
        last.set(made);
        return made;
    }
}
