package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.agents.games.Breeding;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SelectionTest {
    @TempDir
    private Path folder;

    /// @param column of the market besides the fitness
    private static WorldFile herd(int odd, int others, double fitness, int steps, String column,
            String cell) { return WorldFile.of("herd.world.md", """
                ---
                format: world/1
                id: herd
                clock: {unit: death, steps: %d, order: simultaneous}
                game-master: rules
                speech: off
                memory: none
                ---

                # Herd

                Some are of another kind.

                ## Populations

                ### Mutants
                - count: %d
                - names: Mutant {n}
                - policy: heir(kind: stubborn)

                ### Others
                - count: %d
                - names: Other {n}
                - policy: heir(kind: silent)

                ## Markets

                | herd | mechanism | fitness | %s |
                |---|---|---|---|
                | Herd | selection | stubborn %s; silent 1 | %s |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | wait() | | |
                """.formatted(steps, odd, others, column, fitness, cell)); }

    @Test
    void one_mutant_takes_over_as_often_as_morans_formula_says() {
        for (double fitness : new double[]{1, 1.5, 0.8}) {
            int runs = 1500;
            double won = 0;
            double formula = 0;
            World herd = herd(1, 7, fitness, 100_000, "every", "1").world(new LinkedHashMap<>());
            for (int seed = 0; seed < runs; seed++) {
                var numbers = Rounds.play(herd, seed);
                assertThat(numbers.get("alike")).isEqualTo(1);
                won += numbers.getOrDefault("share stubborn", 0.0);
                formula = numbers.getOrDefault("fixation", 0.0);
            }

            assertThat(formula).isCloseTo(Breeding.fixation(8, fitness), within(1e-12));
            double sd = Math.sqrt(formula * (1 - formula) / runs);
            assertThat(won / runs).as("fitness " + fitness).isCloseTo(formula, within(4 * sd));
        }
        assertThat(Breeding.fixation(10, 0)).isZero();
        assertThat(Breeding.fixation(10, Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Breeding.fixation(10, Double.NaN)).isEqualTo(0.1);
        assertThat(Breeding.fixation(10, 1.5)).isCloseTo((1 - 1 / 1.5) / (1 - Math.pow(1.5, -10)), within(1e-12));
    }

    @Test
    void the_replicator_multiplies_each_share_by_its_fitness_over_the_mean() {
        int[] next = Breeding.replicated(new int[]{0, 0, 1, 1, 0, 1, 0, 1}, new double[]{3, 3, 1, 1, 3, 1, 3, 1});

        assertThat(next).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void who_earns_more_has_more_children() {
        var chance = new SplittableRandom(3);
        int of = 0;
        for (int i = 0; i < 10_000; i++) {
            of += Breeding.moran(new double[]{1, 3}, chance).parent();
        }

        assertThat(of).isBetween(7300, 7700);
    }

    /// Six in a common pot; the child of a punisher punishes, that of a free rider gives nothing.
    private Ended pot(double units) { return pot(units, "moran"); }

    private Ended pot(double units, String process) { return Ended.of(60, """
                ## Populations

                ### Judges
                - count: 3
                - names: Judge {n}
                - policy: heir(kind: punisher)
                - traits: units %s

                ### Riders
                - count: 3
                - names: Rider {n}
                - policy: heir(kind: free-rider)
                - traits: units %s

                ## Markets

                | name | mechanism | endowment | share | removes | game | strength | process |
                |---|---|---|---|---|---|---|---|
                | Pot | public-good | 20 | 0.4 | 3 | | | |
                | Life | selection | | | | pot | 0.3 | %s |

                ## Phases

                | phase | who | order |
                |---|---|---|
                | giving | everyone | simultaneous |
                | judging | everyone | simultaneous |

                ## Actions

                | action | needs | effect | phase |
                |---|---|---|---|
                | give(pot: market, points: quantity 0..20) | | supply(pot, points) | giving |
                | punish(whom: person, points: quantity 0.0..10.0) | | add(whom, "punished", points), add(actor, "punishing", points) | judging |

                ## Measures

                | measure | when | is |
                |---|---|---|
                | deaths | every step | count(events, action = "death") |
                | births | end | count(events, action = "birth") |
                | new | every step | share(people, is("born life", step)) |
                """.formatted(units, units, process), 1, folder.resolve(process + units)); }

    @Test
    void retributive_people_take_over_where_they_punish_enough_and_die_out_where_they_do_not() {
        Ended mild = pot(0);
        Ended harsh = pot(5);

        assertThat(mild.number("* share punisher")).isZero();
        assertThat(harsh.number("* share punisher")).isEqualTo(1);
        assertThat(harsh.told()).anyMatch(line -> line.matches("(Judge|Rider) [1-3] dies\\."))
                .anyMatch(line -> line.matches("A child of .* takes the place of .*: punisher\\."));
        assertThat(harsh.attributes().values()).contains("punisher").doesNotContain("free-rider");
    }

    @Test
    void every_death_and_every_birth_is_an_event_that_measures_count() {
        Ended moran = pot(5);
        Ended replicator = pot(5, "replicator");

        assertThat(moran.measures().get("births")).isEqualTo(60);
        assertThat(moran.measures().get("deaths")).isEqualTo(1);
        assertThat(moran.measures().get("new")).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(moran.word("judge-1 parent life")).matches("(judge|rider)-[1-3]");
        assertThat(replicator.measures().get("births")).isEqualTo(3);
        assertThat(replicator.measures().get("deaths")).isZero();
        assertThat(replicator.number("* share punisher")).isEqualTo(1);
        assertThat(replicator.told()).contains("Rider 1 dies.", "A child takes the place of Rider 1: punisher.");
    }

    /// @param columns of the line besides the fitness, which is the same for all
    private Ended line(int steps, String columns, String cells) { return Ended.of(steps, """
                ## Populations

                ### Folk
                - count: 10
                - names: Folk {n}
                - policy: heir(kind: silent)

                ### Odd
                - count: 1
                - names: Odd {n}
                - policy: heir(kind: stubborn)

                ## Markets

                | line | mechanism | fitness | %s |
                |---|---|---|---|
                | Line | selection | silent 1; stubborn 0 | %s |

                ## Measures

                | measure | when | is |
                |---|---|---|
                | births | end | count(events, action = "birth") |
                """.formatted(columns, cells), 1, folder.resolve(columns + cells + steps)); }

    @Test
    void people_die_only_as_often_as_the_world_says() {
        assertThat(line(12, "every", "3").measures().get("births")).isEqualTo(4);
        assertThat(line(12, "every", "1").measures().get("births")).isEqualTo(12);
    }

    @Test
    void a_kind_without_children_dies_out_unless_children_mutate() {
        assertThat(line(150, "mutation", "0").number("* share stubborn")).isZero();
        assertThat(line(150, "mutation", "0.8").number("* share stubborn")).isBetween(0.05, 0.75);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            process # moran # 3 # 5
            mutation # 0.4 # 1 # 2
            every # 3 # 3 # 5
            process # replicator # 3 # 5
            """)
    void the_same_die_and_are_born_with_words_and_without(String column, String cell, int odd, int others) {
        Traced traced = Traced.of(herd(odd, others, 1.5, 24, column, cell), 5, folder);
        String share = GameOfRounds.rounded((double) odd / (odd + others)).toPlainString();
        var shares = new TreeSet<String>();

        for (int step = 1; step <= 24; step++) {
            share = traced.word(step, "* share stubborn").orElse(share);
            shares.add(share);
            var without = Rounds.play(herd(odd, others, 1.5, step, column, cell).world(new LinkedHashMap<>()), 5);
            assertThat(GameOfRounds.rounded(without.getOrDefault("share stubborn", -1.0)).toPlainString())
                    .as("step " + step).isEqualTo(share);
        }

        assertThat(shares).hasSizeGreaterThan(1);
    }
}
