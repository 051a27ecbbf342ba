package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.agents.games.Meeting;
import microcosm.agents.games.Meetings;
import microcosm.trace.Seed;
import microcosm.worlds.Person;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Meetings without words and without a trace go as the same meetings with them.
class PairsTest {
    private static final int MEETINGS = 60;

    @TempDir
    private Path folder;

    private static WorldFile village(String ones, String twos, int words) { return WorldFile.of("village.world.md", """
            ---
            format: world/1
            id: village
            clock: {unit: meeting, steps: %d, order: simultaneous}
            game-master: rules
            speech: off
            memory: none
            ---

            # A Village

            People meet in pairs.

            ## Populations

            ### Ones
            - count: 3
            - names: One {n}
            - policy: %s

            ### Twos
            - count: 2
            - names: Two {n}
            - policy: %s

            ## Markets

            | green | mechanism | words |
            |---|---|---|
            | green | encounters | %d |

            ## Phases

            | phase | who | order |
            |---|---|---|
            | saying | everyone | simultaneous |
            | answering | everyone | simultaneous |

            ## Actions

            | action | needs | effect | phase |
            |---|---|---|---|
            | say(green: market, word: number 1..1000) | | choose(green, word) | saying |
            | answer(green: market, so: choice yes or no) | | choose(green, so) | answering |
            """.formatted(MEETINGS, ones, twos, words)); }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            namer # namer(starts: 2) # 7
            copier(starts: 1) # copier(starts: 2) # 2
            committed(starts: 1) # namer(starts: 2) # 2
            namer # copier(starts: 3) # 4
            """)
    void the_same_two_meet_and_say_the_same_with_words_and_without(String ones, String twos, int words) {
        WorldFile file = village(ones, twos, words);
        World world = file.world(Map.of());
        var seed = new Seed(7);
        List<Person> people = new Casting(world, seed).people();
        Traced traced = Traced.of(file, 7, folder);

        Meetings meetings = Pairs.meetings(world, world.dealings().markets().getFirst(), people,
                number -> seed.stream("mechanisms/encounters/green", (int) number - 1, 0),
                (speaker, number) -> seed.stream("agents/" + people.get(speaker).id() + "/word", (int) number, 1));
        int number = 0;
        while (number < MEETINGS && meetings.consensus() < 0) {
            number++;
            meetings.play(number);
            assertThat(people.get(meetings.latest().speaker()).id() + " says " + (meetings.last() + 1) + " to "
                    + people.get(meetings.latest().hearer()).id() + ": " + (meetings.agreed() ? "yes" : "no"))
                    .as("meeting " + number).isEqualTo(said(traced, number));
        }

        assertThat(number).isGreaterThan(4);
    }

    private static String said(Traced traced, int step) {
        return traced.word(step - 1, "* speaker green").orElseThrow() + " says "
                + traced.word(step, "* said green").orElseThrow() + " to "
                + traced.word(step - 1, "* hearer green").orElseThrow() + ": "
                + traced.word(step, "* agreed green").orElseThrow();
    }

    @Test
    void any_two_meet_either_way_round_equally_often() {
        var chance = new SplittableRandom(1);
        var times = new TreeMap<String, Integer>();

        for (int i = 0; i < 12_000; i++) {
            Meeting meeting = Meeting.drawn(4, chance);
            times.merge(meeting.speaker() + " " + meeting.hearer(), 1, Integer::sum);
        }

        assertThat(times.keySet()).containsExactly("0 1", "0 2", "0 3", "1 0", "1 2", "1 3", "2 0", "2 1", "2 3",
                "3 0", "3 1", "3 2");
        assertThat(times.values()).allMatch(many -> many > 880 && many < 1120);
    }
}
