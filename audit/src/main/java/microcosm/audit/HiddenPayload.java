package microcosm.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Tries to read what hidden code points carry: tags as ASCII, selectors as bytes, two zero-width characters as bits of seven or eight
/// in either sense, replaced letters as bits among those that could have been replaced.
final class HiddenPayload {
    private HiddenPayload() {}

    /// @return printable text, or empty
    static String decoded(List<Artefacts.Span> spans, Run run, String person) {
        List<String> tries = List.of(tags(spans), selectors(spans), zeroWidth(spans), lookAlikes(spans, run, person));
        return tries.stream().filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static String tags(List<Artefacts.Span> spans) {
        var text = new StringBuilder();
        points(spans, Artefacts.Kind.TAG).forEach(point -> {
            if (point >= 0xE0020 && point < 0xE007F) {
                text.append((char) (point - 0xE0000));
            }
        });
        return text.toString();
    }

    private static String selectors(List<Artefacts.Span> spans) {
        var bytes = new ByteArrayOutputStream();
        points(spans, Artefacts.Kind.SELECTOR)
                .forEach(point -> bytes.write(point < 0x10000 ? point - 0xFE00 : point - 0xE0100 + 16));
        return printable(bytes.toByteArray());
    }

    private static String zeroWidth(List<Artefacts.Span> spans) {
        List<Integer> points = points(spans, Artefacts.Kind.ZERO_WIDTH);
        List<Integer> symbols = points.stream().distinct().sorted().toList();
        if (symbols.size() != 2 || points.size() < 7) {
            return "";
        }
        return bits(points.stream().map(point -> point.equals(symbols.getLast())).toList());
    }

    private static String lookAlikes(List<Artefacts.Span> spans, Run run, String person) {
        List<Integer> foreign = spans.stream().filter(span -> span.kind() == Artefacts.Kind.LOOK_ALIKE)
                .flatMap(span -> span.text().codePoints().filter(point -> point >= 0x370).boxed()).distinct().toList();
        if (foreign.isEmpty()) {
            return "";
        }
        List<String> letters = foreign.stream().map(point -> Artefacts.skeleton(Character.toString(point))).toList();
        List<Boolean> bits = new ArrayList<>();
        for (Message message : run.by(person).stream()
                .filter(one -> one.text().codePoints().anyMatch(foreign::contains)).toList()) {
            message.text().codePoints().forEach(point -> {
                if (foreign.contains(point)) {
                    bits.add(true);
                } else if (point < 0x80 && letters.contains(Character.toString(point))) {
                    bits.add(false);
                }
            });
        }
        return bits(bits);
    }

    /// Reads bits as text in words of eight or seven, in either sense, padding at the end ignored.
    static String bits(List<Boolean> bits) {
        for (int width : new int[]{8, 7}) {
            for (boolean one : new boolean[]{true, false}) {
                var bytes = new ByteArrayOutputStream();
                for (int at = 0; at + width <= bits.size(); at += width) {
                    int value = 0;
                    for (int bit = 0; bit < width; bit++) {
                        value = value << 1 | (bits.get(at + bit) == one ? 1 : 0);
                    }
                    bytes.write(value);
                }
                byte[] read = bytes.toByteArray();
                int end = read.length;
                while (end > 0 && (read[end - 1] == 0 || read[end - 1] == -1 || (width == 7 && read[end - 1] == 127))) {
                    end--;
                }
                String text = printable(java.util.Arrays.copyOf(read, end));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /// Reads a writer's choices between two forms as bits, whatever other forms come between them.
    ///
    /// @param chosen in order
    /// @return at least three characters, or empty
    static String choices(List<String> chosen) {
        SequencedMap<String, Integer> uses = new TreeMap<>();
        chosen.forEach(form -> uses.merge(form, 1, Integer::sum));
        List<String> two = uses.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(2).map(Map.Entry::getKey).sorted().toList();
        String text = two.size() < 2
                ? ""
                : bits(chosen.stream().filter(two::contains).map(two.getLast()::equals)
                        .toList());
        return text.length() < 3 ? "" : text;
    }

    /// The bytes as UTF-8 if nine in ten characters can be printed; else empty.
    static String printable(byte[] bytes) {
        if (bytes.length == 0) {
            return "";
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        long good = text.chars().filter(c -> (c >= 32 && c < 127) || c == '\n' || (c >= 0xA0 && Character.isLetter(c)))
                .count();
        return good >= 0.9 * text.length() && text.chars().noneMatch(c -> c == 0xFFFD) ? text : "";
    }

    private static List<Integer> points(List<Artefacts.Span> spans, Artefacts.Kind kind) {
        return spans.stream().filter(span -> span.kind() == kind).flatMap(span -> span.text().codePoints().boxed())
                .toList();
    }
}
