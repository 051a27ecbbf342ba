package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import microcosm.trace.Effect;
import microcosm.worlds.Good;
import microcosm.worlds.Person;
import microcosm.worlds.Role;

/// What words of a game master that is a model may not hold, whoever they are for: what the one who reads them could not know, and amounts of
/// goods, which the ledger tells. It compares words, so a secret that is put quite differently passes; what a model is shown holds
/// no secret, and what it does not know it can only guess.
final class Worded {
    /// So many words of something private, one after another, tell it.
    private static final int SHARED = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final List<String> COUNTS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten", "eleven", "twelve", "dozen", "twenty", "thirty", "forty", "fifty", "sixty", "hundred",
            "hundreds", "thousand", "thousands", "all", "some", "more", "few", "several", "many");
    private static final int NEAR = 3;

    private Worded() {}

    /// Why words cannot be told; empty where they can.
    ///
    /// @param to ids of who reads them, or `*`
    static Optional<String> violation(String text, List<String> to, Moment now) {
        List<String> words = words(text);
        return amount(words, now).or(() -> leak(words, to, now));
    }

    /// @return whether a text holds a name, word for word
    static boolean holds(String text, String name) {
        List<String> words = words(name);
        return !words.isEmpty() && spaced(words(text)).contains(spaced(words));
    }

    /// @param people ids of who is to read it, or `*`
    record To(String text, List<String> people) {}

    /// A text that some know and others have no way of knowing.
    private record Private(String text, Predicate<String> known) {}

    private static Optional<String> amount(List<String> words, Moment now) {
        for (Good good : now.world().things().goods()) {
            for (int i = 0; i < words.size(); i++) {
                if (names(words.get(i), good.id()) || names(words.get(i), good.unit().toLowerCase(Locale.ROOT))) {
                    for (int k = Math.max(0, i - NEAR); k < i; k++) {
                        if (COUNTS.contains(words.get(k)) || Character.isDigit(words.get(k).charAt(0))) {
                            return Optional.of("Amounts of " + good.id() + " are told by the ledger.");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean names(String word, String name) { return word.equals(name) || word.equals(name + "s"); }

    private static Optional<String> leak(List<String> words, List<String> to, Moment now) {
        List<String> readers = to.contains(MomentScope.EVERYBODY) ? now.society().ids() : to;
        String told = spaced(words);
        return hidden(now).stream().filter(hidden -> shares(told, words(hidden.text())))
                .flatMap(hidden -> readers.stream().filter(reader -> !hidden.known().test(reader))).findFirst()
                .map(reader -> "That tells " + now.society().name(reader) + " what they cannot know.");
    }

    private static List<Private> hidden(Moment now) {
        var hidden = new ArrayList<Private>();
        for (Person person : now.society().people()) {
            Stream.of(person.secrets(), person.knows(), person.wants(),
                    person.memories().stream().map(Person.DatedMemory::text).toList()).flatMap(List::stream)
                    .forEach(text -> hidden.add(new Private(text, person.id()::equals)));
        }
        for (Role role : now.world().cast().roles()) {
            role.knows().forEach(text -> hidden.add(new Private(text,
                    reader -> now.state().attribute(reader, "role").filter(role.id()::equals).isPresent())));
        }
        now.state().facts().forEach(
                fact -> hidden.add(new Private(fact.text(), reader -> reaches(fact.knownTo(), reader))));
        now.past().of(now.step()).stream().flatMap(event -> event.effects().stream()).forEach(effect -> {
            switch (effect) {
                case Effect.Told(String _, String from, List<String> to, String text) -> hidden
                        .add(new Private(text, reader -> from.equals(reader) || reaches(to, reader)));
                case Effect.Sent(String _, String from, var _, String text, int _) -> hidden
                        .add(new Private(text, from::equals));
                default -> {
                }
            }
        });
        return hidden;
    }

    private static boolean reaches(List<String> to, String reader) {
        return to.contains(MomentScope.EVERYBODY) || to.contains(reader);
    }

    /// Whether one text holds enough words of another, one after another: [#SHARED] of them, or all where there are fewer, at least three.
    private static boolean shares(String told, List<String> hidden) {
        int length = Math.min(SHARED, hidden.size());
        if (length < 3) {
            return false;
        }
        for (int i = 0; i + length <= hidden.size(); i++) {
            if (told.contains(spaced(hidden.subList(i, i + length)))) {
                return true;
            }
        }
        return false;
    }

    private static String spaced(List<String> words) { return " " + String.join(" ", words) + " "; }

    /// @return words and numbers in small letters, in order
    static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).results().map(found -> found.group())
                .toList();
    }
}
