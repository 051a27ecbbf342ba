package microcosm.audit;

/// What chance was taken to be.
///
/// @param kind in words: `re-pairing across runs of the same scenario and role`
/// @param draws from it; 0 where it was computed
public record NullModel(String kind, int draws) {}
