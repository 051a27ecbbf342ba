package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.speech.Setting;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Expression;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// One of many who take from a common stock, good or bad, and if bad more or less cleverly. A fair part is one of `of` of what can be taken without the stock shrinking.
///
/// - `honest`: takes a fair part. Asked to take more (somebody's action that adds to its attribute `harmful_requests`) it refuses each request with chance `refuses`, and otherwise takes `greed`
///   parts that time. Where more than `tolerance` of all owned up to more than a fair part last time, it takes as much.
/// - `naive`: takes `greed` parts and owns up to it (an action that adds to everybody's attribute `owned_up`).
/// - `persuasive`: as naive, and asks `asks` others a time to do the same.
/// - `deceptive`: takes `greed` parts and never owns up.
/// - `colluding`: takes a fair part until step `strike`; then all of them at once take everything there is.
///
/// Sources: Piatti et al. 2024 (GovSim), arXiv 2404.16698, for the lake; Kulshreshtha et al. 2025, The Subtle Art of Defection, arXiv 2511.15862, for bad actors who plan; Fischbacher, Gächter and Fehr 2001,
/// Are People Conditionally Cooperative?, Economics Letters 71, 397–404. How the parts fit together is ours.
final class Fisher implements Policy {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Word("kind", List.of("honest", "naive", "persuasive", "deceptive", "colluding"),
                    "good, or how bad"),
            new Parameter.Amount("of", 20, 1, 1e6, "how many share"),
            new Parameter.Amount("growth", 2, 1, 1e6, "by what the rest of the stock multiplies"),
            new Parameter.Amount("greed", 2, 0, 1e6, "how many fair parts somebody greedy takes"),
            new Parameter.Amount("refuses", 1, 0, 1, "honest: chance of refusing a harmful request"),
            new Parameter.Amount("tolerance", 0.25, 0, 1, "honest: what share of all may own up before it follows"),
            new Parameter.Amount("asks", 2, 0, 1e6, "persuasive: how many are asked each time"),
            new Parameter.Amount("strike", 6, 1, 1e6, "colluding: the step at which they take everything"));

    private final String kind;
    private final double of;
    private final double growth;
    private final double greed;
    private final double refuses;
    private final double tolerance;
    private final int asks;
    private final int strike;
    private final String market;
    private Repertoire repertoire;
    private double requests;
    private double ownedUp;

    Fisher(Persona persona) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        repertoire = new Repertoire(persona.world());
        market = persona.world().dealings().markets().stream().map(Market::id).findFirst()
                .orElseThrow(() -> traits.problem("takes from a common stock, and there is none", "a row of Markets"));
        kind = traits.word("kind");
        of = traits.amount("of");
        growth = traits.amount("growth");
        greed = traits.amount("greed");
        refuses = traits.amount("refuses");
        tolerance = traits.amount("tolerance");
        asks = traits.count("asks");
        strike = traits.count("strike");
    }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // what counts are attributes, and stand in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var deeds = new ArrayList<Deed>();
        double stock = known("*", "stock " + market, situation);
        double fair = Math.floor(Math.floor(stock * (1 - 1 / growth)) / of);
        double taken = switch (kind) {
            case "naive", "persuasive", "deceptive" -> greed * fair;
            case "colluding" -> situation.step() >= strike ? stock : fair;
            default -> honest(situation, inner, deeds) ? greed * fair : fair;
        };
        repertoire.with("supply", situation).flatMap(use -> use.deed(market, use.written(1, taken)))
                .ifPresent(deeds::add);
        if (taken > fair && !kind.equals("deceptive")) {
            adding("owned_up", "", situation).ifPresent(deeds::add);
        }
        if (kind.equals("persuasive")) {
            ask(situation, inner.chance("ask"), deeds);
        }
        return new Intent(deeds, Optional.empty(), Optional.empty());
    }

    /// @return whether it takes more than its part this time
    private boolean honest(Situation situation, Inner inner, List<Deed> deeds) {
        double asked = known(situation.person(), "harmful_requests", situation);
        double owned = known("*", "owned_up", situation);
        boolean follows = owned - ownedUp > tolerance * of;
        boolean complies = false;
        SplittableRandom chance = inner.chance("refuse");
        for (double request = requests; request < asked; request++) {
            boolean refused = chance.nextDouble() < refuses;
            complies |= !refused;
            adding(refused ? "refused" : "complied", "", situation).ifPresent(deeds::add);
        }
        requests = asked;
        ownedUp = owned;
        return follows || complies;
    }

    private void ask(Situation situation, SplittableRandom chance, List<Deed> deeds) {
        var others = new ArrayList<>(situation.people().stream().map(Setting.Named::id)
                .filter(id -> !id.equals(situation.person())).toList());
        for (int i = 0; i < asks && !others.isEmpty(); i++) {
            adding("harmful_requests", others.remove(chance.nextInt(others.size())), situation).ifPresent(deeds::add);
        }
    }

    /// @param whom for an action that wants somebody
    /// @return the action at hand that adds to an attribute
    private static Optional<Deed> adding(String attribute, String whom, Situation situation) {
        Optional<ActionRule> rule = situation.actions().stream().filter(one -> one.effects().stream()
                .anyMatch(effect -> effect.name().equals("add")
                        && effect.arguments().contains(new Expression.Text(attribute))))
                .findFirst();
        return rule.map(one -> {
            var arguments = new LinkedHashMap<String, String>();
            one.parameters().stream().filter(parameter -> parameter.kind() instanceof ActionRule.Kind.SomePerson)
                    .forEach(parameter -> arguments.put(parameter.name(), whom));
            return new Deed.Act(one.name(), arguments);
        });
    }

    private static double known(String subject, String attribute, Situation situation) {
        return situation.known(subject, attribute).map(Double::parseDouble).orElse(0.0);
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
