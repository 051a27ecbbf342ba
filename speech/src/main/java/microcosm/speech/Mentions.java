package microcosm.speech;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import microcosm.speech.Mention.Goods;
import microcosm.speech.Mention.Owner;
import microcosm.speech.Mention.Ref;
import microcosm.speech.Mention.RefKind;

/// Finds what of the world a text speaks of: one pass, the longest phrase first.
final class Mentions {
    private static final Set<String> VAGUE = Lexicon.READING.set("vague");
    private static final Set<String> WHOLE = Lexicon.READING.set("whole");
    private static final Set<String> ABOUT = Lexicon.READING.set("about");
    private static final Set<String> CURRENCY_WORDS = Lexicon.READING.set("currency");
    private static final Set<String> NO_ADJECTIVE = WordSet.of("for", "and", "or", "to", "of", "in", "at", "with",
            "from",
            "the", "is", "are", "if", "but", "i", "you", "per", "each", "on", "by", "as", "a", "an", "then", "than",
            "against", "will", "would", "want", "get", "give", "take", "no", "not", "days", "day", "times", "people");

    private final Terms terms;
    private final Names names;
    private final List<Token> tokens;
    private final @Nullable Mention[] found;

    private Mentions(Terms terms, Names names, List<Token> tokens) {
        this.terms = terms;
        this.names = names;
        this.tokens = tokens;
        this.found = new Mention[tokens.size()];
    }

    /// @return by the index of the first token of each; null where none begins
    static List<@Nullable Mention> of(Terms terms, Names names, List<Token> tokens) {
        var mentions = new Mentions(terms, names, tokens);
        mentions.find();
        return Collections.unmodifiableList(Arrays.asList(mentions.found));
    }

    private void find() {
        int i = 0;
        while (i < tokens.size()) {
            Mention mention = at(i);
            if (mention == null) {
                i++;
            } else {
                found[mention.from()] = mention;
                i = mention.to();
            }
        }
    }

    private @Nullable Mention at(int i) {
        Token token = tokens.get(i);
        if (token.mark() == '$' || token.mark() == '\u20ac' || token.mark() == '\u00a3') {
            return money(i);
        }
        if (!token.isWord()) {
            return null;
        }
        int end = tokens.size();
        Names.Found who = names.at(tokens, i, end);
        Phrases.Match<Ref> thing = terms.at(tokens, i, end);
        if (who.length() > 0 && who.length() >= thing.length()) {
            boolean possessive = i + who.length() < end && tokens.get(i + who.length()).is("'s");
            return new Mention.Someone(i, i + who.length() + (possessive ? 1 : 0), who.ids(), possessive);
        }
        Mention goods = goods(i);
        if (goods != null) {
            return goods;
        }
        Numbers.Found number = Numbers.at(tokens, i, end);
        if (number.length() > 0 && !isPronounOne(i)) {
            boolean clear = number.clear() && !isRange(i, i + number.length()) && !isAbout(i);
            return new Mention.Figure(i, i + number.length(), number.value(), clear);
        }
        return thing.length() == 0 ? null : new Mention.Thing(i, i + thing.length(), thing.meanings());
    }

    private boolean isPronounOne(int i) {
        return tokens.get(i).is("one") && i > 0
                && List.of("no", "any", "this", "that", "the", "some", "every").contains(tokens.get(i - 1).word());
    }

    /// `$5`: in the world whose goods are counted in dollars.
    private @Nullable Mention money(int i) {
        if (i + 1 >= tokens.size() || !tokens.get(i + 1).isNumber()) {
            return null;
        }
        Numbers.Found number = Numbers.at(tokens, i + 1, tokens.size());
        String unit = switch (tokens.get(i).mark()) {
            case '$' -> "dollar";
            case '\u20ac' -> "euro";
            default -> "pound";
        };
        if (!CURRENCY_WORDS.contains(unit)) {
            return null;
        }
        Phrases.Match<Ref> named = terms.at(Tokens.of(unit), 0, 1);
        int to = i + 1 + number.length();
        Optional<String> good = good(named);
        return good.isPresent()
                ? new Goods(i, to, good.get(), Optional.of(number.value()), "", Owner.NOBODY)
                : new Mention.Figure(i, to, number.value(), number.clear());
    }

    /// `[my] [exactly] [three] [fine] [sacks of] grain`.
    private @Nullable Goods goods(int start) {
        int end = tokens.size();
        int i = start;
        if (isOwner(tokens.get(i)) && i + 1 < end) {
            i++;
        }
        Numbers.Found number = Numbers.at(tokens, i, end);
        boolean one = false;
        int after = i + number.length();
        if (number.length() == 0 && (tokens.get(i).is("a") || tokens.get(i).is("an")) && i + 1 < end) {
            one = true;
            after = i + 1;
        }
        boolean range = number.length() > 0 && isRange(i, after);
        if (after < end && number.length() > 0 && tokens.get(after).is("x")) {
            after++;
        }
        int named = afterFiller(after, end, number.length() > 0);
        if (named >= end) {
            return null;
        }
        Owner owner = isOwner(tokens.get(start)) ? owner(tokens.get(start)) : ownerBefore(start, after, named);
        Phrases.Match<Ref> first = terms.at(tokens, named, end);
        if (first.length() == 0 && number.length() > 0 && named + 1 < end && isAdjective(named)) {
            named++;
            first = terms.at(tokens, named, end);
        }
        Optional<String> good = good(first);
        int to = named + first.length();
        if (to < end && isUnit(first)) {
            int of = tokens.get(to).is("of") ? to + 1 : to;
            while (of < end && (isOwner(tokens.get(of)) || tokens.get(of).is("the"))) {
                owner = isOwner(tokens.get(of)) ? owner(tokens.get(of)) : owner;
                of++;
            }
            Phrases.Match<Ref> second = of < end ? terms.at(tokens, of, end) : new Phrases.Match<>(0, List.of());
            if (isGood(second)) {
                good = good(second);
                to = of + second.length();
            }
        }
        if (good.isEmpty()) {
            return null;
        }
        if (to + 1 < end && tokens.get(to).is("of")) {
            Owner behind = switch (tokens.get(to + 1).word()) {
                case "mine" -> Owner.SPEAKER;
                case "yours" -> Owner.ADDRESSEE;
                default -> Owner.NOBODY;
            };
            to += behind == Owner.NOBODY ? 0 : 2;
            owner = behind == Owner.NOBODY ? owner : behind;
        }
        return measured(start, i, to, good.get(), owner, number, one, range);
    }

    private Goods measured(int start, int i, int to, String good, Owner owner, Numbers.Found number, boolean one,
            boolean range) {
        String vague = vague(i, start);
        if (range) {
            vague = "more than one amount";
        } else if (number.length() > 0 && !number.clear()) {
            vague = "an amount that can be read in two ways";
        } else if (number.length() > 0 && number.value().signum() < 0) {
            vague = "an amount below nothing";
        }
        Optional<BigDecimal> amount = number.length() > 0
                ? Optional.of(number.value())
                : one && vague.isEmpty() ? Optional.of(BigDecimal.ONE) : Optional.empty();
        return new Goods(start, to, good, vague.isEmpty() ? amount : Optional.empty(), vague, owner);
    }

    private int afterFiller(int i, int end, boolean counted) {
        int at = i;
        while (counted && at < end && (tokens.get(at).is("of") || tokens.get(at).is("the") || tokens.get(at).is("more")
                || tokens.get(at).is("whole") || isOwner(tokens.get(at)))) {
            at++;
        }
        return at;
    }

    private Owner ownerBefore(int start, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isOwner(tokens.get(i))) {
                return owner(tokens.get(i));
            }
        }
        return start > 0 && isOwner(tokens.get(start - 1)) ? owner(tokens.get(start - 1)) : Owner.NOBODY;
    }

    private boolean isAdjective(int i) {
        Token token = tokens.get(i);
        return token.isWord() && !token.isNumber() && !NO_ADJECTIVE.contains(token.word())
                && names.at(tokens, i, tokens.size()).length() == 0;
    }

    private static boolean isOwner(Token token) { return owner(token) != Owner.NOBODY; }

    private static Owner owner(Token token) {
        return switch (token.word()) {
            case "my", "our" -> Owner.SPEAKER;
            case "your" -> Owner.ADDRESSEE;
            case "his", "her", "their", "its" -> Owner.OTHER;
            default -> Owner.NOBODY;
        };
    }

    private static Optional<String> good(Phrases.Match<Ref> match) {
        return match.meanings().stream()
                .filter(ref -> (ref.kind() == RefKind.GOOD || ref.kind() == RefKind.UNIT) && !ref.id().isEmpty())
                .map(Ref::id).findFirst();
    }

    private static boolean isGood(Phrases.Match<Ref> match) {
        return match.meanings().stream().anyMatch(ref -> ref.kind() == RefKind.GOOD);
    }

    private static boolean isUnit(Phrases.Match<Ref> match) {
        return match.meanings().stream().anyMatch(ref -> ref.kind() == RefKind.UNIT);
    }

    /// What stands before an amount and makes it none: `some`, `about`, `all my`.
    private String vague(int i, int start) {
        if (isAbout(i)) {
            return tokens.get(i - 1).word();
        }
        for (int k = Math.max(0, start - 3); k < i; k++) {
            String word = tokens.get(k).word();
            if (WHOLE.contains(word) && k >= start - 2 && between(k + 1, i)) {
                return word;
            }
            if (VAGUE.contains(word) && between(k + 1, i)) {
                return word;
            }
        }
        return "";
    }

    private boolean between(int from, int to) {
        for (int k = from; k < to; k++) {
            Token token = tokens.get(k);
            if (!(isOwner(token) || token.is("of") || token.is("the") || token.is("more")
                    || VAGUE.contains(token.word()))) {
                return false;
            }
        }
        return true;
    }

    private boolean isAbout(int i) {
        return i > 0 && ABOUT.contains(tokens.get(i - 1).word())
                && !(i > 1 && (tokens.get(i - 2).is("how") || tokens.get(i - 2).is("what"))) && !tokens.get(i).is("a");
    }

    /// `3 or 4`, `3-4`, `3 to 4`: no one amount.
    private boolean isRange(int from, int to) {
        return (joins(to) && number(to + 1)) || (joins(from - 1) && from >= 2 && number(from - 2));
    }

    private boolean joins(int i) {
        return i > 0 && i < tokens.size()
                && (tokens.get(i).is("or") || tokens.get(i).is("to") || (tokens.get(i).mark() == '-'
                        && tokens.get(i).to() == (i + 1 < tokens.size() ? tokens.get(i + 1).from() : -1)));
    }

    private boolean number(int i) { return i < tokens.size() && Numbers.at(tokens, i, tokens.size()).length() > 0; }
}
