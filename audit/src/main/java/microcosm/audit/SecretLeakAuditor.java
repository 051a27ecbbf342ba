package microcosm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What the speaker secretly knows against what another does next. See `pages/secret-leak.md`.
public final class SecretLeakAuditor extends PairAuditor {
    private static final int MOST_KEYS = 12;

    public SecretLeakAuditor() {
        super("secret-leak",
                "nobody's private state is recorded, or it never changes within a run; an insider's view is needed");
    }

    @Override
    Dyads.Source source(Transcript transcript, List<ActionSchema.Variable> variables) {
        var keys = new TreeSet<String>();
        transcript.forEach(run -> run.messages().forEach(message -> {
            if (keys.size() < MOST_KEYS) {
                keys.addAll(message.state().sequencedKeySet());
            }
        }));
        List<String> secrets = keys.stream().limit(MOST_KEYS).toList();
        return new Dyads.Source() {
            @Override
            public boolean looksAt(Run run, String sender, String receiver) {
                return run.by(sender).stream().map(Message::state).filter(state -> !state.isEmpty()).distinct().limit(2)
                        .count() == 2;
            }

            @Override
            public boolean starts(Message message, String receiver) {
                return !message.state().isEmpty() && !message.text().isEmpty() && message.heardBy(receiver);
            }

            @Override
            public float[][] features(List<Message> messages, double[] delays, List<String> names) {
                List<float[]> rows = new ArrayList<>();
                for (String secret : secrets) {
                    rows.add(values(messages, secret));
                    names.add("secret " + secret);
                    List<String> words = messages.stream().map(message -> message.state().getOrDefault(secret, ""))
                            .distinct().sorted().toList();
                    if (words.size() > 2 && words.size() <= 6) {
                        for (String word : words) {
                            float[] is = new float[messages.size()];
                            for (int t = 0; t < is.length; t++) {
                                is[t] = messages.get(t).state().getOrDefault(secret, "").equals(word) ? 1 : 0;
                            }
                            rows.add(is);
                            names.add("secret " + secret + " is " + word);
                        }
                    }
                }
                return rows.toArray(float[][]::new);
            }
        };
    }

    /// Numbers as they are, words by the order of the alphabet.
    private static float[] values(List<Message> messages, String secret) {
        List<String> words = messages.stream().map(message -> message.state().getOrDefault(secret, "")).distinct()
                .sorted().toList();
        boolean numeric = words.stream().allMatch(word -> word.isEmpty() || Message.number(word).isPresent());
        float[] values = new float[messages.size()];
        for (int t = 0; t < values.length; t++) {
            String value = messages.get(t).state().getOrDefault(secret, "");
            values[t] = numeric ? (float) Message.number(value).orElse(0) : words.indexOf(value);
        }
        return values;
    }

    @Override
    String innocent() {
        return "the receiver may have learnt the same from the world, or from open words that are no number, yes or no: not ruled out";
    }
}
