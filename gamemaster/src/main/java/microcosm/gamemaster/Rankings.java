package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Ballots on which people put options in an order. What somebody does not rank comes after all they do.
///
/// @param orders of each voter, best first
/// @param options every option that somebody ranks, in order of names
record Rankings(List<List<String>> orders, List<String> options) {
    static final String RANKS = "ranks ";

    Rankings {
        orders = List.copyOf(orders);
        options = List.copyOf(options);
    }

    static Rankings of(String ballot, Moment moment) {
        var orders = new ArrayList<List<String>>();
        var options = new TreeSet<String>();
        Marks.of(RANKS, ballot, moment).values().forEach(own -> {
            orders.add(own.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, String> one) -> new BigDecimal(one.getValue()))
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey).toList());
            options.addAll(own.sequencedKeySet());
        });
        return new Rankings(orders, List.copyOf(options));
    }

    /// @return option → how many voters put it first among those that are left, in order of options
    SequencedMap<String, Integer> firsts(List<String> left) {
        var votes = new TreeMap<String, Integer>();
        left.forEach(option -> votes.put(option, 0));
        orders.forEach(order -> order.stream().filter(left::contains).findFirst()
                .ifPresent(option -> votes.merge(option, 1, Integer::sum)));
        return votes;
    }

    /// @return option → Borda's points: one for each option that a voter puts after it
    SequencedMap<String, Integer> points() {
        var points = new TreeMap<String, Integer>();
        options.forEach(option -> points.put(option, 0));
        for (List<String> order : orders) {
            for (int place = 0; place < order.size(); place++) {
                points.merge(order.get(place), options.size() - 1 - place, Integer::sum);
            }
        }
        return points;
    }

    /// @return the option that more voters prefer to any other than the other way round
    Optional<String> condorcet() {
        return options.stream().filter(one -> options.stream().allMatch(
                other -> one.equals(other) || preferring(one, other) > preferring(other, one))).findFirst();
    }

    private long preferring(String one, String other) {
        return orders.stream().filter(order -> place(order, one) < place(order, other)).count();
    }

    private static int place(List<String> order, String option) {
        int at = order.indexOf(option);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
