package microcosm.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.junit.jupiter.api.Test;

import microcosm.speech.Intent.Deed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FirmTest {
    private final SequencedMap<String, SequencedMap<String, String>> attributes = new LinkedHashMap<>();
    private final SequencedMap<String, Policy> firms = new LinkedHashMap<>();

    @Test
    void two_best_responding_firms_reach_the_nash_equilibrium_of_the_harbour() {
        harbour("best-response");

        rounds(50);

        assertThat(Double.parseDouble(attributes.get("alder").get("q north"))).isCloseTo(140 / 3.0, within(1e-9));
        assertThat(Double.parseDouble(attributes.get("alder").get("q south"))).isCloseTo(80 / 3.0, within(1e-9));
        assertThat(Double.parseDouble(attributes.get("birch").get("q north"))).isCloseTo(80 / 3.0, within(1e-9));
        assertThat(Double.parseDouble(attributes.get("birch").get("q south"))).isCloseTo(140 / 3.0, within(1e-9));
    }

    @Test
    void nash_firms_bring_the_nash_quantities_in_the_first_round() {
        harbour("nash");

        rounds(1);

        assertThat(quantities()).containsExactly("alder: 46.6666666667 26.6666666667",
                "birch: 26.6666666667 46.6666666667");
    }

    @Test
    void joint_profit_firms_divide_the_towns() {
        harbour("joint-profit");

        rounds(1);

        assertThat(quantities()).containsExactly("alder: 60 0", "birch: 0 60");
    }

    @Test
    void with_equal_costs_joint_profit_firms_share_the_monopoly_quantity() {
        play("joint-profit", "40", "40");

        rounds(1);

        assertThat(quantities()).containsExactly("alder: 30 30", "birch: 30 30");
    }

    @Test
    void a_best_response_keeps_to_the_capacity() {
        harbour("best-response");
        attributes.put("*", new LinkedHashMap<>());

        Policy alder = firms.get("alder");
        var intent = alder.decide(Play.TURN, situation("alder", 1), new Inside("alder", 1, 1));

        double sum = intent.deeds().stream().map(Deed.Act.class::cast)
                .mapToDouble(act -> Double.parseDouble(act.arguments().get("q"))).sum();
        assertThat(sum).isCloseTo(100, within(1e-9));
    }

    @Test
    void a_q_learner_alone_in_a_market_learns_the_monopoly_quantity() {
        var village = new Village().with(Village.market("north", "max(0, 100 - Q / 2)", "unit cost", "40"))
                .with(Village.person("alder").policy("q-learning", "temperature", "5000", "decay", "0.98").written());
        var world = village.world();
        firms.put("alder", Policies.policy(
                new Persona(world, world.cast().people().getFirst(), new Remembered())));

        rounds(400);

        assertThat(attributes.get("alder").get("q north")).isEqualTo("60");
    }

    private void harbour(String policy) { play(policy, "40", "50"); }

    private void play(String policy, String near, String far) {
        var village = new Village()
                .with(Village.market("north", "max(0, 100 - Q / 2)", "Alder unit cost", near, "Birch unit cost", far,
                        "capacity", "100 sacks per firm and round over both towns"))
                .with(Village.market("south", "max(0, 100 - Q / 2)", "Alder unit cost", far, "Birch unit cost", near,
                        "capacity", "100 sacks per firm and round over both towns"))
                .with(Village.person("alder").policy(policy).written())
                .with(Village.person("birch").policy(policy).written());
        var world = village.world();
        world.cast().people().forEach(person -> firms.put(person.id(),
                Policies.policy(new Persona(world, person, new Remembered()))));
    }

    private void rounds(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            int step = round;
            SequencedMap<String, List<Deed.Act>> acts = new LinkedHashMap<>();
            firms.forEach(
                    (id, firm) -> acts.put(id, firm.decide(Play.TURN, situation(id, step), new Inside(id, 1, step))
                            .deeds().stream().map(Deed.Act.class::cast).toList()));
            attributes.clear();
            attributes.put("*", new LinkedHashMap<>());
            acts.forEach((id, own) -> own.forEach(act -> {
                String town = act.arguments().get("town");
                String q = act.arguments().get("q");
                attributes.computeIfAbsent(id, _ -> new LinkedHashMap<>()).put("q " + town, q);
                attributes.get("*").merge("Q " + town, q,
                        (a, b) -> new BigDecimal(a).add(new BigDecimal(b)).toPlainString());
            }));
            for (String town : List.of("north", "south")) {
                if (attributes.get("*").get("Q " + town) == null) {
                    continue;
                }
                double price = 100 - Double.parseDouble(attributes.get("*").get("Q " + town)) / 2;
                attributes.get("*").put("price " + town, Double.toString(price));
            }
        }
    }

    private List<String> quantities() {
        return firms.keySet().stream().map(id -> id + ": " + attributes.get(id).get("q north") + " "
                + attributes.get(id).get("q south")).toList();
    }

    private Situation situation(String person, int step) {
        return new Situation(person, step, Optional.empty(), Optional.empty(), microcosm.worlds.Bundle.NONE, List.of(),
                List.of(), List.of(), List.of(), new LinkedHashMap<>(), List.of(Village.PRODUCE),
                new LinkedHashMap<>(attributes), List.of(), List.of());
    }
}
