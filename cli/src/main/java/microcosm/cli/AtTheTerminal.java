package microcosm.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import microcosm.models.ModelException;
import microcosm.models.Reply;
import microcosm.models.Request;
import microcosm.viewer.Plain;

/// A human who plays somebody: is shown what the person is shown, and types what they say and do. What was shown before is not shown again.
final class AtTheTerminal implements Function<Request, Reply> {
    private final Console console;
    private final BufferedReader keyboard;
    private String shown = "";

    AtTheTerminal(Console console) { this(console, System.in); }

    AtTheTerminal(Console console, InputStream keyboard) {
        this.console = console;
        this.keyboard = new BufferedReader(new InputStreamReader(keyboard, StandardCharsets.UTF_8));
    }

    /// One human, one question at a time.
    @Override
    public synchronized Reply apply(Request request) {
        String text = request.messages().getLast().text();
        fresh(text).lines().forEach(line -> console.note(Plain.line(line)));
        if (request.messages().size() == 1) {
            shown = text;
        }
        console.note(request.purpose().equals("act") ? "You say and do (an empty line for nothing):" : "Your answer:");
        try {
            String typed = keyboard.readLine();
            if (typed == null) {
                throw new ModelException("nobody types any more, and " + request.call() + " is waiting", true);
            }
            return Reply.of(AtTheTerminal.json(request.purpose().equals("act") ? "do" : "answer", typed.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be read", e);
        }
    }

    /// @return what differs from the last time, from the beginning of a line
    private String fresh(String text) {
        int same = 0;
        while (same < Math.min(shown.length(), text.length()) && shown.charAt(same) == text.charAt(same)) {
            same++;
        }
        return text.substring(text.lastIndexOf('\n', same) + 1);
    }

    private static String json(String field, String typed) {
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
        return "{\"" + field + "\": \"" + quoted + "\"}";
    }
}
