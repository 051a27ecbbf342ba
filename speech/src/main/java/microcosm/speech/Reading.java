package microcosm.speech;

import java.util.List;
import java.util.Optional;

import microcosm.worlds.Assertion;
import microcosm.worlds.Attempt;

/// What was found in somebody's words.
///
/// @param attempts tries at the world's actions, in the order of the words; words merely said are an attempt at the world's speaking
///         action, where it has one
/// @param claims claims of the world that were asserted, denied, doubted or asked about
/// @param unclear what could have been read in more than one way, and so is no attempt
/// @param addressee the person spoken to, where there is one
public record Reading(List<Attempt> attempts, List<Assertion> claims, List<Unclear> unclear,
        Optional<String> addressee) {
    public static final Reading NOTHING = new Reading(List.of(), List.of(), List.of(), Optional.empty());

    public Reading {
        attempts = List.copyOf(attempts);
        claims = List.copyOf(claims);
        unclear = List.copyOf(unclear);
    }

    /// @param why in words a person can be told: `"him" could be Tomas or Peder`
    public record Unclear(int from, int to, String why) {}
}
