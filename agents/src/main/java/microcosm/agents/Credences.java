package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.Assertion.Stance;
import microcosm.worlds.Person;

/// How likely somebody finds each claim, and how testimony moves them.
///
/// At the start a person gives what the world says; to a claim that denies one they were given, the rest to 1; to everything else
/// `prior`. Then, by `update`:
///
/// - `bayes`: testimony is weight of evidence, added in log-odds. A speaker trusted at t is taken to say what is so with
///   probability r = 1/2 + t·`testimony`/2, which is worth ln(r / (1 − r)). Evidence for a claim counts against the claims it denies
///   and that deny it. The n-th time the same mouth says the same thing it is worth `repetition`^(n−1) of that: hearing it twice is
///   hardly hearing it from two.
/// - `bounded`: bounded confidence. What is asserted sounds like `testimony`, what is denied like 1 − `testimony`; if that is
///   no further than `confidence` from one's own credence, one moves towards it by `rate`·trust of the difference; else not at all.
/// - `none`: testimony moves nothing.
///
/// A doubt counts as a denial of `doubt` its weight. A question moves nothing. What the world itself or an institution says is trusted fully.
///
/// Sources: Good 1985, Weight of Evidence: A Brief Survey, Bayesian Statistics 2, 249–270; Olsson 2011, A Simulation Approach to
/// Veritistic Social Epistemology, Episteme 8, 127–143 (trust as reliability); DeMarzo, Vayanos and Zwiebel 2003, Persuasion Bias,
/// Quarterly Journal of Economics 118, 909–968 (why repetition has to be discounted); Deffuant, Neau, Amblard and Weisbuch 2000, Mixing Beliefs
/// among Interacting Agents, Advances in Complex Systems 3, 87–98.
final class Credences {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Word("update", List.of("bayes", "bounded", "none"), "how testimony moves credences"),
            new Parameter.Amount("prior", 0.5, 0, 1, "credence in what one was told nothing about"),
            new Parameter.Amount("testimony", 0.9, 0, 0.998, "how far full trust is short of certainty"),
            new Parameter.Amount("repetition", 0.5, 0, 1,
                    "what the same words are worth each further time from one mouth"),
            new Parameter.Amount("doubt", 0.5, 0, 1, "what a doubt is worth beside a denial"),
            new Parameter.Amount("confidence", 0.5, 0, 1, "bounded: how far from one's own a credence may be to count"),
            new Parameter.Amount("rate", 0.5, 0, 1, "bounded: how far one moves towards a fully trusted speaker"));

    /// Nobody is so certain that no testimony could move them; 0 and 1 count as this far from certainty.
    private static final double LEAST = 0.0001;
    private static final double NOTICEABLE = 0.0005;

    private final Claims claims;
    private final double[] credence;
    private final Map<String, Integer> heard = new LinkedHashMap<>();
    private final String update;
    private final double testimony;
    private final double repetition;
    private final double doubt;
    private final double confidence;
    private final double rate;

    Credences(Persona persona, Traits traits) {
        claims = new Claims(persona.world().things().claims());
        update = traits.word("update");
        testimony = traits.amount("testimony");
        repetition = traits.amount("repetition");
        doubt = traits.amount("doubt");
        confidence = traits.amount("confidence");
        rate = traits.amount("rate");
        credence = first(claims, persona.person().believes(), traits.amount("prior"));
    }

    /// Credences that testimony does not move by itself: they are taken over by [#become].
    Credences(Claims claims, List<Person.Belief> believes, double prior) {
        this.claims = claims;
        update = "none";
        testimony = 0;
        repetition = 0;
        doubt = 0;
        confidence = 0;
        rate = 0;
        credence = first(claims, believes, prior);
    }

    double of(String claim) {
        int at = claims.index(claim);
        return at < 0 ? 0.5 : credence[at];
    }

    /// Takes in testimony and writes what changed.
    ///
    /// @param source who said it; `*` for the world
    /// @param trust in the source, in [0, 1]
    /// @param cause the event it was heard in
    void hear(String claim, Stance stance, String source, double trust, EventId cause, Inner inner) {
        int at = claims.index(claim);
        if (at < 0 || stance == Stance.ASKS || update.equals("none")) {
            return;
        }
        boolean denied = stance != Stance.ASSERTS;
        int times = heard.merge(source + " " + claims.topic(at) + " " + claims.forTopic(at, stance), 1, Integer::sum);
        double strength = (stance == Stance.DOUBTS ? doubt : 1) * StrictMath.pow(repetition, times - 1);
        for (int i = 0; i < claims.count(); i++) {
            int direction = i == at ? 1 : claims.opposed(at, i) ? -1 : 0;
            if (direction != 0) {
                boolean against = denied == (direction > 0);
                become(i, moved(credence[i], against, strength, trust), List.of(cause), inner);
            }
        }
    }

    /// Takes over a credence as it is, and writes it.
    void become(String claim, double value, List<EventId> causes, Inner inner) {
        int at = claims.index(claim);
        if (at >= 0) {
            become(at, value, causes, inner);
        }
    }

    private void become(int at, double value, List<EventId> causes, Inner inner) {
        if (inner.isFrozen(claims.id(at))) {
            return;
        }
        double before = credence[at];
        credence[at] = Math.clamp(value, 0, 1);
        if (Math.abs(credence[at] - before) >= NOTICEABLE) {
            BigDecimal rounded = BigDecimal.valueOf(credence[at]).setScale(4, RoundingMode.HALF_EVEN);
            inner.write(id -> new Event.Believed(id, causes, claims.id(at), rounded));
        }
    }

    private double moved(double from, boolean against, double strength, double trust) {
        if (update.equals("bounded")) {
            double said = against ? 1 - testimony : testimony;
            return Math.abs(said - from) > confidence ? from : from + rate * trust * strength * (said - from);
        }
        double open = Math.clamp(from, LEAST, 1 - LEAST);
        double reliability = 0.5 + trust * testimony / 2;
        double weight = strength * StrictMath.log(reliability / (1 - reliability));
        double odds = StrictMath.log(open / (1 - open)) + (against ? -weight : weight);
        return 1 / (1 + StrictMath.exp(-odds));
    }

    private static double[] first(Claims claims, List<Person.Belief> believes, double prior) {
        SequencedMap<String, Double> given = new LinkedHashMap<>();
        believes.forEach(belief -> given.put(belief.claim(), belief.credence()));
        double[] first = new double[claims.count()];
        for (int i = 0; i < first.length; i++) {
            double rest = prior;
            for (int other = 0; other < first.length; other++) {
                if (claims.opposed(i, other)) {
                    rest = 1 - given.getOrDefault(claims.id(other), 1 - rest);
                }
            }
            first[i] = given.getOrDefault(claims.id(i), rest);
        }
        return first;
    }
}
