package microcosm.speech;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import microcosm.worlds.Bundle;

/// An exchange while it is being read: what would go out, what would come in, and between whom.
final class Bargain {
    final SortedMap<String, BigDecimal> out = new TreeMap<>();
    final SortedMap<String, BigDecimal> in = new TreeMap<>();
    private final Passage passage;
    int from = Integer.MAX_VALUE;
    int to;
    String problem = "";
    @Nullable
    Predicate verb;
    Mention.@Nullable Someone named;
    int pronoun = -1;
    boolean toYou;
    boolean toAnybody;
    boolean free;
    boolean priced;
    BigDecimal lastAmount = BigDecimal.ONE;
    @Nullable
    Way firstWay;
    private int pieces;

    Bargain(Passage passage) { this.passage = passage; }

    void first(int token) { from = Math.min(from, token); }

    void verb(Predicate predicate) {
        boolean speaks = predicate.subject() == Predicate.Subject.SPEAKER;
        if (verb == null || (speaks && verb.subject() != Predicate.Subject.SPEAKER)) {
            verb = predicate;
        }
    }

    void person(Mention.Someone someone) {
        if (!someone.ids().contains(passage.setting().speaker())) {
            named = named == null ? someone : named;
        }
    }

    void add(boolean gives, Mention.Goods goods, BigDecimal times) {
        first(goods.from());
        to = Math.max(to, goods.to());
        pieces++;
        if (goods.amount().isEmpty()) {
            problem = goods.vague().isEmpty()
                    ? "how much " + goods.good() + " is not said"
                    : "\"" + passage.words(goods.from(), goods.to()) + "\" is no amount (" + goods.vague() + ")";
            (gives ? out : in).merge(goods.good(), BigDecimal.ZERO, BigDecimal::add);
            return;
        }
        BigDecimal amount = goods.amount().get().multiply(times);
        lastAmount = goods.amount().get();
        (gives ? out : in).merge(goods.good(), amount, BigDecimal::add);
    }

    boolean isWhole() { return !out.isEmpty() && !in.isEmpty(); }

    boolean isEmpty() { return out.isEmpty() && in.isEmpty(); }

    int size() { return pieces; }

    Bundle out() { return new Bundle(out); }

    Bundle in() { return new Bundle(in); }

    /// Only one half was said: an ambiguity if the speaker plainly offers, and otherwise only talk.
    void finish(Deed deed, Found found) {
        boolean offers = verb != null && verb.subject() == Predicate.Subject.SPEAKER && verb.is(deed.own())
                && (verb.mood() == Predicate.Mood.DOES || verb.mood() == Predicate.Mood.PROPOSES);
        boolean covered = from < Integer.MAX_VALUE && found.covers(from);
        if (offers && !covered) {
            String half = out.isEmpty() ? in().toString() : out().toString();
            found.unclear(from, to,
                    problem.isEmpty() ? "what would be exchanged for " + half + " is not said" : problem);
        }
    }
}
