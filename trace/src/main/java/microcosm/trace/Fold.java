package microcosm.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Many texts about one person after another, as a few templates and the numbers of the people: what thousands do alike is written once.
///
/// In a template `~` stands for the person, `#` for the next ordinal, `$` for the next of the person's values. Texts that hold one of these
/// themselves cannot be folded. What [Unfold] makes of it is what was folded, to the byte.
///
/// @param <T> what the texts say
final class Fold<T> {
    /// What fewer people do is not folded.
    static final int LEAST = 8;

    private final CastOrder cast;
    private final Precedents<T> precedents;
    private final Map<String, Integer> parts = new LinkedHashMap<>();
    private final Map<List<Integer>, Integer> templates = new LinkedHashMap<>();
    private final JsonText of = new JsonText(LongTexts.NONE);
    private final BitSet seen = new BitSet();
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> block = new ArrayList<>();
    private final StringBuilder values = new StringBuilder();
    private String whom = "";
    private int number;
    private Entry last = Entry.NONE;
    private int blocks;

    Fold(CastOrder cast, Precedents.Likeness<T> likeness) {
        this.cast = cast;
        precedents = new Precedents<>(likeness);
    }

    /// People one after another of whom the same is to be said.
    private record Entry(int first, int last, int template, String values) {
        static final Entry NONE = new Entry(0, 0, 0, "");

        boolean goesOn(int number, int of, CharSequence own) {
            return last + 1 == number && template == of && values.contentEquals(own);
        }
    }

    static boolean isSign(int c) { return c == '~' || c == '#' || c == '$'; }

    /// @return how many people, one of whom may still go on
    int blocks() { return blocks + (whom.isEmpty() ? 0 : 1); }

    void clear() {
        precedents.clear();
        parts.clear();
        templates.clear();
        of.clear();
        seen.clear();
        block.clear();
        values.setLength(0);
        whom = "";
        last = Entry.NONE;
        blocks = 0;
    }

    /// Takes in what somebody else's text has already said, but for the person and the value.
    ///
    /// @param value what differs from person to person; empty for nothing, or where it is counted
    /// @return false if nobody's is known to have; nothing has been taken in then
    boolean again(String person, T said, String value) {
        int part = precedents.part(person, said);
        if (part == 0 || !turnTo(person)) {
            return false;
        }
        add(part, value);
        return true;
    }

    /// Takes in a text about somebody; several in a row about the same person belong together.
    ///
    /// @param cutFrom where what differs from person to person begins
    /// @param cutTo after its last byte; `cutFrom` for nothing
    /// @param sign what stands for it
    /// @return false if it cannot be folded, or not with those before it; nothing has been taken in then
    boolean add(String person, T said, byte[] bytes, int from, int to, int cutFrom, int cutTo, char sign) {
        String latin = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (latin.chars().anyMatch(Fold::isSign) || !turnTo(person)) {
            return false;
        }
        text.setLength(0);
        if (cutTo > cutFrom) {
            take(latin, 0, cutFrom - from);
            text.append(sign);
            take(latin, cutTo - from, to - from);
        } else {
            take(latin, 0, to - from);
        }
        int part = parts.computeIfAbsent(text.toString(), _ -> parts.size() + 1);
        add(part, sign == '$' ? latin.substring(cutFrom - from, cutTo - from) : "");
        precedents.add(person, said, part);
        return true;
    }

    private boolean turnTo(String person) {
        if (person.equals(whom)) {
            return true;
        }
        int next = cast.number(person, number);
        if (next == 0 || seen.get(next) || !cast.isPlain(next)) {
            return false;
        }
        close();
        whom = person;
        number = next;
        seen.set(next);
        return true;
    }

    private void add(int part, String value) {
        block.add(part);
        if (!value.isEmpty()) {
            values.append(values.isEmpty() ? "" : "|").append(value);
        }
    }

    /// Copies, with a sign for the person's name wherever it stands as a word.
    private void take(String latin, int from, int to) {
        int copied = from;
        for (int at = latin.indexOf(whom, from); at >= 0
                && at + whom.length() <= to; at = latin.indexOf(whom, at + 1)) {
            int end = at + whom.length();
            boolean word = (at == from || !isOfWord(latin.charAt(at - 1)))
                    && (end == to || !isOfWord(latin.charAt(end)));
            if (word && at >= copied) {
                text.append(latin, copied, at).append('~');
                copied = end;
            }
        }
        text.append(latin, copied, to);
    }

    private static boolean isOfWord(char c) {
        return c == '-' || c == '_' || c >= 0x80 || Character.isLetterOrDigit(c);
    }

    private void close() {
        if (whom.isEmpty()) {
            return;
        }
        Integer known = templates.get(block);
        int template = known == null ? templates.size() + 1 : known;
        if (known == null) {
            templates.put(List.copyOf(block), template);
        }
        if (last.goesOn(number, template, values)) {
            last = new Entry(last.first, number, template, last.values);
        } else {
            write(last);
            last = new Entry(number, number, template, values.toString());
        }
        blocks++;
        block.clear();
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
        var texts = List.copyOf(parts.keySet());
        out.raw("\"" + name + "\":");
        char before = '[';
        for (List<Integer> template : templates.keySet()) {
            out.raw(before);
            char within = '[';
            for (int part : template) {
                out.raw(within);
                out.raw(texts.get(part - 1));
                within = ',';
            }
            out.raw(']');
            before = ',';
        }
        out.raw("],\"of\":\"");
        out.append(of);
        out.raw('"');
    }
}
