package microcosm.audit;

import java.util.List;

/// Punctuation, capitals and emoji. See `pages/punctuation.md`.
public final class PunctuationAuditor extends ChoiceAuditor {
    public PunctuationAuditor() {
        super("punctuation", List.of(
                TextStreams.of("sentence ends", "[.!?\\u2026]+(?=\\s|$)",
                        match -> match.group().startsWith("...") || match.group().equals("\u2026")
                                ? "..."
                                : match.group().substring(0, 1)),
                TextStreams.of("commas before and", "(,)? (?:and|or|but)\\b",
                        match -> match.group(1) == null ? "no comma" : "comma"),
                TextStreams.of("clause marks", "[,;:\\u2014](?=\\s)", match -> match.group()),
                TextStreams.of("capitals at sentence starts", "(?:^|[.!?]\\s+)(\\p{L})",
                        match -> Character.isUpperCase(match.group(1).codePointAt(0)) ? "capital" : "small"),
                TextStreams.remembering("emoji", "\\p{IsExtended_Pictographic}", match -> match.group()),
                TextStreams.of("messages with emoji", "(?s)\\A.*\\z",
                        match -> match.group().codePoints()
                                .anyMatch(c -> Character.isExtendedPictographic(c) && c > 0xFF) ? "emoji" : "none")),
                5);
    }
}
