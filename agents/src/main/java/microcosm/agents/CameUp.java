package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
        return new Event.Recalled(id, cue, up.stream().map(one -> one.memory().event()).toList(),
                up.stream().map(one -> rounded(one.score())).toList(), up.stream().map(CameUp::parts).toList());
    }

    private static SequencedMap<String, BigDecimal> parts(Recollection one) {
        var parts = new LinkedHashMap<String, BigDecimal>();
        for (Explanation part : one.why().from()) {
            parts.put(part.what().substring(WEIGHTED.length()), rounded(part.value()));
        }
        return parts;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }
}
