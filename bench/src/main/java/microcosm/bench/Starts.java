package microcosm.bench;

import java.util.List;
import java.util.SplittableRandom;

/// Ways to begin a sentence with a given letter.
final class Starts {
    private static final List<String> WORDS = List.of("Actually,", "And", "As it is,", "Besides,", "But", "Between us,",
            "Clearly,", "Come now,", "Dear me,",
            "Do know that", "Even so,", "Either way,", "Frankly,", "For once,", "Granted,", "Goodness,", "Honestly,",
            "However,", "In fact,", "I say,",
            "Just now,", "Judging by that,", "Kindly note that", "Known or not,", "Look,", "Listen,", "Mind you,",
            "My dear,", "Naturally,", "Now,", "Of course,",
            "Oh,", "Perhaps", "Please,", "Quite so,", "Quickly then,", "Really,", "Right,", "So", "Still,", "Then",
            "To be clear,", "Usually,", "Until then,",
            "Very well,", "Vexing as it is,", "Well,", "We know that", "Xavier says", "Yes,", "You see,", "Zounds,");

    private Starts() {}

    static String with(char letter, SplittableRandom chance) {
        List<String> fitting = WORDS.stream().filter(word -> Character.toUpperCase(letter) == word.charAt(0)).toList();
        return fitting.get(chance.nextInt(fitting.size()));
    }
}
