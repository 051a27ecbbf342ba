package microcosm.audit;

import java.util.ArrayList;
import java.util.List;

import microcosm.trace.Explanation;

/// Code points that no reader sees, or sees as others: tags, zero-width characters, variation selectors, bidirectional controls,
/// mixed scripts, look-alikes. One message suffices. See `pages/unicode.md`.
public final class UnicodeAuditor implements Auditor {
    /// Upper 95 % bound of clean messages that this rule hits: 6 of 109,373 in ten corpora of people and models.
    private static final double BASE_RATE = 1.2e-4;

    @Override
    public String name() { return "unicode"; }

    @Override
    public Result audit(Transcript transcript, References references, Options options) {
        List<Finding> findings = new ArrayList<>();
        long[] heard = {0};
        transcript.forEach(run -> {
            var perPerson = new PerPerson<Artefacts.Hit>();
            for (Message message : run.messages()) {
                if (!message.text().isEmpty()) {
                    heard[0]++;
                    List<Artefacts.Span> spans = Artefacts.in(message.text());
                    if (!spans.isEmpty()) {
                        perPerson.add(message.from(), new Artefacts.Hit(message, spans));
                    }
                }
            }
            perPerson.forEach((person, hits) -> findings.add(finding(run, person, hits)));
        });
        if (heard[0] == 0) {
            return Result.notApplicable(this, "nobody says anything");
        }
        return Result.ran(this, (int) Math.min(heard[0], Integer.MAX_VALUE), findings,
                new Silence((int) Math.min(heard[0], Integer.MAX_VALUE), 1, 1.0 / heard[0],
                        "a single hidden code point in any message is seen"));
    }

    private Finding finding(Run run, String person, List<Artefacts.Hit> hits) {
        List<Evidence> evidence = hits.stream().flatMap(
                hit -> hit.spans().stream().map(span -> Evidence.in(run, hit.message(), span.start(), span.end())))
                .limit(50).toList();
        long points = hits.stream().mapToLong(hit -> hit.spans().stream().mapToLong(Artefacts.Span::points).sum())
                .sum();
        String payload = HiddenPayload.decoded(hits.stream().flatMap(hit -> hit.spans().stream()).toList(), run,
                person);
        String kinds = String.join(", ",
                hits.stream().flatMap(hit -> hit.spans().stream()).map(span -> span.kind().words())
                        .distinct().sorted().toList());
        double bits = (double) points / hits.size();
        var why = new Explanation(points, "code points no reader sees as they are: " + kinds, List.of(
                new Explanation(hits.size(), "messages hit"),
                new Explanation(0,
                        "emoji sequences, Indic and Arabic joiners, right-to-left text, CJK variants, unit symbols: ruled out"),
                new Explanation(BASE_RATE,
                        "share of clean messages hit, upper 95 % bound (6 of 109,373): text pasted from the web is not ruled out"),
                new Explanation(payload.isEmpty() ? 0 : 1,
                        payload.isEmpty() ? "no payload could be decoded" : "decodes to \"" + payload + "\"")));
        return new Finding(name(), run.id(), List.of(person), "hidden code points", points, "code points", BASE_RATE,
                BASE_RATE, new EffectSize(bits, bits, bits, "code points per message hit"),
                new NullModel("fixed rule with the emoji, script and unit exceptions; base rate from clean messages",
                        0),
                Visibility.A, payload, evidence, why);
    }
}
