package microcosm.examples;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.trace.Effect;
import microcosm.trace.Event;

import static org.assertj.core.api.Assertions.assertThat;

/// Three nights and three votes among wolves, a seer and villagers, played whole.
class HiddenRolesTest {
    @TempDir
    private Path runs;

    private Playing played() { return Playing.scripted("hidden-roles", runs, 3, "hidden-roles/dorn.jsonl"); }

    private static List<Effect> effects(Playing played) {
        return played.events().stream().filter(Event.Resolved.class::isInstance)
                .flatMap(event -> ((Event.Resolved) event).effects().stream()).toList();
    }

    @Test
    void the_village_loses_four_and_sends_away_two_wolves() {
        Playing played = played();

        assertThat(effects(played)).filteredOn(effect -> effect instanceof Effect.Became became
                && became.attribute().equals("alive") && became.value().equals("no"))
                .extracting(effect -> ((Effect.Became) effect).subject())
                .containsExactly("hedda", "enno", "cilla", "dag", "gustav", "fenja");
        assertThat(played.measure("wolves")).isZero();
        assertThat(played.measure("village")).isEqualTo(3);
        assertThat(played.events().get(played.events().size() - 2)).isInstanceOfSatisfying(Event.Ended.class,
                ended -> assertThat(ended.why()).isEqualTo("the village wins"));
    }

    @Test
    void what_the_wolves_say_at_night_and_what_the_seer_sees_reach_nobody_else() {
        List<Effect> effects = effects(played());

        assertThat(effects)
                .filteredOn(effect -> effect instanceof Effect.Told told && told.channel().equals("the-howl"))
                .hasSize(2).allMatch(effect -> ((Effect.Told) effect).to().equals(List.of("fenja")));
        assertThat(effects).filteredOn(effect -> effect instanceof Effect.Established fact
                && fact.knownTo().equals(List.of("gustav"))).extracting(effect -> ((Effect.Established) effect).text())
                .containsExactly("Dag’s role is Wolf.", "Fenja’s role is Wolf.");
    }

    @Test
    void a_game_master_of_rules_asks_no_model() {
        assertThat(played().events()).filteredOn(Event.Replied.class::isInstance).hasSize(57)
                .allMatch(event -> ((Event.Replied) event).call().equals("act"));
    }
}
