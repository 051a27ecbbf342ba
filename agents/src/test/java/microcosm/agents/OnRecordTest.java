package microcosm.agents;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.speech.Setting;
import microcosm.trace.EventId;
import microcosm.worlds.Bundle;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;

class OnRecordTest {
    private static final World WORLD = new Village().with(Village.person("mira").option("language", "salt").written())
            .with(Village.person("tomas").written()).with(Village.market("town", "10 - Q")).world();

    private static SequencedMap<String, String> kept(String... values) {
        var kept = new LinkedHashMap<String, String>();
        for (int i = 0; i < values.length; i += 2) {
            kept.put(values[i], values[i + 1]);
        }
        return kept;
    }

    private static List<String> lines(String subject, SequencedMap<String, String> kept) {
        var known = new LinkedHashMap<String, SequencedMap<String, String>>();
        known.put(subject, kept);
        return lines(known);
    }

    private static List<String> lines(SequencedMap<String, SequencedMap<String, String>> known) {
        var now = new Situation("mira", 3, Optional.empty(), Optional.empty(), Bundle.NONE, List.of(), List.of(),
                List.of(new Setting.Named("mira", "Mira"), new Setting.Named("tomas", "Tomas")), List.of(),
                new LinkedHashMap<>(), List.of(), known, List.of(), List.of());
        return new OnRecord(WORLD, now, new Entered("mira")).lines().stream()
                .map((Passage line) -> line.parts().stream().map(Prompt.Part::text).collect(Collectors.joining()))
                .toList();
    }

    @Test
    void of_a_market_everybody_knows_what_can_be_seen_and_not_what_would_have_been_best() {
        assertThat(lines("*", kept("price town", "7", "stock town", "80", "nash_profit", "12", "joint_profit", "18",
                "sustainable town", "20", "mean_hhi town", "0.6", "elected sent away", "tomas"))).containsExactly(
                        "Everybody knows: price (town) is 7, stock (town) is 80 and the choice in “sent away” is Tomas.");
    }

    @Test
    void of_themselves_they_know_what_befell_them_and_not_how_a_policy_would_decide_for_them() {
        assertThat(lines("mira", kept("policy", "gossip", "persist", "10", "talk", "0.9", "place", "north", "role",
                "seer", "language", "salt", "supply town", "3", "vote taken", "", "worth", "60", "delegates to tomas",
                "yes")))
                .containsExactly("Of yourself you know: worth is 60.");
    }

    @Test
    void of_others_they_know_who_is_gone() {
        assertThat(lines("tomas", kept("alive", "no", "brought town", "4"))).containsExactly("Tomas is gone.",
                "Of Tomas you know: brought (town) is 4.");
        assertThat(lines("tomas", kept("alive", "yes"))).isEmpty();
    }

    @Test
    void in_a_society_of_thousands_only_those_of_whom_something_is_shown_are_looked_up() {
        var looked = new AtomicInteger();
        var known = new LinkedHashMap<String, SequencedMap<String, String>>() {
            private static final long serialVersionUID = 1;

            @Override
            public Set<Map.Entry<String, SequencedMap<String, String>>> entrySet() {
                return new Counted(List.copyOf(super.entrySet()));
            }

            /// Counts whom anybody looks at.
            final class Counted extends AbstractSet<Map.Entry<String, SequencedMap<String, String>>> {
                private final List<Map.Entry<String, SequencedMap<String, String>>> all;

                Counted(List<Map.Entry<String, SequencedMap<String, String>>> all) { this.all = all; }

                @Override
                public Iterator<Map.Entry<String, SequencedMap<String, String>>> iterator() {
                    return all.stream().peek(_ -> looked.incrementAndGet()).iterator();
                }

                @Override
                public int size() { return all.size(); }
            }
        };
        known.put("*", kept("price town", "7"));
        for (int i = 0; i < 5_000; i++) {
            known.put("p" + i, kept("brought town", "4"));
        }

        List<String> lines = lines(known);

        assertThat(lines).hasSizeBetween(10, 30).startsWith("Everybody knows: price (town) is 7.",
                "Of p0 you know: brought (town) is 4.");
        assertThat(looked.get()).isLessThanOrEqualTo(lines.size() + 2);
    }
}
