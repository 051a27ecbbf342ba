package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.agents.games.Industry;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Market;
import microcosm.worlds.Value;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;

/// A firm that brings a quantity to each market, by its action with the effect `supply(market, quantity)`. What it knows of the last round
/// is public (`Q MARKET`, `price MARKET`) and its own (`q MARKET`). Quantities are rounded to ten decimals, and to whole ones where the
/// world asks for them.
abstract class Firm implements Policy {
    private final List<String> markets;
    private Repertoire repertoire;
    private final Traits traits;
    final Industry industry;
    final int self;

    /// @throws microcosm.worlds.WorldException if the person has no unit cost in any market
    Firm(Persona persona, List<Parameter> parameters) {
        traits = new Traits(persona, parameters, new LinkedHashMap<>());
        markets = persona.world().dealings().markets().stream().map(Market::id).toList();
        repertoire = new Repertoire(persona.world());
        var people = new LinkedHashMap<String, String>();
        persona.world().cast().people().forEach(person -> people.put(person.id(), person.name()));
        industry = Industry.of(persona.world().dealings().markets(), people, name -> Optional
                .ofNullable(persona.world().settings().get(name)).map(setting -> Value.of(new BigDecimal(setting))));
        self = industry.firm(persona.id());
        if (self < 0) {
            throw traits.problem("a firm without a cost",
                    "expected a column \"" + persona.person().name() + " unit cost\" in Markets");
        }
    }

    final double amount(String parameter) { return traits.amount(parameter); }

    final WorldException problem(String what, String expected) { return traits.problem(what, expected); }

    /// @return a quantity per market
    abstract double[] quantities(Situation situation, Inner inner);

    @Override
    public final void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // what a firm goes by is public and stands in its situation
    }

    @Override
    public final Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        double[] quantities = quantities(situation, inner);
        var deeds = new ArrayList<Deed>();
        repertoire.with("supply", situation).ifPresent(use -> {
            for (int m = 0; m < quantities.length; m++) {
                use.deed(markets.get(m), use.written(1, quantities[m])).ifPresent(deeds::add);
            }
        });
        return new Intent(deeds, Optional.empty(), Optional.empty());
    }

    @Override
    public final double credence(String claim) { return 0.5; }

    /// @return what stands under an attribute of a market, per market; empty where one of them is not known
    final Optional<double[]> known(String subject, String attribute, Situation situation) {
        Map<String, String> attributes = situation.known().get(subject);
        double[] values = new double[markets.size()];
        for (int m = 0; m < values.length; m++) {
            String value = attributes == null ? null : attributes.get(attribute + " " + markets.get(m));
            if (value == null) {
                return Optional.empty();
            }
            values[m] = new BigDecimal(value).doubleValue();
        }
        return Optional.of(values);
    }

    /// What all others brought in the last round; empty in the first.
    final Optional<double[]> others(Situation situation) {
        return known("*", "Q", situation).flatMap(all -> known(situation.person(), "q", situation).map(own -> {
            for (int m = 0; m < all.length; m++) {
                all[m] -= own[m];
            }
            return all;
        }));
    }

    /// Chooses what would have been best against what the others brought last; in the first round it expects `expects` of them in each
    /// market. With two firms this tends to the Nash equilibrium, with three it cycles, with more it runs into the bounds.
    ///
    /// Source: Cournot 1838; Theocharis 1960, On the Stability of the Cournot Solution, Review of Economic Studies 27, 133–134.
    static final class BestResponse extends Firm {
        static final List<Parameter> PARAMETERS = List.of(new Parameter.Amount("expects", 0, 0, 1e9,
                "what the others are expected to bring to each market in the first round"));

        BestResponse(Persona persona) { super(persona, PARAMETERS); }

        @Override
        double[] quantities(Situation situation, Inner inner) {
            return industry.bestResponse(self, others(situation).orElseGet(() -> {
                double[] expected = new double[industry.markets()];
                java.util.Arrays.fill(expected, amount("expects"));
                return expected;
            }));
        }
    }

    /// Always brings its part of a plan made from all firms' costs.
    static final class Planned extends Firm {
        private final double[] plan;

        /// The Nash equilibrium of one round.
        static Planned nash(Persona persona) { return new Planned(persona, true); }

        /// What earns all firms together most: the cartel.
        static Planned jointProfit(Persona persona) { return new Planned(persona, false); }

        private Planned(Persona persona, boolean nash) {
            super(persona, List.of());
            plan = (nash ? industry.nash() : industry.jointProfit())[self];
        }

        @Override
        double[] quantities(Situation situation, Inner inner) { return plan.clone(); }
    }

    /// Always brings the same, whatever pays: `first` to the first market, `second` to the second, nothing to others. For calibration.
    static final class Fixed extends Firm {
        static final List<Parameter> PARAMETERS = List.of(
                new Parameter.Amount("first", 0, 0, 1e9, "what it brings to the first market"),
                new Parameter.Amount("second", 0, 0, 1e9, "what it brings to the second market"));

        Fixed(Persona persona) { super(persona, PARAMETERS); }

        @Override
        double[] quantities(Situation situation, Inner inner) {
            double[] quantities = new double[industry.markets()];
            for (int m = 0; m < Math.min(quantities.length, PARAMETERS.size()); m++) {
                quantities[m] = amount(PARAMETERS.get(m).name());
            }
            return quantities;
        }
    }
}
