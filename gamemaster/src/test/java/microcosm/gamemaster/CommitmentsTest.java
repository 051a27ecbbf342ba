package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import microcosm.agents.Situation;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Plans that the engine carries out, and what players may see of each other.
class CommitmentsTest {
    private static World dilemma(String columns, String cells) {
        return WorldFile.of("dilemma.world.md", """
                ---
                format: world/1
                id: dilemma
                clock: {unit: round, steps: 3, order: simultaneous, announce-end: false}
                game-master: rules
                speech: off
                memory: none
                ---
                # Dilemma
                ## People
                ### Row
                ### Column
                ## Markets
                | game | mechanism | moves | payoffs |%s
                |---|---|---|---|%s
                | it | matrix-game | C, D | C C 2 2; C D 0 3; D C 3 0; D D 1 1 |%s
                ## Actions
                | action | needs | effect |
                |---|---|---|
                | promise(game: market, if: choice C or D, then: choice C or D, otherwise: choice C or D) | | commit(game, if, then, otherwise) |
                | play(game: market, move: choice C or D) | | choose(game, move) |
                """.formatted(columns, "---|".repeat(columns.length() - columns.replace("|", "").length()), cells))
                .world(Map.of());
    }

    private static String play(String move) { return "[play game=it; move=" + move + "]"; }

    private static String promise(String when, String then, String otherwise) {
        return "[promise game=it; if=" + when + "; then=" + then + "; otherwise=" + otherwise + "]";
    }

    /// @return what both brought in each round, such as `CD`
    private static List<String> brought(World world, String row, String column) {
        var rounds = new ArrayList<String>();
        Play.of(world, new Puppets((who, _) -> who.equals("row") ? row : column)).events().forEach(event -> {
            if (event instanceof microcosm.trace.Event.Resolved resolved && resolved.what().equals("matrix-game")) {
                var moves = new StringBuilder();
                resolved.effects().forEach(effect -> {
                    if (effect instanceof microcosm.trace.Effect.Became(String _, String name, String value)
                            && name.equals("brought it")) {
                        moves.append(value);
                    }
                });
                if (!moves.isEmpty()) {
                    rounds.add(moves.toString());
                }
            }
        });
        return rounds;
    }

    @Test
    void a_plan_is_carried_out_whatever_the_person_would_have_done() {
        String word = promise("C", "C", "D") + " " + play("D");

        assertThat(brought(dilemma("", ""), word, play("C"))).containsExactly("CC", "CC", "CC");
        assertThat(brought(dilemma("", ""), word, play("D"))).containsExactly("DD", "DD", "DD");
        assertThat(brought(dilemma("", ""), promise("D", "C", "D"), play("D"))).containsExactly("CD", "CD", "CD");
    }

    @Test
    void two_who_plan_to_do_as_the_other_does_cooperate_and_one_who_plans_otherwise_undoes_it() {
        String word = promise("C", "C", "D");

        assertThat(brought(dilemma("", ""), word, word)).containsExactly("CC", "CC", "CC");
        assertThat(brought(dilemma("", ""), word, promise("C", "D", "D"))).containsExactly("DD", "DD", "DD");
    }

    @Test
    void a_word_without_credibility_is_the_persons_own_to_break() {
        String word = promise("C", "C", "D") + " " + play("D");

        assertThat(brought(dilemma(" credibility |", " 0 |"), word, play("C"))).containsExactly("DC", "DC", "DC");
        assertThat(brought(dilemma(" credibility | Row credibility |", " 0 | 1 |"), word, play("C")))
                .containsExactly("CC", "CC", "CC");
    }

    @Test
    void each_level_of_transparency_shows_what_it_says_and_no_more() {
        assertThat(seen("none")).isEmpty();
        assertThat(seen("history")).containsExactly("brought it", "earned it", "total it");
        assertThat(seen("reputation")).containsExactly("reputation it");
        assertThat(seen("plans")).containsExactly("brought it", "earned it", "plan it", "total it");
        assertThat(told("none")).containsExactlyElementsOf(told("reputation")).containsExactly(
                "1 NOTICE it: Row D earns 3.", "2 NOTICE it: Row D earns 3.", "3 NOTICE it: Row D earns 3.");
        assertThat(told("history")).contains("1 NOTICE it: Row D earns 3, Column C earns 0.");
    }

    /// What Row sees of Column in the last round, and that nothing of the world betrays it.
    private static List<String> seen(String level) {
        Situation last = (Situation) puppets(level).life("row").stream().filter(Situation.class::isInstance).toList()
                .getLast();
        boolean open = level.equals("history") || level.equals("plans");
        assertThat(last.known().get("*").containsKey("mean_profit")).as(level).isEqualTo(open);
        return last.known().containsKey("column")
                ? List.copyOf(last.known().get("column").keySet()).stream()
                        .filter(name -> !name.equals("reputation it") || level.equals("reputation")).toList()
                : List.of();
    }

    private static List<String> told(String level) {
        return puppets(level).perceived("row").stream().filter(line -> line.contains("earns")).toList();
    }

    private static Puppets puppets(String level) {
        var puppets = new Puppets((who, _) -> who.equals("row")
                ? play("D")
                : promise("D", "C", "C"));
        Play.of(dilemma(" transparency |", " " + level + " |"), puppets);
        return puppets;
    }

    @Test
    void what_a_game_cannot_be_is_said() {
        assertThatExceptionOfType(WorldException.class)
                .isThrownBy(() -> brought(dilemma(" credibility |", " 1.2 |"), promise("C", "C", "D"), play("C")))
                .withMessageContaining("credibility 1.2 must be from 0 to 1");
        assertThatExceptionOfType(WorldException.class)
                .isThrownBy(() -> brought(dilemma(" transparency |", " full |"), play("C"), play("C")))
                .withMessageContaining("unknown transparency \"full\"").withMessageContaining(
                        "known here: none, history, reputation, plans, programs");
    }
}
