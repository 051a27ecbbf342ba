package microcosm.gamemaster;

import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static microcosm.gamemaster.SettlementTest.play;
import static org.assertj.core.api.Assertions.assertThat;

/// Exchange between two, which needs no mechanism, and an auction where somebody cannot pay.
class ExchangeTest {
    @Test
    void exchange_between_two_is_theirs_alone_to_accept_and_to_close() {
        String rest = """

                ## Goods

                | good | unit | made or used |
                |---|---|---|
                | wheat | sack | no |
                | coin | coin | no |

                ## Holdings

                | who | wheat | coin |
                |---|---|---|
                | [Al](#al) | 1 | 0 |
                | [Cy](#cy) | 0 | 100 |
                | [Di](#di) | 0 | 100 |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | offer(to: person, give: goods, get: goods) | | open_offer(to, give, get, 2) |
                | accept(what: offer) | | swap(what) |
                | close(what: offer) | | close_offer(what) |
                """;
        String market = "| town | mechanism |\n|---|---|\n| Town | statements |\n";
        String offer = "1 al: [offer to=cy; give=1 wheat; get=40 coin]\n";
        String id = play(1, "Al\nCy\nDi", market, rest, offer, 1).state().offers().iterator().next().id();

        Play stranger = play(3, "Al\nCy\nDi", market, rest, offer + "2 di: [close what=" + id + "]\n3 cy: [accept what="
                + id + "]", 1);
        Play taken = play(3, "Al\nCy\nDi", market, rest, offer + "2 di: [accept what=" + id + "]", 1);
        Play twice = play(3, "Al\nCy\nDi", market, rest, offer + "2 cy: [accept what=" + id + "] [accept what=" + id
                + "]", 1);

        assertThat(stranger.outcomes()).anyMatch(line -> line.endsWith("refused: That offer is not yours to close."));
        assertThat(stranger.state().holdings("cy").toString()).isEqualTo("60 coin, 1 wheat");
        assertThat(stranger.state().holdings("al").toString()).isEqualTo("40 coin");
        assertThat(taken.state().holdings("di").toString()).isEqualTo("100 coin");
        assertThat(twice.state().holdings("al").toString()).isEqualTo("40 coin");
        assertThat(twice.state().offers()).isEmpty();
    }

    @Test
    void who_cannot_pay_neither_buys_nor_keeps_others_from_it() {
        var ways = new TreeSet<String>();
        for (int seed = 0; seed < 12; seed++) {
            ways.add(play(1, "Al\nCy\nDi", """
                    | hall | mechanism | good | paid in |
                    |---|---|---|---|
                    | Hall | double-auction | wheat | coin |
                    """, """

                    ## Goods

                    | good | unit | made or used |
                    |---|---|---|
                    | wheat | sack | no |
                    | coin | coin | no |

                    ## Holdings

                    | who | wheat | coin |
                    |---|---|---|
                    | [Al](#al) | 1 | 0 |
                    | [Cy](#cy) | 0 | 100 |
                    | [Di](#di) | 0 | 5 |

                    ## Actions

                    | action | needs | effect |
                    |---|---|---|
                    | bid(hall: market, price: quantity 0..200) | | supply(hall, price) |
                    | ask(hall: market, price: quantity 0..200) | | supply(hall, 0 - price) |
                    """, """
                    1 al: [ask hall=hall; price=30]
                    1 di: [bid hall=hall; price=90]
                    1 cy: [bid hall=hall; price=40]
                    """, seed).state().holdings("cy").toString());
        }

        assertThat(ways).isSubsetOf("60 coin, 1 wheat", "70 coin, 1 wheat").hasSize(2);
    }
}
