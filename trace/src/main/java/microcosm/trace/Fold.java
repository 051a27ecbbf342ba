package microcosm.trace;

import java.nio.charset.StandardCharsets;
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
    private final StringBuilder block = new StringBuilder();
    private final StringBuilder values = new StringBuilder();
    private String whom = "";
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

    void clear() {
        templates.clear();
        of.clear();
        seen.clear();
        block.setLength(0);
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
        String latin = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        if (latin.indexOf('~') >= 0 || latin.indexOf('#') >= 0 || latin.indexOf('$') >= 0) {
            return false;
        }
        if (!same) {
            close();
            whom = person;
            seen.set(number);
        }
        if (!block.isEmpty()) {
            block.append(',');
        }
        if (cutTo > cutFrom) {
            take(latin, 0, cutFrom - from);
            block.append(sign);
            take(latin, cutTo - from, to - from);
            if (sign == '$') {
                values.append(values.isEmpty() ? "" : "|").append(latin, cutFrom - from, cutTo - from);
            }
        } else {
            take(latin, 0, to - from);
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

    /// Copies, with a sign for the person's name wherever it stands as a word.
    private void take(String text, int from, int to) {
        int copied = from;
        for (int at = text.indexOf(whom, from); at >= 0 && at + whom.length() <= to; at = text.indexOf(whom, at + 1)) {
            int end = at + whom.length();
            boolean word = (at == from || !isOfWord(text.charAt(at - 1))) && (end == to || !isOfWord(text.charAt(end)));
            if (word && at >= copied) {
                block.append(text, copied, at).append('~');
                copied = end;
            }
        }
        block.append(text, copied, to);
    }

    private static boolean isOfWord(char c) {
        return c == '-' || c == '_' || c >= 0x80 || Character.isLetterOrDigit(c);
    }

    private void close() {
        if (whom.isEmpty()) {
            return;
        }
        String template = block.toString();
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
        block.setLength(0);
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
