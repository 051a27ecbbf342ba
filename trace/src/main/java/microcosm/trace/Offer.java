package microcosm.trace;

import microcosm.worlds.Bundle;

/// An offer that stands open.
///
/// @param until the last step on which it can be accepted
public record Offer(String id, String from, String to, Bundle give, Bundle get, int until) {}
