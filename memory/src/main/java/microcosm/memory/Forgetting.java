package microcosm.memory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.trace.EventId;

/// What a bounded memory lets go of once it is full. First, sentences remembered more than once are folded into one memory that says how often
/// and when. If that frees too little, the memories that count least go: those whose weighted importance and recency are smallest, the
/// oldest first among equals; what always comes up stays as long as anything else can go.
///
/// A tenth is let go of at a time, so that remembering costs the same in step 500 as in step 5.
final class Forgetting {
    private static final Pattern FOLDED = Pattern.compile("(.*) \\((\\d+) times, steps (-?\\d+) to -?\\d+\\)",
            Pattern.DOTALL);
    private static final int MOST_CITED = 32;

    private final Settings settings;

    Forgetting(Settings settings) { this.settings = settings; }

    /// @param live all that one person remembers, in the order of remembering
    /// @return which of them to let go of, and what to remember instead
    Decision decide(List<Held> live) {
        int keep = settings.capacity() - settings.capacity() / 10;
        var groups = new LinkedHashMap<String, List<Held>>();
        for (Held one : live) {
            groups.computeIfAbsent(plain(one.memory()), _ -> new ArrayList<>()).add(one);
        }
        var gone = new ArrayList<Held>();
        var folded = new ArrayList<Remembrance>();
        groups.forEach((text, group) -> {
            if (group.size() > 1) {
                gone.addAll(group);
                folded.add(fold(text, group));
            }
        });
        int left = live.size() - gone.size() + folded.size();
        if (left > keep) {
            var going = new BitSet();
            gone.forEach(one -> going.set(one.ordinal()));
            var rest = new ArrayList<>(live);
            rest.removeIf(one -> going.get(one.ordinal()));
            rest.sort(Comparator.comparing((Held one) -> one.memory().always())
                    .thenComparingDouble(one -> worth(one, live.size()))
                    .thenComparing(one -> one.memory().event()).thenComparingInt(Held::ordinal));
            gone.addAll(rest.subList(0, Math.min(rest.size(), left - keep)));
        }
        return new Decision(gone, folded);
    }

    private double worth(Held one, int size) {
        Weighting weighting = settings.weighting();
        double recency = StrictMath.pow(weighting.decay(), size - 1 - one.rank());
        return weighting.importance() * one.memory().importance() + weighting.recency() * recency;
    }

    private static Remembrance fold(String text, List<Held> group) {
        int times = 0;
        int from = Integer.MAX_VALUE;
        double importance = 0;
        boolean always = false;
        var cited = new ArrayList<EventId>();
        for (Held one : group) {
            Matcher before = FOLDED.matcher(one.memory().text());
            boolean isFold = folds(one.memory(), before);
            times += isFold ? Integer.parseInt(before.group(2)) : 1;
            from = Math.min(from, isFold ? Integer.parseInt(before.group(3)) : one.memory().step());
            importance = Math.max(importance, one.memory().importance());
            always |= one.memory().always();
            cited.addAll(isFold ? one.memory().restsOn() : List.of(one.memory().event()));
        }
        Remembrance latest = group.getLast().memory();
        return new Remembrance(latest.event(), latest.step(),
                text + " (" + times + " times, steps " + from + " to " + latest.step() + ")", importance, always,
                cited.subList(Math.max(0, cited.size() - MOST_CITED), cited.size()));
    }

    private static boolean folds(Remembrance memory, Matcher matcher) {
        return !memory.restsOn().isEmpty() && matcher.matches();
    }

    private static String plain(Remembrance memory) {
        Matcher matcher = FOLDED.matcher(memory.text());
        return folds(memory, matcher) ? matcher.group(1) : memory.text();
    }

    /// @param rank among all that is remembered, 0 for the oldest
    record Held(int ordinal, int rank, Remembrance memory) {}

    record Decision(List<Held> gone, List<Remembrance> instead) {}
}
