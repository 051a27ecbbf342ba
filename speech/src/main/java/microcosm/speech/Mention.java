package microcosm.speech;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Something of the world that words speak of.
sealed interface Mention {
    /// @return index of the first token
    int from();

    /// @return index after the last token
    int to();

    /// @param ids whoever could be meant; one where the name is clear
    /// @param possessive `Tomas's`
    record Someone(int from, int to, List<String> ids, boolean possessive) implements Mention {}

    /// A number that counts nothing of this world.
    ///
    /// @param clear whether it is one number and no other
    record Figure(int from, int to, BigDecimal value, boolean clear) implements Mention {}

    /// @param amount empty where none was said, or none that is clear
    /// @param vague what was said instead of an amount: `some`; empty where nothing was
    /// @param owner whose it is said to be
    record Goods(int from, int to, String good, Optional<BigDecimal> amount, String vague,
            Owner owner) implements Mention {}

    /// @param refs what it could be
    record Thing(int from, int to, List<Ref> refs) implements Mention {
        Optional<String> id(RefKind kind) {
            return refs.stream().filter(ref -> ref.kind() == kind).map(Ref::id).findFirst();
        }
    }

    record Ref(RefKind kind, String id) {}

    enum RefKind {
        GOOD, UNIT, MARKET, PLACE, CHANNEL, OPTION
    }

    enum Owner {
        SPEAKER, ADDRESSEE, OTHER, NOBODY
    }
}
