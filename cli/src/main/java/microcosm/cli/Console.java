package microcosm.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/// Where a command prints, and what its environment says: results for people or scripts on one side, everything else on the other. Nothing else in Microcosm prints.
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final Map<String, String> environment;
    private final InputStream keyboard;

    /// @param terminal whether somebody is watching: progress and colours are shown only then, colours unless `NO_COLOR` is set
    /// @param environment variable → value
    /// @param keyboard what somebody types, in UTF-8
    Console(PrintWriter out, PrintWriter err, boolean terminal, Map<String, String> environment, InputStream keyboard) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
        this.keyboard = keyboard;
    }

    InputStream keyboard() { return keyboard; }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to null where nobody sits at a terminal
    static Console ofThisProcess() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), terminal, System.getenv(),
                System.in);
    }

    private static PrintWriter writer(FileDescriptor file) {
        return new PrintWriter(new FileOutputStream(file), false, StandardCharsets.UTF_8);
    }

    PrintWriter out() { return out; }

    PrintWriter err() { return err; }

    boolean terminal() { return terminal; }

    boolean coloured() {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    /// Where keys and addresses of providers are read from.
    Map<String, String> environment() { return environment; }

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
    String bold(String text) { return coloured() ? "\u001b[1m" + text + "\u001b[0m" : text; }

    /// @return `text` dimmed where colours are wanted
    String dim(String text) { return coloured() ? "\u001b[2m" + text + "\u001b[0m" : text; }

    void flush() {
        out.flush();
        err.flush();
    }
}
