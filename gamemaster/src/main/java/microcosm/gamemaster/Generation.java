package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

import microcosm.agents.games.Breeding;
import microcosm.agents.games.Games;
import microcosm.worlds.Market;

/// What one step of `selection` makes of a population, with words and without.
///
/// @param kinds of all, afterwards
/// @param children in cast order of the places they take
record Generation(List<String> kinds, List<Child> children) {
    /// @param place of who died
    /// @param parent empty by the replicator, where a kind grows and nobody in particular has the child
    record Child(int place, OptionalInt parent) {}

    Generation {
        kinds = List.copyOf(kinds);
        children = List.copyOf(children);
    }

    /// @return whether there is a generation in this step, by the column `every`
    static boolean due(Market market, int step) {
        return step % Math.max(1, (int) Games.number(market, "every", 1)) == 0;
    }

    /// @return with what chance a child is of any kind there was at first
    static double mutation(Market market) { return Games.number(market, "mutation", 0); }

    /// @param now kind of each
    /// @param all kinds there were at first, each once
    /// @param fitness of each, at least 0
    static Generation after(List<String> now, List<String> all, double[] fitness, Market market,
            SplittableRandom chance) {
        var after = new ArrayList<>(now);
        var children = new ArrayList<Child>();
        if (Games.word(market, "process", "moran", "replicator").equals("replicator")) {
            int[] next = Breeding.replicated(now.stream().mapToInt(all::indexOf).toArray(), fitness);
            for (int i = 0; i < next.length; i++) {
                after.set(i, all.get(next[i]));
                if (!after.get(i).equals(now.get(i))) {
                    children.add(new Child(i, OptionalInt.empty()));
                }
            }
        } else {
            Breeding.Succession one = Breeding.moran(fitness, chance);
            boolean mutant = chance.nextDouble() < mutation(market);
            after.set(one.dead(), mutant ? all.get(chance.nextInt(all.size())) : now.get(one.parent()));
            children.add(new Child(one.dead(), OptionalInt.of(one.parent())));
        }
        return new Generation(after, children);
    }
}
