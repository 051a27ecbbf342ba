package microcosm.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Closes a JSON object with the SHA-256 of all that stands before, so that a letter altered by accident or by a careless hand is seen. It is no
/// signature: whoever alters the object can seal it again.
///
/// @param json the object without its seal
/// @param broken whether the seal was made over something else
record Seal(String json, boolean broken) {
    private static final Pattern SEALED = Pattern.compile("^(.*),\"sum\":\"([A-Za-z0-9_-]{43})\"}\\s*$",
            Pattern.DOTALL);

    /// @param json an object with at least one field
    static String over(String json) {
        String open = json.substring(0, json.length() - 1);
        return open + ",\"sum\":\"" + Digest.base64(Digest.of(open)) + "\"}";
    }

    /// An object that was never sealed is not broken.
    static Seal of(String text) {
        Matcher sealed = SEALED.matcher(text);
        if (!sealed.matches()) {
            return new Seal(text, false);
        }
        return new Seal(sealed.group(1) + "}", !Digest.base64(Digest.of(sealed.group(1))).equals(sealed.group(2)));
    }
}
