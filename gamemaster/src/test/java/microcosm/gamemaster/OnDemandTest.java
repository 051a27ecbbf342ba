package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnDemandTest {
    private final List<String> asked = new ArrayList<>();
    private final OnDemand<Integer> lengths = new OnDemand<>(() -> Stream.of("ada", "nobody", "bo", "cilla"), name -> {
        asked.add(name);
        return Optional.of(name.length()).filter(_ -> !name.equals("nobody"));
    });

    @Test
    void whoever_stops_on_the_way_has_nothing_worked_out_that_they_did_not_see() {
        var entries = lengths.entrySet().iterator();
        entries.next();

        assertThat(asked).containsExactly("ada");
    }

    @Test
    void it_is_the_map_of_all_values_however_often_one_goes_through_it() {
        assertThat(lengths).isEqualTo(Map.of("ada", 3, "bo", 2, "cilla", 5)).hasSize(3);
        assertThat(lengths.sequencedKeySet()).containsExactly("ada", "bo", "cilla");
        assertThat(lengths.reversed().sequencedKeySet()).containsExactly("cilla", "bo", "ada");
        assertThat(lengths.get("nobody")).isNull();
        assertThat(asked).as("each is worked out once").doesNotHaveDuplicates();
    }
}
