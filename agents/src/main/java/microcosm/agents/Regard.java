package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far somebody trusts each other person, and what they hold against them.
///
/// Trust is the mean of a beta distribution over dealings: it starts as the world says (`trusts`, else `trust`), which weighs as much
/// as `trust-weight` dealings, and moves with every dealing, good or bad, by what the dealing weighs. Nothing is forgiven by time alone;
/// good dealings outweigh bad ones in the end.
///
/// Source: Jøsang and Ismail 2002, The Beta Reputation System, 15th Bled Electronic Commerce Conference.
final class Regard {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Amount("trust", 0.5, 0, 1, "trust in those the world gives none for"),
            new Parameter.Amount("trust-weight", 4, 0.01, 1000, "how many dealings the first trust weighs"),
            new Parameter.Amount("kept", 1, 0, 100, "what a debt paid weighs for the debtor"),
            new Parameter.Amount("dealt", 0.25, 0, 100, "what a swap weighs for the other"),
            new Parameter.Amount("slight", 0.1, 0, 100, "what a refused offer weighs against who refused"),
            new Parameter.Amount("overdue", 0.25, 0, 100, "what each step a debt is late weighs against the debtor"),
            new Parameter.Amount("patience", 3, 0, 100000, "steps before a debt counts as late"),
            new Parameter.Amount("lie", 2, 0, 100, "what a lie found out weighs against the liar"),
            new Parameter.Amount("shun", 0.1, 0, 1, "whom one trusts less one does not trade with"));

    private final Map<String, Double> first;
    private final double trust;
    private final double weight;
    private final Map<String, double[]> dealings = new LinkedHashMap<>();
    final double shun;

    Regard(Persona persona, Traits traits) {
        first = persona.person().trusts();
        trust = traits.amount("trust");
        weight = traits.amount("trust-weight");
        shun = traits.amount("shun");
    }

    double trust(String person) {
        double start = first.getOrDefault(person, trust);
        double[] dealt = dealings.get(person);
        return dealt == null ? start : (start * weight + dealt[0]) / (weight + dealt[0] + dealt[1]);
    }

    boolean shunned(String person) { return trust(person) < shun; }

    void good(String person, double much) { dealings.computeIfAbsent(person, _ -> new double[2])[0] += much; }

    void bad(String person, double much) { dealings.computeIfAbsent(person, _ -> new double[2])[1] += much; }
}
