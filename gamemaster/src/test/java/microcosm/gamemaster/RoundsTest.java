package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import microcosm.agents.games.Luck;
import microcosm.agents.games.MatrixGame;
import microcosm.agents.games.Session;
import microcosm.trace.Seed;
import microcosm.worlds.Person;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Games played without words and without a trace go as the same games with them.
class RoundsTest {
    private static final int ROUNDS = 24;
    private static final String STREET = "levels=5|over=20";

    @TempDir
    private Path folder;

    /// @param policies separated by `+`
    /// @param cells such as `most=10|grid=1`
    private static WorldFile world(String mechanism, String policies, String cells, String speech) {
        var page = new StringBuilder("""
                ---
                format: world/1
                id: small
                clock: {unit: round, steps: %d, order: simultaneous}
                game-master: rules
                speech: %s
                memory: none
                ---

                # Small

                A small world.

                ## People
                """.formatted(ROUNDS, speech));
        int many = 0;
        for (String policy : policies.split("\\+")) {
            page.append("\n### P").append(++many).append("\n- policy: ").append(policy.strip()).append('\n');
        }
        String[] columns = cells.split("\\|");
        page.append("\n## Markets\n\n| hall | mechanism |");
        List.of(columns).forEach(one -> page.append(one, 0, one.indexOf('=')).append('|'));
        page.append("\n|---|---|").append("---|".repeat(columns.length)).append("\n| hall | ").append(mechanism)
                .append(" |");
        List.of(columns).forEach(one -> page.append(one.substring(one.indexOf('=') + 1)).append('|'));
        page.append("""


                ## Actions

                | action | needs | effect |
                |---|---|---|
                """);
        page.append(mechanism.equals("matrix-game") || mechanism.equals("program-game")
                ? "| play(place: market, so: choice C or D or delegate) | | choose(place, so) |"
                : "| bring(place: market, much: quantity 0.0..100.0) | | supply(place, much) |");
        return WorldFile.of("small.world.md", page.append("""


                ## Measures

                | measure | when | is |
                |---|---|---|
                | gained | end | mean_profit |
                | given | end | mean_brought |
                """).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_game_in_sentences_or_in_calls_goes_as_the_same_game_without_words(String speech) {
        goesAlike(world("bertrand", "epsilon-greedy(beta: 0.05) + epsilon-greedy(beta: 0.05)", STREET, speech));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            bertrand # epsilon-greedy(beta: 0.05) + imitate-the-best(mutation: 0.2) + epsilon-greedy(memory: 0) # levels=7
            cournot # imitate-the-best(mutation: 0.3) + imitate-the-best(mutation: 0.3) + silent # price=max(0, 100 - Q)|P1 unit cost=10|P2 unit cost=12.5|most=50|grid=1
            cournot # epsilon-greedy(beta: 0.1, memory: 0) + imitate-the-best # price=max(0, 60 - Q / 3)|unit cost=10|most=40|grid=4
            cournot # q-learning(grid: 10, most: 40) + q-learning(grid: 10, most: 40) # price=max(0, 40 - Q)|unit cost=4|most=40|grid=10
            matrix-game # tit-for-tat + random # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1
            matrix-game # grim + suspicious-tit-for-tat # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1
            matrix-game # win-stay-lose-shift + tit-for-two-tats # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1
            matrix-game # alternate + epsilon-greedy(beta: 0.05) # moves=C, D|payoffs=C C 2 2; C D 0 3; D C 3 0; D D 1 1|contract=D 1.5
            matrix-game # cooperate + epsilon-greedy(beta: 0.05) # moves=C, D|payoffs=C C 2 2; C D 0 3; D C 3 0; D D 1 1|mediator=C else D
            matrix-game # defect + tit-for-tat + random # moves=C, D|payoffs=C C C 6 6 6; C C D 3 3 8; C D C 3 8 3; D C C 8 3 3; C D D 0 5 5; D C D 5 0 5; D D C 5 5 0; D D D 1 1 1
            program-game # tit-for-tat + random # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1
            public-good # epsilon-greedy(beta: 0.05) + imitate-the-best + imitate-the-best # endowment=3|share=0.4
            beauty-contest # imitate-the-best(mutation: 0.3) + epsilon-greedy(memory: 0) + epsilon-greedy(memory: 0) # factor=0.5|most=20|grid=1
            contention # epsilon-greedy(beta: 0.1) + imitate-the-best(mutation: 0.2) + random # capacity=1|loss=0.5
            statements # imitate-the-best(mutation: 0.5) + imitate-the-best(mutation: 0.5) # most=10|grid=2.5
            """)
    void a_game_with_a_trace_goes_as_the_same_game_without(String mechanism, String policies, String cells) {
        goesAlike(world(mechanism, policies, cells, "off"));
    }

    @Test
    void people_drawn_from_a_population_play_as_people_written_one_by_one() {
        String written = world("contention", "epsilon-greedy(beta: 0.1) + imitate-the-best(mutation: 0.2)",
                "capacity=1|loss=0.5", "off").text();
        String drawn = written.replace("## Markets", """
                ## Populations

                ### Folk
                - count: 3
                - names: Folk {n}
                - policy: epsilon-greedy(beta: 0.05)

                ## Markets""");

        goesAlike(WorldFile.of("small.world.md", drawn));
    }

    private void goesAlike(WorldFile file) {
        assertThat(file.check()).isEmpty();
        World world = file.world(Map.of());
        var ids = new ArrayList<String>();

        Traced traced = Traced.of(file, 7, folder);
        Session session = Rounds.session(world, 7, people -> {
            people.forEach(person -> ids.add(person.id()));
            return asInWords(people);
        });

        for (int round = 1; round <= ROUNDS; round++) {
            session.play(round, ROUNDS, 0);
            assertThat(without(session, ids)).as("round " + round).isEqualTo(inWords(traced, round, ids)).hasSize(
                    ids.size());
        }
    }

    /// The luck of a run with seed 7.
    private static Luck asInWords(List<Person> people) {
        return (player, round) -> {
            String purpose = people.get(player).policy().orElseThrow().name().equals("q-learning")
                    ? "q-learning"
                    : "strategy";
            return new Seed(7).stream("agents/" + people.get(player).id() + "/" + purpose, (int) round, 1);
        };
    }

    /// @return of each who plays what they brought and what they earned
    private static List<String> inWords(Traced traced, int round, List<String> ids) {
        return ids.stream().map(id -> {
            Function<String, Optional<String>> became = what -> traced.word(round, id + " " + what);
            return became.apply("brought hall").or(() -> became.apply("q hall")).orElseThrow() + " earns "
                    + became.apply("earned hall").or(() -> became.apply("profit")).orElseThrow();
        }).toList();
    }

    private static List<String> without(Session session, List<String> ids) {
        return IntStream.range(0, ids.size()).mapToObj(player -> {
            double brought = session.broughtLast(player);
            return (session.table().game() instanceof MatrixGame game
                    ? game.moves().get((int) brought)
                    : GameOfRounds.rounded(brought).toPlainString()) + " earns "
                    + GameOfRounds.rounded(session.earnedLast(player)).toPlainString();
        }).toList();
    }

    @Test
    void measures_of_the_end_have_a_value_without_words_and_seeds_matter() {
        World shops = world("bertrand", "epsilon-greedy(beta: 0.05) + epsilon-greedy(beta: 0.05)", STREET, "off")
                .world(Map.of());

        var one = Rounds.play(shops, 1);

        assertThat(one.get("gained")).isEqualTo(one.get("mean_profit"), Offset.offset(1e-9));
        assertThat(one).isEqualTo(Rounds.play(shops, 1)).isNotEqualTo(Rounds.play(shops, 2));
        assertThat(one.get("rounds")).isEqualTo(ROUNDS);
    }

    @Test
    void what_is_kept_from_players_cannot_be_played_without_words() {
        for (String seen : List.of("none", "reputation")) {
            World closed = world("matrix-game", "grim + grim",
                    "moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1|transparency=" + seen, "off")
                    .world(Map.of());

            assertThatThrownBy(() -> Rounds.play(closed, 1)).isInstanceOf(WorldException.class)
                    .hasMessageContaining("transparency: without words everybody sees what everybody did");
        }
    }

    @Test
    void a_policy_that_plays_no_game_is_the_authors_mistake() {
        World shops = world("bertrand", "gossip + gossip", STREET, "off").world(Map.of());

        assertThatThrownBy(() -> Rounds.play(shops, 1)).isInstanceOf(WorldException.class)
                .hasMessageContaining("P1: this policy plays no game of rounds without words");
    }
}
