package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.memory.Recollection;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.Explanation;

/// What came up as the trace keeps it: each memory with its score, and why.
final class CameUp {
    private static final String WEIGHTED = "weighted ";

    private CameUp() {}

    static Event.Recalled event(EventId id, String cue, List<Recollection> up) {
        var events = new ArrayList<EventId>(up.size());
        var scores = new ArrayList<BigDecimal>(up.size());
        var why = new ArrayList<SequencedMap<String, BigDecimal>>(up.size());
        for (Recollection one : up) {
            events.add(one.memory().event());
            scores.add(rounded(one.score()));
            why.add(parts(one));
        }
        return new Event.Recalled(id, cue, events, scores, why);
    }

    private static SequencedMap<String, BigDecimal> parts(Recollection one) {
        var parts = new LinkedHashMap<String, BigDecimal>();
        for (Explanation part : one.why().from()) {
            parts.put(part.what().substring(WEIGHTED.length()), rounded(part.value()));
        }
        return parts;
    }

    /// Half to even, as it is written in decimals. Dozens are rounded for each prompt, and few lie near the middle between two.
    static BigDecimal rounded(double value) {
        double scaled = value * 10_000;
        double nearest = Math.rint(scaled);
        return Math.abs(scaled) < 1e9 && Math.abs(scaled - nearest) < 0.499_999
                ? BigDecimal.valueOf((long) nearest, 4)
                : BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }
}
