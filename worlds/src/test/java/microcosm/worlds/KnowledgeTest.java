package microcosm.worlds;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What somebody of a page knows, in words and in typed claims.
class KnowledgeTest {
    private static Person ann(String bullets) { return WorldFile.of("well.world.md", """
                ---
                format: world/1
                id: well
                clock: {unit: day, steps: 2, order: shuffled}
                game-master: rules
                ---

                # The Well

                ## People

                ### Ann

                %s

                ## Claims

                ### The well is fouled

                A dead sheep lies in it.

                - truth: true

                ### The rope is new

                The rope was bought on Monday.

                - truth: true
                """.formatted(bullets)).world(Map.of()).cast().people().getFirst(); }

    @Test
    void whoever_knows_a_claim_is_certain_of_it_and_keeps_what_they_know_in_secret() {
        Person ann = ann("""
                - knows: [The rope is new](#the-rope-is-new)
                - secret: [The well is fouled](#the-well-is-fouled)""");

        assertThat(ann.believes()).containsExactly(new Person.Belief("the-rope-is-new", 1),
                new Person.Belief("the-well-is-fouled", 1));
        assertThat(ann.knows()).containsExactly("The rope was bought on Monday.");
        assertThat(ann.secrets()).containsExactly("A dead sheep lies in it.");
        assertThat(ann.kept()).containsExactly("the-well-is-fouled");
    }

    @Test
    void how_sure_they_are_is_as_the_page_says_where_it_says_so() {
        Person ann = ann("""
                - believes: [The rope is new](#the-rope-is-new) 0.7
                - knows: [The rope is new](#the-rope-is-new)""");

        assertThat(ann.believes()).containsExactly(new Person.Belief("the-rope-is-new", 0.7));
    }

    @Test
    void words_alone_are_nobodys_belief() {
        Person ann = ann("""
                - knows: the rope is new, as [all say](#the-rope-is-new)
                - secret: she fouled the well""");

        assertThat(ann.believes()).isEmpty();
        assertThat(ann.kept()).isEmpty();
    }
}
