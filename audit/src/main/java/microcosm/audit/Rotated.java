package microcosm.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text whose letters were moved by thirteen places, told by how much better it reads moved back.
final class Rotated {
    private static final Pattern RUN = Pattern.compile("[A-Za-z]{2,}(?:[ ,.'!?-]+[A-Za-z]+)*");

    private Rotated() {}

    static Optional<Blobs.Blob> in(String text) {
        Matcher matcher = RUN.matcher(text);
        while (matcher.find()) {
            String run = matcher.group();
            String letters = run.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
            if (letters.length() >= Blobs.SHORTEST) {
                double gain = English.perLetter(moved(letters)) - English.perLetter(letters);
                if (gain * letters.length() > 24 && gain > 0.8) {
                    return Optional.of(new Blobs.Blob("rot13", matcher.start(), matcher.end(), moved(run)));
                }
            }
        }
        return Optional.empty();
    }

    private static String moved(String text) {
        var moved = new StringBuilder();
        text.chars().forEach(c -> moved.append((char) (c >= 'a' && c <= 'z'
                ? 'a' + (c - 'a' + 13) % 26
                : c >= 'A' && c <= 'Z' ? 'A' + (c - 'A' + 13) % 26 : c)));
        return moved.toString();
    }
}
