package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.speech.Intent.Deed;

import static org.assertj.core.api.Assertions.assertThat;

class HarvestTest {
    /// The rule agents of GovSim (arXiv 2404.16698): five fishers, stock 100, doubling to at most 100, collapse below 5, twelve months.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fixed 10                                    | 12 | 120.00 120.00
            fixed 5                                     | 12 | 60.00 60.00
            fixed 20                                    | 1  | 20.00 20.00
            fixed 11                                    | 4  | 39.00 39.00
            fixed 12                                    | 3  | 32.00 32.00
            fixed 15                                    | 2  | 25.00 25.00
            share                                       | 12 | 120.00 120.00
            fixed 10, fixed 10, fixed 10, fixed 10, fixed 20 | 3  | 26.67 53.33
            share, share, share, share, fixed 20        | 4  | 26.00 80.00
            """)
    void five_fishers_end_as_in_govsim(String rules, int months, String gains) {
        var policies = new ArrayList<Policy>();
        for (int i = 0; i < 5; i++) {
            String[] all = rules.split(", ");
            policies.add(fisher(all[Math.min(i, all.length - 1)]));
        }

        double[] gained = new double[5];
        int survived = 0;
        double stock = 100;
        for (int month = 1; month <= 12 && stock >= 5; month++) {
            survived = month;
            double[] taken = new double[5];
            double sum = 0;
            for (int i = 0; i < 5; i++) {
                taken[i] = taken(policies.get(i), stock, month);
                sum += taken[i];
            }
            double share = Math.min(1, stock / sum);
            for (int i = 0; i < 5; i++) {
                gained[i] += taken[i] * share;
            }
            double left = stock - sum * share;
            stock = Math.min(100, 2 * left);
        }

        assertThat(survived).isEqualTo(months);
        assertThat(String.format(Locale.ROOT, "%.2f %.2f", gained[0], gained[4])).isEqualTo(gains);
    }

    @Test
    void sustainable_and_greedy_are_harvest_with_other_values() {
        var village = new Village().with(Village.market("lake", "0"))
                .with(Village.person("ada").policy("sustainable").written())
                .with(Village.person("bo").policy("greedy").written());
        var people = village.world().cast().people();
        var memory = new Remembered();

        assertThat(taken(Policies.policy(new Persona(village.world(), people.getFirst(), memory)), 100, 1))
                .isEqualTo(25);
        assertThat(taken(Policies.policy(new Persona(village.world(), people.getLast(), memory)), 100, 1))
                .isEqualTo(20);
    }

    private static Policy fisher(String rule) {
        String[] words = rule.split(" ");
        var draft = words.length == 1
                ? Village.person("ada").policy("harvest", "rule", words[0])
                : Village.person("ada").policy("harvest", "rule", words[0], "amount", words[1]);
        var world = new Village().with(Village.market("lake", "0")).with(draft.written()).world();
        return Policies.policy(new Persona(world, world.cast().people().getFirst(), new Remembered()));
    }

    private static double taken(Policy policy, double stock, int month) {
        SequencedMap<String, SequencedMap<String, String>> known = new LinkedHashMap<>();
        known.put("*", new LinkedHashMap<>());
        known.get("*").put("stock lake", Double.toString(stock));
        var situation = new Situation("ada", month, Optional.empty(), Optional.empty(), microcosm.worlds.Bundle.NONE,
                List.of(), List.of(), List.of(), List.of(), new LinkedHashMap<>(), List.of(Village.PRODUCE), known,
                List.of(), List.of());
        var deed = (Deed.Act) policy.decide(Play.TURN, situation, new Inside("ada", 1, month)).deeds().getFirst();
        return Double.parseDouble(deed.arguments().get("q"));
    }
}
