package microcosm.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import microcosm.worlds.Vocabulary;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PoliciesTest {
    @Test
    void the_checker_learns_the_policies_by_service_loader() {
        List<String> names = ServiceLoader.load(Vocabulary.class).stream().map(ServiceLoader.Provider::get)
                .filter(Policies.class::isInstance).flatMap(v -> v.words().stream()).map(Vocabulary.Word::name)
                .toList();

        assertThat(names).containsExactly("default", "gossip", "silent", "worker", "overseer", "stubborn", "liar",
                "sycophant", "saboteur",
                "voter", "degroot", "random-walk",
                "harvest", "sustainable", "greedy", "best-response", "nash", "joint-profit", "deterrable", "fixed",
                "averaging", "namer", "copier",
                "committed", "anticipating", "committing", "fisher", "accuser", "punisher", "giver", "free-rider",
                "deterred", "zero-intelligence", "covert-sender",
                "covert-receiver", "worm", "heir", "programmer",
                "q-learning", "bidder", "level-k", "contender", "bargainer", "trusting", "discriminator",
                "epsilon-greedy",
                "imitate-the-best", "cooperate", "defect", "tit-for-tat", "grim", "tit-for-two-tats",
                "win-stay-lose-shift", "suspicious-tit-for-tat", "alternate", "random",
                "tideman-chieruzzi", "nydegger", "grofman", "shubik", "stein-rapoport", "davis", "graaskamp", "downing",
                "feld", "joss", "tullock", "anonymous");
    }

    @Test
    void an_unknown_policy_is_reported_with_those_that_are_known() {
        assertThatThrownBy(() -> policy(Village.person("ada").policy("gosip")))
                .hasMessage("village.world.md:1:1: unknown policy \"gosip\"\n"
                        + "  known here: " + String.join(", ", new Policies().words().stream()
                                .map(Vocabulary.Word::name).toList()));
    }

    @Test
    void a_parameter_that_a_policy_does_not_have_is_reported_with_those_it_has() {
        assertThatThrownBy(() -> policy(Village.person("ada").policy("harvest", "amuont", "10")))
                .hasMessage("village.world.md:1:1: Ada: this policy has no parameter \"amuont\"\n"
                        + "  known here: rule, amount, of, growth");
    }

    @Test
    void a_value_out_of_range_is_reported_with_the_range() {
        assertThatThrownBy(() -> policy(Village.person("ada").option("talk", "1.2")))
                .hasMessage("village.world.md:1:1: Ada: talk: 1.2 is out of range\n  expected a number from 0 to 1");
    }

    @Test
    void the_call_of_the_policy_comes_before_the_persons_traits_and_these_before_presets() {
        var written = Village.person("ada").option("talk", "0.3").option("threshold", "0.4").policy("gossip", "talk",
                "0.2");
        World world = new Village().with(written.written()).world();
        var persona = new Persona(world, world.cast().people().getFirst(), new Remembered());

        var traits = new Traits(persona, DefaultPolicy.PARAMETERS, Policies.GOSSIP);

        assertThat(traits.amount("talk")).isEqualTo(0.2);
        assertThat(traits.amount("threshold")).isEqualTo(0.4);
        assertThat(traits.count("recall")).isEqualTo(3);
        assertThat(traits.amount("prior")).isEqualTo(0.5);
    }

    @Test
    void the_readme_names_every_policy_and_every_parameter_with_its_default() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        new Policies().words().forEach(word -> assertThat(readme).contains("| `" + word.name() + "` |"));
        Stream.of(DefaultPolicy.PARAMETERS, Opinion.PARAMETERS, Harvest.PARAMETERS, Firm.BestResponse.PARAMETERS,
                QLearning.PARAMETERS, RandomWalk.PARAMETERS, Firm.Fixed.PARAMETERS, Averaging.PARAMETERS,
                Encountering.PARAMETERS,
                Contributor.PARAMETERS, Fisher.PARAMETERS, Worker.PARAMETERS, Overseer.PARAMETERS,
                ZeroIntelligence.PARAMETERS,
                Covert.Sender.PARAMETERS, Covert.Receiver.PARAMETERS, Worm.PARAMETERS, Programmer.PARAMETERS,
                Heir.PARAMETERS, ByRule.parameters(), Player.parameters()).flatMap(List::stream)
                .forEach(parameter -> assertThat(readme).contains(row(parameter)));
    }

    private static String row(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Amount amount -> "| `" + amount.name() + "` | " + Traits.plain(amount.fallback()) + " | ";
            case Parameter.Word word -> "| `" + word.name() + "` | " + word.options().getFirst() + " | ";
            case Parameter.Text text -> "| `" + text.name() + "` | " + (text.fallback().isEmpty()
                    ? "none"
                    : text.fallback()) + " | ";
            case Parameter.Claims claims -> "| `" + claims.name() + "` | none | ";
            case Parameter.Names names -> "| `" + names.name() + "` | none | ";
        };
    }

    private static Policy policy(Village.Draft draft) {
        World world = new Village().with(draft.written()).world();
        return Policies.policy(new Persona(world, world.cast().people().getFirst(), new Remembered()));
    }
}
