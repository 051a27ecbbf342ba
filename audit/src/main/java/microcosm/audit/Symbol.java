package microcosm.audit;

/// One choice a writer made among alternatives.
///
/// @param context what was chosen between: a pair of synonyms, or the choice before; choices are compared within a context
/// @param value which alternative
/// @param message index among the unit's messages
/// @param start of the words that show it, in UTF-16 units
record Symbol(String context, String value, int message, int start, int end) {}
