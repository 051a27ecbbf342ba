package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import microcosm.models.Fields;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;
import microcosm.worlds.Person;

/// Who are these people? The answer is id → what was written, one for each, in their order. What cannot stand in a world makes the reply
/// unusable, so that the model is told why and asked again.
///
/// @param people those to be written
/// @param named whether they are to be given names
/// @param taken names that others have
/// @param moment before anything has happened; whoever is there has the page's name
record PopulationQuestion(List<Person> people, boolean named, List<String> taken, Moment moment)
        implements
            Question<SequencedMap<String, Written>> {
    static final int LIFE = 300;
    static final int WISH = 120;
    private static final int NAME = 40;
    /// Letters, with single spaces, hyphens, apostrophes and points between them.
    private static final Pattern NAMED = Pattern
            .compile("\\p{Lu}[\\p{L}\\p{M}]*(?:(?:[ '’-]|\\. )[\\p{L}][\\p{L}\\p{M}]*)*");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N} ,.;:!?'’“”\"()–-]*");

    PopulationQuestion {
        people = List.copyOf(people);
        taken = List.copyOf(taken);
    }

    @Override
    public String purpose() { return "write"; }

    @Override
    public String schema() {
        var one = new LinkedHashMap<String, ReplySchema>();
        one.put("id", new ReplySchema.OneOf(people.stream().map(Person::id).toList(), ""));
        if (named) {
            one.put("name", new ReplySchema.Text("nobody else's"));
        }
        one.put("life", new ReplySchema.Text("one or two sentences"));
        one.put("wants", new ReplySchema.Text("one wish"));
        var fields = new LinkedHashMap<String, ReplySchema>();
        fields.put("people", new ReplySchema.Listed(new ReplySchema.Fielded(one), "one for each id"));
        return new ReplySchema.Fielded(fields).json();
    }

    @Override
    public SequencedMap<String, Written> read(String reply) throws UnusableReplyException {
        var read = new LinkedHashMap<String, Written>();
        var names = new TreeSet<String>();
        taken.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        List<String> ids = people.stream().map(Person::id).toList();
        for (Fields one : Fields.of(reply).objects("people")) {
            String id = one.text("id");
            if (!ids.contains(id)) {
                throw unusable("id", "there is nobody of this id to be written; expected " + String.join(", ", ids));
            }
            String name = named ? name(id, one.text("name").strip(), names) : "";
            var written = new Written(name, sentences(id, "life", one.text("life"), LIFE),
                    sentences(id, "wants", one.text("wants"), WISH));
            if (read.put(id, written) != null) {
                throw unusable(id, "written a second time");
            }
        }
        var ordered = new LinkedHashMap<String, Written>();
        for (String id : ids) {
            Written one = read.get(id);
            if (one == null) {
                throw unusable(id, "not written; expected one for each id");
            }
            ordered.put(id, one);
        }
        others(ordered);
        return Collections.unmodifiableSequencedMap(ordered);
    }

    private static String name(String id, String name, TreeSet<String> names) throws UnusableReplyException {
        if (name.length() > NAME || !NAMED.matcher(name).matches()) {
            throw unusable(id, "\"name\" must be a name of letters, at most " + NAME + " of them");
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw unusable(id, "\"name\" is somebody else's already");
        }
        return name;
    }

    private String sentences(String id, String field, String text, int most) throws UnusableReplyException {
        String words = text.strip();
        if (words.isEmpty() || words.length() > most) {
            throw unusable(id, "\"" + field + "\" has " + words.length() + " characters; expected 1 to " + most);
        }
        if (!PLAIN.matcher(words).matches()) {
            throw unusable(id,
                    "\"" + field + "\" holds line breaks, markup or odd characters; expected plain sentences");
        }
        Optional<String> broken = Worded.violation(words, List.of(id), moment);
        if (broken.isPresent()) {
            throw unusable(id, "\"" + field + "\": " + broken.get());
        }
        return words;
    }

    /// Nobody's life is written in somebody else's.
    private void others(SequencedMap<String, Written> written) throws UnusableReplyException {
        for (var one : written.entrySet()) {
            var names = new ArrayList<>(taken);
            moment.society().people().stream().filter(person -> !person.id().equals(one.getKey())).map(Person::name)
                    .forEach(names::add);
            written.forEach((id, other) -> {
                if (!id.equals(one.getKey())) {
                    names.add(other.name());
                }
            });
            String text = one.getValue().life() + " " + one.getValue().wants();
            Optional<String> other = names.stream().filter(name -> Worded.holds(text, name)).findFirst();
            if (other.isPresent()) {
                throw unusable(one.getKey(), "names somebody else: " + other.get());
            }
        }
    }

    private static UnusableReplyException unusable(String where, String why) {
        return new UnusableReplyException("unparsable", where + ": " + why + ".");
    }
}
