package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.LinkedHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.agents.games.Contention;
import microcosm.agents.games.Norm;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Reputation, scarcity, taxes, credit and votes, against their closed forms.
class CommonAffairsTest {
    @TempDir
    private Path folder;

    private Ended reputation(String norm, double errs) { return Ended.of(60, """
                ## Populations

                ### Folk
                - count: 60
                - names: Folk {n}
                - policy: discriminator(errs: %s)

                ## Markets

                | village | mechanism | norm | errs |
                |---|---|---|---|
                | Village | reputation | %s | %s |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | meet(village: market, so: choice give or keep) | | choose(village, so) |
                """.formatted(errs, norm, errs), 1, folder.resolve(norm)); }

    @Test
    void under_each_norm_as_many_are_good_as_its_closed_form_says() {
        double errs = 0.1;
        assertThat(Norm.STERN_JUDGING.share(errs)).isCloseTo(1 - errs, within(1e-9));
        assertThat(Norm.SIMPLE_STANDING.share(errs)).isCloseTo(1 / (1 + errs), within(1e-9));
        assertThat(Norm.IMAGE_SCORING.share(errs)).isCloseTo(0.5, within(1e-9));
        assertThat(Norm.SHUNNING.share(errs)).isCloseTo(0, within(1e-9));

        for (Norm norm : Norm.values()) {
            Ended ended = reputation(norm.written(), errs);

            assertThat(ended.benchmarks().get("good_limit")).isCloseTo(norm.share(errs), within(1e-9));
            assertThat(ended.number("* mean_good")).as(norm.written()).isCloseTo(norm.share(errs), within(0.05));
        }
    }

    @Test
    void what_is_given_costs_one_and_helps_another_three() {
        Ended ended = reputation("stern-judging", 0);

        assertThat(ended.number("* giving village")).isEqualTo(1);
        double sum = 0;
        for (int i = 1; i <= 60; i++) {
            sum += ended.number("folk-" + i + " total village");
        }
        assertThat(sum).isEqualTo(60 * 60 * (3 - 1));
        assertThat(ended.benchmarks().get("least_known")).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void at_the_equilibrium_of_a_scarce_resource_using_it_pays_nothing() {
        var resource = new Contention(10, 6, 1, 1);
        double chance = resource.nashChance();
        double fits = 0;
        for (int k = 0; k <= 5; k++) {
            fits += binomial(9, k) * Math.pow(chance, k) * Math.pow(1 - chance, 9 - k);
        }
        assertThat(fits).as("as likely as not").isCloseTo(0.5, within(1e-9));

        Ended ended = Ended.of(400, """
                ## Populations

                ### Folk
                - count: 10
                - names: Folk {n}
                - policy: contender

                ## Markets

                | bar | mechanism | capacity |
                |---|---|---|
                | Bar | contention | 6 |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | go(bar: market, so: number 0..1) | | supply(bar, so) |
                """, 1, folder);

        assertThat(ended.benchmarks()).containsEntry("joint_profit", 0.6);
        assertThat(ended.benchmarks().get("nash_chance")).isCloseTo(chance, within(1e-9));
        assertThat(ended.number("* mean_brought")).isCloseTo(chance, within(0.03));
        assertThat(ended.number("* mean_profit")).isCloseTo(0, within(0.06));
    }

    private static double binomial(int n, int k) { return k == 0 ? 1 : binomial(n, k - 1) * (n - k + 1) / k; }

    private static World held(String market, int steps) { return WorldFile.of("small.world.md", """
                ---
                format: world/1
                id: small
                clock: {unit: round, steps: %d, order: simultaneous}
                game-master: rules
                ---

                # Small

                Three people.

                ## People

                ### Al
                ### Bo
                ### Cy

                ## Goods

                | good | unit | made or used |
                |---|---|---|
                | coin | coin | no |

                ## Holdings

                | who | coin |
                |---|--:|
                | [Al](#al) | 100 |
                | [Bo](#bo) | 20 |
                | [Cy](#cy) | 0 |

                ## Markets

                %s

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | borrow(from: person, what: goods) | | owe(from, what) |
                | give(to: person, what: goods) | holds(actor, what) | pay(to, what) |
                """.formatted(steps, market)).world(new LinkedHashMap<>()); }

    @Test
    void a_flat_tax_given_back_in_equal_parts_shrinks_the_gini_coefficient_by_its_rate() {
        World world = held("""
                | state | mechanism | paid in | rate |
                |---|---|---|---|
                | State | tax | coin | 0.3 |
                """, 1);
        Play play = Play.of(world, Puppets.saying(""));

        assertThat(play.state().holdings("al").toString()).isEqualTo("82 coin");
        assertThat(play.state().holdings("bo").toString()).isEqualTo("26 coin");
        assertThat(play.state().holdings("cy").toString()).isEqualTo("12 coin");
        assertThat(play.state().attribute("*", "revenue state")).hasValue("36.00");
        assertThat(Tax.gini(new double[]{82, 26, 12})).isCloseTo(0.7 * Tax.gini(new double[]{100, 20, 0}),
                within(1e-12));
        assertThat(play.events().stream().filter(microcosm.trace.Event.Benchmarked.class::isInstance)
                .map(Object::toString).toList()).hasSize(2).anyMatch(one -> one.contains("gini_after")
                        && one.contains(GameOfRounds.rounded(0.7 * Tax.gini(new double[]{100, 20, 0})).toString()));
    }

    @Test
    void debts_grow_by_compound_interest_and_who_cannot_pay_when_they_fall_due_is_known_for_it() {
        Play play = Play.of(held("""
                | bank | mechanism | paid in | interest | term |
                |---|---|---|---|---|
                | Bank | credit | coin | 0.1 | 4 |
                """, 4), Puppets.saying("""
                1 bo: [borrow from=al; what=10 coin]
                1 cy: [borrow from=al; what=100 coin]
                """));

        assertThat(play.state().holdings("al").amount("coin")).isEqualByComparingTo("114.641");
        assertThat(play.state().holdings("bo").amount("coin")).isEqualByComparingTo("5.359");
        assertThat(play.state().attribute("bo", "defaults")).isEmpty();
        assertThat(play.state().attribute("cy", "defaults")).hasValue("1");
        assertThat(play.state().attribute("*", "owed bank").map(Double::parseDouble).orElse(0.0))
                .isCloseTo(146.41, within(1e-9));
    }

    @Test
    void nobody_pays_two_banks_with_the_same_coin_and_every_creditor_who_is_not_paid_counts() {
        Play play = Play.of(held("""
                | bank | mechanism | paid in | interest | term |
                |---|---|---|---|---|
                | Bank | credit | coin | 0 | 1 |
                | Trust | credit | coin | 0 | 2 |
                """, 2), Puppets.saying("""
                2 bo: [borrow from=al; what=15 coin]
                2 cy: [borrow from=al; what=5 coin] [borrow from=bo; what=5 coin]
                """));

        assertThat(play.state().holdings("al").amount("coin")).isEqualByComparingTo("115");
        assertThat(play.state().holdings("bo").amount("coin")).isEqualByComparingTo("5");
        assertThat(play.state().attribute("cy", "defaults")).hasValue("4");
    }

    /// Where Tennessee's capital should be: 42 % live in Memphis, 26 in Nashville, 15 in Chattanooga, 17 in Knoxville.
    @Test
    void the_same_ballots_elect_another_capital_by_each_rule() {
        String[] orders = {"memphis nashville chattanooga knoxville", "nashville chattanooga knoxville memphis",
                "chattanooga knoxville nashville memphis", "knoxville chattanooga nashville memphis"};
        int[] voters = {42, 26, 15, 17};
        var people = new StringBuilder();
        var lines = new StringBuilder();
        int n = 0;
        for (int group = 0; group < 4; group++) {
            for (int i = 0; i < voters[group]; i++) {
                String[] order = orders[group].split(" ");
                people.append("### V").append(++n).append("\n\n");
                lines.append("1 v").append(n).append(": [approve city=").append(order[0])
                        .append("] [approve city=").append(order[1]).append(']');
                for (int place = 0; place < 4; place++) {
                    lines.append(" [rank city=").append(order[place]).append("; place=").append(place + 1).append(']');
                }
                lines.append('\n');
            }
        }
        assertThat(elected("ranked-vote", people, lines)).isEqualTo("knoxville, nashville beats every other");
        assertThat(elected("borda-vote", people, lines)).isEqualTo("nashville");
        assertThat(elected("approval-vote", people, lines)).isEqualTo("nashville");
    }

    private static String elected(String rule, CharSequence people, CharSequence lines) {
        Play play = Play.of(WorldFile.of("small.world.md", """
                ---
                format: world/1
                id: small
                clock: {unit: round, steps: 1, order: simultaneous}
                game-master: rules
                ---

                # Small

                Voters.

                ## People

                PEOPLE

                ## Markets

                | ballot | mechanism |
                |---|---|
                | Capital | RULE |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | rank(city: choice memphis or nashville or chattanooga or knoxville, place: number 1..4) | | rank("capital", city, place) |
                | approve(city: choice memphis or nashville or chattanooga or knoxville) | | approve("capital", city) |
                """.replace("RULE", rule).replace("PEOPLE", people)).world(new LinkedHashMap<>()),
                Puppets.saying(lines.toString()));
        return play.state().attribute("*", "elected capital").orElse("none")
                + play.state().attribute("*", "condorcet capital").map(one -> ", " + one + " beats every other")
                        .orElse("");
    }
}
