package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import microcosm.worlds.Assertion;
import microcosm.worlds.Claim;
import microcosm.worlds.World;

/// Recognises the claims of a world in a sentence: by the words of its title, or of one of the statements of its text, in any form, or by
/// words that mean the same or the opposite. Immutable once built.
final class Claims {
    private static final Set<String> NEGATION = Lexicon.READING.set("negation");
    /// How much of a statement's weight has to be found.
    private static final double ENOUGH = 0.74;
    private static final int WINDOW = 16;

    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, List<Integer>> byKey = new LinkedHashMap<>();

    /// @param stems what it says, in stems without empty words
    /// @param negated whether it denies something: `there will be no flour`
    private record Statement(String claim, List<String> stems, boolean negated, double bonus) {}

    Claims(World world) {
        for (Claim claim : world.things().claims()) {
            add(claim.id(), claim.title(), 0.1);
            for (String clause : claim.text().split("[.;:!?]|, and |, but |, so | and (?=will|is|are|has|was)")) {
                add(claim.id(), clause, 0);
            }
        }
    }

    private void add(String claim, String sentence, double bonus) {
        var stems = new ArrayList<String>();
        boolean negated = false;
        for (Token token : Tokens.of(sentence)) {
            negated ^= NEGATION.contains(token.word());
            if (token.isWord() && !Stems.isEmpty(token.word()) && !stems.contains(Stems.stem(token.word()))) {
                stems.add(Stems.stem(token.word()));
            }
        }
        if (stems.size() < 2) {
            return;
        }
        int number = statements.size();
        statements.add(new Statement(claim, List.copyOf(stems), negated, bonus));
        for (String stem : stems) {
            for (String key : keys(stem)) {
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(number);
            }
        }
    }

    private static Set<String> keys(String stem) {
        var keys = new LinkedHashSet<String>();
        keys.add(stem);
        Stems.senses(stem).forEach(sense -> keys.add("#" + sense.group()));
        return keys;
    }

    /// @param flips whether an odd number of its words were found as their opposites
    private record Match(String claim, double score, Set<Integer> tokens, boolean flips) {
        int first() { return tokens.stream().min(Integer::compare).orElseThrow(); }

        int last() { return tokens.stream().max(Integer::compare).orElseThrow(); }
    }

    /// @param tokens the whole text, quotations of others included
    List<Assertion> in(List<Token> tokens, List<Sentence> sentences) {
        var found = new ArrayList<Assertion>();
        if (statements.isEmpty()) {
            return found;
        }
        @Nullable
        String[] stems = new String[tokens.size()];
        for (int s = 0; s < sentences.size(); s++) {
            for (Match match : matches(tokens, stems, sentences.get(s))) {
                Stance.of(tokens, sentences, s, match.first(), match.last(), match.flips()).ifPresent(stance -> {
                    int from = tokens.get(match.first()).from();
                    int to = tokens.get(match.last()).to();
                    found.add(new Assertion(match.claim(), stance, from, to));
                });
            }
        }
        return found;
    }

    private List<Match> matches(List<Token> tokens, @Nullable String[] stems, Sentence sentence) {
        var candidates = new TreeMap<Integer, Integer>();
        for (int i = sentence.from(); i < sentence.to(); i++) {
            String word = tokens.get(i).word();
            if (Stems.isEmpty(word)) {
                continue;
            }
            String stem = Stems.stem(word);
            stems[i] = stem;
            for (String key : keys(stem)) {
                for (int statement : byKey.getOrDefault(key, List.of())) {
                    candidates.merge(statement, 1, Integer::sum);
                }
            }
        }
        var best = new TreeMap<String, Match>();
        candidates.forEach((number, hits) -> {
            if (hits >= 2) {
                Match match = match(statements.get(number), stems, sentence);
                if (match.score() >= ENOUGH) {
                    best.merge(match.claim(), match, (a, b) -> b.score() > a.score() ? b : a);
                }
            }
        });
        var kept = new ArrayList<Match>();
        best.values().stream().sorted((a, b) -> Double.compare(b.score(), a.score())).forEach(match -> {
            boolean fresh = kept.stream().allMatch(other -> !other.tokens().containsAll(match.tokens()));
            if (fresh) {
                kept.add(match);
            }
        });
        kept.sort((a, b) -> Integer.compare(a.first(), b.first()));
        return kept;
    }

    private static Match match(Statement statement, @Nullable String[] stems, Sentence sentence) {
        var used = new LinkedHashSet<Integer>();
        double found = 0;
        boolean flips = statement.negated();
        int direct = 0;
        for (String wanted : statement.stems()) {
            int exact = -1;
            int akin = -1;
            boolean opposite = false;
            for (int i = sentence.from(); i < sentence.to(); i++) {
                String stem = stems[i];
                if (stem == null || used.contains(i) || !near(used, i)) {
                    continue;
                }
                if (stem.equals(wanted)) {
                    exact = i;
                    break;
                }
                if (akin < 0) {
                    Boolean pole = pole(wanted, stem);
                    if (pole != null) {
                        akin = i;
                        opposite = !pole;
                    }
                }
            }
            if (exact >= 0) {
                used.add(exact);
                found += 1;
                direct++;
            } else if (akin >= 0) {
                used.add(akin);
                found += 0.95;
                flips ^= opposite;
            }
        }
        double score = used.size() < 2 || direct == 0 ? 0 : found / statement.stems().size() + statement.bonus();
        return new Match(statement.claim(), score, used, flips);
    }

    private static boolean near(Set<Integer> used, int i) {
        return used.stream().allMatch(u -> Math.abs(u - i) <= WINDOW);
    }

    /// @return whether two words stand on the same side of a line of senses; null where they share none
    private static @Nullable Boolean pole(String one, String other) {
        for (Stems.Sense sense : Stems.senses(one)) {
            for (Stems.Sense found : Stems.senses(other)) {
                if (sense.group() == found.group()) {
                    return sense.same() == found.same();
                }
            }
        }
        return null;
    }
}
