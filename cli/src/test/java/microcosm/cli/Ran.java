package microcosm.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// A command that was run as from a shell; unless said otherwise with nobody at a terminal and nothing in the environment.
///
/// @param out what it printed on standard output
/// @param err what it printed on standard error
record Ran(int code, String out, String err) {
    static Ran microcosm(Object... arguments) { return of(false, Map.of(), "", arguments); }

    /// With somebody who types.
    static Ran typing(String typed, Object... arguments) { return of(false, Map.of(), typed, arguments); }

    /// @param environment variable → value
    static Ran within(Map<String, String> environment, Object... arguments) {
        return of(false, environment, "", arguments);
    }

    /// With somebody at a terminal.
    static Ran watched(Map<String, String> environment, Object... arguments) {
        return of(true, environment, "", arguments);
    }

    private static Ran of(boolean terminal, Map<String, String> environment, String typed, Object[] arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(new PrintWriter(out), new PrintWriter(err), terminal, environment,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Main.run(console, words);
        return new Ran(code, out.toString(), err.toString());
    }

    /// Standard output as the one JSON document it has to be.
    JsonNode json() throws JsonProcessingException {
        try (var parser = new ObjectMapper().createParser(out)) {
            JsonNode document = parser.readValueAsTree();
            if (parser.nextToken() != null) {
                throw new AssertionError("more than one document on standard output:\n" + out);
            }
            return document;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The last line printed.
    String last() { return out.lines().toList().getLast(); }

    /// A finished run of the weir village.
    static Path village(Path runs, long seed) {
        return Path.of(microcosm("run", "weir-village", "--seed", seed, "--out", runs).last());
    }
}
