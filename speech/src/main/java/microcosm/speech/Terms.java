package microcosm.speech;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import microcosm.speech.Mention.Ref;
import microcosm.speech.Mention.RefKind;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Channel;
import microcosm.worlds.Good;
import microcosm.worlds.Market;
import microcosm.worlds.Place;
import microcosm.worlds.World;

/// What a world calls its goods, markets, places, channels and options. Immutable.
final class Terms {
    private final Phrases<Ref> phrases = new Phrases<>();

    Terms(World world) {
        Map<String, Set<String>> byUnit = new LinkedHashMap<>();
        for (Good good : world.things().goods()) {
            word(good.id(), new Ref(RefKind.GOOD, good.id()), true);
            byUnit.computeIfAbsent(Names.spoken(good.unit()), unit -> new LinkedHashSet<>()).add(good.id());
        }
        for (Good good : world.things().goods()) {
            String unit = Names.spoken(good.unit());
            boolean alone = byUnit.getOrDefault(unit, WordSet.of()).size() == 1;
            word(good.unit(), new Ref(RefKind.UNIT, alone ? good.id() : ""), true);
        }
        for (Market market : world.dealings().markets()) {
            word(market.id(), new Ref(RefKind.MARKET, market.id()), false);
            word(market.name(), new Ref(RefKind.MARKET, market.id()), false);
        }
        uniqueParts(world.dealings().markets().stream().map(m -> Map.entry(m.name(), new Ref(RefKind.MARKET, m.id())))
                .toList());
        for (Place place : world.things().places()) {
            word(place.id(), new Ref(RefKind.PLACE, place.id()), false);
            word(place.name(), new Ref(RefKind.PLACE, place.id()), false);
        }
        uniqueParts(world.things().places().stream().map(p -> Map.entry(p.name(), new Ref(RefKind.PLACE, p.id())))
                .toList());
        for (Channel channel : world.dealings().channels()) {
            word(channel.id(), new Ref(RefKind.CHANNEL, channel.id()), false);
            word(channel.name(), new Ref(RefKind.CHANNEL, channel.id()), false);
        }
        for (ActionRule rule : world.dealings().actions()) {
            for (ActionRule.Parameter parameter : rule.parameters()) {
                if (parameter.kind() instanceof ActionRule.Kind.Choice choice) {
                    choice.options().forEach(option -> word(option, new Ref(RefKind.OPTION, option), false));
                }
            }
        }
    }

    private void word(String written, Ref ref, boolean counted) {
        String spoken = Names.spoken(written);
        if (spoken.isEmpty()) {
            return;
        }
        phrases.put(spoken, ref);
        if (counted) {
            plurals(spoken).forEach(plural -> phrases.put(plural, ref));
        }
    }

    private static List<String> plurals(String word) {
        if (word.endsWith("y") && word.length() > 2 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return List.of(word.substring(0, word.length() - 1) + "ies");
        }
        if (word.endsWith("s") && word.length() > 3) {
            return List.of(word.substring(0, word.length() - 1));
        }
        if (word.endsWith("f")) {
            return List.of(word.substring(0, word.length() - 1) + "ves", word + "s");
        }
        return word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh")
                ? List.of(word + "es")
                : List.of(word + "s");
    }

    /// "North" for North Quay, where no other begins or ends so.
    private void uniqueParts(List<Map.Entry<String, Ref>> named) {
        Map<String, Set<Ref>> parts = new LinkedHashMap<>();
        for (Map.Entry<String, Ref> entry : named) {
            for (String part : Names.spoken(entry.getKey()).split(" ")) {
                if (part.length() > 2 && !part.equals("the") && !part.equals("and")) {
                    parts.computeIfAbsent(part, p -> new LinkedHashSet<>()).add(entry.getValue());
                }
            }
        }
        parts.forEach((part, refs) -> {
            if (refs.size() == 1) {
                refs.forEach(ref -> phrases.put(part, ref));
            }
        });
    }

    Phrases.Match<Ref> at(List<Token> tokens, int i, int end) { return phrases.at(tokens, i, end); }
}
