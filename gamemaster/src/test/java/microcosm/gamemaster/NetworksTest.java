package microcosm.gamemaster;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import microcosm.trace.Seed;
import microcosm.worlds.Population;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Networks have the degrees, distances and densities that were proved of them.
class NetworksTest {
    private static List<List<Integer>> links(int count, String network, long seed) {
        Population population = WorldFile.of("net.world.md", """
                ---
                format: world/1
                id: net
                clock: {unit: day, steps: 1, order: simultaneous}
                game-master: rules
                ---

                # Net

                Linked.

                ## Populations

                ### Folk
                - count: %d
                - names: Folk {n}
                - network: knows %s
                """.formatted(count, network)).world(Map.of()).cast().populations().getFirst();
        List<List<Integer>> links = Networks.links(population, population.network().orElseThrow(), new Seed(seed));
        for (int i = 0; i < count; i++) {
            assertThat(links.get(i)).doesNotContain(i).isSorted();
            for (int other : links.get(i)) {
                assertThat(links.get(other)).as("both ways").contains(i);
            }
        }
        return links;
    }

    private static int many(List<List<Integer>> links) { return links.stream().mapToInt(List::size).sum() / 2; }

    @Test
    void in_a_ring_everybody_knows_k_neighbours_half_on_either_side() {
        assertThat(links(7, "ring(k: 4)", 1).getFirst()).containsExactly(1, 2, 5, 6);
        assertThat(many(links(7, "ring(k: 4)", 1))).isEqualTo(14);
    }

    @Test
    void a_grid_links_beside_and_below_and_not_across_its_edge() {
        List<List<Integer>> links = links(9, "grid", 1);

        assertThat(links.get(2)).containsExactly(1, 5);
        assertThat(links.get(4)).containsExactly(1, 3, 5, 7);
        assertThat(many(links)).isEqualTo(12);
    }

    @Test
    void in_a_star_all_know_the_first_alone_and_in_a_complete_one_everybody() {
        assertThat(links(6, "star", 1)).element(0).isEqualTo(List.of(1, 2, 3, 4, 5));
        assertThat(many(links(6, "star", 1))).isEqualTo(5);
        assertThat(many(links(6, "complete", 1))).isEqualTo(15);
    }

    @Test
    void a_small_world_keeps_its_number_of_links_and_moves_the_share_p() {
        List<List<Integer>> ring = links(200, "ring(k: 6)", 1);
        List<List<Integer>> links = links(200, "small-world(k: 6, p: 0.2)", 1);
        long kept = IntStream.range(0, 200)
                .mapToLong(i -> links.get(i).stream().filter(ring.get(i)::contains).count()).sum() / 2;

        assertThat(many(links)).isEqualTo(600);
        assertThat(kept / 600.0).isCloseTo(0.8, within(0.06));
        assertThat(links(50, "small-world(k: 4, p: 0)", 1)).isEqualTo(links(50, "ring(k: 4)", 1));
    }

    @Test
    void in_a_scale_free_network_few_have_very_many_links_and_a_random_one_has_none_such() {
        List<List<Integer>> links = links(1000, "scale-free(m: 2)", 1);
        List<List<Integer>> random = links(1000, "random(p: 0.004)", 1);

        assertThat(many(links)).isEqualTo(2 * 1000 - 3);
        assertThat(most(links)).isGreaterThan(50);
        assertThat(most(random)).isLessThan(20);
        assertThat(many(random)).isBetween(1800, 2200);
    }

    private static int most(List<List<Integer>> links) { return links.stream().mapToInt(List::size).max().orElse(0); }

    @Test
    void blocks_are_dense_inside_and_thin_across() {
        List<List<Integer>> links = links(200, "blocks(groups: 2, inside: 0.5, across: 0.05)", 1);
        long inside = 0;
        for (int i = 0; i < 200; i++) {
            int one = i;
            inside += links.get(i).stream().filter(other -> other % 2 == one % 2).count();
        }

        assertThat(inside / 2.0 / 9900).isCloseTo(0.5, within(0.02));
        assertThat((many(links) - inside / 2.0) / 10_000).isCloseTo(0.05, within(0.01));
    }

    @Test
    void another_seed_links_others() {
        assertThat(links(50, "random(p: 0.1)", 1)).isEqualTo(links(50, "random(p: 0.1)", 1))
                .isNotEqualTo(links(50, "random(p: 0.1)", 2));
    }
}
