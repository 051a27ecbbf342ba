package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.speech.Intent;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// Somebody who takes from a common stock by a rule, through the action with the effect `supply(market, quantity)`.
///
/// - `fixed`: `amount`, every time.
/// - `share`: one of `of` equal parts of what can be taken without the stock shrinking: of f = max x with growth·(h − x) ≥ h, in
///   whole units, where h is the stock (the public attribute `stock MARKET`).
/// - `all`: the whole stock.
///
/// Source: Piatti et al. 2024, Cooperate or Collapse (GovSim), arXiv 2404.16698: five fishers, stock 100, growth 2; fixed 10 and share 5
/// sustain, fixed 20 empties the lake in a month.
final class Harvest implements Policy {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Word("rule", List.of("fixed", "share", "all"), "how much is taken"),
            new Parameter.Amount("amount", 10, 0, 1e9, "fixed: units each time"),
            new Parameter.Amount("of", 5, 1, 1e6, "share: how many share"),
            new Parameter.Amount("growth", 2, 1, 1e6, "share: by what the rest of the stock multiplies"));

    private Repertoire repertoire;
    private final List<String> markets;
    private final String rule;
    private final double amount;
    private final double of;
    private final double growth;

    Harvest(Persona persona) { this(persona, new LinkedHashMap<>()); }

    /// An equal part of what can be taken, among as many as the world names.
    static Harvest sustainable(Persona persona) {
        var presets = new LinkedHashMap<String, String>();
        presets.put("rule", "share");
        presets.put("of", Integer.toString(Math.max(1, persona.world().cast().people().size())));
        return new Harvest(persona, presets);
    }

    /// Twice a fair part of a full lake, every time.
    static Harvest greedy(Persona persona) {
        var presets = new LinkedHashMap<String, String>();
        presets.put("amount", "20");
        return new Harvest(persona, presets);
    }

    /// Everything there is, every time, so that nothing is left for anybody.
    static Harvest saboteur(Persona persona) {
        var presets = new LinkedHashMap<String, String>();
        presets.put("rule", "all");
        return new Harvest(persona, presets);
    }

    private Harvest(Persona persona, Map<String, String> presets) {
        var traits = new Traits(persona, PARAMETERS, presets);
        repertoire = new Repertoire(persona.world());
        markets = persona.world().dealings().markets().stream().map(Market::id).toList();
        rule = traits.word("rule");
        amount = traits.amount("amount");
        of = traits.amount("of");
        growth = traits.amount("growth");
    }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // the stock is public and stands in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var deeds = new ArrayList<Intent.Deed>();
        if (!markets.isEmpty()) {
            repertoire.with("supply", situation)
                    .flatMap(use -> use.deed(markets.getFirst(), use.written(1, taken(situation))))
                    .ifPresent(deeds::add);
        }
        return new Intent(deeds, Optional.empty(), Optional.empty());
    }

    @Override
    public BigDecimal amount(ActionSpec.Quantity spec, Situation situation, Inner inner) {
        return BigDecimal.valueOf(taken(situation)).max(spec.least()).min(spec.most());
    }

    @Override
    public double credence(String claim) { return 0.5; }

    private double taken(Situation situation) {
        return switch (rule) {
            case "share" -> Math.floor(Math.floor(stock(situation) * (1 - 1 / growth)) / of);
            case "all" -> stock(situation);
            default -> amount;
        };
    }

    private double stock(Situation situation) {
        return situation.known("*", "stock " + markets.getFirst()).or(() -> situation.known("*", "stock"))
                .map(Double::parseDouble).orElse(0.0);
    }
}
