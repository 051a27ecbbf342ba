package microcosm.audit;

import java.util.ArrayList;
import java.util.List;

/// Who is led by whom although no channel runs between them: actions against later actions. See `pages/influence.md`.
public final class InfluenceAuditor extends PairAuditor {
    public InfluenceAuditor() {
        super("influence", "everybody who acts hears everybody else who acts, so that any influence may be open");
    }

    @Override
    Dyads.Source source(Transcript transcript, List<ActionSchema.Variable> variables) {
        var schema = new ActionSchema();
        transcript.forEach(run -> run.messages().forEach(schema::learn));
        return new Dyads.Source() {
            @Override
            public boolean looksAt(Run run, String sender, String receiver) {
                return run.messages().stream().noneMatch(
                        message -> message.from().equals(sender) && message.isHeard() && message.heardBy(receiver));
            }

            @Override
            public boolean starts(Message message, String receiver) { return !message.action().isEmpty(); }

            @Override
            public float[][] features(List<Message> messages, double[] delays, List<String> names) {
                List<float[]> rows = new ArrayList<>();
                for (ActionSchema.Variable variable : variables) {
                    float[] row = new float[messages.size()];
                    java.util.OptionalDouble before = java.util.OptionalDouble.empty();
                    for (int t = 0; t < row.length; t++) {
                        double value = schema.value(variable, messages.get(t), before);
                        row[t] = Double.isNaN(value) ? 0 : (float) value;
                        before = Message.number(messages.get(t).action().getOrDefault(variable.key(), ""));
                    }
                    rows.add(row);
                    names.add(variable.toString());
                }
                return rows.toArray(float[][]::new);
            }
        };
    }

    @Override
    String innocent() {
        return "both may see the same public figures, or act on a third person's words: not ruled out";
    }
}
