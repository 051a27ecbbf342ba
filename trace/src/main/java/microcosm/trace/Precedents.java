package microcosm.trace;

import java.util.ArrayList;
import java.util.List;

/// What the first people did, with which others' doing is compared, so that what is the same but for the person is written once and not once each.
///
/// Two people's texts that are alike gave the same part of a template; so whatever else may look like a name in them is no part of what
/// is alike, and the part is right for everybody who does alike.
final class Precedents<T> {
    /// Where everybody does otherwise, looking for more would take longer than writing.
    private static final int MOST = 8;

    private final Likeness<T> likeness;
    private final List<Precedent<T>> known = new ArrayList<>();

    Precedents(Likeness<T> likeness) { this.likeness = likeness; }

    /// Whether the texts of two differ in nothing but the person, and in what a [Fold] has a sign for.
    interface Likeness<T> {
        boolean alike(T a, String ofA, T b, String ofB);
    }

    /// @param sure whether a second person's gave the same part
    private record Precedent<T>(String whom, T said, int part, boolean sure) {}

    /// @return the part of a template that stands for it; 0 if none is known
    int part(String person, T said) {
        for (int i = 0; i < known.size(); i++) {
            Precedent<T> before = known.get(i);
            if (before.sure && likeness.alike(before.said, before.whom, said, person)) {
                if (i > 0) {
                    known.set(i, known.set(i - 1, before));
                }
                return before.part;
            }
        }
        return 0;
    }

    /// @param part what was made of its text
    void add(String person, T said, int part) {
        for (int i = 0; i < known.size(); i++) {
            Precedent<T> before = known.get(i);
            if (before.part == part && !before.whom.equals(person)
                    && likeness.alike(before.said, before.whom, said, person)) {
                known.set(i, new Precedent<>(before.whom, before.said, part, true));
                return;
            }
        }
        if (known.size() < MOST) {
            known.add(new Precedent<>(person, said, part, false));
        }
    }

    void clear() { known.clear(); }
}
