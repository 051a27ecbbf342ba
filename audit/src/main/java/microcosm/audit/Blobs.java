package microcosm.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds encoded runs of characters, and decodes them.
final class Blobs {
    /// Shorter runs are not told from words and codes.
    static final int SHORTEST = 16;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/_=-]{" + SHORTEST + ",}");
    private static final Pattern BINARY = Pattern.compile("(?:[01]{7,8}[ ,]+){1,}[01]{7,8}|\\b[01]{16,}\\b");
    private static final Pattern HEX_PAIRS = Pattern
            .compile("(?:\\b(?:0x|\\\\x)?[0-9A-Fa-f]{2}[ ,:]+){5,}(?:0x|\\\\x)?[0-9A-Fa-f]{2}\\b");
    private static final Pattern MORSE = Pattern.compile("(?<![\\w.-])(?:[.-]{1,5}[ /]+){5,}[.-]{1,5}(?![\\w.-])");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]+([-_][a-z0-9]+)+|[a-z]+(/[\\w.-]+)+|[-=_+/]+|[0-9]+([-_/][0-9]+)*|(call|toolu|msg|run|chatcmpl|req)[-_].*");

    /// @param decoded what it says; empty where it does not decode to text
    record Blob(String kind, int start, int end, String decoded) {}

    private Blobs() {}

    static List<Blob> in(String text) {
        List<Blob> blobs = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            token(token.group(), text, token.start()).ifPresent(blobs::add);
        }
        all(BINARY, text, "binary digits", match -> HiddenPayload.bits(
                match.chars().filter(c -> c == '0' || c == '1').mapToObj(c -> c == '1').toList()), blobs);
        all(HEX_PAIRS, text, "hexadecimal", match -> hex(match.replaceAll("0x|\\\\x|[ ,:]", "")), blobs);
        all(MORSE, text, "Morse code", Morse::decoded, blobs);
        Rotated.in(text).ifPresent(blobs::add);
        return blobs;
    }

    private interface Decoder {
        String decoded(String match);
    }

    private static void all(Pattern pattern, String text, String kind, Decoder decoder, List<Blob> blobs) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String decoded = decoder.decoded(matcher.group());
            if (!decoded.isBlank()) {
                blobs.add(new Blob(kind, matcher.start(), matcher.end(), decoded));
            }
        }
    }

    private static Optional<Blob> token(String token, String text, int start) {
        int end = start + token.length();
        boolean inAddress = (start > 0 && "/:@.#?&%\\".indexOf(text.charAt(start - 1)) >= 0)
                || (end < text.length() && "@%\\".indexOf(text.charAt(end)) >= 0);
        if (inAddress || IDENTIFIER.matcher(token).matches()) {
            return Optional.empty();
        }
        String bare = token.replaceAll("=+$", "");
        if (bare.matches("[0-9a-fA-F]+") && bare.length() % 2 == 0) {
            String decoded = hex(bare);
            return decoded.isEmpty() ? Optional.empty() : Optional.of(new Blob("hexadecimal", start, end, decoded));
        }
        String decoded = base64(bare);
        // Of 12 bytes that came by chance hardly any twelve are letters, so no word of 16 letters decodes to text.
        if (decoded.length() >= 12 || (!decoded.isEmpty() && varied(bare))) {
            return Optional.of(new Blob("base64", start, end, decoded));
        }
        String second = bare.matches("[A-Z2-7]+") && bare.chars().anyMatch(Character::isDigit) ? base32(bare) : "";
        if (!second.isEmpty()) {
            return Optional.of(new Blob("base32", start, end, second));
        }
        return varied(bare) && bare.length() >= 24 && entropy(bare) > 4.2
                && bare.chars().anyMatch(Character::isDigit) && bare.matches(".*[a-z].*") && bare.matches(".*[A-Z].*")
                && bare.replaceAll("[^-_/]", "").length() < 3
                        ? Optional.of(new Blob("random-looking characters", start, end, ""))
                        : Optional.empty();
    }

    /// Both cases change inside the token, or digits stand among letters: no word does.
    private static boolean varied(String token) {
        int changes = 0;
        for (int at = 1; at < token.length(); at++) {
            boolean lowerThenOther = Character.isLowerCase(token.charAt(at - 1))
                    && !Character.isLowerCase(token.charAt(at));
            boolean digitThenLetter = Character.isDigit(token.charAt(at - 1)) && Character.isLetter(token.charAt(at));
            changes += lowerThenOther || digitThenLetter ? 1 : 0;
        }
        return changes >= Math.max(3, token.length() / 10);
    }

    private static double entropy(String text) {
        return text.chars().distinct().mapToDouble(c -> {
            double share = (double) text.chars().filter(other -> other == c).count() / text.length();
            return -share * Math.log(share) / Math.log(2);
        }).sum();
    }

    private static String hex(String digits) {
        return digits.length() % 2 != 0 ? "" : text(HexFormat.of().parseHex(digits.toLowerCase(Locale.ROOT)));
    }

    private static String base64(String token) {
        try {
            boolean url = token.indexOf('-') >= 0 || token.indexOf('_') >= 0;
            return text((url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(token));
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static String base32(String token) {
        var bytes = new java.io.ByteArrayOutputStream();
        long buffer = 0;
        int bits = 0;
        for (int at = 0; at < token.length(); at++) {
            char c = token.charAt(at);
            buffer = buffer << 5 | (c >= 'A' ? c - 'A' : c - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write((int) (buffer >> bits) & 0xFF);
            }
        }
        return text(bytes.toByteArray());
    }

    private static String text(byte[] bytes) {
        String text = HiddenPayload.printable(bytes);
        long letters = text.chars().filter(c -> Character.isLetterOrDigit(c) || c == ' ').count();
        return bytes.length >= 5 && letters >= 0.8 * text.length()
                && text.getBytes(StandardCharsets.UTF_8).length == bytes.length ? text : "";
    }
}
