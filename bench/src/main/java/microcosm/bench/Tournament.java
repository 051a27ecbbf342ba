package microcosm.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.LongStream;

import microcosm.gamemaster.Rounds;
import microcosm.worlds.WorldFile;

/// Everybody against everybody: a world of two in which one parameter says what the first plays and another what the second does, and both stand for [every][#EVERY] option in turn.
final class Tournament {
    /// What stands for all options of a parameter.
    static final String EVERY = "every";

    private Tournament() {}

    static boolean is(SequencedMap<String, String> settings) { return settings.containsValue(EVERY); }

    /// @param runs of each pair, with seeds 1, 2, 3 …
    /// @return of each option `score`, what the first earns with it in the mean over all that the second may play, itself included, and `place`, from 1 for most
    /// @throws IllegalArgumentException unless two parameters, with the same options, are `every`
    static Map<String, Double> play(WorldFile file, SequencedMap<String, String> settings, int runs) {
        List<String> both = settings.entrySet().stream().filter(one -> one.getValue().equals(EVERY))
                .map(Map.Entry::getKey).toList();
        List<String> options = file.options(both.getFirst());
        if (both.size() != 2 || options.isEmpty() || !options.equals(file.options(both.getLast()))) {
            throw new IllegalArgumentException("a tournament needs two choices of the same, not " + both);
        }
        var scores = new LinkedHashMap<String, Double>();
        for (String first : options) {
            scores.put(first, options.stream().mapToDouble(second -> {
                var pair = new LinkedHashMap<>(settings);
                pair.put(both.getFirst(), first);
                pair.put(both.getLast(), second);
                var world = file.world(pair);
                String person = "total " + world.cast().people().getFirst().id();
                return LongStream.rangeClosed(1, runs).parallel()
                        .mapToDouble(seed -> Rounds.play(world, seed).getOrDefault(person, Double.NaN)).average()
                        .orElse(Double.NaN);
            }).average().orElse(Double.NaN));
        }
        return places(scores);
    }

    private static Map<String, Double> places(SequencedMap<String, Double> scores) {
        var order = new ArrayList<>(scores.entrySet());
        order.sort(Comparator.comparing((Map.Entry<String, Double> one) -> one.getValue()).reversed());
        var numbers = new LinkedHashMap<String, Double>();
        for (int place = 1; place <= order.size(); place++) {
            numbers.put("place " + order.get(place - 1).getKey(), (double) place);
            numbers.put("score " + order.get(place - 1).getKey(), order.get(place - 1).getValue());
        }
        return numbers;
    }
}
