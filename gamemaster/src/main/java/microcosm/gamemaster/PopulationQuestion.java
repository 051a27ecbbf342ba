package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import microcosm.models.Fields;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;
import microcosm.worlds.Person;

/// Who are these people? Each is judged alone: what cannot stand in a world spoils nobody else's. A reply of which nothing can stand is
/// unusable, so that the model is told why and asked again.
///
/// @param people those to be written
/// @param named whether they are to be given names
/// @param taken names that others have
/// @param moment before anything has happened; whoever is there has the page's name
record PopulationQuestion(List<Person> people, boolean named, List<String> taken, Moment moment)
        implements
            Question<PopulationQuestion.Reply> {
    static final int LIFE = 300;
    static final int WISH = 120;
    private static final int NAME = 40;
    /// Letters, with single spaces, hyphens, apostrophes and points between them.
    private static final Pattern NAMED = Pattern
            .compile("\\p{Lu}[\\p{L}\\p{M}]*(?:(?:[ '’-]|\\. )[\\p{L}][\\p{L}\\p{M}]*)*");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N} ,.;:!?'’“”\"()–-]*");

    /// What was written, in the order of those asked about.
    ///
    /// @param written id → what can stand, at least one
    /// @param wrong why the others cannot, each with its id
    record Reply(SequencedMap<String, Written> written, List<String> wrong) {
        Reply {
            written = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(written));
            wrong = List.copyOf(wrong);
        }
    }

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
    public Reply read(String reply) throws UnusableReplyException {
        var entries = new LinkedHashMap<String, List<Fields>>();
        for (Fields one : Fields.of(reply).objects("people")) {
            entries.computeIfAbsent(one.text("id"), _ -> new ArrayList<>()).add(one);
        }
        var names = new TreeSet<String>();
        taken.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        var written = new LinkedHashMap<String, Written>();
        var wrong = new ArrayList<String>();
        for (Person person : people) {
            try {
                written.put(person.id(), one(person.id(), entries.getOrDefault(person.id(), List.of()), names));
            } catch (UnusableReplyException e) {
                wrong.add(e.getMessage());
            }
        }
        for (String id : List.copyOf(written.sequencedKeySet())) {
            Optional<String> other = other(id, written);
            if (other.isPresent()) {
                written.remove(id);
                wrong.add(id + ": names somebody else: " + other.get() + ".");
            }
        }
        if (written.isEmpty()) {
            throw new UnusableReplyException("unparsable", String.join(" ", wrong));
        }
        return new Reply(written, wrong);
    }

    private Written one(String id, List<Fields> entries, TreeSet<String> names) throws UnusableReplyException {
        if (entries.size() != 1) {
            throw unusable(id, entries.isEmpty() ? "not written; expected one for each id" : "written twice");
        }
        Fields one = entries.getFirst();
        String life = sentences(id, "life", one.text("life"), LIFE);
        String wants = sentences(id, "wants", one.text("wants"), WISH);
        return new Written(named ? name(id, one.text("name").strip(), names) : "", life, wants);
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
    private Optional<String> other(String id, SequencedMap<String, Written> written) {
        var names = new ArrayList<>(taken);
        moment.society().people().stream().filter(person -> !person.id().equals(id)).map(Person::name)
                .forEach(names::add);
        written.forEach((another, one) -> {
            if (!another.equals(id)) {
                names.add(one.name());
            }
        });
        Written own = Objects.requireNonNull(written.get(id));
        return names.stream().filter(name -> Worded.holds(own.life() + " " + own.wants(), name)).findFirst();
    }

    private static UnusableReplyException unusable(String where, String why) {
        return new UnusableReplyException("unparsable", where + ": " + why + ".");
    }
}
