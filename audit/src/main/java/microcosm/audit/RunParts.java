package microcosm.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A collected run: in memory, or in blocks of a spool.
record RunParts(String id, String scenario, int count, List<Message> messages, List<Spool.Block> blocks) {
    int size() { return blocks.isEmpty() ? Math.max(1, ceil(count, Run.LONGEST)) : Math.max(1, groups().size()); }

    Stream<Run> runs(Spool spool) {
        if (blocks.isEmpty()) {
            return IntStream.range(0, size()).mapToObj(part -> run(part,
                    messages.subList(part * Run.LONGEST, Math.min(count, (part + 1) * Run.LONGEST))));
        }
        List<List<Spool.Block>> groups = groups();
        return IntStream.range(0, groups.size()).mapToObj(part -> run(part,
                groups.get(part).stream().flatMap(block -> spool.read(block).stream()).toList()));
    }

    /// Within a part, by step; messages of one step stay in the order they came.
    private Run run(int part, List<Message> some) {
        return new Run(id, scenario, part, some.stream().sorted(Comparator.comparingInt(Message::step)).toList());
    }

    /// Consecutive blocks that together can be held.
    private List<List<Spool.Block>> groups() {
        List<List<Spool.Block>> groups = new ArrayList<>();
        List<Spool.Block> open = new ArrayList<>();
        long bytes = 0;
        for (Spool.Block block : blocks) {
            if (!open.isEmpty() && bytes + block.length() > Spool.LARGEST) {
                groups.add(open);
                open = new ArrayList<>();
                bytes = 0;
            }
            open.add(block);
            bytes += block.length();
        }
        if (!open.isEmpty()) {
            groups.add(open);
        }
        return groups;
    }

    private static int ceil(int count, int by) { return (count + by - 1) / by; }
}
