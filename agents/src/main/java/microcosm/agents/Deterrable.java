package microcosm.agents;

import java.util.List;
import java.util.Map;

/// A firm that weighs crime as Becker does: it brings its part of the joint plan until it has met a sanction once, and from then on while what the plan
/// earns it beyond Nash is more than `chance` × sanction; else its Nash quantities.
///
/// What a sanction costs it learns by living through it: a fine as a share of the profit it was taken from, `total_fines` against `profit`, then of what the joint
/// plan earns; a suspension as that many rounds of Nash profit. The chance it is told. Quantities bind both firms only where the other weighs alike.
///
/// Source: Becker 1968, Crime and Punishment: An Economic Approach, Journal of Political Economy 76, 169–217.
final class Deterrable extends Firm {
    static final List<Parameter> PARAMETERS = List.of(new Parameter.Amount("chance", 1, 0, 1,
            "how likely it takes it to be that a round of the joint plan is sanctioned"));

    private final double[] nash;
    private final double[] joint;
    private final double nashProfit;
    private final double jointProfit;
    private double fines;
    private int suspended;
    private double sanction;

    Deterrable(Persona persona) {
        super(persona, PARAMETERS);
        double[][] apart = industry.nash();
        double[][] together = industry.jointProfit();
        nash = apart[self];
        joint = together[self];
        nashProfit = industry.profit(self, apart);
        jointProfit = industry.profit(self, together);
    }

    @Override
    double[] quantities(Situation situation, Inner inner) {
        Map<String, String> own = situation.known().get(situation.person());
        if (own != null) {
            learn(own);
        }
        return (amount("chance") * sanction >= jointProfit - nashProfit ? nash : joint).clone();
    }

    private void learn(Map<String, String> own) {
        double now = number(own, "total_fines");
        double profit = number(own, "profit");
        if (now > fines && profit > 0) {
            sanction = (now - fines) / profit * jointProfit;
        }
        fines = now;
        if ("yes".equals(own.get("suspended"))) {
            suspended++;
        } else if (suspended > 0) {
            sanction = suspended * nashProfit;
            suspended = 0;
        }
    }

    private static double number(Map<String, String> own, String attribute) {
        return Double.parseDouble(own.getOrDefault(attribute, "0"));
    }
}
