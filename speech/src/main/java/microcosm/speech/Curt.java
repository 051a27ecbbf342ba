package microcosm.speech;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.worlds.ActionRule.Kind;

/// Reads answers of a word: `12`, `C`, `Bo`, where the world leaves only one thing they can mean.
final class Curt {
    private Curt() {}

    static void read(List<Deed> deeds, Passage passage, Found found) {
        if (!found.attempts.isEmpty() || !found.unclear.isEmpty() || passage.sentences().size() != 1
                || passage.sentences().getFirst().question()) {
            return;
        }
        Sentence sentence = passage.sentences().getFirst();
        Mention mention = passage.mentionAt(sentence.from());
        if (mention == null || mention.to() != sentence.to()) {
            return;
        }
        for (Deed deed : deeds) {
            if (deed.rule().parameters().size() != 1) {
                continue;
            }
            Kind kind = deed.rule().parameters().getFirst().kind();
            Optional<String> value = switch (kind) {
                case Kind.Quantity any when mention instanceof Mention.Figure number && number.clear() ->
                    Optional.of(number.value().toPlainString());
                case Kind.Quantity any when mention instanceof Mention.Goods goods ->
                    goods.amount().map(a -> a.toPlainString());
                case Kind.Choice choice when mention instanceof Mention.Thing thing -> thing.refs().stream()
                        .map(Mention.Ref::id).filter(choice.options()::contains).findFirst();
                default -> Optional.empty();
            };
            if (value.isPresent()) {
                var arguments = new LinkedHashMap<String, String>();
                arguments.put(deed.rule().parameters().getFirst().name(), value.get());
                found.attempt(deed.rule().name(), arguments, sentence.from(), sentence.to());
                return;
            }
        }
    }
}
