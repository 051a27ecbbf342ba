package microcosm.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

import microcosm.models.ModelException;
import microcosm.models.Reply;
import microcosm.models.Request;
import microcosm.viewer.Plain;

/// A human who plays somebody: is shown what the person is shown, and types what they say and do. What was shown before is not shown again.
final class AtTheTerminal implements Function<Request, Reply> {
    /// What only a model is told of the fields of its reply.
    private static final Pattern FIELDS = Pattern
            .compile(" into \"do\"|,? this once,? with one JSON object of [^.;]*(?=[.;])");

    private final Console console;
    private final BufferedReader keyboard;
    private String shown = "";

    AtTheTerminal(Console console) {
        this.console = console;
        keyboard = new BufferedReader(new InputStreamReader(console.keyboard(), StandardCharsets.UTF_8));
    }

    /// One human, one question at a time.
    @Override
    public synchronized Reply apply(Request request) {
        if (request.purpose().equals("reflect")) {
            // Whoever sits here draws their own conclusions, and remembers them.
            return Reply.of("{\"insights\": []}");
        }
        String text = request.messages().getLast().text();
        fresh(forAHuman(text)).lines().forEach(line -> console.note(Plain.line(line)));
        if (request.messages().size() == 1) {
            shown = forAHuman(text);
        }
        boolean tools = request.schema().contains("\"tool\"");
        console.note(switch (request.purpose()) {
            case "act" -> "You say and do (an empty line for nothing" + (tools ? "; /tool question to ask a tool" : "")
                    + "):";
            case "review" -> "approve, stop, or the words to put in their place:";
            default -> "Your answer:";
        });
        try {
            String typed = keyboard.readLine();
            if (typed == null) {
                throw new ModelException("nobody types any more, and " + request.call() + " is waiting", true);
            }
            return Reply.of(reply(request.purpose(), typed.strip(), tools));
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be read", e);
        }
    }

    /// Without how a model is to write its reply: a human types words.
    private static String forAHuman(String text) {
        int how = text.indexOf("\n# How to answer");
        int now = text.indexOf("\n# Now\n", Math.max(0, how));
        String shown = how < 0 || now < 0 ? text : text.substring(0, how) + text.substring(now);
        return FIELDS.matcher(shown).replaceAll("").replaceAll("leave\\s\"do\" empty", "leave it empty");
    }

    /// @return what differs from the last time, from the beginning of a line
    private String fresh(String text) {
        int same = 0;
        while (same < Math.min(shown.length(), text.length()) && shown.charAt(same) == text.charAt(same)) {
            same++;
        }
        return text.substring(text.lastIndexOf('\n', same) + 1);
    }

    private static String reply(String purpose, String typed, boolean tools) {
        int space = typed.indexOf(' ');
        boolean verdict = typed.equalsIgnoreCase("approve") || typed.equalsIgnoreCase("stop");
        return switch (purpose) {
            case "act" -> tools && typed.startsWith("/") && space > 0
                    ? json("tool", typed.substring(1, space), "question", typed.substring(space + 1))
                    : json("do", typed);
            case "review" -> verdict
                    ? json("verdict", typed.toLowerCase(Locale.ROOT))
                    : json("verdict", "amend", "do", typed);
            default -> json("answer", typed);
        };
    }

    /// @param fields name, words, name, words …
    private static String json(String... fields) {
        var object = new StringBuilder("{");
        for (int i = 0; i < fields.length; i += 2) {
            object.append(i == 0 ? "\"" : ", \"").append(fields[i]).append("\": \"").append(escaped(fields[i + 1]))
                    .append('"');
        }
        return object.append('}').toString();
    }

    private static String escaped(String typed) {
        var quoted = new StringBuilder();
        typed.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ') {
                quoted.append(' ');
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.toString();
    }
}
