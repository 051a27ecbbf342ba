package microcosm.trace;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.testing.Seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventJsonTest {
    @Seeds(200)
    void every_kind_of_event_is_read_as_it_was_written(SplittableRandom random) {
        var generated = new Generated(random);
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            Event event = (Event) generated.record(kind);

            String line = EventJson.write(event);

            assertThat(EventJson.read(line)).isEqualTo(event);
            assertThat(line).doesNotContain("\n").isEqualTo(EventJson.write(EventJson.read(line)));
        }
    }

    @Test
    void what_cannot_be_seen_is_written_as_an_escape() {
        var event = new Event.Ended(new EventId(1, 1, "gm", 1), java.util.List.of(),
                "a\u202Eb\u200Bc\uDB40\uDC41\uD800 żółć \uD83D\uDE00");

        assertThat(EventJson.write(event)).isEqualTo(
                "{\"event\":\"ended\",\"id\":\"1.1/gm/1\",\"why\":\"a\\u202eb\\u200bc\\udb40\\udc41\\ud800 żółć \uD83D\uDE00\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            {"event":"endet","id":"1.0/gm/1"} # unknown event "endet"; known here: began, cast, benchmarked, replied, recalled, observed, believed, consulted, drafted, reviewed, acted, read, resolved, refused, measured, probed, stepped, ended
            {"event":"stepped","id":"1.0/gm/1","who":"x"} # unknown field "who" of stepped; known here: id
            {"event":"stepped","id":"1.0/gm/1","id":"1.0/gm/1"} # the field "id" stands twice
            {"event":"stepped"} # the field "id" of stepped is missing
            {"event":"ended","id":"1.0/gm/1","why":""} # ended.why: an empty field must be left out
            {"event":"ended","id":"1.0/gm/1","why":7} # ended.why: expected a string, found 7
            {"event":"ended","id":"gm"} # ended.id: "gm" is not an event id such as 12.1/ada/3
            {"id":"1.0/gm/1","event":"stepped"} # the first field must be "event"
            {"event":"stepped","id":"1.0/gm/1"} {} # expected nothing after the end, found {
            [] # expected an object, found [
            """)
    void every_other_spelling_is_refused_in_words(String line, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventJson.read(line)).withMessage(problem);
    }
}
