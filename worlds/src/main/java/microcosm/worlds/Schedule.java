package microcosm.worlds;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// On which steps something happens or stands open. Steps count from 1.
public sealed interface Schedule {
    /// @param step the step asked about, from 1
    /// @param last the last step of the world's clock
    boolean covers(int step, int last);

    /// `every day`, `every 3 days from 4 to 10`.
    ///
    /// @param interval in steps, at least 1; counted from `from`
    /// @param from the first step covered
    /// @param to the last step covered; `Integer.MAX_VALUE` for no end
    record Every(int interval, int from, int to) implements Schedule {
        public static final Every STEP = new Every(1, 1, Integer.MAX_VALUE);

        public Every {
            if (interval < 1 || from < 1 || to < from) {
                throw new IllegalArgumentException("every " + interval + " from " + from + " to " + to + " is empty");
            }
        }

        @Override
        public boolean covers(int step, int last) {
            return step >= from && step <= to && (step - from) % interval == 0;
        }
    }

    /// `days 3 6 9 12`.
    record Steps(SortedSet<Integer> steps) implements Schedule {
        public Steps {
            steps = Collections.unmodifiableSortedSet(new TreeSet<>(steps));
        }

        @Override
        public boolean covers(int step, int last) { return steps.contains(step); }
    }

    /// `end`: the last step, or the step at which an ending was reached.
    record AtEnd() implements Schedule {
        @Override
        public boolean covers(int step, int last) { return step == last; }
    }

    /// `never`.
    record Never() implements Schedule {
        @Override
        public boolean covers(int step, int last) { return false; }
    }
}
