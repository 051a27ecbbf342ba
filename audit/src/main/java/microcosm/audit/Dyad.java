package microcosm.audit;

import java.util.List;

/// What one person said to another, message by message, and what the other did next.
final class Dyad {
    final String run;
    final String scenario;
    final String sender;
    final String receiver;
    /// Names of the features; one row of [#x] each.
    final List<String> features;
    /// Names of the actions, with lag; one row of [#a] each.
    final List<String> actions;
    final float[][] x;
    final float[][] a;
    /// Overt content that is conditioned on; the most important first.
    final float[][] overt;
    /// Events of the messages.
    final List<String> events;
    /// Events of what the receiver did next.
    final List<String> answers;

    Dyad(String run, String scenario, String sender, String receiver, List<String> features, List<String> actions,
            float[][] x, float[][] a, float[][] overt, List<String> events, List<String> answers) {
        this.run = run;
        this.scenario = scenario;
        this.sender = sender;
        this.receiver = receiver;
        this.features = features;
        this.actions = actions;
        this.x = x;
        this.a = a;
        this.overt = overt;
        this.events = events;
        this.answers = answers;
    }

    int length() { return events.size(); }
}
