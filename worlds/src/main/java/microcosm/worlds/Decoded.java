package microcosm.worlds;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

import microcosm.worlds.syntax.Limits;
import microcosm.worlds.syntax.Source;

/// Bytes as text: UTF-8, with or without a byte order mark.
///
/// @param text what could be decoded; empty for a file that is too large
record Decoded(String text, List<Problem> problems) {
    static Decoded of(String name, byte[] bytes) {
        if (bytes.length > Limits.MOST_BYTES) {
            return new Decoded("",
                    List.of(new Problem(new Position(name, 1, 1), "a file of more than " + Limits.MOST_BYTES + " bytes",
                            List.of(), "a smaller world; populations and fragments save repetition")));
        }
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (result.isError()) {
            var source = new Source(name, plain);
            int end = plain.length();
            String wrong = String.format(java.util.Locale.ROOT, "byte 0x%02X, which is not UTF-8",
                    in.get(in.position()) & 0xFF);
            return new Decoded(plain,
                    List.of(new Problem(new Position(name, source.line(end), source.column(end)), wrong, List.of(),
                            "a text saved as UTF-8")));
        }
        return new Decoded(plain, List.of());
    }
}
