package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.prompts.Templates;
import microcosm.testing.Seeds;
import microcosm.trace.Event;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// What people are told under each regime of the harbour, and that nothing else about them differs.
class RegimesTest {
    private static final String RULE = "Firms must set quantities independently and must not divide the towns between them.";

    /// What Alder Mill is shown in a round by `show --as`, in one regime.
    private static List<String> shown(String regime, int step) {
        World world = WorldFile.shipped("harbour").world(Map.of("regime", regime, "firms", "joint-profit"));
        try (var preview = new Preview(world, 1)) {
            return preview.views("alder-mill", step).getFirst().sentences();
        }
    }

    /// What a model that plays Alder Mill would be asked in a round, but for what comes to its mind: that is chosen among all it was ever told.
    private static List<String> asked(String regime, String firms, long seed, int step) {
        World world = WorldFile.shipped("harbour").world(Map.of("regime", regime, "firms", firms));
        try (var preview = new Preview(world, seed, java.util.Optional.of("alder-mill"), Templates.shipped())) {
            String prompt = preview.views("alder-mill", step).getFirst().prompt().orElseThrow().text();
            return prompt.replaceFirst("(?s)What comes to your mind:.*?(?=What has reached you|# Your turn)", "")
                    .lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static List<String> more(List<String> than, List<String> shown) {
        var more = new ArrayList<>(shown);
        than.forEach(more::remove);
        return more;
    }

    @Test
    void the_regimes_differ_in_what_is_declared_and_in_nothing_else() {
        String rule = "Everybody knows: rule: " + RULE;
        for (int step : new int[]{1, 6, 7}) {
            List<String> none = shown("none", step);
            List<String> written = shown("written-rule", step);
            List<String> notices = shown("notice-only", step);
            List<String> graph = shown("graph", step);
            String number = step == 7 ? "6" : "5";
            List<String> told = step == 1
                    ? List.of()
                    : List.of("Alder Mill", "Birch Mill").stream()
                            .map(firm -> "  round " + number + ": " + firm + (step == 6
                                    ? " is now warning, was active (specialisation, concentration)."
                                    : " is now fined, was warning (specialisation, concentration)."
                                            + " The rule provides a fine of 630."))
                            .toList();

            assertThat(more(none, written)).containsExactly(rule);
            assertThat(more(written, none)).isEmpty();
            assertThat(more(written, notices)).containsExactlyElementsOf(told);
            assertThat(more(notices, written)).isEmpty();
            assertThat(more(notices, graph)).containsExactlyElementsOf(step < 7
                    ? List.of()
                    : List.of("You know of yourself: total_fines: 630.00.",
                            "You know of yourself: total_profit: 10170.00.",
                            "  round 6: Against you: fine of 630.00."));
            assertThat(more(graph, notices)).containsExactlyElementsOf(step < 7
                    ? List.of()
                    : List.of("You know of yourself: total_profit: 10800."));
        }
    }

    @Seeds(12)
    void a_models_prompt_differs_between_regimes_in_the_rule_and_the_notices_and_in_nothing_else(
            SplittableRandom chance) {
        long seed = chance.nextLong(1000);
        int step = 1 + chance.nextInt(14);
        String firms = List.of("q-learning", "joint-profit", "best-response").get(chance.nextInt(3));
        List<String> none = asked("none", firms, seed, step);
        List<String> written = asked("written-rule", firms, seed, step);
        List<String> notices = asked("notice-only", firms, seed, step);

        assertThat(more(none, written)).containsExactly("The rule: " + RULE);
        assertThat(more(written, none)).isEmpty();
        assertThat(more(notices, written)).isIn(List.of(), List.of("Nothing has reached you since you last acted."));
        assertThat(more(written, notices)).allMatch(line -> line.matches(
                "- (Alder|Birch) Mill(: seen .*; the state stays .*| is now .*, was .*)|What has reached you since you last acted:"));
    }

    /// The same deeds in every regime, drawn: what each firm is told differs by notices, fines and suspensions alone.
    @Seeds(20)
    void whatever_firms_do_they_are_told_the_same_but_for_notices_and_sanctions(SplittableRandom chance) {
        var script = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            script.add("[produce town=north-quay; q=" + chance.nextInt(60) + "] [produce town=south-quay; q="
                    + (chance.nextInt(3) == 0 ? 30 : 0) + "]");
        }
        List<String> none = told("none", script);
        List<String> written = told("written-rule", script);
        List<String> notices = told("notice-only", script);
        List<String> graph = told("graph", script);

        assertThat(written).isEqualTo(none);
        assertThat(more(notices, none)).isEmpty();
        assertThat(more(none, notices)).isNotEmpty()
                .allMatch(line -> line.matches("[0-9]+ NOTICE (Alder|Birch) Mill(: seen | is now ).*"));
        long suspended = graph.stream().filter(line -> line.contains("You are suspended.")).count();
        if (suspended == 0) {
            assertThat(more(graph, notices)).isEmpty();
            assertThat(more(notices, graph)).allMatch(line -> line.contains(": fine of "));
        }
    }

    private static List<String> told(String regime, List<String> script) {
        var puppets = new Puppets((firm, step) -> script.get(step - 1));
        Play.of(WorldFile.shipped("harbour").world(Map.of("regime", regime)), puppets);
        return puppets.perceived("alder-mill");
    }
}
