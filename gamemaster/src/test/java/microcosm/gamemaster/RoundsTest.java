package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.agents.Policies;
import microcosm.agents.games.Games;
import microcosm.agents.games.Session;
import microcosm.agents.games.Strategy;
import microcosm.agents.games.Table;
import microcosm.memory.Memories;
import microcosm.models.Embedders;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.trace.Seed;
import microcosm.worlds.Person;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Two shops that learn prices for sixty rounds.
class RoundsTest {
    private static final String WORLD = """
            ---
            format: world/1
            id: shops
            clock: {unit: round, steps: 60, order: simultaneous}
            game-master: rules
            SPEECH
            ---

            # Shops

            Two shops.

            ## People

            ### Ada
            - policy: POLICY

            ### Bo
            - policy: POLICY

            ## Markets

            | market | mechanism | levels | over |
            |---|---|---|---|
            | the street | bertrand | 5 | 20 |

            ## Actions

            | action | needs | effect |
            |---|---|---|
            | ask(street: market, price: quantity 0.0..10.0) | | supply(street, price) |

            ## Measures

            | measure | when | is |
            |---|---|---|
            | gain | end | (mean_profit - nash_profit) / (joint_profit - nash_profit) |
            """;
    private static final String LEARNING = "epsilon-greedy(beta: 0.05)";

    @TempDir
    private Path folder;

    private static WorldFile world(String speech, String policy) {
        return WorldFile.of("shops.world.md", WORLD.replace("SPEECH", speech).replace("POLICY", policy));
    }

    @Test
    void a_game_played_in_words_goes_as_the_same_game_without() {
        for (String speech : List.of("speech: on", "speech: off")) {
            WorldFile file = world(speech, LEARNING);

            List<String> inWords = inWords(file, folder.resolve(speech.replace(": ", "-")));
            List<String> without = without(file.world(Map.of()));

            assertThat(inWords).hasSize(120).doesNotHaveDuplicates().isEqualTo(without);
        }
    }

    @Test
    void measures_of_the_end_have_a_value_without_words_and_seeds_matter() {
        World shops = world("speech: off", LEARNING).world(Map.of());

        var one = Rounds.play(shops, 1);

        assertThat(one.get("gain")).isBetween(-1.0, 1.0)
                .isEqualTo((one.get("mean_profit") - one.get("nash_profit"))
                        / (one.get("joint_profit") - one.get("nash_profit")),
                        org.assertj.core.data.Offset.offset(1e-9));
        assertThat(one).isEqualTo(Rounds.play(shops, 1)).isNotEqualTo(Rounds.play(shops, 2));
        assertThat(one.get("rounds")).isEqualTo(60);
    }

    @Test
    void a_policy_that_plays_no_game_is_the_authors_mistake() {
        World shops = world("speech: off", "gossip").world(Map.of());

        assertThatThrownBy(() -> Rounds.play(shops, 1)).isInstanceOf(WorldException.class)
                .hasMessageContaining("Ada: this policy plays no game of rounds without words");
    }

    /// @return what was brought, as `round person price`
    private static List<String> inWords(WorldFile file, Path folder) {
        var brought = new ArrayList<String>();
        Run.play(file, RunOptions.of(7), folder,
                () -> new RunRecord.Sitting("test", java.math.BigDecimal.ZERO, "", "", "", "",
                        RunRecord.Totals.NONE),
                (event, _) -> {
                    if (event instanceof Event.Resolved resolved) {
                        resolved.effects().forEach(effect -> {
                            if (effect instanceof Effect.Became(String who, String what, String value)
                                    && what.startsWith("brought ")) {
                                brought.add(event.id().step() + " " + who + " " + rounded(Double.parseDouble(value)));
                            }
                        });
                    }
                });
        return brought;
    }

    private static List<String> without(World world) {
        var people = new LinkedHashMap<String, String>();
        world.cast().people().forEach(person -> people.put(person.id(), person.name()));
        Table table = Games.table(world.dealings().markets().getFirst(), people, _ -> Optional.empty());
        var brought = new ArrayList<String>();
        var players = new ArrayList<Strategy>();
        var chances = new ArrayList<SplittableRandom>();
        try (var memory = Memories.open(Optional.empty(), world.clock(), world.memory(),
                Embedders.named(Engine.embedder(world), _ -> {}))) {
            for (Person person : world.cast().people()) {
                Strategy strategy = Policies.strategy(world, person, memory, table, players.size());
                players.add(new SameLuck(strategy, person.id(), table, brought));
                chances.add(new SplittableRandom(0));
            }
        }
        new Session(table, players, chances).play(60, 60, 0);
        return brought;
    }

    private static double rounded(double price) { return Math.rint(price * 1e6) / 1e6; }

    /// Draws from the generators of a run with seed 7.
    private static final class SameLuck implements Strategy {
        private final Strategy strategy;
        private final String person;
        private final Table table;
        private final List<String> brought;
        private int round;

        SameLuck(Strategy strategy, String person, Table table, List<String> brought) {
            this.strategy = strategy;
            this.person = person;
            this.table = table;
            this.brought = brought;
        }

        @Override
        public int choose(SplittableRandom chance) {
            round++;
            int action = strategy.choose(new Seed(7).stream("agents/" + person + "/strategy", round, 1));
            brought.add(round + " " + person + " " + rounded(table.value(action)));
            return action;
        }

        @Override
        public void learn(int[] profile, double[] earned) { strategy.learn(profile, earned); }
    }
}
