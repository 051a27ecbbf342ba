package microcosm.models;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Why a reply may not be used, whatever was asked.
final class Checks {
    /// Reasoning that a server left in the text, as llama.cpp, vLLM and Ollama do for some models.
    private static final Pattern THOUGHTS = Pattern.compile("\\A\\s*<(think|thinking|reasoning)>.*?(</\\1>|\\z)",
            Pattern.DOTALL);
    /// The most characters a reply may have; the longest replies that providers allow are shorter.
    private static final int MOST = 400_000;
    /// How many characters of one short pattern over and over make a reply repetitive.
    private static final int STUCK = 400;
    /// The longest pattern that is found.
    private static final int PERIOD = 64;
    /// Letters of a script that the prompt hardly has make a reply foreign when they are more than this share of it.
    private static final double MOSTLY = 0.5;
    private static final double HARDLY = 0.02;
    private static final int FEW_LETTERS = 8;

    private Checks() {}

    static void finish(Reply reply) throws UnusableReplyException {
        switch (reply.finish()) {
            case COMPLETE, OTHER -> {
            }
            case REFUSED -> throw new UnusableReplyException(Unusable.REFUSAL, "it is a refusal.");
            case FILTERED -> throw new UnusableReplyException(Unusable.FILTERED, "the provider withheld it.");
            case TRUNCATED -> throw new UnusableReplyException(
                    reply.text().isBlank() && reply.reasoning() ? Unusable.REASONING_ONLY : Unusable.TRUNCATED,
                    "it was cut off at the limit of tokens; be shorter.");
        }
        if (reply.tools()) {
            throw new UnusableReplyException(Unusable.TOOL_CALL, "it calls a tool, and there are none; reply in text.");
        }
    }

    /// @return the text without thoughts, without surrounding white space, never empty
    static String said(Reply reply) throws UnusableReplyException {
        var thoughts = THOUGHTS.matcher(reply.text());
        boolean found = thoughts.find();
        var said = (found ? reply.text().substring(thoughts.end()) : reply.text()).strip();
        if (said.codePoints().allMatch(Checks::blank)) {
            throw found || reply.reasoning()
                    ? new UnusableReplyException(Unusable.REASONING_ONLY, "it holds thoughts and no reply.")
                    : new UnusableReplyException(Unusable.EMPTY, "it is empty.");
        }
        return said;
    }

    /// Whether somebody who looks at it sees nothing: spaces, controls, and characters of no width.
    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT;
    }

    static void length(Reply reply) throws UnusableReplyException {
        if (reply.text().length() > MOST) {
            throw new UnusableReplyException(Unusable.TOO_LONG,
                    "it has " + reply.text().length() + " characters; be much shorter.");
        }
    }

    /// Somewhere the reply is one short pattern over and over: a model that got stuck.
    static void repetition(String said) throws UnusableReplyException {
        for (int period = 1; period <= PERIOD && said.length() >= STUCK; period++) {
            int run = period;
            for (int at = period; at < said.length(); at++) {
                run = said.charAt(at) == said.charAt(at - period) ? run + 1 : period;
                if (run >= Math.max(STUCK, 8 * period)) {
                    throw new UnusableReplyException(Unusable.REPETITIVE, "it repeats itself over and over.");
                }
            }
        }
    }

    /// Most of the reply's letters belong to a script of which the prompt has next to none. Languages that share a script
    /// are not told apart.
    static void language(String said, Request request) throws UnusableReplyException {
        var reply = scripts(said);
        int letters = total(reply);
        if (letters < FEW_LETTERS) {
            return;
        }
        for (var script : reply.entrySet()) {
            if (script.getValue()[0] > MOSTLY * letters
                    && hardly(script.getKey(), request.messages().getFirst().text())) {
                throw new UnusableReplyException(Unusable.WRONG_LANGUAGE,
                        "it is in another language; reply in the language you are asked in.");
            }
        }
    }

    /// Whether a prompt has next to no letters of a script. Nearly every reply is in its prompt's script, which shows within a few lines.
    private static boolean hardly(UnicodeScript script, String prompt) {
        double enough = HARDLY * prompt.length();
        int same = 0;
        for (int at = 0; at < prompt.length() && same <= enough;) {
            int point = prompt.codePointAt(at);
            at += Character.charCount(point);
            same += Character.isLetter(point) && UnicodeScript.of(point) == script ? 1 : 0;
        }
        if (same > enough) {
            return false;
        }
        int all = total(scripts(prompt));
        return all >= FEW_LETTERS && same < HARDLY * all;
    }

    /// Every reply is counted, so nothing is boxed for a letter.
    ///
    /// @return script → one number, its letters; letters that belong to several scripts are left out
    private static Map<UnicodeScript, int[]> scripts(String text) {
        var counts = new EnumMap<UnicodeScript, int[]>(UnicodeScript.class);
        int plain = 0;
        for (int at = 0; at < text.length();) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (point < 128) {
                plain += Character.isLetter(point) ? 1 : 0;
            } else if (Character.isLetter(point)) {
                counts.computeIfAbsent(UnicodeScript.of(point), _ -> new int[1])[0]++;
            }
        }
        counts.computeIfAbsent(UnicodeScript.LATIN, _ -> new int[1])[0] += plain;
        counts.remove(UnicodeScript.COMMON);
        counts.remove(UnicodeScript.INHERITED);
        return counts;
    }

    private static int total(Map<UnicodeScript, int[]> counts) {
        return counts.values().stream().mapToInt(count -> count[0]).sum();
    }
}
