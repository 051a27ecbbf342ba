package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who is meant by a name: the whole of it, its first word, or any part that not too many share.
final class Names {
    /// Parts of names that are words as well: they name somebody only within the whole name, or with a capital.
    private static final Set<String> WORDS = WordSet.of("old", "young", "the", "of", "big", "little", "mill", "will",
            "mark",
            "may", "rose", "hope", "grace", "faith", "frank", "bill", "jack", "rich", "art", "miller", "baker", "smith",
            "von", "van", "de", "la", "firm", "house", "doctor", "dr", "mr", "mrs", "miss", "aunt", "uncle", "sister",
            "brother", "captain", "mayor", "king", "queen", "father", "mother", "player", "agent", "person", "farmer",
            "fisher", "villager", "household", "company", "st", "and", "a", "i", "in", "on", "no", "so", "an", "to",
            "he", "it", "we", "you", "my", "one", "two", "three", "dawn", "june", "april", "august", "summer", "sun",
            "joy", "rob", "sue", "pat", "drew", "chase", "grant", "lance", "miles", "wade", "trade", "grain", "salt",
            "dean", "earl", "duke", "north", "south", "east", "west", "green", "brown", "white", "black", "gray");

    private final List<Setting.Named> people;
    private final Phrases<String> whole = new Phrases<>();
    private final Map<String, Set<String>> parts = new LinkedHashMap<>();
    private final Map<String, String> nameOf = new LinkedHashMap<>();

    private Names(List<Setting.Named> people) {
        this.people = people;
        for (Setting.Named person : people) {
            add(person);
        }
    }

    static Names of(List<Setting.Named> people) { return new Names(people); }

    /// The same list and not an equal one: comparing ten thousand names for every utterance would be the dearest part of reading.
    @SuppressWarnings("ReferenceEquality")
    boolean areOf(List<Setting.Named> others) { return people == others; }

    private void add(Setting.Named person) {
        nameOf.put(person.id(), person.name());
        String spoken = spoken(person.name());
        whole.put(spoken, person.id());
        whole.put(spoken(person.id()), person.id());
        String[] words = spoken.split(" ");
        if (words.length > 1) {
            for (String word : words) {
                if ((!word.isEmpty() && !Numbers.at(Tokens.of(word), 0, 1).clear())
                        || Character.isDigit(word.charAt(0))) {
                    continue;
                }
                parts.computeIfAbsent(word, part -> new LinkedHashSet<>()).add(person.id());
            }
        }
    }

    /// A name as its tokens are: `North-Quay` is `north quay`.
    static String spoken(String name) {
        var words = new StringBuilder();
        for (Token token : Tokens.of(name.replace('_', ' '))) {
            if (token.isWord() && !token.is("'s")) {
                words.append(words.isEmpty() ? "" : " ").append(token.word());
            }
        }
        return words.toString();
    }

    String name(String id) { return nameOf.getOrDefault(id, id); }

    /// @return the first name, where it is long enough to be one and nobody else's; else the whole
    String shortest(String id) {
        String name = name(id);
        int blank = name.indexOf(' ');
        if (blank < 4) {
            return name;
        }
        String first = spoken(name.substring(0, blank));
        long alike = parts.getOrDefault(first, WordSet.of()).stream()
                .filter(other -> spoken(name(other)).startsWith(first + " ")).limit(2).count();
        return alike == 1 ? name.substring(0, blank) : name;
    }

    boolean knows(String id) { return nameOf.containsKey(id); }

    /// @param length in tokens; 0 for nobody
    /// @param ids whoever could be meant
    record Found(int length, List<String> ids) {
        static final Found NOBODY = new Found(0, List.of());
    }

    Found at(List<Token> tokens, int i, int end) {
        Token token = tokens.get(i);
        Phrases.Match<String> full = whole.at(tokens, i, end);
        if (full.length() > 1 || (full.length() == 1 && named(token, tokens, i, end))) {
            return new Found(full.length(), full.meanings());
        }
        Set<String> some = parts.get(token.word());
        if (some == null || !named(token, tokens, i, end)) {
            return Found.NOBODY;
        }
        if (some.size() > 1 && WORDS.contains(token.word())) {
            return Found.NOBODY;
        }
        List<String> first = some.stream().filter(id -> spoken(name(id)).startsWith(token.word() + " ")).limit(3)
                .toList();
        return new Found(1, first.size() == 1 ? first : new ArrayList<>(some).subList(0, Math.min(3, some.size())));
    }

    /// A name that is a word as well counts only with a capital, and not where a sentence begins with "will you".
    private static boolean named(Token token, List<Token> tokens, int i, int end) {
        if (!WORDS.contains(token.word())) {
            return true;
        }
        if (!token.capital()) {
            return false;
        }
        if (i + 1 < end) {
            String next = tokens.get(i + 1).word();
            return !List.of("i", "you", "we", "he", "she", "they", "it", "the", "a").contains(next);
        }
        return true;
    }
}
