package microcosm.examples;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;

/// Agents who delegate, use tools and answer to an overseer, by rule.
class BuildersYardTest {
    private static final String YARD = "builders-yard/yard";

    @TempDir
    private Path runs;

    private static <E extends Event> List<E> of(Class<E> kind, Playing played) {
        return played.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void what_is_asked_is_passed_on_looked_up_and_handed_back() {
        Playing played = Playing.of(YARD, runs, 1);

        List<String> reported = of(Event.Resolved.class, played).stream().flatMap(event -> event.effects().stream())
                .filter(Effect.Told.class::isInstance).map(Effect.Told.class::cast)
                .filter(told -> told.to().equals(List.of("ida-korn"))).map(told -> told.from() + ": " + told.text())
                .toList();
        assertThat(reported).hasSize(4).allMatch(words -> words.startsWith("lea: "))
                .anyMatch(words -> words.contains("lime: price 4 crowns"))
                .anyMatch(words -> words.contains("(40 * 4 + 12 * 11) * 0.95 = 277.4"))
                .contains("lea: I found nothing on that.");
        assertThat(played.end().tasks()).isEmpty();
        assertThat(of(Event.Consulted.class, played)).isNotEmpty()
                .allMatch(event -> List.of("wen", "kit").contains(event.id().owner()));
        assertThat(of(Event.Measured.class, played)).filteredOn(event -> event.measure().equals("answered"))
                .extracting(event -> event.value().intValue()).containsExactly(8);
    }

    @Test
    void what_needs_leave_is_stopped_and_without_oversight_it_is_not() {
        Playing overseen = Playing.of(YARD, runs, 1);
        Playing free = Playing.of(YARD, runs, 1, "leave=none");

        assertThat(of(Event.Reviewed.class, overseen)).hasSize(8)
                .allMatch(event -> event.verdict().equals("stopped") && event.id().owner().equals("ola-brandt"));
        assertThat(overseen.end().holdings("orde")).isEqualTo(Bundle.NONE);
        assertThat(of(Event.Drafted.class, free)).isEmpty();
        assertThat(free.end().holdings("orde")).isEqualTo(Bundle.parse("240 slate"));
    }
}
