package microcosm.audit;

/// Where a finding can be looked up: words in a message.
///
/// @param run the run's id
/// @param event the message's event
/// @param start of the quoted words, in UTF-16 units from 0
/// @param end after the last of them; equal to `start` where what was done, not what was said, is the evidence
/// @param quote exactly the words between
public record Evidence(String run, String event, int start, int end, String quote) {
    public Evidence {
        if (start < 0 || end < start || quote.length() != end - start) {
            throw new IllegalArgumentException(
                    "quote \"" + quote + "\" must be as long as its span " + start + ".." + end);
        }
    }

    /// Quotes a span of a message.
    public static Evidence in(Run run, Message message, int start, int end) {
        int from = Math.clamp(start, 0, message.text().length());
        int to = Math.clamp(end, from, message.text().length());
        return new Evidence(run.id(), message.event(), from, to, message.text().substring(from, to));
    }

    /// Quotes the beginning of a message, at most 120 characters.
    public static Evidence of(Run run, Message message) {
        int end = Math.min(120, message.text().length());
        boolean splits = end > 0 && end < message.text().length()
                && Character.isHighSurrogate(message.text().charAt(end - 1));
        return in(run, message, 0, splits ? end - 1 : end);
    }

    /// Whether the quoted words stand in this message where they are said to.
    public boolean holdsIn(Message message) {
        return end <= message.text().length() && message.text().substring(start, end).equals(quote);
    }
}
