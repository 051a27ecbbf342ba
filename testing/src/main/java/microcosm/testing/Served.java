package microcosm.testing;

import java.time.Duration;
import java.util.List;

/// What a stub server does with a request.
public sealed interface Served {
    /// A reply in the server's own wire format.
    ///
    /// @param text empty for none at all
    /// @param refusal words of a refusal, given the way the provider gives them; empty for none
    /// @param thoughts reasoning; empty for none
    /// @param tool whether a tool is called that nobody offered
    /// @param in tokens of the prompt
    /// @param out tokens of the reply
    record Said(String text, Ending ending, String refusal, String thoughts, boolean tool, int in, int out)
            implements
                Served {}

    /// A text's vector in the server's own wire format.
    record Embedded(List<Double> values) implements Served {
        public Embedded {
            values = List.copyOf(values);
        }
    }

    /// Why the model stopped.
    enum Ending {
        COMPLETE, CUT, FILTERED, TOOL;

        String word(String complete, String cut, String filtered, String tool) {
            return switch (this) {
                case COMPLETE -> complete;
                case CUT -> cut;
                case FILTERED -> filtered;
                case TOOL -> tool;
            };
        }
    }

    /// An error in the server's own wire format.
    ///
    /// @param retryAfter the header's value; empty for no header
    record Failed(int status, String retryAfter, String message) implements Served {}

    /// These bytes, whatever they are, with status 200.
    record Raw(String contentType, String body) implements Served {}

    /// Go to another address: status 307.
    record Moved(String to) implements Served {}

    /// Headers and half of the body, and then nothing more until the client gives up.
    record Stalled(Said said) implements Served {}

    /// Headers and half of the body, and then the connection is closed.
    record Broken(Said said) implements Served {}

    /// The same, later.
    record Late(Duration by, Served served) implements Served {}

    /// A reply of 11 and 7 tokens.
    static Said said(String text) { return new Said(text, Ending.COMPLETE, "", "", false, 11, 7); }

    static Said said(String text, Ending ending) { return new Said(text, ending, "", "", false, 11, 7); }

    static Said refused(String words) { return new Said("", Ending.COMPLETE, words, "", false, 11, 7); }

    static Said thought(String thoughts, String text) {
        return new Said(text, Ending.COMPLETE, "", thoughts, false, 11, 7);
    }

    static Said called(String text) { return new Said(text, Ending.TOOL, "", "", true, 11, 7); }

    static Failed failed(int status) { return new Failed(status, "", "stub says " + status); }

    static Failed failed(int status, String retryAfter) {
        return new Failed(status, retryAfter, "stub says " + status);
    }

    default Served late(Duration by) { return new Late(by, this); }
}
