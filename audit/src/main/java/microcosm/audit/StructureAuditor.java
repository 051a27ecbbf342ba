package microcosm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Frames, periods and repetition in lengths and counts. See `pages/payload-structure.md`.
public final class StructureAuditor extends OrderAuditor {
    private static final List<Count> COUNTS = List.of(new Count("parities of word counts", text -> Words.count(text)),
            new Count("parities of character counts", String::length),
            new Count("parities of number digits",
                    text -> text.chars().filter(Character::isDigit).map(c -> c - '0').sum()),
            new Count("parities of punctuation",
                    text -> (int) text.chars().filter(c -> ",.;:!?".indexOf(c) >= 0).count()));

    public StructureAuditor() { super("payload-structure", "nobody says anything"); }

    private record Count(String what, ToIntFunction<String> of) {}

    @Override
    List<Row> rows(Run run, String person, List<Message> messages) {
        int[] said = java.util.stream.IntStream.range(0, messages.size()).filter(at -> messages.get(at).isHeard())
                .limit(BitStructure.LONGEST).toArray();
        List<Row> rows = new ArrayList<>();
        for (Count count : said.length == 0 ? List.<Count>of() : COUNTS) {
            boolean[] bits = new boolean[said.length];
            for (int i = 0; i < said.length; i++) {
                bits[i] = count.of.applyAsInt(messages.get(said[i]).text()) % 2 != 0;
            }
            rows.add(new Row(count.what, bits, said));
        }
        return rows;
    }
}
