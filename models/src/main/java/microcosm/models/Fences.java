package microcosm.models;

import java.util.regex.Pattern;

/// Markdown around a reply, and the prose around a reply's JSON.
final class Fences {
    private static final Pattern WHOLE = Pattern.compile("\\A```[\\w+-]*[ \\t]*\\R(.*?)\\R?```\\z", Pattern.DOTALL);
    private static final Pattern ANY = Pattern.compile("```[\\w+-]*[ \\t]*\\R(.*?)\\R?```", Pattern.DOTALL);

    private Fences() {}

    /// Takes a fence off that encloses the whole reply.
    static Words plain(String said) {
        var whole = WHOLE.matcher(said);
        return whole.matches() && !whole.group(1).contains("```")
                ? new Words(whole.group(1).strip(), Words.UNFENCED)
                : new Words(said, Words.USED);
    }

    /// Finds the JSON in a reply: all of it, what a fence encloses, or what lies between the first bracket and the one
    /// that closes it.
    ///
    /// @throws UnusableReplyException if there is none, or more than one, for then nobody knows which was meant
    static Words json(String said) throws UnusableReplyException {
        if (said.startsWith("{") || said.startsWith("[")) {
            return new Words(said, Words.USED);
        }
        var fence = ANY.matcher(said);
        if (fence.find()) {
            var inside = fence.group(1).strip();
            if (fence.find()) {
                throw new UnusableReplyException(Unusable.UNPARSABLE,
                        "it holds more than one block of JSON; expected one.");
            }
            return new Words(inside, Words.UNFENCED);
        }
        int begin = said.indexOf('{');
        int end = said.lastIndexOf('}');
        if (begin < 0 || end < begin) {
            throw new UnusableReplyException(Unusable.UNPARSABLE, "it holds no JSON object.");
        }
        return new Words(said.substring(begin, end + 1), Words.UNFENCED);
    }
}
