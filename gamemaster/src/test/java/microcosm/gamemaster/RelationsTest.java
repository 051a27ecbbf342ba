package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;

/// Relations as a model reads them that plays somebody: to whom they are known, and what put them there.
class RelationsTest {
    private static final World TOWN = Township.of("", """
            ## Relations

            | from | to | is | known to |
            |---|---|---|---|
            | [Ann](#ann) | [Bo](#bo) | follows | both |
            | [Ann](#ann) | [Cy](#cy) | friend | both |
            | [Cy](#cy) | [Ann](#ann) | friend | both |
            | [Cy](#cy) | [Bo](#bo) | rival | everyone |
            | [Bo](#bo) | [Ann](#ann) | fears | nobody |
            | [Bo](#bo) | [Cy](#cy) | spies on | [Bo](#bo) |
            | [Bo](#bo) | [Ann](#ann) | owes 1 grain | both |

            ## Events

            ### Quarrel

            - on: day 2
            - effect: become("ann", "follows bo", "no"), become("ann", "trust bo", 0.4), become("cy", "rival bo", 0.9)

            ## Channels

            | channel | who may speak | open | heard by |
            |---|---|---|---|
            | square | everyone | every day | everyone |

            ## Actions

            | action | needs | effect |
            |---|---|---|
            """ + Township.SAY).world();

    private static Prompt prompt(String person, int step) {
        try (var preview = new Preview(TOWN, 1, Optional.of(person), Templates.shipped())) {
            return preview.views(person, step).getFirst().prompt().orElseThrow();
        }
    }

    /// What stands between what somebody holds and the ways to speak.
    private static List<String> lines(String person, int step) {
        return prompt(person, step).text().lines().dropWhile(line -> !line.startsWith("You have ")).skip(1)
                .takeWhile(line -> !line.startsWith("You can now speak")).toList();
    }

    @Test
    void somebody_is_shown_the_relations_they_may_know_of_and_no_others() {
        assertThat(lines("ann", 1)).containsExactly("You are friend to Cy, and Cy is friend to you.", "You follow Bo.",
                "Cy is rival to Bo.", "Bo owes you 1 grain.");
        assertThat(lines("bo", 1)).containsExactly("You spy on Cy.", "Ann follows you.", "Cy is rival to you.",
                "You owe Ann 1 grain.");
        assertThat(lines("cy", 1)).containsExactly("You are friend to Ann, and Ann is friend to you.",
                "You are rival to Bo.");
    }

    @Test
    void what_changes_is_shown_as_it_is_now_to_those_who_may_know_of_it() {
        assertThat(lines("ann", 3)).containsExactly("You are friend to Cy, and Cy is friend to you.",
                "You to Bo: trust 0.4.", "Cy to Bo: rival 0.9.", "Bo owes you 1 grain.");
        assertThat(lines("bo", 3)).as("and not of a trust the page says nothing of").containsExactly("You spy on Cy.",
                "Cy to you: rival 0.9.", "You owe Ann 1 grain.");
    }

    @Test
    void a_change_is_told_once_in_words_to_those_who_may_know_of_it() {
        assertThat(prompt("ann", 2).text()).contains("- You no longer follow Bo. You to Bo: trust 0.4.");
        assertThat(prompt("bo", 2).text()).contains("- Ann no longer follows you. Cy to you: rival 0.9.")
                .doesNotContain("trust");
        assertThat(prompt("ann", 1).text()).as("what was so before needs no telling")
                .doesNotContain("What has reached you").doesNotContain("follows bo");
    }

    @Test
    void each_names_the_event_by_which_it_came_to_be() {
        assertThat(source("ann", 1, "You follow Bo.")).startsWith("0.0/gm/");
        assertThat(source("bo", 1, "Ann follows you.")).isEqualTo(source("ann", 1, "You follow Bo."));
        assertThat(source("ann", 1, "You are friend to Cy, and Cy is friend to you.").split(" ")).hasSize(2)
                .allMatch(one -> one.startsWith("0.0/gm/"));
        assertThat(source("ann", 3, "You to Bo: trust 0.4.")).startsWith("2.0/gm/");
        assertThat(source("bo", 3, "Cy to you: rival 0.9.")).startsWith("2.0/gm/");
        assertThat(source("bo", 3, "You spy on Cy.")).startsWith("0.0/gm/");
        assertThat(prompt("bo", 3).events()).contains(source("bo", 3, "Cy to you: rival 0.9."));
    }

    private static String source(String person, int step, String line) {
        return prompt(person, step).parts().stream().filter(part -> part.text().equals(line)).findFirst().orElseThrow()
                .source();
    }
}
