package microcosm.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The events of a trace's lines, read in order: one a line, but where a line stands for many.
final class EventLines {
    private static final byte[] MANY = "{\"event\":\"each\"".getBytes(StandardCharsets.US_ASCII);
    private static final String MENTION = "{\"digest\":\"";
    private static final byte[] MENTION_BYTES = MENTION.getBytes(StandardCharsets.US_ASCII);

    private final RunFolder folder;
    private final LongTexts longTexts;
    private final CastOrder cast = new CastOrder();

    EventLines(RunFolder folder, LongTexts longTexts) {
        this.folder = folder;
        this.longTexts = longTexts;
    }

    /// @return the events of a line; to be taken all, before those of the next
    /// @throws TraceException naming the line, if it is not the one spelling of an event; also while they are taken
    Iterator<Event> of(Lines lines) {
        String line = text(folder, lines);
        long number = lines.number();
        if (!isMany(lines)) {
            return List.of(event(line, number)).iterator();
        }
        Unfold texts = unfold(folder, line, number, cast);
        return new Iterator<>() {
            @Override
            public boolean hasNext() { return texts.hasNext(); }

            @Override
            public Event next() {
                try {
                    return event(texts.next(), number);
                } catch (IllegalArgumentException e) {
                    throw wrong(folder, number, e);
                }
            }
        };
    }

    private Event event(String line, long number) {
        try {
            byte[] json = UnfoldedEffects.of(line, cast).getBytes(StandardCharsets.ISO_8859_1);
            Event event = EventJson.read(EventJson.SHAPE, json, json.length, longTexts);
            cast.happened(event);
            return event;
        } catch (IllegalArgumentException e) {
            throw wrong(folder, number, e);
        }
    }

    /// @return how many events a line stands for
    static long count(RunFolder folder, Lines lines) {
        return isMany(lines) ? unfold(folder, text(folder, lines), lines.number(), new CastOrder()).count() : 1;
    }

    /// @return the digests of the texts kept elsewhere that a line mentions
    static Set<String> mentions(RunFolder folder, Lines lines) {
        var digests = new LinkedHashSet<String>();
        if (!hasMention(lines)) {
            return digests;
        }
        String line = text(folder, lines);
        for (int at = line.indexOf(MENTION); at >= 0; at = line.indexOf(MENTION, at + 1)) {
            int end = line.indexOf('"', at + MENTION.length());
            digests.add(line.substring(at + MENTION.length(), Math.max(end, at + MENTION.length())));
        }
        return digests;
    }

    /// Whether the line keeps a text elsewhere. Within a string the quotes would be escaped.
    private static boolean hasMention(Lines lines) {
        byte[] bytes = lines.bytes();
        int length = MENTION.length();
        for (int i = lines.start(); i <= lines.end() - length; i++) {
            if (bytes[i] == '{' && Arrays.equals(bytes, i, i + length, MENTION_BYTES, 0, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMany(Lines lines) {
        int to = lines.start() + MANY.length;
        return to <= lines.end() && Arrays.equals(lines.bytes(), lines.start(), to, MANY, 0, MANY.length);
    }

    /// @return the line without its hash, a character for each byte
    private static String text(RunFolder folder, Lines lines) {
        int field = Chain.field(lines.bytes(), lines.start(), lines.end());
        if (field < 0) {
            throw new TraceException(folder.trace().toString(), lines.number(), "the last field must be \"hash\"");
        }
        return new String(lines.bytes(), lines.start(), field - lines.start(), StandardCharsets.ISO_8859_1) + '}';
    }

    private static Unfold unfold(RunFolder folder, String line, long number, CastOrder cast) {
        try {
            return Unfold.of(line, "events", cast);
        } catch (IllegalArgumentException e) {
            throw wrong(folder, number, e);
        }
    }

    private static TraceException wrong(RunFolder folder, long line, IllegalArgumentException e) {
        return new TraceException(folder.trace().toString(), line, String.valueOf(e.getMessage()), e);
    }
}
