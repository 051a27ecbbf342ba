package microcosm.speech;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import microcosm.speech.Mention.Owner;
import microcosm.speech.Predicate.Mood;
import microcosm.speech.Predicate.Subject;

/// Reads offers: goods that go one way for goods that go the other. Each amount gets its direction from the verb that governs it and
/// from whose it is said to be; "for" turns the direction. Halves may stand in two sentences.
final class Exchanges {
    private static final Set<String> TURNS = WordSet.of("for", "against", "exchange", "return", "versus");

    private final Deed deed;
    private final Passage passage;
    private final Address address;
    private final Found found;
    private final Offers offers;

    Exchanges(Deed deed, Passage passage, Address address, Found found, Offers offers) {
        this.deed = deed;
        this.passage = passage;
        this.address = address;
        this.found = found;
        this.offers = offers;
    }

    void read(List<List<Predicate>> perSentence) {
        Bargain half = null;
        for (int s = 0; s < perSentence.size(); s++) {
            var run = new Run(s, passage.sentences().get(s), perSentence.get(s), half);
            half = run.read();
        }
        if (half != null) {
            half.finish(deed, found);
        }
    }

    /// One sentence, walked from left to right.
    private final class Run {
        private final int number;
        private final Sentence sentence;
        private final List<Predicate> predicates;
        private Bargain bargain;
        private @Nullable Way way;
        private @Nullable Way last;
        private boolean fresh;
        private boolean turnNext;

        Run(int number, Sentence sentence, List<Predicate> predicates, @Nullable Bargain half) {
            this.number = number;
            this.sentence = sentence;
            this.predicates = predicates;
            this.bargain = half == null ? new Bargain(passage) : half;
            this.last = half == null ? null : half.out.isEmpty() ? Way.IN : Way.OUT;
        }

        @Nullable
        Bargain read() {
            boolean carried = !bargain.isEmpty();
            int before = bargain.size();
            for (int i = sentence.from(); i < sentence.to(); i++) {
                int next = step(i);
                i = Math.max(i, next - 1);
            }
            if (bargain.isWhole()) {
                complete();
                return null;
            }
            if (carried && bargain.size() == before) {
                bargain.finish(deed, found);
                return null;
            }
            return bargain.isEmpty() ? null : bargain;
        }

        private int step(int i) {
            for (Predicate predicate : predicates) {
                if (predicate.at() == i && (predicate.is(Way.GIVES) || predicate.is(Way.TAKES))) {
                    verb(predicate);
                    return predicate.end();
                }
            }
            Token token = passage.token(i);
            Mention mention = passage.mentionAt(i);
            if (mention instanceof Mention.Someone someone) {
                person(someone);
                return mention.to();
            }
            if (mention instanceof Mention.Goods goods) {
                goods(goods);
                return mention.to();
            }
            if (TURNS.contains(token.word()) && leadsToGoods(i + 1)) {
                turn(token, i);
            } else if (token.is("at") && leadsToGoods(i + 1) && last != null) {
                turnNext = false;
                way = last.turned();
                bargain.priced = true;
            } else if (token.is("you") || token.is("your") || token.is("yours")) {
                bargain.toYou = true;
            } else if (List.of("him", "her", "them").contains(token.word()) && !bargain.isWhole()) {
                bargain.pronoun = i;
            } else if ((token.is("nothing") && i > 0 && passage.token(i - 1).is("for")) || (token.is("free") && i > 0
                    && passage.token(i - 1).is("for")) || token.is("gift")) {
                bargain.free = true;
            }
            return i + 1;
        }

        private void turn(Token token, int i) {
            boolean bare = token.is("exchange") || token.is("return");
            if (bare && fresh) {
                return;
            }
            Way from = last != null ? last : way;
            if (from == null) {
                boolean verbless = bargain.isEmpty();
                turnNext = verbless;
                way = null;
            } else {
                way = from.turned();
            }
            bargain.first(i);
        }

        private boolean leadsToGoods(int i) {
            for (int k = i; k < Math.min(sentence.to(), i + 4); k++) {
                if (passage.mentionAt(k) instanceof Mention.Goods) {
                    return true;
                }
                Token token = passage.token(k);
                if (passage.mentionAt(k) instanceof Mention.Someone || token.mark() == ',') {
                    continue;
                }
                if (!List.of("for", "'s", "the", "another", "just", "only", "exactly", "his", "her", "their", "those",
                        "these",
                        "say", "only").contains(token.word())) {
                    return false;
                }
            }
            return false;
        }

        private void verb(Predicate predicate) {
            boolean changes = bargain.isWhole() && followedByGoods(predicate);
            if (changes) {
                complete();
            }
            fresh = true;
            Way meant = Way.of(predicate, sentence, passage);
            if (meant == Way.NOWHERE && bargain.isWhole()) {
                return;
            }
            way = meant;
            if (turnNext && way != null) {
                last = null;
            }
            if (way != Way.NOWHERE) {
                bargain.first(Math.min(predicate.subjectAt(), predicate.at()));
                bargain.verb(predicate);
            }
            if (predicate.subject() == Subject.ANYBODY) {
                bargain.toAnybody = true;
            }
        }

        private boolean followedByGoods(Predicate predicate) {
            for (int k = predicate.end(); k < sentence.to() && passage.token(k).mark() != ','; k++) {
                if (passage.mentionAt(k) instanceof Mention.Goods) {
                    return true;
                }
            }
            return false;
        }

        private void person(Mention.Someone someone) {
            if (Address.isVocative(passage, sentence, someone)) {
                return;
            }
            if (bargain.isWhole() && !someone.possessive()) {
                Way again = bargain.firstWay;
                complete();
                way = again;
                last = null;
                fresh = true;
            }
            bargain.person(someone);
        }

        private void goods(Mention.Goods goods) {
            Way meant = goods.owner() == Owner.SPEAKER ? Way.OUT : goods.owner() == Owner.ADDRESSEE ? Way.IN : way;
            if (goods.owner() == Owner.OTHER && way == null) {
                meant = Way.IN;
            }
            if (way == Way.NOWHERE) {
                last = Way.NOWHERE;
                fresh = false;
                return;
            }
            if (meant == null) {
                meant = verbless(goods);
                if (meant == null) {
                    return;
                }
            }
            boolean pricing = bargain.priced && last != null && meant == last.turned();
            bargain.add(meant == Way.OUT, goods, pricing ? each(goods) : BigDecimal.ONE);
            bargain.firstWay = bargain.firstWay == null ? meant : bargain.firstWay;
            last = meant;
            fresh = false;
            way = meant;
        }

        /// `3 grain for 2 salt, Tomas?`: what comes first is what the speaker would give.
        private @Nullable Way verbless(Mention.Goods goods) {
            if (turnNext) {
                turnNext = false;
                return Way.IN;
            }
            if (found.covers(goods.from()) || goods.amount().isEmpty()) {
                return null;
            }
            for (int k = goods.to(); k < sentence.to(); k++) {
                String word = passage.token(k).word();
                if (List.of("is", "was", "are", "were", "seems", "sounds", "did", "would", "looks").contains(word)) {
                    return null;
                }
            }
            boolean named = true;
            for (int k = sentence.from(); k < goods.from(); k++) {
                String word = passage.token(k).word();
                named &= !List.of("is", "was", "got", "he", "she", "they", "paid", "cost", "not", "no", "never", "if")
                        .contains(word)
                        || (k > 0 && List.of("offer", "price", "proposal", "bid", "deal").contains(
                                passage.token(k - 1).word()) && word.equals("is"));
            }
            return named && predicates.stream().noneMatch(p -> p.at() < goods.from() && p.mood() == Mood.NO)
                    && !Scopes.mocked(passage, number) ? Way.OUT : null;
        }

        /// `at 2 coin each`: the price of one, to be taken as often as there are.
        private BigDecimal each(Mention.Goods goods) {
            for (int k = goods.to(); k < Math.min(sentence.to(), goods.to() + 2); k++) {
                if (List.of("each", "apiece", "per", "a", "every").contains(passage.token(k).word())) {
                    return bargain.lastAmount;
                }
            }
            return BigDecimal.ONE;
        }

        private void complete() {
            if (bargain.isWhole()) {
                new Settlement(deed, passage, address, found, offers, sentence, number, bargain).settle();
            }
            bargain = new Bargain(passage);
            last = null;
            way = null;
        }
    }
}
