package microcosm.models;

/// What a reply says, once everything that is not said has been taken off.
///
/// @param text what is read: the words, or for a structured question the JSON
/// @param outcome `used`, or `unfenced` where a markdown fence was taken off
record Words(String text, String outcome) {
    static final String USED = "used";
    static final String UNFENCED = "unfenced";

    /// @throws UnusableReplyException naming the first reason why nothing of it may be used
    static Words of(Reply reply, Request request) throws UnusableReplyException {
        Checks.finish(reply);
        Checks.length(reply);
        var said = Checks.said(reply);
        Checks.repetition(said);
        Checks.language(said, request);
        return request.schema().isEmpty() ? Fences.plain(said) : Fences.json(said);
    }
}
