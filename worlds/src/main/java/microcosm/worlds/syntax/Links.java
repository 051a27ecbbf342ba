package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds links, parameters and comments in words.
public final class Links {
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\n]{0,200})\\]\\(([^()\\s]{0,300})\\)");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{([^{}]{0,100})\\}\\}");

    private Links() {}

    /// @param text what is shown
    /// @param destination `#slug` or a path
    /// @param from index in the words of the opening bracket
    /// @param to index after the closing one
    public record Link(Words text, Words destination, int from, int to) {}

    public static List<Link> in(Words words) {
        if (words.text().indexOf("](") < 0) {
            return List.of();
        }
        var found = new ArrayList<Link>();
        var matcher = LINK.matcher(words.text());
        while (matcher.find()) {
            if (matcher.start() == 0 || words.text().charAt(matcher.start() - 1) != '`') {
                found.add(new Link(words.sub(matcher.start(1), matcher.end(1)),
                        words.sub(matcher.start(2), matcher.end(2)),
                        matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    /// @param name between the braces
    /// @param from index in the words of the opening braces
    public record Parameter(Words name, int from, int to) {}

    public static List<Parameter> parameters(Words words) {
        if (words.text().indexOf("{{") < 0) {
            return List.of();
        }
        var found = new ArrayList<Parameter>();
        var matcher = PARAMETER.matcher(words.text());
        while (matcher.find()) {
            found.add(
                    new Parameter(words.sub(matcher.start(1), matcher.end(1)).strip(), matcher.start(), matcher.end()));
        }
        return found;
    }

    /// @return the words without what stands between `<!--` and `-->`
    public static Words withoutComments(Words words) {
        String text = words.text();
        int open = text.indexOf("<!--");
        if (open < 0) {
            return words;
        }
        var edits = new ArrayList<Words.Edit>();
        while (open >= 0) {
            int close = text.indexOf("-->", open + 4);
            int end = close < 0 ? text.length() : close + 3;
            edits.add(new Words.Edit(open, end, ""));
            open = text.indexOf("<!--", end);
        }
        return words.with(edits);
    }
}
