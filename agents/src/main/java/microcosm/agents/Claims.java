package microcosm.agents;

import java.util.List;

import microcosm.worlds.Assertion.Stance;
import microcosm.worlds.Claim;
import microcosm.worlds.Person;

/// The world's claims, and which contradict each other. Two that do are one topic: asserting one is denying the other.
final class Claims {
    private final List<Claim> claims;

    Claims(List<Claim> claims) { this.claims = claims; }

    int count() { return claims.size(); }

    boolean isEmpty() { return claims.isEmpty(); }

    String id(int at) { return claims.get(at).id(); }

    List<String> ids() { return claims.stream().map(Claim::id).toList(); }

    /// @return -1 where there is no such claim
    int index(String id) {
        for (int i = 0; i < claims.size(); i++) {
            if (id(i).equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// @return the topics of what somebody knows in secret
    List<Integer> kept(Person person) {
        return person.kept().stream().map(this::index).filter(at -> at >= 0).map(this::topic).distinct().toList();
    }

    boolean opposed(int one, int other) { return denies(one, other) || denies(other, one); }

    /// @return the first claim this one contradicts or is contradicted by, or the claim itself where it stands before that
    int topic(int at) {
        for (int i = 0; i < at; i++) {
            if (opposed(i, at)) {
                return i;
            }
        }
        return at;
    }

    /// Whether saying this speaks for the topic's first claim; a denial of what denies it does.
    boolean forTopic(int at, Stance stance) { return (stance == Stance.ASSERTS) == (topic(at) == at); }

    private boolean denies(int one, int other) {
        return claims.get(one).denies().filter(id(other)::equals).isPresent();
    }
}
