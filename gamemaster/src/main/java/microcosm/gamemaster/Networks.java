package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

import microcosm.trace.Seed;
import microcosm.worlds.Population;

/// Links between the people of a population, undirected.
///
/// Sources: small-world, Watts and Strogatz 1998, Nature 393:440; scale-free, Barabási and Albert 1999, Science 286:509; random, Gilbert
/// 1959, Annals of Mathematical Statistics 30:1141; blocks, Holland, Laskey and Leinhardt 1983, Social Networks 5:109.
final class Networks {
    private final int size;
    private final Population.Network network;
    private final SplittableRandom chance;
    private final List<TreeSet<Integer>> links = new ArrayList<>();

    private Networks(Population population, Population.Network network, Seed seed) {
        size = population.count();
        this.network = network;
        chance = seed.stream("casting/" + population.id() + "/network", 0, 0);
        for (int i = 0; i < size; i++) {
            links.add(new TreeSet<>());
        }
    }

    /// @return for each person of the population, the indexes of those they are linked to, ascending
    static List<List<Integer>> links(Population population, Population.Network network, Seed seed) {
        var networks = new Networks(population, network, seed);
        networks.link();
        return networks.links.stream().map(List::copyOf).toList();
    }

    private void link() {
        switch (network.name()) {
            case "complete" -> random(1);
            case "ring" -> ring(whole("k", 2));
            case "grid" -> grid();
            case "star" -> star();
            case "random" -> random(number("p", 0.1));
            case "small-world" -> smallWorld(whole("k", 4), number("p", 0.1));
            case "scale-free", "barabasi-albert" -> scaleFree(whole("m", 2));
            case "blocks" -> blocks(whole("groups", 2), number("inside", 0.5), number("across", 0.05));
            default -> throw new IllegalStateException("there is no network " + network.name());
        }
    }

    private double number(String parameter, double otherwise) {
        return Double.parseDouble(network.parameters().getOrDefault(parameter, String.valueOf(otherwise)));
    }

    private int whole(String parameter, int otherwise) {
        return Integer.parseInt(network.parameters().getOrDefault(parameter, String.valueOf(otherwise)));
    }

    private boolean linked(int one, int other) { return links.get(one).contains(other); }

    private void link(int one, int other) {
        if (one != other) {
            links.get(one).add(other);
            links.get(other).add(one);
        }
    }

    private void unlink(int one, int other) {
        links.get(one).remove(other);
        links.get(other).remove(one);
    }

    private void ring(int k) {
        for (int i = 0; i < size; i++) {
            for (int step = 1; step <= k / 2; step++) {
                link(i, (i + step) % size);
            }
        }
    }

    private void grid() {
        int width = (int) Math.ceil(Math.sqrt(size));
        for (int i = 0; i < size; i++) {
            if ((i + 1) % width != 0 && i + 1 < size) {
                link(i, i + 1);
            }
            if (i + width < size) {
                link(i, i + width);
            }
        }
    }

    private void star() {
        for (int i = 1; i < size; i++) {
            link(0, i);
        }
    }

    private void random(double p) {
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (p >= 1 || chance.nextDouble() < p) {
                    link(i, j);
                }
            }
        }
    }

    /// A ring whose links are each rewired with probability p to a place that is not linked yet.
    private void smallWorld(int k, double p) {
        ring(k);
        for (int step = 1; step <= k / 2; step++) {
            for (int i = 0; i < size; i++) {
                int neighbour = (i + step) % size;
                if (chance.nextDouble() < p && links.get(i).size() < size - 1 && linked(i, neighbour)) {
                    int target = chance.nextInt(size);
                    while (target == i || linked(i, target)) {
                        target = chance.nextInt(size);
                    }
                    unlink(i, neighbour);
                    link(i, target);
                }
            }
        }
    }

    /// Each newcomer links to m others, those with many links more likely.
    private void scaleFree(int m) {
        var ends = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            var chosen = new TreeSet<Integer>(Comparator.naturalOrder());
            while (chosen.size() < Math.min(m, i)) {
                chosen.add(ends.isEmpty() ? chance.nextInt(i) : ends.get(chance.nextInt(ends.size())));
            }
            for (int other : chosen) {
                link(i, other);
                ends.add(other);
                ends.add(i);
            }
            if (i < m) {
                ends.add(i);
            }
        }
    }

    private void blocks(int groups, double inside, double across) {
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (chance.nextDouble() < (i % groups == j % groups ? inside : across)) {
                    link(i, j);
                }
            }
        }
    }
}
