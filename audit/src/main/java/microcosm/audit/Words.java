package microcosm.audit;

/// Counting words, once for everybody.
final class Words {
    private Words() {}

    /// @return how many runs of characters that are not white space
    static int count(String text) {
        int count = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); at++) {
            boolean space = Character.isWhitespace(text.charAt(at));
            count += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return count;
    }
}
