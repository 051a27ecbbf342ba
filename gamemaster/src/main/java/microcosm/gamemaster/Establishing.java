package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import microcosm.gamemaster.GameMaster.Deed;
import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;
import microcosm.trace.KnownFact;

/// Facts that a game master establishes or changes in open-ended scenes. What is established binds: it is established once, nothing is
/// established that contradicts it, and it changes only where the world says that it may.
///
/// Two texts contradict each other when they speak of the same thing, having most of their words in common, and differ in a number or
/// in a negation. That is a floor, not an understanding: what contradicts in other words is left to the model's judgement.
final class Establishing {
    /// So much of the shorter text's words in common is about the same thing.
    private static final double SAME = 0.6;
    private static final Set<String> NEGATIONS = new TreeSet<>(List.of("no", "not", "never", "none", "nobody",
            "nothing", "neither", "nor", "without", "cannot"));
    private static final Set<String> SMALL = new TreeSet<>(List.of("a", "an", "the", "of", "in", "on", "at", "to", "is",
            "are", "was", "were", "be", "been", "has", "have", "had", "and", "or", "it", "its", "that", "this", "there",
            "with", "for", "by", "from", "as", "now", "do", "does", "did"));
    private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
            "eighty", "ninety", "hundred", "thousand", "half", "twice");

    private Establishing() {}

    /// Something is so from now on, and the actor, or whoever is there, knows it.
    static Proposal establish(Deed deed, Moment now) {
        String title = deed.attempt().argument("fact").orElse("");
        String text = deed.attempt().argument("text").orElse("").strip();
        String id = id(title);
        if (id.isEmpty() || text.isEmpty()) {
            return new Proposal.Fails("It is not clear what should be so.");
        }
        boolean present = deed.attempt().argument("seen_by").filter(Powers.PRESENT::equals).isPresent();
        List<String> knownTo = present ? here(deed.actor(), now) : List.of(deed.actor());
        return broken(id, text, deed.actor(), now).or(() -> Worded.violation(text, knownTo, now))
                .<Proposal>map(Proposal.Fails::new)
                .orElseGet(() -> new Proposal.Happens(List.of(new Effect.Established(id, text, knownTo))));
    }

    /// What was so is otherwise, where the world says that it may be.
    static Proposal change(Deed deed, Moment now) {
        String id = deed.attempt().argument("fact").orElse("");
        String text = deed.attempt().argument("text").orElse("").strip();
        Optional<KnownFact> fact = now.state().facts().stream().filter(one -> one.id().equals(id)).findFirst();
        if (fact.isEmpty() || text.isEmpty() || !Powers.changeable(now.world()).contains(id)) {
            return new Proposal.Fails("That cannot be changed here.");
        }
        var knownTo = new ArrayList<>(fact.get().knownTo());
        here(deed.actor(), now).stream().filter(one -> !knownTo.contains(one)).forEach(knownTo::add);
        List<String> all = knownTo.contains(MomentScope.EVERYBODY) ? List.of(MomentScope.EVERYBODY) : knownTo;
        return undecided(id, text, now).or(() -> contradiction(id, text, deed.actor(), now))
                .or(() -> Worded.violation(text, all, now)).<Proposal>map(Proposal.Fails::new)
                .orElseGet(() -> new Proposal.Happens(List.of(new Effect.Established(id, text, all))));
    }

    private static List<String> here(String actor, Moment now) {
        List<String> present = Hearing.present(actor, now);
        if (present.contains(MomentScope.EVERYBODY)) {
            return present;
        }
        var here = new ArrayList<>(List.of(actor));
        here.addAll(present);
        return here;
    }

    /// A fact on which hands were raised becomes what more than half of everybody raised theirs for.
    private static Optional<String> undecided(String fact, String text, Moment now) {
        int everybody = now.society().ids().size();
        return Ballots.tally(fact, now).flatMap(tally -> 2 * tally.most() <= everybody
                ? Optional.of("No majority has raised its hands: " + tally.most() + " of " + everybody + ".")
                : Optional.of("Hands were raised for: " + tally.first().getFirst() + ".")
                        .filter(_ -> !content(text).containsAll(content(tally.first().getFirst()))));
    }

    private static Optional<String> broken(String id, String text, String actor, Moment now) {
        return now.state().facts().stream().filter(fact -> fact.id().equals(id)).findFirst()
                .map(fact -> settled(fact, actor)).or(() -> contradiction(id, text, actor, now));
    }

    private static Optional<String> contradiction(String id, String text, String actor, Moment now) {
        return now.state().facts().stream().filter(fact -> !fact.id().equals(id) && contradict(fact.text(), text))
                .findFirst().map(fact -> settled(fact, actor));
    }

    /// Who does not know a fact is not told it by being refused.
    private static String settled(KnownFact fact, String actor) {
        boolean known = fact.knownTo().contains(MomentScope.EVERYBODY) || fact.knownTo().contains(actor);
        return known ? "It is so already: " + fact.text() : "That is not so.";
    }

    static boolean contradict(String one, String other) {
        Set<String> first = content(one);
        Set<String> second = content(other);
        long common = first.stream().filter(second::contains).count();
        int shorter = Math.min(first.size(), second.size());
        if (shorter < 2 || common < SAME * shorter) {
            return false;
        }
        Set<String> numbers = numbers(one);
        Set<String> others = numbers(other);
        boolean otherNumbers = !numbers.isEmpty() && !others.isEmpty() && !numbers.equals(others);
        return otherNumbers || negated(one) != negated(other);
    }

    static Set<String> content(String text) {
        var words = new TreeSet<String>();
        Worded.words(text).stream().filter(word -> !SMALL.contains(word) && !NEGATIONS.contains(word)
                && !isNumber(word) && !word.endsWith("n't")).map(Establishing::stem).forEach(words::add);
        return words;
    }

    private static Set<String> numbers(String text) {
        var numbers = new TreeSet<String>();
        Worded.words(text).stream().filter(Establishing::isNumber).forEach(numbers::add);
        return numbers;
    }

    private static boolean isNumber(String word) { return Character.isDigit(word.charAt(0)) || NUMBERS.contains(word); }

    private static boolean negated(String text) {
        return Worded.words(text).stream().filter(word -> NEGATIONS.contains(word) || word.endsWith("n't")).count()
                % 2 == 1;
    }

    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String id(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
