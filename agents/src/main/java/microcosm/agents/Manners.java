package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.speech.Intent.Deed;
import microcosm.trace.Debt;
import microcosm.trace.Offer;
import microcosm.worlds.Bundle;

/// Words that claim nothing and change nothing: thanks for what was given, a no to an offer, a reminder of what is owed. With
/// probability `chat`, and only where one has nothing else to say. They make a run readable, and are what others would expect to hear.
///
/// Source: Brown and Levinson 1987, Politeness, Cambridge.
final class Manners {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Amount("chat", 0.4, 0, 1, "chance of a word of thanks, refusal or reminder, a turn"));

    private final double chat;
    private Optional<Courtesy> thanks = Optional.empty();

    Manners(Traits traits) { chat = traits.amount("chat"); }

    /// @param to person id
    record Courtesy(Deed.Chat words, String to) {}

    void owesThanks(String to, Bundle goods) { thanks = Optional.of(courtesy("thanks", to, goods)); }

    /// @param refused offers one will not take
    /// @param reachable ids of whom one can speak to
    Optional<Courtesy> courtesy(List<Offer> refused, Optional<Debt> late, List<String> reachable, Inner inner) {
        Optional<Courtesy> due = thanks.filter(c -> reachable.contains(c.to()))
                .or(() -> refused.stream().filter(offer -> reachable.contains(offer.from())).findFirst()
                        .map(offer -> courtesy("refusal", offer.from(), offer.give())))
                .or(() -> late.map(debt -> courtesy("reminder", debt.debtor(), debt.goods())));
        thanks = Optional.empty();
        return due.filter(_ -> inner.chance("chat").nextDouble() < chat);
    }

    private static Courtesy courtesy(String topic, String to, Bundle goods) {
        SequencedMap<String, String> about = new LinkedHashMap<>();
        about.put("to", to);
        about.put("goods", goods.toString());
        return new Courtesy(new Deed.Chat(topic, about), to);
    }
}
