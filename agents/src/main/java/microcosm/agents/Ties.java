package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import microcosm.prompts.Passage;

/// How people stand to each other, as one person may know it, a sentence for each relation; debts are said elsewhere.
final class Ties {
    private static final int NAMED = 12;
    /// How many characters are spent on them. One's own come first.
    private static final int SHOWN = 700;

    private final Situation now;
    private final Naming naming;
    private final Origins origins;

    Ties(Situation now, Naming naming, Origins origins) {
        this.now = now;
        this.naming = naming;
        this.origins = origins;
    }

    List<Passage> lines() {
        var lines = new ArrayList<Passage>();
        int room = SHOWN;
        for (Passage line : all()) {
            room -= line.length() + 1;
            if (room >= 0) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<Passage> all() {
        String me = now.person();
        List<Tie> own = now.ties().stream().filter(tie -> tie.from().equals(me)).toList();
        List<Tie> mutual = own.stream().filter(tie -> now.ties().contains(back(tie))).toList();
        List<Tie> towards = now.ties().stream().filter(tie -> tie.to().equals(me) && !mutual.contains(back(tie)))
                .toList();
        var lines = new ArrayList<Passage>();
        alike(mutual).values().forEach(same -> lines.add(mutual(same)));
        alike(own.stream().filter(tie -> !mutual.contains(tie)).toList()).values()
                .forEach(same -> lines.add(line(same, names(same.stream().map(Tie::to).toList()))));
        alike(towards).values().forEach(same -> lines.add(towards(same)));
        now.ties().stream().filter(tie -> !tie.from().equals(me) && !tie.to().equals(me))
                .forEach(tie -> lines.add(line(List.of(tie), naming.of(tie.to()))));
        return lines;
    }

    private static Tie back(Tie tie) { return new Tie(tie.to(), tie.is(), tie.from(), tie.value()); }

    /// Of one relation and one strength.
    private static SequencedMap<String, List<Tie>> alike(List<Tie> ties) {
        return ties.stream().collect(
                Collectors.groupingBy(tie -> tie.is() + "/" + tie.value(), LinkedHashMap::new, Collectors.toList()));
    }

    private Passage mutual(List<Tie> same) {
        List<Tie> both = same.stream().flatMap(tie -> Stream.of(tie, back(tie))).toList();
        Tie one = same.getFirst();
        String whom = names(same.stream().map(Tie::to).toList());
        boolean several = same.size() > 1;
        return Passage.line(one.sentence("You", true, whom) + ", and "
                + one.sentence(several ? "they" : whom, several, "you") + ".", sources(both));
    }

    private Passage line(List<Tie> same, String whom) {
        Tie one = same.getFirst();
        return Passage.line(one.sentence(naming.beginning(one.from()), one.from().equals(now.person()), whom) + ".",
                sources(same));
    }

    private Passage towards(List<Tie> same) {
        return Passage.line(same.getFirst().sentence(names(same.stream().map(Tie::from).toList()), same.size() > 1,
                "you") + ".", sources(same));
    }

    private String names(List<String> ids) { return naming.list(ids, NAMED); }

    /// Of those who are named; of what is only counted, one.
    private String sources(List<Tie> ties) {
        return ties.stream().limit(2L * NAMED + 1).map(tie -> origins.attribute(tie.from(), tie.attribute()))
                .filter(id -> !id.isEmpty()).distinct().collect(Collectors.joining(" "));
    }
}
