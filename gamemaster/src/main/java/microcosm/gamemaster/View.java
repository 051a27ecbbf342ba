package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import microcosm.agents.Perception;
import microcosm.agents.Situation;
import microcosm.prompts.Prompt;
import microcosm.speech.Setting;
import microcosm.trace.Debt;
import microcosm.trace.Offer;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.World;

/// What one person is shown when they are asked to act, and nothing else.
///
/// @param asked what they are asked
/// @param situation what they can see now
/// @param perceived what has reached them since they last acted, in the order it did
/// @param prompt exactly what their model would be asked; empty where that is not wanted
public record View(World world, ActionSpec asked, Situation situation, List<Perception> perceived,
        Optional<Prompt> prompt) {
    public View {
        perceived = List.copyOf(perceived);
    }

    /// @return plain sentences, one a line
    public List<String> sentences() {
        var said = new ArrayList<String>();
        String unit = world.clock().unit();
        said.add("It is " + unit + " " + situation.step() + situation.lastStep().map(last -> " of " + last).orElse("")
                + ".");
        situation.place().ifPresent(place -> said.add("You are at " + thing(place) + "."));
        said.add("You have " + situation.holdings() + ".");
        situation.debts().forEach(debt -> said.add(owed(debt)));
        situation.offers().forEach(offer -> said.add(offered(offer)));
        said.add(situation.place().isPresent()
                ? "With you: " + names(situation.present()) + "."
                : "Others: " + names(situation.people().stream().map(Setting.Named::id).toList()) + ".");
        situation.channels().forEach((channel, reach) -> said
                .add("You may speak on " + thing(channel) + "; who can hear you there: " + names(reach) + "."));
        situation.known().forEach((subject, attributes) -> attributes
                .forEach((attribute, value) -> said.add(known(subject) + attribute + ": " + value + ".")));
        if (!situation.actions().isEmpty()) {
            said.add("You may " + situation.actions().stream().map(ActionRule::name).collect(Collectors.joining(", "))
                    + ".");
        }
        said.add(perceived.isEmpty() ? "Nothing has reached you since you last acted." : "What has reached you:");
        perceived.forEach(perception -> said.add("  " + reached(perception)));
        said.add("You are asked: " + asked.ask());
        return said;
    }

    private String owed(Debt debt) {
        return name(debt.debtor(), true) + (isMe(debt.debtor()) ? " owe " : " owes ") + name(debt.creditor(), false)
                + " " + debt.goods() + ".";
    }

    private String offered(Offer offer) {
        return name(offer.from(), true) + (isMe(offer.from()) ? " offer " : " offers ") + name(offer.to(), false) + " "
                + offer.give() + " for " + offer.get() + ", until " + world.clock().unit() + " " + offer.until() + ".";
    }

    private String known(String subject) {
        return subject.equals(MomentScope.EVERYBODY)
                ? "Everybody knows: "
                : isMe(subject) ? "You know of yourself: " : "You know of " + name(subject, false) + ": ";
    }

    private String reached(Perception perception) {
        String when = world.clock().unit() + " " + perception.step() + ": ";
        String by = perception.channel().map(channel -> " on " + thing(channel)).orElse("");
        return when + switch (perception.kind()) {
            case HEARD -> perception.from().map(from -> name(from, true)).orElse("Somebody") + by + ": “"
                    + perception.text() + "”";
            case REFUSED -> "refused: " + perception.text();
            case SEEN, OUTCOME, NOTICE -> perception.text();
        };
    }

    private boolean isMe(String id) { return id.equals(situation.person()); }

    private String name(String id, boolean first) {
        return isMe(id)
                ? first ? "You" : "you"
                : situation.people().stream().filter(one -> one.id().equals(id)).map(Setting.Named::name).findFirst()
                        .orElse(id);
    }

    /// Whoever looks is not told that they are there.
    private String names(List<String> ids) {
        List<String> others = ids.stream().filter(id -> !isMe(id)).map(id -> name(id, false)).toList();
        return others.isEmpty() ? "nobody" : String.join(", ", others);
    }

    private String thing(String id) {
        var named = new ArrayList<Map.Entry<String, String>>();
        world.things().places().forEach(place -> named.add(Map.entry(place.id(), place.name())));
        world.dealings().channels().forEach(channel -> named.add(Map.entry(channel.id(), channel.name())));
        String name = named.stream().filter(entry -> entry.getKey().equals(id)).map(Map.Entry::getValue).findFirst()
                .orElse(id);
        return name.startsWith("the ") ? name : "the " + name;
    }
}
