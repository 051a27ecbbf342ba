package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import microcosm.trace.Event;
import microcosm.trace.State;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A pond in which Ann has more fish than the rule allows: who is looked at, what a look costs, to whom fines go, and how a rule is told.
class AuditsTest {
    private static final String PAGE = """
            ---
            format: world/1
            id: pond
            clock: {unit: day, steps: 200, order: simultaneous}
            game-master: rules
            ---
            # Pond

            ## People

            ### Ann

            ### Bo

            ### Cleo

            ## Goods

            | good | unit | made or used |
            |---|---|---|
            | fish | basket | no |
            | coin | coin | no |

            ## Holdings

            | who | fish | coin |
            |---|--:|--:|
            | [Ann](#ann) | 8 | 3 |
            | [Bo](#bo) | 4 | 1 |
            | [Cleo](#cleo) | 0 | 60 |

            ## Actions

            | action | needs | effect |
            |---|---|---|
            | wait() | | |

            ## Governance

            ```mermaid
            stateDiagram-v2
              [*] --> active
              active --> fined: case
              fined --> fined: case
            ```

            | signal | fires when | over |
            |---|---|---|
            | greed | fish > 5 | 1 day |

            | event | is |
            |---|---|
            | case | any signal |

            | from | to | consequence |
            |---|---|---|
            | active | fined | fine(5) |
            | fined | fined | fine(1) |
            """;

    private static World pond(String... bullets) {
        return WorldFile.of("pond.world.md", PAGE + "\n" + String.join("\n", bullets) + "\n").world(Map.of());
    }

    private static Play played(long seed, String... bullets) {
        return Play.of(pond(bullets), Puppets.saying(""), seed, 1);
    }

    private static int number(Play play, String name) {
        return play.state().attribute("governance", name).map(Integer::parseInt).orElse(0);
    }

    @Test
    void a_fine_goes_to_whom_the_world_says_and_what_is_not_held_is_owed() {
        World pond = pond("- fines: coin to [Bo](#bo)", "- told to: the subject");
        Puppets people = Puppets.saying("");
        Play play = Play.of(pond, people);
        State after = play.state();

        assertThat(pond.notExecuted()).isEmpty();
        assertThat(after.holdings("ann")).hasToString("8 fish");
        assertThat(after.holdings("bo")).hasToString("4 coin, 4 fish");
        assertThat(after.owed("ann", "bo")).as("5 + 199 of 1, less the 3 that were held").hasToString("201 coin");
        assertThat(people.perceived("ann")).contains(
                "1 NOTICE Ann is now fined, was active (greed). The rule provides a fine of 5 coin.");
        assertThat(people.perceived("bo")).noneMatch(line -> line.contains("is now fined"));
    }

    @Test
    void each_subject_is_looked_at_with_the_chance_the_world_gives_and_only_then_is_anything_seen() {
        List<Play> plays = IntStream.rangeClosed(1, 10).mapToObj(seed -> played(seed, "- audits: 0.3",
                "- fines: coin to [Bo](#bo)")).toList();

        for (Play play : plays) {
            long cases = play.events().stream().filter(event -> event instanceof Event.Resolved resolved
                    && resolved.what().equals(Institution.NAME) && !resolved.told().isEmpty()).count();
            long audited = play.events().stream().filter(event -> event instanceof Event.Resolved resolved
                    && resolved.what().equals("audit") && resolved.effects().getFirst().toString().contains("ann"))
                    .count();
            assertThat(cases).isEqualTo(audited).isEqualTo(number(play, "cases"));
        }
        // 6000 looks that might have been: 1800 give or take 35.5 (one standard deviation)
        assertThat(plays.stream().mapToInt(play -> number(play, "audits")).sum()).isBetween(1660, 1940);
    }

    @Test
    void an_audit_that_is_certain_sees_what_one_that_is_not_declared_sees_and_one_that_never_comes_nothing() {
        List<String> undeclared = decisions(played(1, "- fines: coin to [Bo](#bo)"));

        assertThat(decisions(played(1, "- audits: 1", "- fines: coin to [Bo](#bo)"))).isEqualTo(undeclared)
                .hasSize(200);
        assertThat(decisions(played(1, "- audits: 0", "- fines: coin to [Bo](#bo)"))).isEmpty();
    }

    private static List<String> decisions(Play play) {
        return play.events().stream().filter(Event.Resolved.class::isInstance).map(Event.Resolved.class::cast)
                .filter(event -> event.what().equals(Institution.NAME)).map(Event.Resolved::told)
                .filter(told -> !told.isEmpty()).toList();
    }

    @Test
    void a_look_is_paid_for_from_the_purse_and_when_that_is_empty_there_are_no_more() {
        Play play = played(1, "- audits: 0.5", "- audit cost: 2 coin from [Cleo](#cleo) to [Bo](#bo)",
                "- subjects: everyone", "- fines: coin to [Bo](#bo)");

        assertThat(number(play, "audits")).isEqualTo(30);
        assertThat(number(play, "audit_costs")).isEqualTo(60);
        assertThat(play.state().holdings("cleo").amount("coin")).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(play.outcomes().stream().filter(line -> line.contains("audit refused"))).isNotEmpty()
                .allMatch(line -> line.endsWith(": Cleo cannot pay 2 coin."));
    }

    @Test
    void a_cost_without_a_purse_is_on_record_alone() {
        Play play = played(1, "- audits: 0.5", "- audit cost: 40", "- fines: coin to [Bo](#bo)");

        assertThat(number(play, "audit_costs")).isEqualTo(40 * number(play, "audits")).isPositive();
        assertThat(play.state().holdings("cleo").amount("coin")).isEqualByComparingTo("60");
    }

    @Test
    void what_audits_cannot_be_is_said() {
        assertThatExceptionOfType(WorldException.class).isThrownBy(() -> pond("- audits: 1.5"))
                .withMessageContaining("1.5 is out of range");
        assertThat(pond("- audit cost: much", "- fines: coin to [Bo](#bo)").notExecuted()).singleElement().asString()
                .contains("audit cost \"much\", which is no number such as 40");
        assertThat(pond("- audit cost: 2 fsh from [Ann](#ann) to [Bo](#bo)", "- fines: coin to [Bo](#bo)")
                .notExecuted()).singleElement().asString().contains("which is not a good from a person to a person");
    }

    @Test
    void a_rule_written_by_its_parts_is_told_as_a_sentence() {
        World pond = pond("- fines: coin to [Bo](#bo)", "", "| attribute | deontic | aim | condition | or else |",
                "|---|---|---|---|---|",
                "| every fisher | must not | hold more than 5 fish | at the end of a day | they pay 5 coin |",
                "| Bo | may | keep the fines | | |", "", "### Rule text", "", "The pond is everybody's.");
        Puppets people = Puppets.saying("");
        Play play = Play.of(pond, people);

        assertThat(play.state().attribute("*", "rule")).hasValue("The pond is everybody's. Every fisher must not hold"
                + " more than 5 fish, at the end of a day, or else they pay 5 coin. Bo may keep the fines");
        assertThatExceptionOfType(WorldException.class).isThrownBy(() -> pond("", "| attribute | deontic | aim |",
                "|---|---|---|", "| all | shall | rest |")).withMessageContaining("unknown deontic \"shall\"");
    }
}
