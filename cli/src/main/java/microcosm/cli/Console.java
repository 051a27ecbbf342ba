package microcosm.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/// Where a command prints: results for people or scripts on one side, everything else on the other. Nothing else in Microcosm prints.
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final boolean coloured;

    /// @param terminal whether somebody is watching: progress is shown only then
    /// @param coloured whether colours are wanted
    Console(PrintWriter out, PrintWriter err, boolean terminal, boolean coloured) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.coloured = coloured;
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to null where nobody sits at a terminal
    static Console ofThisProcess() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        boolean coloured = terminal && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), terminal, coloured);
    }

    private static PrintWriter writer(FileDescriptor file) {
        return new PrintWriter(new FileOutputStream(file), false, StandardCharsets.UTF_8);
    }

    PrintWriter out() { return out; }

    PrintWriter err() { return err; }

    boolean terminal() { return terminal; }

    boolean coloured() { return coloured; }

    /// A line of the result.
    void say(String line) { out.println(line); }

    /// A line about how it is going.
    void note(String line) {
        out.flush();
        err.println(line);
        err.flush();
    }

    /// The whole result, as one JSON document.
    void json(SequencedMap<String, ?> result) {
        try {
            out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(result));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result of ours cannot be written as JSON", e);
        }
    }

    /// The whole result, as one JSON document.
    ///
    /// @param document JSON
    void json(String document) {
        try {
            var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            out.println(mapper.writeValueAsString(mapper.readTree(document)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result of ours is no JSON", e);
        }
    }

    /// @return `text` in bold where colours are wanted
    String bold(String text) { return coloured ? "\u001b[1m" + text + "\u001b[0m" : text; }

    /// @return `text` dimmed where colours are wanted
    String dim(String text) { return coloured ? "\u001b[2m" + text + "\u001b[0m" : text; }

    void flush() {
        out.flush();
        err.flush();
    }
}
