package microcosm.worlds.syntax;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// GitHub's anchors for headings: lower case, punctuation dropped, spaces as hyphens, `-1`, `-2` … for repetitions.
public final class Slugs {
    private final Map<String, Integer> taken = new LinkedHashMap<>();

    /// @return the anchor of a heading that would stand alone
    public static String of(String heading) {
        var slug = new StringBuilder();
        heading.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-'
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                slug.appendCodePoint(c);
            } else if (c == ' ') {
                slug.append('-');
            }
        });
        return slug.toString();
    }

    String next(String heading) {
        String slug = of(heading);
        int before = taken.merge(slug, 1, Integer::sum) - 1;
        return before == 0 ? slug : slug + "-" + before;
    }
}
