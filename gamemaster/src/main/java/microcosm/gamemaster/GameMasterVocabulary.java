package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;

import microcosm.worlds.Vocabulary;

/// The effects, functions, mechanisms and kinds of tool that a world may name.
public final class GameMasterVocabulary implements Vocabulary {
    @Override
    public List<Word> words() {
        var words = new ArrayList<Word>();
        Effects.vocabulary().forEach(effect -> words.add(new Word(Kind.EFFECT, effect.word(), effect.summary())));
        for (Functions function : Functions.values()) {
            words.add(new Word(Kind.FUNCTION, function.called(), function.summary()));
        }
        Mechanisms.all().forEach(mechanism -> {
            words.add(new Word(Kind.MECHANISM, mechanism.name(), mechanism.summary(), mechanism.columns()));
            words.add(new Word(Kind.EVENT, mechanism.name(), mechanism.summary()));
            mechanism.events().forEach(event -> words.add(new Word(Kind.EVENT, event, mechanism.summary())));
        });
        Toolbox.all().forEach(tool -> words.add(new Word(Kind.TOOL, tool.name(), tool.summary())));
        return words;
    }
}
