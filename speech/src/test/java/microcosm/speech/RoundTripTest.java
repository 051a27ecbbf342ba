package microcosm.speech;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.Assertion;
import microcosm.worlds.Attempt;
import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;

/// What the realiser says, in sentences and not in calls, is read back as it was meant, though neither knows the other's words.
class RoundTripTest {
    private static final List<String> WORLDS = List.of("weir", "harbour", "hidden", "fishery", "town", "dilemma");
    private static final int CASES = 3000;

    @Test
    void at_least_97_of_100_intents_are_read_back_as_meant() {
        List<String> wrong = wrong();

        assertThat(wrong.size()).as("%s", wrong.subList(0, Math.min(10, wrong.size())))
                .isLessThanOrEqualTo(CASES * 3 / 100);
    }

    @Test
    void the_reader_holds_none_of_the_realisers_sentences() {
        String reading = String.join("\n",
                Lexicon.READING.families("").stream().flatMap(f -> Lexicon.READING.words(f).stream()).toList());

        List<String> shared = Manner.all().stream().map(s -> s.replaceAll("[.,?!]", "").toLowerCase(Locale.ROOT))
                .filter(s -> s.contains("{") || s.split(" ").length > 4).filter(reading::contains).toList();

        assertThat(Manner.all()).hasSizeGreaterThan(80);
        assertThat(shared).isEmpty();
    }

    static List<String> wrong() {
        var random = new SplittableRandom(4);
        var wrong = new ArrayList<String>();
        for (int i = 0; i < CASES; i++) {
            String failure = roundTrip(WORLDS.get(i % WORLDS.size()), random);
            if (!failure.isEmpty()) {
                wrong.add(failure);
            }
        }
        return wrong;
    }

    private static String roundTrip(String world, SplittableRandom random) {
        Fixture fixture = Fixture.named(world);
        List<Setting.Named> people = fixture.setting().people();
        Setting.Named speaker = people.get(random.nextInt(people.size()));
        List<String> others = people.stream().map(Setting.Named::id).filter(id -> !id.equals(speaker.id())).toList();
        String partner = others.get(random.nextInt(others.size()));
        var offer = new Setting.OpenOffer("3.1/gm/2", partner, Bundle.parse("2 salt"), Bundle.parse("3 grain"));
        var setting = new Setting(speaker.id(), people, Optional.of(partner), List.of(offer),
                fixture.setting().openChannels());
        List<ActionRule> rules = fixture.world().dealings().actions().stream()
                .filter(r -> r.parameters().stream().noneMatch(p -> p.kind() instanceof Kind.Words)).toList();
        ActionRule rule = rules.get(random.nextInt(rules.size()));
        var arguments = new LinkedHashMap<String, String>();
        for (ActionRule.Parameter parameter : rule.parameters()) {
            arguments.put(parameter.name(), argument(parameter.kind(), fixture, random, others, offer.id()));
        }
        var deeds = new ArrayList<Intent.Deed>();
        deeds.add(new Intent.Deed.Act(rule.name(), arguments));
        var claims = fixture.world().things().claims();
        boolean talks = !claims.isEmpty() && random.nextInt(3) == 0;
        Assertion.Stance stance = Assertion.Stance.values()[random.nextInt(4)];
        String claim = talks ? claims.get(random.nextInt(claims.size())).id() : "";
        if (talks) {
            deeds.add(new Intent.Deed.Say(claim, stance, random.nextDouble(), Optional.empty()));
        }
        Optional<String> to = random.nextBoolean() || talks
                ? Optional.of(arguments.getOrDefault("to", partner))
                : Optional.empty();
        String said = new RuleRealiser(fixture.world()).realise(new Intent(deeds, to, Optional.empty()), setting,
                () -> random);
        Reading reading = new RuleReader(fixture.world()).read(said, setting);
        List<Attempt> read = reading.attempts().stream().filter(a -> a.argument("text").isEmpty()).toList();
        boolean same = said.indexOf('(') < 0 && read.size() == 1 && read.getFirst().action().equals(rule.name())
                && read.getFirst().arguments().equals(arguments);
        boolean claimed = !talks
                || reading.claims().stream().anyMatch(c -> c.claim().equals(claim) && c.stance() == stance);
        return same && claimed
                ? ""
                : world + ": " + said + " meant " + rule.name() + arguments + (talks ? " " + claim + " " + stance : "")
                        + ", read "
                        + read + reading.claims() + reading.unclear() + "\n";
    }

    private static String argument(Kind kind, Fixture fixture, SplittableRandom random, List<String> others,
            String offer) {
        var things = fixture.world().things();
        var markets = fixture.world().dealings().markets();
        return switch (kind) {
            case Kind.SomePerson any -> others.get(random.nextInt(others.size()));
            case Kind.SomeGoods any -> {
                BigDecimal amount = random.nextInt(4) == 0
                        ? new BigDecimal("2.5")
                        : BigDecimal.valueOf(1 + random.nextInt(15));
                yield Bundle.of(things.goods().get(random.nextInt(things.goods().size())).id(), amount).toString();
            }
            case Kind.SomeOffer any -> offer;
            case Kind.SomeChannel any -> fixture.setting().openChannels().getFirst();
            case Kind.SomeMarket any -> markets.get(random.nextInt(markets.size())).id();
            case Kind.SomePlace any -> things.places().get(random.nextInt(things.places().size())).id();
            case Kind.SomeClaim any -> things.claims().getFirst().id();
            case Kind.Quantity any -> Integer.toString(random.nextInt(100));
            case Kind.Choice choice -> choice.options().get(random.nextInt(choice.options().size()));
            case Kind.Words any -> "";
        };
    }
}
