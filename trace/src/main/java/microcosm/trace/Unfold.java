package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/// The texts that a [Fold] stands for, in their order. They are made one at a time, so that a line of a stranger's that claims to stand for many
/// takes no room.
final class Unfold implements Iterator<String> {
    private static final Pattern ENTRY = Pattern
            .compile("([1-9]\\d{0,8})(?:-([1-9]\\d{0,8}))?(?:\\*([1-9]\\d{0,8}))?(?:=([-+.|0-9E]+))?");

    private final CastOrder cast;
    private final List<Entry> entries;
    private final int length;
    private final BitSet seen = new BitSet();
    private int ordinal;
    private int entry;
    private int person;
    private int item;

    private Unfold(CastOrder cast, List<Entry> entries, int ordinal, int length) {
        this.cast = cast;
        this.entries = entries;
        this.ordinal = ordinal;
        this.length = length;
        person = entries.getFirst().first;
    }

    private record Entry(int first, int last, List<String> texts, List<String> values) {}

    /// Reads what [Fold#write] wrote.
    ///
    /// @param json an object at its beginning, a character for each byte
    /// @param name of the field that holds the templates
    /// @throws IllegalArgumentException if it is not one
    static Unfold of(String json, String name, CastOrder cast) {
        var templates = new ArrayList<List<String>>();
        String of = "";
        int ordinal = 0;
        try (JsonParser in = EventJson.parser(json)) {
            in.nextToken();
            for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
                in.nextToken();
                if (field.equals(name)) {
                    templates(json, in, templates);
                } else if (field.equals("of")) {
                    of = in.getText();
                } else if (field.equals("from")) {
                    ordinal = in.getIntValue();
                }
            }
            return new Unfold(cast, entries(of, templates), ordinal, (int) in.currentLocation().getCharOffset());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void templates(String json, JsonParser in, List<List<String>> templates) throws IOException {
        expect(in.currentToken(), JsonToken.START_ARRAY, in);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            expect(in.currentToken(), JsonToken.START_ARRAY, in);
            var texts = new ArrayList<String>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                expect(in.currentToken(), JsonToken.START_OBJECT, in);
                int from = (int) in.currentTokenLocation().getCharOffset();
                in.skipChildren();
                texts.add(json.substring(from, (int) in.currentLocation().getCharOffset()));
            }
            templates.add(texts);
        }
    }

    private static void expect(JsonToken found, JsonToken expected, JsonParser in) throws IOException {
        if (found != expected) {
            throw Shape.unexpected("templates such as [[{…}]]", in);
        }
    }

    private static List<Entry> entries(String of, List<List<String>> templates) {
        var entries = new ArrayList<Entry>();
        for (String written : of.split(",", -1)) {
            Matcher entry = ENTRY.matcher(written);
            if (!entry.matches()) {
                throw new IllegalArgumentException(
                        "\"of\": expected people such as 1-3 or 4*2, found \"" + written + '"');
            }
            int first = Integer.parseInt(entry.group(1));
            int last = entry.group(2) == null ? first : Integer.parseInt(entry.group(2));
            int template = entry.group(3) == null ? 1 : Integer.parseInt(entry.group(3));
            if (last < first || template > templates.size() || templates.get(template - 1).isEmpty()) {
                throw new IllegalArgumentException("\"of\": " + written + " names nobody, or no template");
            }
            List<String> values = entry.group(4) == null ? List.of() : List.of(entry.group(4).split("\\|", -1));
            entries.add(new Entry(first, last, templates.get(template - 1), values));
        }
        return entries;
    }

    /// @return how many texts there are
    long count() { return entries.stream().mapToLong(each -> (1L + each.last - each.first) * each.texts.size()).sum(); }

    /// @return how many characters of the JSON it was read from belong to it
    int length() { return length; }

    @Override
    public boolean hasNext() { return entry < entries.size(); }

    /// @throws IllegalArgumentException if it is about somebody who is not there, or about somebody twice
    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Entry now = entries.get(entry);
        if (item == 0 && (person > cast.size() || seen.get(person))) {
            throw new IllegalArgumentException("\"of\": " + person
                    + (seen.get(person) ? " stands twice" : " is nobody; " + cast.size() + " were cast"));
        }
        seen.set(person);
        String text = filled(now);
        item++;
        if (item == now.texts.size()) {
            item = 0;
            person++;
            if (person > now.last) {
                entry++;
                person = hasNext() ? entries.get(entry).first : 0;
            }
        }
        return text;
    }

    private String filled(Entry now) {
        String template = now.texts.get(item);
        int value = 0;
        for (String before : now.texts.subList(0, item)) {
            value += (int) before.chars().filter(c -> c == '$').count();
        }
        var text = new StringBuilder(template.length() + 64);
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '~') {
                text.append(cast.person(person));
            } else if (c == '#') {
                text.append(ordinal++);
            } else if (c == '$') {
                if (value >= now.values.size()) {
                    throw new IllegalArgumentException("\"of\": " + person + " has fewer values than the template");
                }
                text.append(now.values.get(value++));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
