package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/// Posted offers, and markets in which people trade several units.
class PostedOfferTest {
    private static final String WORLD = """
            ---
            format: world/1
            id: hall
            clock: {unit: round, steps: 3, order: simultaneous}
            game-master: rules
            speech: off
            memory: none
            ---

            # The Hall

            Two sellers, two buyers.

            ## People

            ### Al
            - traits: cost 30, cost_2 20
            ### Bo
            - traits: cost 50
            ### Cy
            - traits: worth 80, worth_2 100, worth_3 FURTHER
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
            | [Al](#al) | 2 | 0 |
            | [Bo](#bo) | 1 | 0 |
            | [Cy](#cy) | 0 | 500 |
            | [Di](#di) | 0 | 500 |

            ## Markets

            | hall | mechanism | good | paid in |
            |---|---|---|---|
            | Hall | RULE | wheat | coin |

            ## Actions

            | action | needs | effect |
            |---|---|---|
            | bid(hall: market, price: quantity 1..200) | coin >= price | supply(hall, price) |
            | ask(hall: market, price: quantity 1..200) | wheat >= 1 | supply(hall, 0 - price) |
            """;

    @TempDir
    private Path folder;

    private static Play played(String rule, long seed, String lines) {
        return Play.of(WorldFile.of("hall.world.md", WORLD.replace("RULE", rule).replace("FURTHER", "5"))
                .world(Map.of()), Puppets.saying(lines), seed, 1);
    }

    private static double world(Play play, String name) {
        return Double.parseDouble(play.state().attribute("*", name).orElse("NaN"));
    }

    @Test
    void a_buyer_takes_the_lowest_offer_at_its_price_and_not_at_the_own_bid() {
        Play play = played("posted-offer", 1, """
                1 al: [ask hall=hall; price=40]
                1 bo: [ask hall=hall; price=55]
                1 cy: [bid hall=hall; price=90]
                """);

        assertThat(play.outcomes()).anyMatch(line -> line.endsWith("Hall: Cy buys from Al for 40."));
        assertThat(play.state().holdings("al").toString()).isEqualTo("40 coin, 1 wheat");
        assertThat(play.state().holdings("cy").toString()).isEqualTo("460 coin, 1 wheat");
    }

    @Test
    void who_would_pay_less_than_the_lowest_offer_buys_nothing() {
        Play play = played("posted-offer", 1, """
                1 al: [ask hall=hall; price=40]
                1 cy: [bid hall=hall; price=39]
                """);

        assertThat(play.outcomes()).anyMatch(line -> line.endsWith("Hall: no trade."));
        assertThat(play.state().holdings("cy").toString()).isEqualTo("500 coin");
    }

    @Test
    void what_was_not_sold_is_over_with_the_step() {
        Play play = played("posted-offer", 1, """
                1 al: [ask hall=hall; price=40]
                2 cy: [bid hall=hall; price=90]
                """);

        assertThat(play.outcomes()).noneMatch(line -> line.contains("buys from"));
    }

    @Test
    void sellers_stand_before_buyers_come_whoever_was_first_and_buyers_come_in_an_order_drawn_by_seed() {
        var told = new TreeSet<String>();
        for (int seed = 0; seed < 24; seed++) {
            played("posted-offer", seed, """
                    1 cy: [bid hall=hall; price=90]
                    1 di: [bid hall=hall; price=60]
                    1 al: [ask hall=hall; price=40]
                    1 bo: [ask hall=hall; price=55]
                    """).outcomes().stream().filter(line -> line.contains("Hall: "))
                    .forEach(line -> told.add(line.substring(line.indexOf("Hall: "))));
        }

        assertThat(told).containsExactly("Hall: Cy buys from Al for 40. Di buys from Bo for 55.",
                "Hall: Di buys from Al for 40. Cy buys from Bo for 55.");
    }

    @Test
    void units_are_traded_one_after_the_other_the_one_that_gains_most_first() {
        Play play = played("double-auction", 1, """
                1 al: [ask hall=hall; price=40]
                2 cy: [bid hall=hall; price=70]
                3 al: [ask hall=hall; price=41]
                3 cy: [bid hall=hall; price=70]
                """);

        assertThat(play.state().attribute("cy", "bought hall")).contains("2");
        assertThat(play.state().attribute("al", "sold hall")).contains("2");
        assertThat(world(play, "competitive_trades hall")).isEqualTo(3);
        assertThat(world(play, "most_surplus hall")).isEqualTo(100 + 80 + 60 - 20 - 30 - 50);
        assertThat(world(play, "surplus hall")).isEqualTo(100 - 20 + (80 - 30));
        assertThat(world(play, "efficiency hall")).isCloseTo(130 / 140.0, within(1e-9));
    }

    @Test
    void who_trades_at_random_stops_when_all_units_are_traded_and_never_loses() {
        String page = WORLD.replace("RULE", "double-auction").replace("FURTHER", "5").replace("steps: 3", "steps: 60")
                .replace("- traits", "- policy: zero-intelligence\n- traits");

        Ended ended = Ended.of(60, page.substring(page.indexOf("## People")), 3, folder);

        assertThat(ended.number("al sold hall")).isEqualTo(2);
        assertThat(ended.number("cy bought hall")).isBetween(1.0, 3.0);
        assertThat(ended.number("* efficiency hall")).isBetween(0.5, 1.0);
    }

    @Test
    void a_trade_takes_back_what_waits_only_where_the_market_is_cleared() {
        String lines = """
                1 bo: [ask hall=hall; price=60]
                1 al: [ask hall=hall; price=40]
                2 cy: [bid hall=hall; price=70]
                """;
        Play kept = played("double-auction", 1, lines);
        Play cleared = Play.of(WorldFile.of("hall.world.md", WORLD.replace("paid in |", "paid in | cleared |")
                .replace("|---|---|---|---|", "|---|---|---|---|---|").replace("| coin |\n\n## Actions",
                        "| coin | yes |\n\n## Actions")
                .replace("RULE", "double-auction").replace("FURTHER", "5")).world(Map.of()), Puppets.saying(lines), 1,
                1);

        assertThat(world(kept, "best_ask hall")).isEqualTo(60);
        assertThat(cleared.state().holdings("cy").toString()).isEqualTo("460 coin, 1 wheat");
        assertThat(cleared.state().attribute("*", "best_ask hall")).contains("");
    }

    @Test
    void a_worth_that_is_no_number_is_the_authors_mistake() {
        var world = WorldFile.of("hall.world.md", WORLD.replace("RULE", "posted-offer").replace("FURTHER", "much"))
                .world(Map.of());

        assertThatThrownBy(() -> Play.of(world, Puppets.saying(""))).isInstanceOf(WorldException.class)
                .hasMessageContaining("worth_3: \"much\" is not a number");
    }
}
