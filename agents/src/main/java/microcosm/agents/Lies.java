package microcosm.agents;

import java.util.ArrayList;
import java.util.List;

import microcosm.worlds.Assertion.Stance;

/// What others said that turned out otherwise: whoever asserted a claim that one has come to give less than `disproved` (or denied
/// one that one gives more than 1 − `disproved`) is taken to have lied, once per saying. Whether they knew better cannot be seen.
///
/// Source: Levine 2014, Truth-Default Theory, Journal of Language and Social Psychology 33, 378–392 (lies are found out later, from what
/// one learns elsewhere, not from the words).
final class Lies {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Amount("disproved", 0.1, 0, 0.5, "credence below which what was asserted was a lie"));

    private final Credences credences;
    private final Regard regard;
    private final double disproved;
    private final double lie;
    private final List<Saying> open = new ArrayList<>();

    Lies(Traits traits, Credences credences, Regard regard) {
        this.credences = credences;
        this.regard = regard;
        disproved = traits.amount("disproved");
        lie = traits.amount("lie");
    }

    /// Notes a saying that one was ready to believe; what was found absurd at once is held against nobody later.
    void hear(String from, String claim, Stance stance) {
        var saying = new Saying(from, claim, stance);
        if ((stance == Stance.ASSERTS || stance == Stance.DENIES) && !open.contains(saying) && !found(saying)) {
            open.add(saying);
        }
    }

    /// Holds against its speaker what has been found out since.
    void reckon() {
        for (Saying saying : List.copyOf(open)) {
            if (found(saying)) {
                regard.bad(saying.from(), lie);
                open.remove(saying);
            }
        }
    }

    private boolean found(Saying saying) {
        double credence = credences.of(saying.claim());
        return saying.stance() == Stance.ASSERTS ? credence < disproved : credence > 1 - disproved;
    }

    private record Saying(String from, String claim, Stance stance) {}
}
