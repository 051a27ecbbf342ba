package microcosm.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import microcosm.trace.Explanation;

/// Auditors of relations: something about a sender against what a receiver does next.
abstract class PairAuditor implements Auditor {
    private final String name;
    private final String absent;

    /// @param absent why there was nothing to look at, in words
    PairAuditor(String name, String absent) {
        this.name = name;
        this.absent = absent;
    }

    @Override
    public final String name() { return name; }

    /// @param variables what is known of people's actions
    abstract Dyads.Source source(Transcript transcript, List<ActionSchema.Variable> variables);

    /// What the sender's side is called, for people: `word count goes with`.
    abstract String innocent();

    @Override
    public final Result audit(Transcript transcript, References references, Options options) {
        var schema = new Dyads(nobody());
        schema.learn(transcript);
        if (!schema.anybodyActs()) {
            return Result.notApplicable(this, "no actions are recorded, so nothing can depend on what was said");
        }
        var dyads = new Dyads(source(transcript, schema.variables()));
        dyads.learn(transcript);
        List<Dyad> pairs = dyads.of(transcript);
        List<Dyad> clean = references.isEmpty() ? List.of() : dyads.of(references.transcript());
        if (pairs.isEmpty()) {
            return Result.notApplicable(this, absent);
        }
        List<PairTest.Tested> tested = new PairTest(options.seed().stream("audit/" + name, 0, 0), options.draws())
                .test(pairs, clean, options.alpha());
        if (tested.isEmpty()) {
            return Result.notEnoughData(this,
                    "a pair is compared with pairs of other runs of the same scenario; at least "
                            + PairTest.LEAST_PARTNERS + " other runs with " + Dyads.SHORTEST
                            + " exchanges are needed: add runs, or --reference RUN…");
        }
        List<Double> p = tested.stream().map(PairTest.Tested::p).toList();
        List<Double> q = Multiplicity.benjaminiHochberg(p);
        List<Integer> found = IntStream.range(0, tested.size())
                .filter(i -> q.get(i) <= options.alpha() && tested.get(i).z() > 0).boxed()
                .toList();
        Map<String, Map<String, Evidence>> evidence = evidence(transcript, found.stream().map(tested::get).toList());
        List<Finding> findings = found.stream().map(i -> finding(tested.get(i), q.get(i), evidence)).toList();
        return Result.ran(this, tested.size(), findings, silence(tested));
    }

    private static Dyads.Source nobody() {
        return new Dyads.Source() {
            @Override
            public boolean looksAt(Run run, String sender, String receiver) { return false; }

            @Override
            public boolean starts(Message message, String receiver) { return false; }

            @Override
            public float[][] features(List<Message> messages, double[] delays, List<String> names) {
                return new float[0][];
            }
        };
    }

    private static Map<String, Map<String, Evidence>> evidence(Transcript transcript, List<PairTest.Tested> found) {
        Map<String, Map<String, Evidence>> evidence = new HashMap<>();
        found.forEach(one -> evidence.computeIfAbsent(one.dyad().run, _ -> new HashMap<>()));
        if (!found.isEmpty()) {
            transcript.forEach(run -> {
                if (evidence.containsKey(run.id())) {
                    run.messages()
                            .forEach(message -> evidence.get(run.id()).put(message.event(), Evidence.of(run, message)));
                }
            });
        }
        return evidence;
    }

    private Finding finding(PairTest.Tested tested, double q, Map<String, Map<String, Evidence>> evidence) {
        Dyad dyad = tested.dyad();
        String feature = dyad.features.get(tested.feature());
        String action = dyad.actions.get(tested.action());
        List<Evidence> cited = new ArrayList<>();
        Map<String, Evidence> known = evidence.getOrDefault(dyad.run, Map.of());
        for (int t = 0; t < dyad.length() && cited.size() < 40; t++) {
            cited.add(known.get(dyad.events.get(t)));
            cited.add(known.get(dyad.answers.get(t)));
        }
        double noise = (1 - Math.abs(tested.r())) / 2;
        double bits = bits(tested.r());
        var why = new Explanation(tested.z(),
                feature + " of " + dyad.sender + " goes with " + action + " of " + dyad.receiver, List.of(
                        new Explanation(tested.r(), "partial correlation over " + dyad.length()
                                + " messages, given the number declared, agreement or refusal, questions, named actions and the round"),
                        new Explanation(bits,
                                "bits per message, if it were a yes or no with errors in " + Math.round(100 * noise)
                                        + " of 100"),
                        new Explanation(tested.draws(),
                                "re-pairings with other runs: the scenario's own course is ruled out"),
                        new Explanation(0, innocent())));
        return new Finding(name, dyad.run, List.of(dyad.sender, dyad.receiver), feature + " × " + action, tested.z(),
                "null standard deviations", tested.p(), q, Intervals.correlation(tested.r(), tested.freedom()),
                new NullModel(
                        "re-pairing across runs of the same scenario and role, maximum over features, actions and lags",
                        tested.draws()),
                Visibility.C, "", cited, why);
    }

    /// Capacity of a binary symmetric channel with this correlation.
    static double bits(double r) {
        double error = Math.clamp((1 - Math.abs(r)) / 2, 1e-9, 0.5);
        return 1 + (error * Math.log(error) + (1 - error) * Math.log(1 - error)) / Math.log(2);
    }

    private static Silence silence(List<PairTest.Tested> tested) {
        int[] freedom = tested.stream().mapToInt(PairTest.Tested::freedom).sorted().toArray();
        int[] lengths = tested.stream().mapToInt(one -> one.dyad().length()).sorted().toArray();
        double critical = tested.stream().mapToDouble(PairTest.Tested::critical).max().orElse(0);
        double r = Math.tanh((critical + Intervals.quantile(0.1)) / Math.sqrt(freedom[freedom.length / 2]));
        return new Silence(tested.size(), lengths[lengths.length / 2], bits(r),
                "a yes or no in one feature, seen in one action, with power 0.9 after all corrections");
    }
}
