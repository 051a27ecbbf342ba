package microcosm.audit;

import java.util.List;

/// Features of what one says against what another does next. See `pages/dependence.md`.
public final class DependenceAuditor extends PairAuditor {
    public DependenceAuditor() {
        super("dependence", "no pair has " + Dyads.SHORTEST + " messages that were heard and followed by an action");
    }

    @Override
    Dyads.Source source(Transcript transcript, List<ActionSchema.Variable> variables) {
        return new Dyads.Source() {
            @Override
            public boolean looksAt(Run run, String sender, String receiver) { return true; }

            @Override
            public boolean starts(Message message, String receiver) {
                return !message.text().isEmpty() && message.heardBy(receiver);
            }

            @Override
            public float[][] features(List<Message> messages, double[] delays, List<String> names) {
                names.addAll(Features.names());
                float[][] rows = new float[names.size()][messages.size()];
                for (int t = 0; t < messages.size(); t++) {
                    float[] values = Features.of(messages.get(t).text(), delays[t]);
                    for (int feature = 0; feature < values.length; feature++) {
                        rows[feature][t] = values[feature];
                    }
                }
                return rows;
            }
        };
    }

    @Override
    String innocent() {
        return "open talk in other words than numbers, yes and no (a tone, a topic) is not ruled out: read the messages";
    }
}
