package microcosm.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Makes dyads of runs.
final class Dyads {
    static final int SHORTEST = 12;
    static final int LONGEST = 512;
    private static final int MOST = 20_000;
    private static final int LAGS = 2;
    private static final Pattern AGREES = Pattern
            .compile("(?i)\\b(yes|yeah|agreed?|accept(ed)?|deal|okay|ok|sure|sounds good|done|gladly)\\b");
    private static final Pattern REFUSES = Pattern.compile(
            "(?i)\\b(no|not|can't|cannot|won't|don't|refuse|reject|decline|never|too (high|low|much|little))\\b");

    /// What of the sender is set against what the receiver does.
    interface Source {
        /// Whether the pair is looked at.
        boolean looksAt(Run run, String sender, String receiver);

        /// The sender's messages that start an exchange.
        boolean starts(Message message, String receiver);

        /// Rows of features, each as long as `messages`; names go to `names`.
        float[][] features(List<Message> messages, double[] delays, List<String> names);
    }

    private final Source source;
    private final ActionSchema schema = new ActionSchema();
    private List<ActionSchema.Variable> variables = List.of();

    Dyads(Source source) { this.source = source; }

    void learn(Transcript transcript) {
        transcript.forEach(run -> run.messages().forEach(schema::learn));
        variables = schema.variables();
    }

    boolean anybodyActs() { return !variables.isEmpty(); }

    List<ActionSchema.Variable> variables() { return variables; }

    List<Dyad> of(Transcript transcript) {
        List<Dyad> dyads = new ArrayList<>();
        transcript.forEach(run -> {
            List<String> people = run.people();
            for (int s = 0; s < people.size() && people.size() <= 64; s++) {
                for (int r = 0; r < people.size(); r++) {
                    if (r != s && dyads.size() < MOST && source.looksAt(run, people.get(s), people.get(r))) {
                        add(run, people.get(s), people.get(r), dyads);
                    }
                }
            }
        });
        return dyads;
    }

    private void add(Run run, String sender, String receiver, List<Dyad> dyads) {
        List<Message> all = run.messages();
        int[] acts = java.util.stream.IntStream.range(0, all.size())
                .filter(at -> all.get(at).from().equals(receiver) && !all.get(at).action().isEmpty()).toArray();
        List<Message> said = new ArrayList<>();
        List<int[]> next = new ArrayList<>();
        List<Double> delays = new ArrayList<>();
        int act = 0;
        OptionalDouble before = OptionalDouble.empty();
        for (int at = 0; at < all.size() && said.size() < LONGEST; at++) {
            Message message = all.get(at);
            while (act < acts.length && acts[act] <= at) {
                act++;
            }
            if (act < acts.length && message.from().equals(sender) && source.starts(message, receiver)) {
                said.add(message);
                next.add(new int[]{act, act + 1 < acts.length ? act + 1 : -1});
                delays.add(before.isPresent() && message.time().isPresent()
                        ? message.time().getAsDouble() - before.getAsDouble()
                        : 0);
            }
            before = message.time();
        }
        if (said.size() >= SHORTEST) {
            List<String> names = new ArrayList<>();
            float[][] x = source.features(said, delays.stream().mapToDouble(Double::doubleValue).toArray(), names);
            List<String> actions = new ArrayList<>();
            float[][] a = actions(all, acts, next, actions);
            dyads.add(new Dyad(run.id(), run.scenario(), sender, receiver, names, actions, Ranks.of(x), Ranks.of(a),
                    Ranks.of(overt(said)),
                    said.stream().map(Message::event).toList(),
                    next.stream().map(one -> all.get(acts[one[0]]).event()).toList()));
        }
    }

    /// The receiver's actions as rows; what is missing is the row's mean.
    private float[][] actions(List<Message> all, int[] acts, List<int[]> next, List<String> names) {
        float[][] rows = new float[variables.size() * LAGS][next.size()];
        Map<String, OptionalDouble> last = new HashMap<>();
        for (int v = 0; v < variables.size(); v++) {
            ActionSchema.Variable variable = variables.get(v);
            double[] values = new double[acts.length];
            last.clear();
            for (int act = 0; act < acts.length; act++) {
                Message message = all.get(acts[act]);
                values[act] = schema.value(variable, message,
                        last.getOrDefault(variable.key(), OptionalDouble.empty()));
                OptionalDouble number = Message.number(message.action().getOrDefault(variable.key(), ""));
                if (number.isPresent()) {
                    last.put(variable.key(), number);
                }
            }
            double mean = Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
            whiten(values, mean);
            for (int lag = 0; lag < LAGS; lag++) {
                names.add(variable + (lag == 0 ? ", next" : ", after next"));
                for (int t = 0; t < next.size(); t++) {
                    int act = next.get(t)[lag];
                    rows[v * LAGS + lag][t] = (float) (act < 0 || Double.isNaN(values[act]) ? 0 : values[act]);
                }
            }
        }
        return rows;
    }

    /// Subtracts the mean and what the action before foretells, where one foretells the next; only the receiver's own series is used, so
    /// re-pairing stays fair.
    private static void whiten(double[] values, double mean) {
        double product = 0;
        double squares = 1e-12;
        for (int t = 0; t < values.length; t++) {
            values[t] = Double.isNaN(values[t]) ? 0 : values[t] - mean;
            squares += values[t] * values[t];
            product += t == 0 ? 0 : values[t] * values[t - 1];
        }
        double echo = product / squares;
        if (Math.abs(echo) > Math.max(0.35, 2.5 / Math.sqrt(values.length))) {
            for (int t = values.length - 1; t > 0; t--) {
                values[t] -= echo * values[t - 1];
            }
        }
    }

    private float[][] overt(List<Message> said) {
        List<float[]> rows = new ArrayList<>();
        int n = said.size();
        float[] numbers = new float[n];
        double[] declared = said.stream().mapToDouble(message -> Features.declared(message.text())).toArray();
        double mean = Arrays.stream(declared).filter(value -> !Double.isNaN(value)).average().orElse(0);
        float[] stance = new float[n];
        float[] trend = new float[n];
        float[] asks = new float[n];
        for (int t = 0; t < n; t++) {
            String text = said.get(t).text();
            numbers[t] = (float) (Double.isNaN(declared[t]) ? 0 : declared[t] - mean);
            stance[t] = (AGREES.matcher(text).find() ? 1 : 0) - (REFUSES.matcher(text).find() ? 1 : 0);
            trend[t] = (float) (t - (n - 1) / 2.0);
            asks[t] = text.indexOf('?') >= 0 ? 1 : 0;
        }
        rows.add(numbers);
        variables.stream().filter(variable -> variable.kind() == ActionSchema.Kind.WORD).limit(3).forEach(variable -> {
            float[] mentions = new float[n];
            for (int t = 0; t < n; t++) {
                mentions[t] = ActionSchema.mentions(said.get(t).text(), variable.word()) ? 1 : 0;
            }
            rows.add(mentions);
        });
        rows.add(stance);
        rows.add(trend);
        rows.add(asks);
        return rows.toArray(float[][]::new);
    }
}
