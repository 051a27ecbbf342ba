package microcosm.gamemaster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import microcosm.prompts.Templates;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreviewTest {
    private static final World VILLAGE = WorldFile.shipped("weir-village").world(Map.of());

    @Test
    void before_the_first_step_somebody_sees_what_the_page_says_they_can() {
        try (var preview = new Preview(VILLAGE, 1)) {
            assertThat(preview.views("tomas-brandt", 1)).hasSize(1).first().extracting(View::sentences)
                    .isEqualTo(List.of("It is day 1 of 12.", "You have 3 coin, 2 grain, 9 salt.",
                            "You owe Ilse Varga 5 grain.", "Others: Mira Oduya, Ilse Varga, Old Peder.",
                            "You may speak on the doorstep; who can hear you there: Mira Oduya, Ilse Varga, Old Peder.",
                            "You may offer, accept, repay, say, wait.", "What has reached you:",
                            "  day 0: You owe Ilse Varga 5 grain.",
                            "You are asked: What do you do and say?"));
        }
    }

    @Test
    void later_they_see_what_has_reached_them_and_nothing_else() {
        try (var preview = new Preview(VILLAGE, 1)) {
            View view = preview.views("old-peder", 3).getFirst();

            assertThat(preview.played()).isEqualTo(3);
            assertThat(view.situation().step()).isEqualTo(3);
            assertThat(String.join("\n", view.sentences())).startsWith("It is day 3 of 12.\n")
                    .contains("You may speak on the square;").doesNotContain("dear grain suits him");
        }
    }

    @Test
    void nobody_is_shown_anything_after_the_end() {
        try (var preview = new Preview(WorldFile.shipped("weir-village").world(Map.of("winter_in", "4")), 1)) {
            assertThat(preview.views("old-peder", 9)).isEmpty();
            assertThat(preview.ended()).hasValue("clock");
            assertThat(preview.played()).isEqualTo(4);
        }
    }

    @Test
    void somebody_who_is_not_there_sees_nothing() {
        try (var preview = new Preview(VILLAGE, 1)) {
            assertThatThrownBy(() -> preview.views("nobody", 1)).hasMessage("nobody here is called \"nobody\"");
        }
    }

    @Test
    void whoever_forgot_or_remembers_nothing_new_is_shown_only_what_they_have() {
        List<Integer> whole = remembered("");
        List<Integer> wiped = remembered("forget");
        List<Integer> frozen = remembered("freeze_memory");

        assertThat(whole).anyMatch(day -> day < 4).anyMatch(day -> day >= 4);
        assertThat(wiped).isNotEmpty().allMatch(day -> day >= 4);
        assertThat(frozen).isNotEmpty().allMatch(day -> day < 4);
    }

    /// From which days the memories are that a model playing Old Peder would be shown on day 10, after something was done to them on day 4.
    private static List<Integer> remembered(String done) {
        String shock = done.isEmpty()
                ? ""
                : "\n## Events\n\n### Shock\n\n- on: day 4\n- effect: " + done + "(\"old-peder\")\n";
        World world = WorldFile.of("village.world.md", WorldFile.shipped("weir-village").text() + shock)
                .world(Map.of());
        try (var preview = new Preview(world, 1, Optional.of("old-peder"), Templates.shipped())) {
            String prompt = preview.views("old-peder", 10).getFirst().prompt().orElseThrow().text();
            String mind = prompt.replaceFirst("(?s).*What comes to your mind:", "")
                    .replaceFirst("(?s)(What has reached you|# Your turn).*", "");
            return Pattern.compile("(?m)^> day ([0-9]+)").matcher(mind).results()
                    .map(found -> Integer.valueOf(found.group(1))).toList();
        }
    }
}
