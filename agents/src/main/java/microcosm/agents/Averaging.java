package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.World;

/// Somebody with an opinion that is a number, who says it each step and then takes the mean of what was said: the own number weighing `own`, that of another one's trust
/// in them (`trusts`, else nothing), and only what is no further than `within` from the own counts.
///
/// Sources: DeGroot 1974, Reaching a Consensus, Journal of the American Statistical Association 69, 118–121; with a bound, Hegselmann and Krause 2002, Journal of
/// Artificial Societies and Social Simulation 5(3).
final class Averaging implements Policy {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Amount("opens", 0, -1e9, 1e9, "the number it begins with"),
            new Parameter.Amount("own", 1, 0, 1e9, "weight of the own number"),
            new Parameter.Amount("within", 1e9, 0, 1e9, "how far from the own a number may be to count"));

    private final String market;
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private final double within;
    private Repertoire repertoire;
    private double opinion;
    private String round = "";

    Averaging(Persona persona) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        repertoire = new Repertoire(persona.world());
        market = traits.market(List.of("statements")).id();
        opinion = traits.amount("opens");
        within = traits.amount("within");
        weights.put(persona.id(), traits.amount("own"));
        weights.putAll(persona.person().trusts());
    }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // what all said is public and stands in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        new Known(situation, market).world("round").filter(latest -> !latest.equals(round)).ifPresent(latest -> {
            round = latest;
            listen(situation);
        });
        return new Intent(repertoire.with("supply", situation)
                .flatMap(use -> use.deed(market, use.written(1, opinion))).<Deed>map(act -> act).stream().toList(),
                Optional.empty(), Optional.empty());
    }

    private void listen(Situation situation) {
        double sum = 0;
        double weight = 0;
        for (Map.Entry<String, Double> one : weights.entrySet()) {
            Optional<Double> said = one.getKey().equals(situation.person())
                    ? Optional.of(opinion)
                    : new Known(situation, market).number(one.getKey(), "brought");
            if (said.isPresent() && Math.abs(said.get() - opinion) <= within) {
                sum += one.getValue() * said.get();
                weight += one.getValue();
            }
        }
        opinion = weight == 0 ? opinion : sum / weight;
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
