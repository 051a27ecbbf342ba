package microcosm.agents;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TieTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            friend       | yes | You are friend to Bo         | Ann is friend to you
            boss         | yes | You are boss to Bo           | Ann is boss to you
            parent of    | yes | You are parent of Bo         | Ann is parent of you
            follows      | yes | You follow Bo                | Ann follows you
            delegates to | yes | You delegate to Bo           | Ann delegates to you
            talks_to     | yes | You talk to Bo               | Ann talks to you
            teaches      | yes | You teach Bo                 | Ann teaches you
            carries for  | yes | You carry for Bo             | Ann carries for you
            is owed by   | yes | You are owed by Bo           | Ann is owed by you
            follows      | no  | You no longer follow Bo      | Ann no longer follows you
            friend       | no  | You are no longer friend to Bo | Ann is no longer friend to you
            trust        | 0.4 | You to Bo: trust 0.4         | Ann to you: trust 0.4
            """)
    void a_relation_is_a_sentence_whichever_word_it_is(String is, String value, String own, String other) {
        var tie = new Tie("ann", is, "bo", value);

        assertThat(tie.sentence("You", true, "Bo")).isEqualTo(own);
        assertThat(tie.sentence("Ann", false, "you")).isEqualTo(other);
    }

    @Test
    void an_attribute_is_a_relation_where_it_ends_with_somebody_and_is_no_mark_on_a_ballot() {
        List<String> people = List.of("ann", "bo");

        assertThat(Tie.of("ann", "delegates to bo", "yes", people::contains))
                .hasValue(new Tie("ann", "delegates to", "bo", "yes"));
        assertThat(List.of("bo", "supply town", "approves council bo", "ranks council bo", "vote bo")).allSatisfy(
                attribute -> assertThat(Tie.of("ann", attribute, "yes", people::contains)).isEqualTo(Optional.empty()));
    }
}
