package microcosm.speech;

import java.util.List;
import java.util.stream.Collectors;

/// Says in words who could have been meant.
final class Whom {
    private Whom() {}

    static String several(Passage passage, Mention.Someone someone) {
        List<String> names = someone.ids().stream().map(passage.names()::name).toList();
        String all = names.size() < 2
                ? names.getFirst()
                : names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", ")) + " or "
                        + names.getLast();
        return "\"" + passage.words(someone.from(), someone.to()) + "\" could be " + all;
    }
}
