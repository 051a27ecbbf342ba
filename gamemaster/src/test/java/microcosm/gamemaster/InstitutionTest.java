package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import microcosm.testing.Golden;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventJson;
import microcosm.trace.State;
import microcosm.worlds.Governance;
import microcosm.worlds.Statute;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// The governance graph of the harbour, with firms that follow a script of letters: N about Nash, M more in both towns, D divides.
class InstitutionTest {
    //                                     1         2         3         4
    //                            123456789012345678901234567890123456789012345
    private static final String ALDER = "NMNNNNNDDDDDDDDDDDDDDDDDDDDDNNNNNNNNMNNNNNNNN";
    private static final String BIRCH = "NMMNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNMNNNNNNNN";

    private static World harbour(String regime) { return WorldFile.shipped("harbour").world(Map.of("regime", regime)); }

    private static String produce(int north, int south) {
        return "[produce town=north-quay; q=" + north + "] [produce town=south-quay; q=" + south + "]";
    }

    private static Puppets scripted(String alder, String birch) {
        return new Puppets((firm, step) -> {
            String script = firm.equals("alder-mill") ? alder : birch;
            int[] own = switch (step <= script.length() ? script.charAt(step - 1) : 'N') {
                case 'M' -> new int[]{60, 35};
                case 'D' -> new int[]{60, 0};
                default -> new int[]{47, 27};
            };
            return firm.equals("alder-mill") ? produce(own[0], own[1]) : produce(own[1], own[0]);
        });
    }

    private static List<Event> decisions(Play play) {
        return play.events().stream().filter(event -> (event instanceof Event.Refused refused
                && (refused.what().contains("->") || refused.what().equals("produce")))
                || (event instanceof Event.Resolved resolved && resolved.what().equals(Institution.NAME))).toList();
    }

    private static Set<String> taken(Play play) {
        var arrows = new TreeSet<String>();
        play.events().forEach(event -> {
            if (event instanceof Event.Resolved resolved) {
                resolved.effects().forEach(effect -> {
                    if (effect instanceof Effect.Became(String _, String name, String _)
                            && name.startsWith("taken:")) {
                        arrows.add(name.substring("taken:".length()));
                    }
                });
            }
        });
        return arrows;
    }

    private static Set<String> blocked(Play play) {
        return play.events().stream().filter(Event.Refused.class::isInstance).map(Event.Refused.class::cast)
                .map(Event.Refused::what).filter(what -> what.contains("->"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_arrow_of_the_harbour_is_taken_and_every_arrow_that_can_be_blocked_is() {
        Play play = Play.of(harbour("graph"), scripted(ALDER, BIRCH));

        assertThat(taken(play)).containsExactlyElementsOf(Statute.of(harbour("graph")).orElseThrow().arrows().stream()
                .map(Statute.Arrow::name).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(blocked(play)).containsExactly("fined->credited", "fined->fined", "fined->suspended");
        Golden.file("golden/harbour-governance.jsonl").matches(
                decisions(play).stream().map(EventJson::write).collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void a_suspended_firm_is_told_so_and_brings_nothing_until_it_has_served() {
        var puppets = scripted(ALDER, BIRCH);
        Play play = Play.of(harbour("graph"), puppets);

        assertThat(puppets.perceived("alder-mill").stream().filter(line -> line.contains("REFUSED")))
                .containsExactlyElementsOf(IntStream.rangeClosed(19, 23).boxed()
                        .flatMap(step -> Stream.of(step, step))
                        .map(step -> step + " REFUSED You are suspended.").toList());
        assertThat(puppets.perceived("alder-mill")).contains(
                "23 NOTICE North Quay: price 100; Alder Mill 0, Birch Mill 0. South Quay: price 100; Alder Mill 0, Birch Mill 0.",
                "24 NOTICE North Quay: price 56.5; Alder Mill 60, Birch Mill 27. South Quay: price 76.5; Alder Mill 0, Birch Mill 47.");
        assertThat(play.state().attribute("alder-mill", "suspended")).hasValue("no");
    }

    @Test
    void what_a_firm_has_in_the_end_is_what_it_earned_less_what_it_was_fined() {
        for (String regime : List.of("none", "written-rule", "notice-only", "graph")) {
            Play play = Play.of(harbour(regime), scripted(ALDER, BIRCH));
            var earned = new LinkedHashMap<String, BigDecimal>();
            var fined = new LinkedHashMap<String, BigDecimal>();
            play.events().stream().filter(Event.Resolved.class::isInstance).map(Event.Resolved.class::cast)
                    .flatMap(event -> event.effects().stream()).forEach(effect -> {
                        if (effect instanceof Effect.Became(String who, String name, String value)
                                && name.equals("profit")) {
                            earned.merge(who, new BigDecimal(value), BigDecimal::add);
                        } else if (effect instanceof Effect.Sanctioned(String who, String what, var amount)
                                && what.equals("fine")) {
                            fined.merge(who, amount, BigDecimal::add);
                        }
                    });

            assertThat(fined.size()).as(regime).isEqualTo(regime.equals("graph") ? 2 : 0);
            for (String firm : List.of("alder-mill", "birch-mill")) {
                assertThat(new BigDecimal(play.state().attribute(firm, "total_profit").orElseThrow()))
                        .as(regime + " " + firm).isEqualByComparingTo(earned.get(firm)
                                .subtract(fined.getOrDefault(firm, BigDecimal.ZERO)));
            }
        }
    }

    @Test
    void the_institution_is_what_the_trace_adds_up_to() {
        Play play = Play.of(harbour("graph"), scripted(ALDER, BIRCH));
        State folded = State.EMPTY;
        for (Event event : play.events()) {
            folded = folded.after(event);
        }

        for (String who : List.of("governance/alder-mill", "governance/birch-mill", "governance")) {
            assertThat(folded.attributes(who)).isEqualTo(play.state().attributes(who)).isNotEmpty();
        }
        assertThat(folded.attribute("governance", "blocked")).hasValue(Long.toString(play.events().stream()
                .filter(event -> event instanceof Event.Refused refused && refused.what().contains("->")).count()));
    }

    /// Dividing the towns pays 1800 a round and Nash 1444.44, so a sanction S deters where p S covers the 355.56 between them.
    @Test
    void how_sure_a_sanction_must_be_to_deter_comes_out_of_the_world() {
        Play play = Play.of(harbour("graph"), scripted("D".repeat(50), "D".repeat(50)));
        var benchmarks = new LinkedHashMap<String, Double>();
        var fines = new LinkedHashSet<Double>();
        var suspensions = new LinkedHashSet<Double>();
        play.events().forEach(event -> {
            if (event instanceof Event.Benchmarked(var _, String name, var value)) {
                benchmarks.put(name, value.doubleValue());
            } else if (event instanceof Event.Resolved resolved) {
                resolved.effects().forEach(effect -> {
                    if (effect instanceof Effect.Sanctioned(String _, String what, var amount)) {
                        (what.equals("fine") ? fines : suspensions).add(amount.doubleValue());
                    }
                });
            }
        });
        double nash = benchmarks.get("nash_profit");
        double rent = benchmarks.get("joint_profit") - nash;
        var sure = new ArrayList<>(fines.stream().map(fine -> rent / fine).toList());
        suspensions.forEach(rounds -> sure.add(rent / (rounds * nash)));

        assertThat(sure.stream().map(p -> String.format(Locale.ROOT, "%.3f", p)))
                .containsExactly("0.564", "0.263", "0.198", "0.049");
    }

    @Test
    void the_rules_have_one_digest_however_they_are_laid_out_and_another_when_they_change() {
        String page = WorldFile.shipped("harbour").text();
        var written = harbour("graph").dealings().governance().orElseThrow();
        var wider = governance(page.replace("| credited | active    | ", "|  credited  | active | "));
        var harder = governance(page.replace("max(0.35 * profit, 200)", "max(0.36 * profit, 200)"));

        assertThat(wider.semanticDigest()).isEqualTo(written.semanticDigest());
        assertThat(wider.textDigest()).isNotEqualTo(written.textDigest());
        assertThat(harder.semanticDigest()).isNotEqualTo(written.semanticDigest());
        assertThat(Manifest.of(harbour("graph"), Interventions.NONE, Minds.BASELINE, "hashed-256-v1"))
                .containsEntry("governance.semantic", written.semanticDigest())
                .containsEntry("governance.text", written.textDigest());
    }

    private static Governance governance(String page) {
        return WorldFile.of("harbour.world.md", page).world(Map.of("regime", "graph")).dealings().governance()
                .orElseThrow();
    }
}
