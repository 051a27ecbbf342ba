package microcosm.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;

/// An action of the world as the reader knows it: which verbs stand for it, and what shape its parameters have.
///
/// @param own verbs that stand for it and nothing looser: its name, and the closest words for the same
/// @param verbs all verbs that can stand for it
record Deed(ActionRule rule, Set<String> own, Set<String> verbs, Shape shape) {
    enum Shape {
        /// Two parameters are goods: `offer(to, give, get)`.
        EXCHANGE,
        /// It speaks of an offer that stands: `accept(offer)`.
        OFFER,
        /// It carries words.
        SPEECH,
        /// It needs nothing: `wait()`.
        BARE,
        /// Its parameters are filled from what stands around the verb.
        SLOTS
    }

    static Deed of(ActionRule rule) {
        Set<String> own = new TreeSet<>(ownVerbs(rule));
        Set<String> verbs = new TreeSet<>(own);
        for (String family : Lexicon.READING.families("verb.")) {
            for (Lexicon.Line line : Lexicon.READING.lines("verb." + family)) {
                if (nameWords(rule).stream().anyMatch(line.words()::contains)
                        || nameWords(rule).contains(family)) {
                    own.addAll(line.words());
                    verbs.addAll(line.all());
                }
            }
        }
        return new Deed(rule, own, verbs, shape(rule));
    }

    private static Shape shape(ActionRule rule) {
        List<Kind> needed = rule.parameters().stream().map(ActionRule.Parameter::kind).toList();
        if (needed.stream().anyMatch(Kind.Words.class::isInstance)) {
            return Shape.SPEECH;
        }
        if (needed.stream().filter(Kind.SomeGoods.class::isInstance).count() >= 2) {
            return Shape.EXCHANGE;
        }
        if (needed.stream().anyMatch(Kind.SomeOffer.class::isInstance)) {
            return Shape.OFFER;
        }
        return needed.isEmpty() ? Shape.BARE : Shape.SLOTS;
    }

    /// `payBack`, `pay_back` and `pay-back` are all "pay back".
    static Set<String> ownVerbs(ActionRule rule) {
        List<String> words = nameWords(rule);
        var own = new TreeSet<String>();
        own.add(String.join(" ", words));
        if (words.size() > 1 && Lexicon.READING.families("verb.").stream()
                .anyMatch(family -> Lexicon.READING.words("verb." + family).contains(words.getFirst()))) {
            own.add(words.getFirst());
        }
        return own;
    }

    private static List<String> nameWords(ActionRule rule) {
        String spaced = rule.name().replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').replace('-', ' ');
        var words = new ArrayList<String>();
        for (String word : spaced.toLowerCase(Locale.ROOT).split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        if (words.size() > 1) {
            words.add(String.join(" ", words));
            return List.copyOf(words.subList(0, words.size() - 1));
        }
        return List.copyOf(words);
    }

    boolean isNamedFor(String family) {
        List<String> line = Lexicon.READING.words("verb." + family);
        return ownVerbs(rule).stream().anyMatch(line::contains);
    }

    /// @return the names of its parameters of a kind, in order
    List<String> parameters(Class<? extends Kind> kind) {
        return rule.parameters().stream().filter(p -> kind.isInstance(p.kind())).map(ActionRule.Parameter::name)
                .toList();
    }
}
