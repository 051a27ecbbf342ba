package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.gamemaster.GameMaster.Desk;
import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.gamemaster.GameMaster.Ruling;
import microcosm.models.LanguageModel;
import microcosm.prompts.Passage;
import microcosm.trace.Effect;
import microcosm.trace.State;

/// A model's words for what rules settled, besides the exact ones: one question for each place in which there is something to see. Whoever sees
/// all of an outcome, and is where it happens, reads them. Without a usable reply the exact words stand alone.
final class ModelTelling {
    private final LanguageModel model;
    private final ScenePrompts prompts;

    ModelTelling(LanguageModel model, ScenePrompts prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    /// What will come of a ruling, as it looks before anything of the turn is settled.
    private record Expected(int index, Ruling ruling, List<Effect> effects, String told) {}

    List<Ruling> worded(List<Ruling> rulings, Moment moment, Desk desk) {
        List<Expected> seen = seen(rulings, moment);
        if (seen.isEmpty()) {
            return rulings;
        }
        SequencedMap<String, List<Expected>> places = new LinkedHashMap<>();
        for (Expected one : seen) {
            String place = moment.state().whereabouts(one.ruling().deed().actor()).map(where -> where.place())
                    .orElse("");
            places.computeIfAbsent(place, _ -> new ArrayList<>()).add(one);
        }
        var worded = new ArrayList<>(rulings);
        desk.<List<Ruling>>each(List.copyOf(places.sequencedKeySet()), (place, inner) -> {
            List<Expected> here = places.getOrDefault(place, List.of());
            var causes = here.stream().map(one -> one.ruling().deed().read()).distinct().toList();
            var answer = Consulted.ask(model, new TellQuestion(here.size()),
                    prompts.tell(place, outcomes(here, moment), moment), causes, inner);
            return answer.value().map(words -> with(words, here)).orElseGet(() -> here.stream().map(Expected::ruling)
                    .toList());
        }).stream().flatMap(List::stream).forEach(ruling -> {
            for (Expected one : seen) {
                if (one.ruling().deed().equals(ruling.deed())) {
                    worded.set(one.index(), ruling);
                }
            }
        });
        return worded;
    }

    private static List<Expected> seen(List<Ruling> rulings, Moment moment) {
        var seen = new ArrayList<Expected>();
        State state = moment.state();
        for (int i = 0; i < rulings.size(); i++) {
            Ruling ruling = rulings.get(i);
            Moment now = moment.with(state);
            if (ruling.at().apply(now) instanceof Proposal.Happens(List<Effect> effects)
                    && Laws.violation(effects, Optional.of(ruling.deed().actor()), now).isEmpty()) {
                String told = Telling.of(effects, now);
                if (!told.isEmpty()) {
                    seen.add(new Expected(i, ruling, effects, told));
                }
                for (Effect effect : effects) {
                    state = state.after(effect);
                }
            }
        }
        return seen;
    }

    private static List<Passage> outcomes(List<Expected> here, Moment moment) {
        var outcomes = new ArrayList<Passage>();
        for (Expected one : here) {
            String number = (outcomes.size() + 1) + ". ";
            outcomes.add(Passage.lines(List.of(
                    Passage.quoted(number + moment.society().name(one.ruling().deed().actor()) + " tried:",
                            one.ruling().deed().words(), one.ruling().deed().read().toString()),
                    Passage.of("What came of it: " + one.told(), one.ruling().deed().read().toString()))));
        }
        return outcomes;
    }

    private static List<Ruling> with(SequencedMap<Integer, String> words, List<Expected> here) {
        var rulings = new ArrayList<Ruling>();
        for (int i = 0; i < here.size(); i++) {
            Expected one = here.get(i);
            String told = words.getOrDefault(i + 1, "");
            rulings.add(told.isEmpty()
                    ? one.ruling()
                    : new Ruling(one.ruling().deed(), one.ruling().because(), now -> told(one, told, now)));
        }
        return rulings;
    }

    /// Where it comes out otherwise than was expected, the words are not used.
    private static Proposal told(Expected expected, String words, Moment now) {
        Proposal proposal = expected.ruling().at().apply(now);
        if (!(proposal instanceof Proposal.Happens(List<Effect> effects)) || !effects.equals(expected.effects())) {
            return proposal;
        }
        var all = new ArrayList<>(effects);
        String actor = expected.ruling().deed().actor();
        List<String> witnesses = witnesses(effects, actor, now);
        for (List<String> to : List.of(witnesses.stream().filter(actor::equals).toList(),
                witnesses.stream().filter(one -> !one.equals(actor)).toList())) {
            if (!to.isEmpty() && Worded.violation(words, to, now).isEmpty()) {
                all.add(new Effect.Told("", "", to, words));
            }
        }
        return new Proposal.Happens(all);
    }

    /// @return who sees all that is told of effects and is where they happen: ids, or `*` for everybody but the actor
    private static List<String> witnesses(List<Effect> effects, String actor, Moment now) {
        List<Effect> visible = effects.stream().filter(effect -> !Telling.of(List.of(effect), now).isEmpty()).toList();
        SequencedMap<String, List<Effect>> seen = Witnesses.of(visible, now);
        List<Effect> everybody = seen.getOrDefault(MomentScope.EVERYBODY, List.of());
        List<String> present = Hearing.present(actor, now);
        if (everybody.size() == visible.size() && present.contains(MomentScope.EVERYBODY)) {
            return List.of(actor, MomentScope.EVERYBODY);
        }
        return now.society().ids().stream().filter(id -> id.equals(actor) || present.contains(MomentScope.EVERYBODY)
                || present.contains(id)).filter(id -> visible.stream()
                        .allMatch(effect -> everybody.contains(effect)
                                || seen.getOrDefault(id, List.of()).contains(effect)))
                .toList();
    }
}
