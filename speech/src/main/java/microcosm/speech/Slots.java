package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import microcosm.speech.Mention.RefKind;
import microcosm.speech.Predicate.Mood;
import microcosm.speech.Predicate.Subject;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.Assertion;
import microcosm.worlds.Bundle;
import microcosm.worlds.World;

/// Reads every action whose parameters stand around its verb: `repay(to, what)`, `produce(town, q)`, `vote(who)`, `wait()`.
final class Slots {
    private static final Set<String> BESIDE = WordSet.of("because", "like", "than", "about", "from", "with", "beside",
            "near",
            "before", "after", "since", "as", "unlike", "except", "not", "instead", "without");

    private final World world;
    private final List<Deed> deeds;
    private final Passage passage;
    private final Address address;
    private final Found found;
    private final List<Assertion> claims;

    Slots(World world, List<Deed> deeds, Passage passage, Address address, Found found, List<Assertion> claims) {
        this.world = world;
        this.deeds = deeds;
        this.passage = passage;
        this.address = address;
        this.found = found;
        this.claims = claims;
    }

    void read(List<List<Predicate>> perSentence, List<List<Predicate>> patient) {
        for (int s = 0; s < perSentence.size(); s++) {
            List<Predicate> predicates = perSentence.get(s);
            for (int k = 0; k < predicates.size(); k++) {
                if (!found.covers(predicates.get(k).at())) {
                    read(s, predicates, k, patient.get(s).get(k));
                }
            }
        }
    }

    private void read(int s, List<Predicate> predicates, int k, Predicate patient) {
        Predicate predicate = predicates.get(k);
        Sentence sentence = passage.sentences().get(s);
        Region region = region(sentence, predicates, k);
        if (region.verbEnd() < sentence.to()
                && WordSet.of("nobody", "noone").contains(passage.token(region.verbEnd()).word())) {
            return;
        }
        String missing = "";
        for (Deed deed : candidates(predicate)) {
            boolean bare = deed.shape() == Deed.Shape.BARE;
            Predicate governing = bare ? patient : predicate;
            boolean own = (governing.subject() == Subject.SPEAKER && governing.mood() == Mood.DOES
                    && !asked(sentence, governing))
                    || (governing.mood() == Mood.BARE && !sentence.question()
                            && !Urging.urges(passage, sentence, predicate)
                            && !(bare && strays(sentence, predicate)));
            if (!own || (bare && elsewhere(region, sentence, predicate))) {
                continue;
            }
            var filling = new Filling(world, passage, address.in(s), sentence, region, deed, claims, address.named());
            if (filling.complete()) {
                boolean ambiguous = predicate.mood() == Mood.BARE && deed.parameters(Kind.SomePerson.class).size() > 0
                        && deed.isNamedFor("vote") && passage.sentences().size() > 1;
                if (ambiguous) {
                    found.unclear(region.from(), filling.to(), "\"" + passage.words(region.from(), filling.to())
                            + "\" could be a deed or a call on others");
                } else {
                    filling.all().forEach(
                            arguments -> found.attempt(deed.rule().name(), arguments, region.from(), filling.to()));
                }
                return;
            }
            boolean plain = predicate.is(Deed.ownVerbs(deed.rule())) || (predicate.is(deed.own()) && filling.touched());
            if (missing.isEmpty() && plain) {
                missing = filling.missing();
            }
        }
        if (!missing.isEmpty()) {
            found.unclear(region.from(), Math.max(region.verbEnd(), region.from() + 1), missing);
        }
    }

    private static boolean asked(Sentence sentence, Predicate predicate) {
        return sentence.question() && predicate.subject() == Subject.NONE;
    }

    /// A bare `Wait!` or `Wait, what?` asks others to stop.
    private boolean strays(Sentence sentence, Predicate predicate) {
        return (passage.sentences().size() > 1 && sentence.from() > 0)
                || (predicate.end() < sentence.to() && passage.token(predicate.end()).isWord()
                        && List.of("for", "what", "a", "i", "until", "who")
                                .contains(passage.token(predicate.end()).word()));
    }

    /// `I pass the salt` does not pass; `I rest my case` does not rest.
    private boolean elsewhere(Region region, Sentence sentence, Predicate predicate) {
        if (region.verbEnd() >= sentence.to()) {
            return false;
        }
        Token next = passage.token(region.verbEnd());
        Mention mention = passage.mentionAt(region.verbEnd());
        return mention instanceof Mention.Goods || mention instanceof Mention.Someone
                || (next.is("the") && !predicate.is(WordSet.of("sit out")))
                || List.of("my", "your", "on", "him", "her", "a", "them", "his", "assured", "you", "over")
                        .contains(next.word());
    }

    private List<Deed> candidates(Predicate predicate) {
        var named = new ArrayList<Deed>();
        for (Deed deed : deeds) {
            if (predicate.is(Deed.ownVerbs(deed.rule()))) {
                named.add(deed);
            }
        }
        for (Deed deed : deeds) {
            if (!named.contains(deed) && predicate.is(deed.own())) {
                named.add(deed);
            }
        }
        for (Deed deed : deeds) {
            if (!named.contains(deed) && predicate.is(deed.verbs())) {
                named.add(deed);
            }
        }
        return named;
    }

    /// The words that belong to a verb: from the end of the one before to the beginning of the next.
    private Region region(Sentence sentence, List<Predicate> predicates, int k) {
        Predicate predicate = predicates.get(k);
        int from = sentence.from();
        int to = sentence.to();
        for (int j = 0; j < predicates.size(); j++) {
            Predicate other = predicates.get(j);
            boolean shares = other.subjectAt() == predicate.subjectAt() && other.subject() == predicate.subject()
                    && j < k
                    && other.subjectAt() < other.at();
            if (j < k && !shares) {
                from = Math.max(from, other.end());
            } else if (j > k && !infinitive(other)) {
                to = Math.min(to, Math.min(other.at(), Math.max(other.subjectAt(), predicate.end())));
            }
        }
        return new Region(Math.min(predicate.at(), Math.max(from, predicate.subjectAt())), from, predicate.at(),
                predicate.end(), to);
    }

    /// `I vote to eliminate Bo`: the second verb belongs to the first.
    private boolean infinitive(Predicate predicate) {
        return (predicate.at() > 0 && passage.token(predicate.at() - 1).is("to") && predicate.form() == Verbs.Form.BASE)
                || predicate.subject() == Subject.OTHER
                || (predicate.mood() == Mood.NO && predicate.subject() != Subject.SPEAKER);
    }

    /// @param from the subject, or the verb where it has none
    /// @param before the first token that may hold an argument before the verb
    /// @param verb the verb's first token
    /// @param verbEnd index after the verb
    /// @param to index after the last token that may hold an argument
    record Region(int from, int before, int verb, int verbEnd, int to) {}

    static boolean isBeside(String word) { return BESIDE.contains(word); }

    static Optional<String> ref(Mention mention, RefKind kind) {
        return mention instanceof Mention.Thing thing ? thing.id(kind) : Optional.empty();
    }

    static SequencedMap<String, String> ordered(ActionRule rule, Map<String, String> values) {
        var arguments = new LinkedHashMap<String, String>();
        rule.parameters().forEach(p -> {
            String value = values.get(p.name());
            if (value != null) {
                arguments.put(p.name(), value);
            }
        });
        return arguments;
    }

    static Bundle bundle(List<Mention.Goods> goods) {
        Bundle sum = Bundle.NONE;
        for (Mention.Goods some : goods) {
            sum = sum.plus(Bundle.of(some.good(), some.amount().orElseThrow()));
        }
        return sum;
    }
}
