package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Al and Bo have a sack each, Cy and Di have coins.
class AuctionTest {
    private static final String WORLD = """
            ---
            format: world/1
            id: hall
            clock: {unit: round, steps: 2, order: simultaneous}
            game-master: rules
            ---

            # The Hall

            Two sellers, two buyers.

            ## People

            ### Al
            - traits: cost 20
            ### Bo
            - traits: cost 50
            ### Cy
            - traits: worth 80
            ### Di
            - traits: worth 60

            ## Goods

            | good | unit | made or used |
            |---|---|---|
            | wheat | sack | no |
            | coin | coin | no |

            ## Holdings

            | who | wheat | coin |
            |---|---|---|
            | [Al](#al) | 1 | 0 |
            | [Bo](#bo) | 1 | 0 |
            | [Cy](#cy) | 0 | 100 |
            | [Di](#di) | 0 | 55 |

            ## Markets

            | hall | mechanism | good | paid in | shows |
            |---|---|---|---|---|
            | Hall | RULE | wheat | coin | full |

            ## Actions

            | action | needs | effect |
            |---|---|---|
            | bid(hall: market, price: quantity 0..200) | coin >= price | supply(hall, price) |
            | ask(hall: market, price: quantity 0..200) | wheat >= 1 | supply(hall, 0 - price) |
            | pay(to: person, what: goods) | holds(actor, what) | pay(to, what) |
            """;

    private static Play played(String rule, String lines) {
        World world = WorldFile.of("hall.world.md", WORLD.replace("RULE", rule)).world(new LinkedHashMap<>(Map.of()));
        return Play.of(world, Puppets.saying(lines));
    }

    private static String world(Play play, String name) { return play.state().attribute("*", name).orElse("none"); }

    @Test
    void what_waits_from_one_round_sets_the_price_of_the_next() {
        Play play = played("double-auction", """
                1 al: [ask hall=hall; price=30]
                1 bo: [ask hall=hall; price=55]
                2 cy: [bid hall=hall; price=70]
                """);

        assertThat(play.outcomes()).anyMatch(line -> line.endsWith("Hall: Cy buys from Al for 30."));
        assertThat(play.state().holdings("cy").toString()).isEqualTo("70 coin, 1 wheat");
        assertThat(play.state().holdings("al").toString()).isEqualTo("30 coin");
        assertThat(world(play, "best_ask hall")).isEqualTo("55");
        assertThat(world(play, "book hall")).isEqualTo("ask 55");
    }

    @Test
    void the_most_there_is_to_gain_is_known_and_what_was_gained_is_its_share() {
        Play play = played("double-auction", """
                1 bo: [ask hall=hall; price=55]
                2 cy: [bid hall=hall; price=70]
                """);

        assertThat(world(play, "most_surplus hall")).isEqualTo("70");
        assertThat(world(play, "competitive_trades hall")).isEqualTo("2");
        assertThat(world(play, "competitive_price hall")).isEqualTo("55");
        assertThat(world(play, "surplus hall")).isEqualTo("30");
        assertThat(Double.parseDouble(world(play, "efficiency hall"))).isEqualTo(3 / 7.0,
                org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void a_call_trades_all_at_one_price_and_forgets_the_rest() {
        Play play = played("call-auction", """
                1 al: [ask hall=hall; price=30]
                1 bo: [ask hall=hall; price=50]
                1 cy: [bid hall=hall; price=70]
                1 di: [bid hall=hall; price=52]
                """);

        assertThat(play.outcomes())
                .anyMatch(line -> line.endsWith("Hall: Cy buys from Al for 51. Di buys from Bo for 51."));
        assertThat(world(play, "efficiency hall")).isEqualTo("1");
        assertThat(play.state().holdings("di").toString()).isEqualTo("4 coin, 1 wheat");
    }

    @Test
    void who_trades_by_an_order_that_waited_does_not_trade_again_in_the_same_step() {
        for (int seed = 0; seed < 20; seed++) {
            World world = WorldFile.of("hall.world.md", WORLD.replace("RULE", "double-auction"))
                    .world(new LinkedHashMap<>(Map.of()));
            Play play = Play.of(world, Puppets.saying("""
                    1 cy: [bid hall=hall; price=45]
                    2 al: [ask hall=hall; price=20]
                    2 bo: [ask hall=hall; price=20]
                    2 cy: [bid hall=hall; price=46]
                    """), seed, 1);

            assertThat(play.state().holdings("cy").amount("wheat")).as("seed " + seed)
                    .isEqualByComparingTo(java.math.BigDecimal.ONE);
        }
    }

    @Test
    void an_order_that_cannot_be_paid_any_more_is_taken_back() {
        Play play = played("double-auction", """
                1 di: [bid hall=hall; price=50]
                1 cy: [bid hall=hall; price=20]
                2 di: [pay to=al; what=40 coin]
                2 al: [ask hall=hall; price=15]
                """);

        assertThat(play.outcomes()).anyMatch(line -> line.endsWith("Hall: Cy buys from Al for 20."));
    }
}
