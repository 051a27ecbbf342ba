package microcosm.gamemaster;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import microcosm.trace.Event;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// What markets settle when people do exactly what they are told to, at the edges of each rule.
class SettlementTest {
    static final String PHASES = """

            ## Phases

            | phase | who | order |
            |---|---|---|
            | first | everyone | simultaneous |
            | second | everyone | simultaneous |
            """;

    /// @param people one a line, with what stands below the heading after a colon
    static Play play(int steps, String people, String market, String rest, String lines, long seed) {
        var page = new StringBuilder("""
                ---
                format: world/1
                id: small
                clock: {unit: round, steps: %d, order: simultaneous}
                game-master: rules
                ---

                # Small

                A small world.

                ## People

                """.formatted(steps));
        people.lines().forEach(line -> page.append("### ").append(line.split(": ")[0]).append("\n\n")
                .append(line.contains(": ") ? "- " + line.substring(line.indexOf(": ") + 2) + "\n\n" : ""));
        page.append("## Markets\n\n").append(market).append(rest);
        return Play.of(WorldFile.of("small.world.md", page.toString()).world(Map.of()), Puppets.saying(lines), seed, 1);
    }

    static double number(Play play, String who, String attribute) {
        return Double.parseDouble(play.state().attribute(who, attribute).orElse("NaN"));
    }

    static double benchmark(Play play, String name) {
        return play.events().stream().filter(Event.Benchmarked.class::isInstance).map(Event.Benchmarked.class::cast)
                .filter(event -> event.name().equals(name)).findFirst().orElseThrow().value().doubleValue();
    }

    private static Play sealed(String rule, String lines) { return play(2, "Al: traits: worth 80\nBo: traits: worth 60", """
                | lot | mechanism | reserve |
                |---|---|---|
                | Vase | %s | 30 |
                """.formatted(rule), """

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | bid(lot: market, price: quantity 0.0..1000.0) | | supply(lot, price) |
                """, lines, 1); }

    @Test
    void below_the_reserve_nothing_is_sold_and_a_single_bidder_pays_it() {
        Play none = sealed("second-price", "1 al: [bid lot=vase; price=29]");
        Play one = sealed("second-price", "1 al: [bid lot=vase; price=70]\n1 bo: [bid lot=vase; price=29]");
        Play first = sealed("first-price", "1 al: [bid lot=vase; price=70]\n1 bo: [bid lot=vase; price=40]");

        assertThat(none.state().attribute("*", "winner vase")).isEmpty();
        assertThat(number(one, "*", "price vase")).isEqualTo(30);
        assertThat(number(one, "al", "earned vase")).isEqualTo(50);
        assertThat(number(first, "al", "earned vase")).isEqualTo(10);
    }

    private static Play bargain(String lines) { return play(3, "Ann\nBob", """
                | pie | mechanism | pie | rounds | discount | second discount |
                |---|---|---|---|---|---|
                | Pie | bargaining | 10 | 2 | 0.5 | 0.9 |
                """.replace("| pie | mechanism | pie |", "| cake | mechanism | pie |"), PHASES + """

                ## Actions

                | action | needs | effect | phase |
                |---|---|---|---|
                | offer(pie: market, part: quantity 0.0..100.0) | | supply(pie, part) | first |
                | answer(pie: market, so: choice accept or reject) | | choose(pie, so) | second |
                """, lines, 1); }

    @Test
    void who_rejected_offers_next_and_both_have_lost_by_waiting() {
        Play play = bargain("""
                1 ann: [offer pie=pie; part=1]
                1 bob: [answer pie=pie; so=reject]
                2 bob: [offer pie=pie; part=4]
                2 ann: [answer pie=pie; so=accept]
                """);

        assertThat(number(play, "ann", "earned pie")).isEqualTo(4 * 0.5);
        assertThat(number(play, "bob", "earned pie")).isEqualTo(6 * 0.9);
        assertThat(play.state().attribute("*", "agreed pie")).contains("2");
    }

    @Test
    void nobody_gives_away_more_than_the_pie_and_after_the_last_round_it_is_gone() {
        Play all = bargain("1 ann: [offer pie=pie; part=99]\n1 bob: [answer pie=pie; so=accept]");
        Play late = bargain("3 ann: [offer pie=pie; part=4]\n3 bob: [answer pie=pie; so=accept]");

        assertThat(number(all, "bob", "earned pie")).isEqualTo(10);
        assertThat(number(all, "ann", "earned pie")).isZero();
        assertThat(late.state().attribute("*", "agreed pie")).isEmpty();
    }

    private static Play trust(String lines) { return play(1, "Ann\nBob", """
                | loan | mechanism | endowment | factor |
                |---|---|---|---|
                | Loan | trust-game | 10 | 4 |
                """, PHASES + """

                ## Actions

                | action | needs | effect | phase |
                |---|---|---|---|
                | send(loan: market, units: quantity 0.0..100.0) | | supply(loan, units) | first |
                | return(loan: market, units: quantity 0.0..100.0) | | supply(loan, units) | second |
                """, lines, 1); }

    @Test
    void no_more_is_sent_than_there_is_and_no_more_comes_back_than_it_became() {
        Play much = trust("1 ann: [send loan=loan; units=50]\n1 bob: [return loan=loan; units=15]");
        Play back = trust("1 ann: [send loan=loan; units=3]\n1 bob: [return loan=loan; units=99]");

        assertThat(number(much, "ann", "earned loan")).isEqualTo(15);
        assertThat(number(much, "bob", "earned loan")).isEqualTo(10 + 40 - 15);
        assertThat(number(back, "ann", "earned loan")).isEqualTo(7 + 12);
        assertThat(number(back, "bob", "earned loan")).isEqualTo(10);
        assertThat(benchmark(much, "joint_profit")).isEqualTo(50);
        assertThat(benchmark(much, "worthwhile_share")).isEqualTo(0.25);
    }

    private static Play met(String answer, long seed) { return play(3, "Ann\nBob\nCy", """
                | village | mechanism | words |
                |---|---|---|
                | Village | encounters | 5 |
                """, PHASES + """

                ## Actions

                | action | needs | effect | phase |
                |---|---|---|---|
                | say(village: market, word: number 1..5) | | choose(village, word) | first |
                | answer(village: market, so: choice yes or no) | | choose(village, so) | second |
                """, """
                1 ann: [say village=village; word=3] [answer village=village; so=ANSWER]
                1 bob: [say village=village; word=3] [answer village=village; so=ANSWER]
                1 cy: [say village=village; word=3] [answer village=village; so=ANSWER]
                2 ann: [say village=village; word=4] [answer village=village; so=ANSWER]
                2 bob: [say village=village; word=4] [answer village=village; so=ANSWER]
                2 cy: [say village=village; word=4] [answer village=village; so=ANSWER]
                """.replace("ANSWER", answer), seed); }

    @Test
    void two_who_meet_agree_where_the_hearer_says_so_and_meetings_are_counted() {
        assertThat(met("yes", 1).state().attribute("*", "agreed village")).contains("yes");
        assertThat(met("no", 1).state().attribute("*", "agreed village")).contains("no");
        assertThat(number(met("yes", 1), "*", "meetings village")).isEqualTo(2);
    }

    @Test
    void anybody_may_meet_anybody_but_nobody_themselves() {
        var met = new TreeSet<String>();
        for (int seed = 0; seed < 40; seed++) {
            var state = met("yes", seed).state();
            met.add(state.attribute("*", "speaker village").orElse("") + " "
                    + state.attribute("*", "hearer village").orElse(""));
        }

        assertThat(met).containsExactly("ann bob", "ann cy", "bob ann", "bob cy", "cy ann", "cy bob");
    }

    @Test
    void a_shop_that_asks_no_price_sells_nothing_and_leaves_the_street_to_the_other() {
        Play play = play(1, "Ada\nBo", """
                | market | mechanism |
                |---|---|
                | Street | bertrand |
                """, """

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | ask(street: market, price: quantity 0.0..10.0) | | supply(street, price) |
                """, "1 ada: [ask street=street; price=2]", 1);

        assertThat(number(play, "ada", "earned street")).as("share exp((2 - 2) / 0.25) / (1 + 1)")
                .isCloseTo((2 - 1) * 0.5, within(1e-9));
        assertThat(number(play, "bo", "earned street")).isZero();
        double joint = benchmark(play, "joint_profit");
        double left = benchmark(play, "deviation_profit");
        assertThat(left).as("against the cartel, not against Nash").isGreaterThan(joint + 0.05);
        assertThat(benchmark(play, "critical_discount"))
                .isCloseTo((left - joint) / (left - benchmark(play, "nash_profit")), within(1e-9));
    }

    private static Play quantities(String cost, String over, String lines, int steps) { return play(steps, "Ada\nBo", """
                | town | mechanism | price | unit cost | over |
                |---|---|---|---|---|
                | Town | cournot | max(0, 100 - Q) | %s | %s |
                """.formatted(cost, over), """

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | bring(town: market, q: quantity 0.0..100.0) | | supply(town, q) |
                """, lines, 1); }

    @Test
    void a_follower_earns_half_of_what_the_leader_does_and_a_cheat_nine_sixty_fourths() {
        Play play = quantities("10", "1", "", 1);

        assertThat(List.of(benchmark(play, "leader_q"), benchmark(play, "follower_q"), benchmark(play, "leader_profit"),
                benchmark(play, "follower_profit"), benchmark(play, "deviation_profit")))
                .containsExactly(45.0, 22.5, 1012.5, 506.25, 9 * 90 * 90 / 64.0);
    }

    @Test
    void means_are_over_the_last_rounds_where_the_market_says_so() {
        Play play = quantities("10", "2", """
                1 ada: [bring town=town; q=50]
                1 bo: [bring town=town; q=50]
                2 ada: [bring town=town; q=30]
                2 bo: [bring town=town; q=30]
                3 ada: [bring town=town; q=20]
                3 bo: [bring town=town; q=40]
                """, 3);

        assertThat(number(play, "*", "mean_brought")).isEqualTo(30);
        assertThat(number(play, "*", "mean_profit")).isEqualTo(900);
        assertThat(number(play, "*", "consumer_surplus")).isEqualTo(60 * 60 / 2.0);
    }

    @Test
    void specialisation_counts_as_it_is_where_nash_has_none() {
        Play play = play(1, "Ada\nBo", """
                | town | mechanism | price | unit cost |
                |---|---|---|---|
                | North | cournot | max(0, 100 - Q) | 10 |
                | South | cournot | max(0, 100 - Q) | 10 |
                """, """

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | bring(town: market, q: quantity 0.0..100.0) | | supply(town, q) |
                """, "1 ada: [bring town=north; q=30]\n1 bo: [bring town=south; q=30]", 1);

        assertThat(number(play, "*", "cv_excess")).as("of (30, 0)").isCloseTo(1, within(1e-9));
        assertThat(number(play, "*", "hhi_excess")).as("1 over 1/2").isCloseTo(1, within(1e-9));
    }
}
