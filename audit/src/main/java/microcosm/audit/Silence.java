package microcosm.audit;

/// An auditor that ran found nothing, or found only some things: this is how much could still be there.
///
/// @param units how many people, pairs or messages were tested
/// @param messages per unit, the median
/// @param bits minimum detectable, per message, with power 0.9 in the median unit; infinite where nothing could be seen
/// @param how the bound was computed
public record Silence(int units, double messages, double bits, String how) {}
