package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import microcosm.worlds.ActionRule;
import microcosm.worlds.World;

/// Every verb the reader knows in this world, in all its forms. Immutable.
final class VerbIndex {
    /// @param lemma `pay back`
    record Use(String lemma, Verbs.Form form) {}

    private final Phrases<Use> uses = new Phrases<>();
    /// Phrases whose second word may stand later: `pay Ilse back`.
    private final Set<String> parted = new LinkedHashSet<>();

    VerbIndex(World world) {
        var lemmas = new TreeSet<String>();
        for (String family : Lexicon.READING.families("verb.")) {
            lemmas.addAll(Lexicon.READING.words("verb." + family));
        }
        lemmas.addAll(Lexicon.READING.words("gives"));
        lemmas.addAll(Lexicon.READING.words("takes"));
        lemmas.addAll(Lexicon.READING.words("embeds"));
        lemmas.addAll(Lexicon.READING.words("embeds.own"));
        for (ActionRule rule : world.dealings().actions()) {
            lemmas.addAll(Deed.ownVerbs(rule));
        }
        for (String lemma : lemmas) {
            for (Map.Entry<String, Verbs.Form> form : Verbs.forms(lemma).entrySet()) {
                uses.put(form.getKey(), new Use(lemma, form.getValue()));
            }
            if (lemma.indexOf(' ') > 0 && lemma.indexOf(' ') == lemma.lastIndexOf(' ')) {
                parted.add(lemma);
            }
        }
    }

    /// @return the longest verb at `i`; length 0 for none
    Phrases.Match<Use> at(List<Token> tokens, int i, int end) { return uses.at(tokens, i, end); }

    /// @return the lemmas a verb stands for together with particles that follow it within the sentence
    Set<String> lemmas(List<Use> meanings, List<Token> tokens, int after, int end) {
        var lemmas = new TreeSet<String>();
        for (Use use : meanings) {
            lemmas.add(use.lemma());
            int blank = use.lemma().indexOf(' ');
            if (blank > 0) {
                lemmas.add(use.lemma().substring(0, blank));
            }
        }
        var more = new ArrayList<String>();
        for (String lemma : lemmas) {
            for (int i = after; i < Math.min(end, after + 8) && tokens.get(i).isWord(); i++) {
                String together = lemma + " " + tokens.get(i).word();
                if (parted.contains(together)) {
                    more.add(together);
                }
            }
        }
        lemmas.addAll(more);
        return lemmas;
    }
}
