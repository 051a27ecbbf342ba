package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import microcosm.speech.Predicate.Mood;
import microcosm.speech.Predicate.Subject;
import microcosm.speech.Setting.OpenOffer;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.Bundle;

/// Reads what is done with offers that stand: accepted, declined. Which one is meant is told by a name, by "your", by the goods, or by
/// there being only one.
final class Offers {
    private static final Phrases<Boolean> YES = Lexicon.READING.phrases("yes");
    private static final Set<String> IDLE = Lexicon.READING.set("yes.idle");
    private static final Set<String> OPEN = Lexicon.READING.set("open");
    private static final Set<String> OBJECTS = WordSet.of("offer", "deal", "trade", "swap", "proposal", "terms",
            "bargain",
            "bid", "exchange", "offers", "both", "price");
    private static final Set<String> POINTING = WordSet.of("it", "that", "this", "those", "these", "them", "the",
            "your",
            "his",
            "her", "their", "'s", "s", "to", "fair", "generous", "kind", "last", "first", "of", "from", "an", "up",
            "on",
            "gladly", "happily", "then", "now", "all", "good", "gratefully", "latest", "standing", "open", "and",
            "with",
            "thanks", "please", "you", "for", "made", "thank", "pleasure", "gladness", "relief", "too", "today",
            "here");

    private final List<Deed> deeds;
    private final Passage passage;
    private final Address address;
    private final Found found;

    Offers(List<Deed> deeds, Passage passage, Address address, Found found) {
        this.deeds = deeds;
        this.passage = passage;
        this.address = address;
        this.found = found;
    }

    private Optional<Deed> accepting() { return deeds.stream().filter(deed -> deed.isNamedFor("accept")).findFirst(); }

    void read(List<List<Predicate>> perSentence) {
        for (Deed deed : deeds) {
            for (int s = 0; s < perSentence.size(); s++) {
                for (Predicate predicate : perSentence.get(s)) {
                    boolean own = (predicate.subject() == Subject.SPEAKER && predicate.mood() == Mood.DOES)
                            || (predicate.mood() == Mood.BARE && isOwn(passage.sentences().get(s), predicate));
                    if (own && predicate.is(deed.verbs()) && !found.covers(predicate.at())) {
                        read(deed, s, predicate, perSentence.get(s));
                    }
                }
            }
        }
        accepting().ifPresent(deed -> agreed(deed, perSentence));
    }

    /// `Accept it, Tomas!` calls on another; `Accept Tomas's offer.` is one's own deed in short.
    private boolean isOwn(Sentence sentence, Predicate predicate) {
        for (int i = predicate.end(); i < sentence.to(); i++) {
            if (passage.token(i).is("my") || passage.token(i).is("our")) {
                return false;
            }
        }
        return !sentence.exclaimed() && !sentence.question() && !Urging.urges(passage, sentence, predicate);
    }

    private void read(Deed deed, int s, Predicate predicate, List<Predicate> others) {
        Sentence sentence = passage.sentences().get(s);
        int end = sentence.to();
        for (Predicate other : others) {
            boolean noun = OBJECTS.contains(passage.token(other.at()).word()) && other.mood() == Mood.NO;
            if (other.at() > predicate.at() && !noun) {
                end = Math.min(end, Math.min(other.subjectAt(), other.at()));
            }
        }
        boolean named = false;
        boolean whole = true;
        boolean pointing = false;
        boolean all = false;
        Mention.Someone someone = null;
        Bundle goods = Bundle.NONE;
        int last = predicate.end();
        for (int i = predicate.end(); i < end; i++) {
            Mention mention = passage.mentionAt(i);
            Token token = passage.token(i);
            if (!token.isWord() && (named || (pointing && token.mark() != '-'))) {
                break;
            }
            if (mention instanceof Mention.Someone who) {
                boolean vocative = Address.isVocative(passage, sentence, who);
                someone = vocative || someone != null ? someone : who;
                i = mention.to() - 1;
                last = vocative ? last : mention.to();
            } else if (mention instanceof Mention.Goods some) {
                goods = some.amount().isPresent() ? goods.plus(Bundle.of(some.good(), some.amount().get())) : goods;
                i = mention.to() - 1;
                last = mention.to();
                named = true;
            } else if (OBJECTS.contains(token.word())) {
                named = true;
                all |= token.is("both") || token.is("offers");
                last = i + 1;
            } else if (token.isWord() && !POINTING.contains(token.word()) && !named) {
                whole = false;
                break;
            } else if (token.isWord()) {
                pointing |= WordSet.of("it", "that", "this", "those", "them").contains(token.word());
                last = pointing && !named ? i + 1 : last;
                all |= token.is("all") || token.is("them");
            }
        }
        boolean strong = predicate.is(deed.own()) && !predicate.is(WordSet.of("take"));
        boolean wholeSentence = strong && last == predicate.end() && whole;
        boolean agreeing = predicate.is(WordSet.of("agree")) && !named && last > predicate.end() && !pointing;
        if ((!named && !(pointing && whole) && !wholeSentence) || agreeing) {
            return;
        }
        int from = Math.min(predicate.at(), predicate.subjectAt());
        if (someone != null && someone.ids().size() > 1) {
            found.unclear(from, last, Whom.several(passage, someone));
            return;
        }
        choose(deed, s, from, last, someone == null ? Optional.empty() : Optional.of(someone.ids().getFirst()), goods,
                all);
    }

    private void choose(Deed deed, int s, int from, int to, Optional<String> by, Bundle goods, boolean all) {
        List<OpenOffer> open = passage.setting().openOffers();
        if (open.isEmpty()) {
            found.unclear(from, to, "no offer stands open to " + passage.names().name(passage.setting().speaker()));
            return;
        }
        Optional<String> whose = by.isPresent() ? by : yours(from, to, s);
        List<OpenOffer> fitting = open.stream().filter(offer -> whose.isEmpty() || offer.from().equals(whose.get()))
                .filter(offer -> goods.isEmpty() || offer.give().plus(offer.get()).covers(goods)).toList();
        if (fitting.isEmpty()) {
            found.unclear(from, to, whose.isPresent()
                    ? "no such offer of " + passage.names().name(whose.get()) + " stands open"
                    : "no such offer stands open");
            return;
        }
        List<OpenOffer> chosen = fitting;
        if (fitting.size() > 1 && !all) {
            Optional<String> to1 = address.in(s);
            List<OpenOffer> theirs = fitting.stream().filter(offer -> to1.equals(Optional.of(offer.from()))).toList();
            if (theirs.size() != 1) {
                found.unclear(from, to, "which offer is meant is not clear: " + list(fitting));
                return;
            }
            chosen = theirs;
        }
        chosen.forEach(offer -> accept(deed, offer, from, to));
    }

    private Optional<String> yours(int from, int to, int s) {
        for (int i = from; i < to; i++) {
            if (passage.token(i).is("your") || passage.token(i).is("yours")) {
                return address.in(s);
            }
        }
        return address.named()
                && passage.setting().openOffers().stream().anyMatch(o -> Optional.of(o.from()).equals(address.in(s)))
                        ? address.in(s)
                        : Optional.empty();
    }

    private String list(List<OpenOffer> offers) {
        var words = new ArrayList<String>();
        for (OpenOffer offer : offers.subList(0, Math.min(4, offers.size()))) {
            words.add(passage.names().name(offer.from()) + " gives " + offer.give() + " for " + offer.get());
        }
        return String.join("; ", words);
    }

    private void accept(Deed deed, OpenOffer offer, int from, int to) {
        var arguments = new LinkedHashMap<String, String>();
        for (ActionRule.Parameter parameter : deed.rule().parameters()) {
            switch (parameter.kind()) {
                case Kind.SomeOffer any -> arguments.put(parameter.name(), offer.id());
                case Kind.SomePerson any -> arguments.put(parameter.name(), offer.from());
                default -> {
                    if (!parameter.optional()) {
                        return;
                    }
                }
            }
        }
        boolean twice = found.attempts.stream()
                .anyMatch(a -> a.action().equals(deed.rule().name()) && a.arguments().equals(arguments));
        if (!twice) {
            found.attempt(deed.rule().name(), arguments, from, to);
        }
    }

    /// "I'll take 3 grain for 2 salt" where just that is offered.
    ///
    /// @param taker the token from which somebody takes; -1 where no verb was said, and only the partner can tell
    boolean acceptMatching(Bargain bargain, int taker) {
        if (taker < 0 || accepting().isEmpty()) {
            return false;
        }
        List<OpenOffer> same = passage.setting().openOffers().stream()
                .filter(offer -> offer.give().equals(bargain.in()) && offer.get().equals(bargain.out()))
                .filter(offer -> bargain.named == null || bargain.named.ids().equals(List.of(offer.from()))).toList();
        if (same.size() != 1) {
            return false;
        }
        accept(accepting().get(), same.getFirst(), bargain.from, bargain.to);
        return true;
    }

    /// `Deal.` `Yes, Tomas.` `Done!`
    private void agreed(Deed deed, List<List<Predicate>> perSentence) {
        for (int s = 0; s < passage.sentences().size(); s++) {
            Sentence sentence = passage.sentences().get(s);
            if (sentence.question() || passage.setting().openOffers().isEmpty() || Scopes.mocked(passage, s)
                    || sentence.from() < Scopes.meantFrom(passage)) {
                continue;
            }
            int start = sentence.from();
            boolean refused = false;
            while (start < sentence.to() && opens(start, sentence)) {
                refused |= passage.token(start).is("no") || passage.token(start).is("not");
                Mention mention = passage.mentionAt(start);
                start = mention == null ? start + 1 : mention.to();
            }
            Phrases.Match<Boolean> yes = start < sentence.to()
                    ? YES.at(passage.tokens(), start, sentence.to())
                    : new Phrases.Match<>(0, List.of());
            if (refused || yes.length() == 0 || found.covers(start)
                    || !closes(start + yes.length(), sentence, yes.length(), start)) {
                continue;
            }
            boolean answered = found.attempts.stream().anyMatch(a -> a.action().equals(deed.rule().name()));
            boolean idle = IDLE.contains(passage.words(start, start + yes.length()).toLowerCase(java.util.Locale.ROOT));
            boolean more = passage.sentences().size() > 1 && (s > 0 || contradicted(s, perSentence));
            if (!answered && !(idle && more)) {
                choose(deed, s, start, start + yes.length(), Optional.empty(), Bundle.NONE, false);
            }
        }
    }

    private boolean contradicted(int s, List<List<Predicate>> perSentence) {
        int next = s + 1;
        return next < perSentence.size() && (passage.sentences().get(next).question()
                || List.of("but", "only", "if", "though", "however")
                        .contains(passage.token(passage.sentences().get(next).from()).word()));
    }

    private boolean opens(int i, Sentence sentence) {
        Token token = passage.token(i);
        boolean phrase = YES.has(passage.tokens(), i, sentence.to());
        return passage.nameStartingAt(i) != null || !token.isWord() || (OPEN.contains(token.word()) && !phrase)
                || (List.of("friend", "dear", "thank", "you", "hello", "old").contains(token.word()) && !phrase);
    }

    /// Whether nothing of weight follows a "yes" in its sentence.
    private boolean closes(int i, Sentence sentence, int length, int start) {
        int words = 0;
        int k = i;
        while (k < sentence.to()) {
            Mention mention = passage.mentionAt(k);
            Token token = passage.token(k);
            if (mention instanceof Mention.Someone) {
                k = mention.to();
                continue;
            }
            if (token.mark() == ',' && k > i - 1 && length > 0 && !IDLE.contains(passage.token(start).word())) {
                String next = k + 1 < sentence.to() ? passage.token(k + 1).word() : "";
                return !List.of("but", "if", "only", "though", "provided", "unless", "except").contains(next);
            }
            if (token.isWord() && !List
                    .of("then", "please", "with", "you", "me", "by", "for", "thanks", "thank", "friend",
                            "my", "on", "that", "it", "sir", "neighbour", "now", "gladly", "deal", "done", "indeed",
                            "so", "i",
                            "accept", "agreed", "and", "yes", "old", "man", "us", "both", "here", "be", "is", "a")
                    .contains(token.word())) {
                words++;
            }
            k++;
        }
        return words == 0;
    }
}
