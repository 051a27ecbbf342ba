package microcosm.speech;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.testing.Seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/// Whatever is said, it is read: nothing throws, every span lies in the text, and a long text takes no longer than its length.
class HostileTextTest {
    private static final List<String> SOUP = List.of("I", "you", "if", "offer", "Tomas", "Ilse's", "3", "-2", "1/0",
            "99999999999999999999",
            "grain", "salt", "for", ",", ".", "?", "\"", "(", ")", "offer(", "and", "or", "not", "accept", "a dozen",
            "half",
            "will", "\ud83d\ude00", "\ud83d", "\u202e", "\u0130", "I\u2019ll", "$5", "my", "your", "back", "pay",
            "the mill", "will stop",
            "kidding", "1,5", "...", "tomorrow", "\n", "to", "him", "at", "each", "2 coin", "'s", "don't", "@", "vote",
            "all");

    @Seeds(400)
    void any_soup_of_words_is_read_and_its_spans_lie_in_the_text(long seed, SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = 0; i < random.nextInt(40); i++) {
            text.append(SOUP.get(random.nextInt(SOUP.size()))).append(random.nextInt(5) == 0 ? "" : " ");
        }

        Reading reading = Fixture.weir().read(text.toString());

        assertThat(reading.attempts()).allSatisfy(a -> assertThat(a.to()).isBetween(a.from(), text.length()));
        assertThat(reading.claims()).allSatisfy(c -> assertThat(c.to()).isBetween(c.from(), text.length()));
        assertThat(reading.unclear()).allSatisfy(u -> assertThat(u.to()).isBetween(u.from(), text.length()));
    }

    @Test
    void spans_count_utf_16_characters_even_after_letters_that_change_length() {
        String text = "\u0130\ud83d\ude00 I wait.";

        Reading reading = Fixture.weir().read(text);

        var wait = reading.attempts().stream().filter(a -> a.action().equals("wait")).findFirst().orElseThrow();
        assertThat(text.substring(wait.from(), wait.to())).isEqualTo("I wait");
    }

    @Test
    void a_text_of_a_million_characters_is_read_in_its_beginning() {
        for (String piece : List.of("I offer Tomas 3 grain for 2 salt, ", "a ", "the mill will stop ", "(", "offer(",
                "\"", "if you and ", "Tomas, ", "3 ")) {
            assertThatCode(() -> Fixture.weir().read(piece.repeat(1_000_000 / piece.length())))
                    .doesNotThrowAnyException();
        }
    }
}
