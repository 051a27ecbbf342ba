package microcosm.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import microcosm.prompts.Passage;
import microcosm.speech.Setting;

/// How one person calls people: themselves "you", others by name.
///
/// @param me id of whoever is spoken to
/// @param people everybody who can be named
record Naming(String me, List<Setting.Named> people) {
    String of(String id) {
        if (id.equals(me)) {
            return "you";
        }
        for (Setting.Named one : people) {
            if (one.id().equals(id)) {
                return one.name();
            }
        }
        return id;
    }

    String beginning(String id) { return id.equals(me) ? "You" : of(id); }

    /// @param most how many are named; of more, only the number is said
    /// @return without whoever is spoken to: `Ada and Bo`; `nobody`
    String list(List<String> ids, int most) {
        var names = new ArrayList<String>();
        int left = 0;
        for (String id : ids) {
            if (!id.equals(me)) {
                if (names.size() < most) {
                    names.add(of(id));
                } else {
                    left++;
                }
            }
        }
        if (left > 0) {
            names.add(left + (left == 1 ? " other" : " others"));
        }
        return names.isEmpty() ? "nobody" : joined(names);
    }

    /// As [#list], of people who are each there for their own reason.
    ///
    /// @param source id → what put them there
    /// @param rest what put there those who are not named
    /// @return nothing for nobody
    Passage list(List<String> ids, int most, UnaryOperator<String> source, String rest) {
        List<String> others = ids.stream().filter(id -> !id.equals(me)).toList();
        int named = Math.min(most, others.size());
        int left = others.size() - named;
        var parts = new ArrayList<Passage>();
        for (int i = 0; i < named; i++) {
            parts.add(Passage.of(of(others.get(i)), source.apply(others.get(i))));
        }
        if (left > 0) {
            parts.add(Passage.of(left + (left == 1 ? " other" : " others"), rest));
        }
        return listed(parts);
    }

    /// As [#joined], of things that each have their own source.
    static Passage listed(List<Passage> things) {
        var parts = new ArrayList<Passage>();
        for (Passage thing : things) {
            String between = parts.isEmpty() ? "" : parts.size() == things.size() - 1 ? " and " : ", ";
            thing.parts().forEach(part -> parts.add(Passage.of(between + part.text(), part.source())));
        }
        return Passage.joined(parts, "");
    }

    /// @return `a`, `a and b`, `a, b and c`
    static String joined(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
