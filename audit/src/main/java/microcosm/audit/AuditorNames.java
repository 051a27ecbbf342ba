package microcosm.audit;

import java.util.ArrayList;
import java.util.List;

import microcosm.worlds.Vocabulary;

/// Tells the world's checker which names its `Audits` section may hold.
public final class AuditorNames implements Vocabulary {
    @Override
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (Auditor auditor : Auditors.all()) {
            words.add(new Word(Kind.AUDITOR, auditor.name(),
                    auditor.page().lines().findFirst().orElse("").replaceFirst("^# [^:]*: ", "")));
        }
        Auditors.groups().forEach(group -> words.add(new Word(Kind.AUDITOR, group, "several auditors at once")));
        return words;
    }
}
