package microcosm.trace;

/// An event whose effects are folded, with all its effects.
final class UnfoldedEffects {
    private static final String MANY = "{\"effect\":\"each\",";

    private UnfoldedEffects() {}

    /// @param line a character for each byte
    /// @return the same where no effects are folded
    /// @throws IllegalArgumentException if they are not as [FoldedEffects] writes them
    static String of(String line, CastOrder cast) {
        // Within a string the quotes would be escaped.
        int at = line.indexOf(MANY);
        if (at < 0) {
            return line;
        }
        var whole = new StringBuilder();
        int from = 0;
        while (at >= 0) {
            whole.append(line, from, at);
            Unfold texts = Unfold.of(line.substring(at), "effects", cast);
            String before = "";
            while (texts.hasNext()) {
                whole.append(before).append(texts.next());
                before = ",";
            }
            from = at + texts.length();
            at = line.indexOf(MANY, from);
        }
        return whole.append(line, from, line.length()).toString();
    }
}
