package microcosm.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/// Many texts about one person after another, as a few templates and the numbers of the people: what thousands do alike is written once.
///
/// In a template `~` stands for the person, `#` for the next ordinal, `$` for the next of the person's values. Texts that hold one of these
/// themselves cannot be folded. What [Unfold] makes of it is what was folded, to the byte.
final class Fold {
    /// What fewer people do is not folded.
    static final int LEAST = 8;

    private final CastOrder cast;
    private final Map<String, Integer> templates = new LinkedHashMap<>();
    private final JsonText of = new JsonText(LongTexts.NONE);
    private final BitSet seen = new BitSet();
    private byte[] block = new byte[1024];
    private int length;
    private StringBuilder values = new StringBuilder();
    private String whom = "";
    private byte[] name = {};
    private Entry last = Entry.NONE;
    private int blocks;

    Fold(CastOrder cast) { this.cast = cast; }

    /// People one after another of whom the same is to be said.
    private record Entry(int first, int last, int template, String values) {
        static final Entry NONE = new Entry(0, 0, 0, "");

        boolean goesOn(Entry next) {
            return last + 1 == next.first && template == next.template && values.equals(next.values);
        }
    }

    /// @return how many people, one of whom may still go on
    int blocks() { return blocks + (whom.isEmpty() ? 0 : 1); }

    boolean isEmpty() { return blocks() == 0; }

    void clear() {
        templates.clear();
        of.clear();
        seen.clear();
        length = 0;
        values.setLength(0);
        whom = "";
        last = Entry.NONE;
        blocks = 0;
    }

    /// Takes in a text about somebody; several in a row about the same person belong together.
    ///
    /// @param cutFrom where what differs from person to person begins
    /// @param cutTo after its last byte; `cutFrom` for nothing
    /// @param sign what stands for it
    /// @return false if it cannot be folded, or not with those before it; nothing has been taken in then
    boolean add(String person, byte[] text, int from, int to, int cutFrom, int cutTo, char sign) {
        boolean same = person.equals(whom);
        int number = cast.number(person);
        if (!same && (number == 0 || seen.get(number) || !ascii(person))) {
            return false;
        }
        if (!isPlain(text, from, to)) {
            return false;
        }
        if (!same) {
            close();
            whom = person;
            name = person.getBytes(StandardCharsets.US_ASCII);
            seen.set(number);
        }
        if (length > 0) {
            put((byte) ',');
        }
        if (cutTo > cutFrom) {
            take(text, from, cutFrom);
            put((byte) sign);
            take(text, cutTo, to);
            if (sign == '$') {
                values.append(values.isEmpty() ? "" : "|")
                        .append(new String(text, cutFrom, cutTo - cutFrom, StandardCharsets.US_ASCII));
            }
        } else {
            take(text, from, to);
        }
        return true;
    }

    private static boolean ascii(String person) {
        for (int i = 0; i < person.length(); i++) {
            if (person.charAt(i) <= ' ' || person.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '~' || text[i] == '#' || text[i] == '$') {
                return false;
            }
        }
        return true;
    }

    /// Copies, with a sign for the person's name wherever it stands as a word.
    private void take(byte[] text, int from, int to) {
        int room = to - from;
        if (block.length - length < room) {
            block = Arrays.copyOf(block, Math.max(2 * block.length, length + room));
        }
        int i = from;
        while (i < to) {
            if (text[i] == name[0] && i + name.length <= to && (i == from || !isOfWord(text[i - 1]))
                    && (i + name.length == to || !isOfWord(text[i + name.length]))
                    && Arrays.equals(text, i, i + name.length, name, 0, name.length)) {
                block[length++] = '~';
                i += name.length;
            } else {
                block[length++] = text[i++];
            }
        }
    }

    private static boolean isOfWord(byte b) { return b == '-' || b == '_' || b < 0 || Character.isLetterOrDigit(b); }

    private void put(byte b) {
        if (block.length == length) {
            block = Arrays.copyOf(block, 2 * block.length);
        }
        block[length++] = b;
    }

    private void close() {
        if (whom.isEmpty()) {
            return;
        }
        String template = new String(block, 0, length, StandardCharsets.ISO_8859_1);
        Integer known = templates.get(template);
        int at = known == null ? templates.size() + 1 : known;
        if (known == null) {
            templates.put(template, at);
        }
        int number = cast.number(whom);
        var next = new Entry(number, number, at, values.toString());
        if (last.goesOn(next)) {
            last = new Entry(last.first, number, at, last.values);
        } else {
            write(last);
            last = next;
        }
        blocks++;
        length = 0;
        values.setLength(0);
        whom = "";
    }

    private void write(Entry entry) {
        if (entry.first == 0) {
            return;
        }
        if (of.length() > 0) {
            of.raw(',');
        }
        of.raw(Integer.toString(entry.first));
        if (entry.last > entry.first) {
            of.raw('-');
            of.raw(Integer.toString(entry.last));
        }
        if (entry.template > 1) {
            of.raw('*');
            of.raw(Integer.toString(entry.template));
        }
        if (!entry.values.isEmpty()) {
            of.raw('=');
            of.raw(entry.values);
        }
    }

    /// Writes the templates, an array each, and the people: `"NAME":[[…]],"of":"1-3,4*2"`.
    void write(JsonText out, String name) {
        close();
        write(last);
        last = Entry.NONE;
        out.raw("\"" + name + "\":[");
        char before = '[';
        for (String template : templates.keySet()) {
            if (before == ',') {
                out.raw(',');
            }
            out.raw('[');
            out.raw(template);
            out.raw(']');
            before = ',';
        }
        out.raw("],\"of\":\"");
        out.append(of);
        out.raw('"');
    }
}
