package microcosm.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import microcosm.testing.Seeds;
import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;

class FewAttributesTest {
    /// More than stand in one array, so that a tree takes over on the way.
    @Seeds(100)
    void it_is_a_map_in_order_of_names_that_nothing_changes(SplittableRandom random) {
        SequencedMap<String, String> attributes = FewAttributes.NONE;
        var expected = new TreeMap<String, String>();
        for (int i = 0; i < 80; i++) {
            SequencedMap<String, String> before = attributes;
            var copy = new TreeMap<>(expected);
            String name = "n" + random.nextInt(40);
            attributes = FewAttributes.with(attributes, name, "v" + i);
            expected.put(name, "v" + i);

            assertThat(before).isEqualTo(copy);
            assertThat(attributes).isEqualTo(expected).hasSize(expected.size()).containsEntry(name, "v" + i)
                    .doesNotContainKey("n" + name).doesNotContainKey("");
            assertThat(new ArrayList<>(attributes.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
            assertThat(new ArrayList<>(attributes.reversed().values()))
                    .isEqualTo(new ArrayList<>(expected.reversed().values()));
            var told = new ArrayList<String>();
            attributes.forEach((key, value) -> told.add(key + "=" + value));
            assertThat(told).isEqualTo(expected.entrySet().stream().map(Object::toString).toList());
        }
    }

    @Seeds(100)
    void many_changes_at_once_are_as_one_after_another_and_leave_the_state_before_as_it_was(SplittableRandom random) {
        State before = State.EMPTY;
        for (String person : List.of("ada", "bo")) {
            var entered = new LinkedHashMap<String, String>();
            entered.put("n1", "born");
            before = before.after(new Event.Cast(new EventId(0, 0, person, 1), person, Bundle.NONE,
                    entered));
        }
        var effects = new ArrayList<Effect>();
        for (int i = 0; i < 60; i++) {
            effects.add(random.nextInt(10) == 0
                    ? new Effect.Established("fact" + i, "text", List.of("*"))
                    : new Effect.Became(random.nextInt(3) == 0 ? "bo" : "ada", "n" + random.nextInt(6), "v" + i));
        }

        State after = before.after(new Event.Resolved(new EventId(1, 0, "gm", 1), List.of(), "x", effects, ""));

        State one = before;
        for (Effect effect : effects) {
            one = one.after(effect);
        }
        for (String person : List.of("ada", "bo", "*")) {
            assertThat(after.attributes(person)).isEqualTo(one.attributes(person));
        }
        assertThat(before.attributes("ada")).hasToString("{n1=born}");
        assertThat(before.attributes("bo")).hasToString("{n1=born}");
    }

    @Test
    void nobody_has_what_nobody_was_given() {
        assertThat(FewAttributes.NONE).isEmpty();
        assertThat(State.EMPTY.attribute("ada", "role")).isEmpty();
    }
}
