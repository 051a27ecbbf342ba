package microcosm.trace;

/// Something one person has been asked to do by another and has not handed in.
///
/// @param id made from the id of the attempt's event
/// @param from who gave it
/// @param to who has it
/// @param text what is to be done, in the words of who gave it
/// @param since the step on which it was given
public record Task(String id, String from, String to, String text, int since) {}
