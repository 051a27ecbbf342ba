package microcosm.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// How somebody talks, the same in every utterance of theirs: told from their id, so that nobody has to write it down.
enum Manner {
    TERSE, PLAIN, WARM, FORMAL;

    private static final Map<String, List<String>> SAYINGS = load();

    static Manner of(String speaker) {
        int sum = 0;
        for (int i = 0; i < speaker.length(); i++) {
            sum = sum * 31 + speaker.charAt(i);
        }
        return values()[Math.floorMod(sum ^ (sum >>> 16), values().length)];
    }

    /// A way to say something: mostly one's own, now and then a plain one.
    String saying(String what, RandomGenerator chance) {
        List<String> own = SAYINGS.getOrDefault(what + " " + name().toLowerCase(Locale.ROOT), List.of());
        List<String> plain = SAYINGS.getOrDefault(what + " plain", List.of());
        if (own.isEmpty() && plain.isEmpty()) {
            throw new IllegalArgumentException("nobody knows how to say \"" + what + "\"");
        }
        List<String> from = own.isEmpty() || (!plain.isEmpty() && chance.nextInt(4) == 0) ? plain : own;
        return from.get(chance.nextInt(from.size()));
    }

    static List<String> all() { return SAYINGS.values().stream().flatMap(List::stream).toList(); }

    private static Map<String, List<String>> load() {
        try (InputStream in = Manner.class.getResourceAsStream("lexicon/realising.txt")) {
            if (in == null) {
                throw new IllegalStateException("no lexicon/realising.txt beside the classes of this room");
            }
            var sayings = new LinkedHashMap<String, List<String>>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int cut = line.indexOf(" = ");
                if (!line.startsWith("#") && cut > 0) {
                    sayings.computeIfAbsent(line.substring(0, cut), what -> new ArrayList<>())
                            .add(line.substring(cut + 3));
                }
            }
            return sayings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
