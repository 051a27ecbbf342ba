package microcosm.agents;

import java.util.ArrayList;
import java.util.List;

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

    /// @return `a`, `a and b`, `a, b and c`
    static String joined(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
