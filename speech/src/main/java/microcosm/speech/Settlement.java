package microcosm.speech;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import microcosm.speech.Predicate.Subject;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;

/// A bargain of which both halves were said: an offer made, or the acceptance of one that stands.
record Settlement(Deed deed, Passage passage, Address address, Found found, Offers offers, Sentence sentence,
        int number,
        Bargain bargain) {
    private static final Set<String> GET_NAMES = WordSet.of("get", "want", "for", "receive", "take", "ask", "return",
            "price", "request", "wants", "gets", "asked", "wanted", "in_return", "demand");

    void settle() {
        if (bargain.from < Scopes.meantFrom(passage)) {
            return;
        }
        boolean verbless = bargain.verb == null;
        boolean takes = bargain.verb != null && bargain.verb.subject() == Subject.SPEAKER
                && bargain.verb.is(WordSet.of("take", "accept", "agree"));
        if (bargain.problem.isEmpty() && (takes || verbless)
                && offers.acceptMatching(bargain, takes ? bargain.from : -1)) {
            return;
        }
        if (!bargain.problem.isEmpty()) {
            found.unclear(bargain.from, bargain.to, bargain.problem);
            return;
        }
        var arguments = new LinkedHashMap<String, String>();
        boolean seenGoods = false;
        for (ActionRule.Parameter parameter : deed.rule().parameters()) {
            switch (parameter.kind()) {
                case Kind.SomePerson any -> {
                    Optional<String> to = recipient();
                    if (to.isEmpty() && !parameter.optional()) {
                        found.unclear(bargain.from, bargain.to, whoIsMissing());
                        return;
                    }
                    to.ifPresent(id -> arguments.put(parameter.name(), id));
                }
                case Kind.SomeGoods any -> {
                    boolean gets = GET_NAMES.contains(parameter.name()) || (seenGoods && !giveNamedLater());
                    arguments.put(parameter.name(), (gets ? bargain.in() : bargain.out()).toString());
                    seenGoods = true;
                }
                default -> {
                    if (!parameter.optional()) {
                        return;
                    }
                }
            }
        }
        found.attempt(deed.rule().name(), arguments, bargain.from, bargain.to);
    }

    private boolean giveNamedLater() {
        List<String> goods = deed.parameters(Kind.SomeGoods.class);
        return goods.size() > 1 && GET_NAMES.contains(goods.getFirst()) && !GET_NAMES.contains(goods.get(1));
    }

    private Optional<String> recipient() {
        if (bargain.named != null) {
            boolean self = bargain.named.ids().contains(passage.setting().speaker());
            return bargain.named.ids().size() == 1 && !self
                    ? Optional.of(bargain.named.ids().getFirst())
                    : Optional.empty();
        }
        if (bargain.toAnybody) {
            return Optional.empty();
        }
        if (bargain.pronoun >= 0 && !bargain.toYou) {
            return passage.onlyOtherBefore(bargain.pronoun);
        }
        boolean direct = bargain.toYou || address.named() || bargain.verb == null || sentence.question();
        return direct ? address.in(number) : Optional.empty();
    }

    private String whoIsMissing() {
        if (bargain.named != null && bargain.named.ids().size() > 1) {
            return Whom.several(passage, bargain.named);
        }
        if (bargain.pronoun >= 0 && !bargain.toYou) {
            return "\"" + passage.token(bargain.pronoun).word() + "\" could be more than one person";
        }
        return "to whom this is offered is not said";
    }
}
