package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.Inner;
import microcosm.agents.Situation;
import microcosm.models.LanguageModel;
import microcosm.prompts.Templates;
import microcosm.speech.Reader;
import microcosm.speech.Reading;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Attempt;
import microcosm.worlds.Ending;
import microcosm.worlds.World.TurnOrder;

/// The game master with a model. What rules read without doubt is settled by rules, and costs no call. The rest of a turn is asked in one
/// question for each place: what comes of these attempts? The answer is read as attempts at what the world says may come about, and each is
/// checked as anybody's is; whose turn is next, and whether an ending has come, is said in the same reply.
///
/// Used by the loop's thread alone, but for [#read].
final class ModelGameMaster implements GameMaster {
    /// The name of an attempt that no rule could read.
    static final String ATTEMPT = "attempt";

    private final RulesGameMaster rules;
    private final LanguageModel model;
    private final boolean settles;
    private final Minutes minutes = new Minutes();
    private final ScenePrompts prompts;
    private final Waiting waiting = new Waiting(RulesGameMaster.SPEC);
    private final ModelTelling telling;
    private String next = "";
    private Optional<Over> judged = Optional.empty();
    private boolean asked;
    private boolean happened;

    /// @param settles whether it says what comes of what no rule reads; otherwise it says which of the world's actions was meant, and
    ///        words what rules settled
    ModelGameMaster(Reader reader, LanguageModel model, Templates templates, boolean settles) {
        rules = new RulesGameMaster(reader);
        this.model = model;
        this.settles = settles;
        prompts = new ScenePrompts(templates, minutes);
        telling = new ModelTelling(model, prompts);
    }

    @Override
    public Optional<Call> next(Moment moment, int gone, Desk desk) {
        if (RulesGameMaster.order(moment) != TurnOrder.CALLED) {
            return rules.next(moment, gone, desk);
        }
        List<String> people = RulesGameMaster.called(moment);
        if (gone >= people.size()) {
            return Optional.empty();
        }
        String named = next;
        next = "";
        if (named.isEmpty()) {
            return waiting.next(people, moment);
        }
        Optional<String> whom = whom(named, people, moment);
        if (whom.isEmpty()) {
            whom = again(named, people, moment, desk);
        }
        if (whom.isEmpty()) {
            return waiting.next(people, moment);
        }
        return whom.filter(name -> !name.equals(SceneQuestion.NOBODY)).map(waiting::call);
    }

    private static Optional<String> whom(String named, List<String> people, Moment moment) {
        return named.equalsIgnoreCase(SceneQuestion.NOBODY)
                ? Optional.of(SceneQuestion.NOBODY)
                : Called.id(named, moment).filter(people::contains);
    }

    /// A name that nobody has, or nobody who can be called, is an event, and is asked for once more.
    private Optional<String> again(String named, List<String> people, Moment moment, Desk desk) {
        return desk.each(List.of(""), (_, inner) -> {
            EventId refused = inner.write(id -> new Event.Refused(id, List.of(), "call", nobody(named, moment)));
            var question = new NameQuestion("call", "next", people, SceneQuestion.NOBODY);
            Consulted<String> answer = Consulted.ask(model, question, prompts.call(named, refused, people, moment),
                    List.of(refused), inner);
            Optional<String> whom = answer.value().flatMap(name -> whom(name, people, moment));
            answer.value().filter(_ -> whom.isEmpty()).ifPresent(name -> inner
                    .write(id -> new Event.Refused(id, List.of(answer.event()), "call", nobody(name, moment))));
            return whom;
        }).getFirst();
    }

    private static String nobody(String named, Moment moment) {
        return Called.id(named, moment).map(id -> moment.society().name(id) + " cannot have a turn now.")
                .orElse("Nobody here is called \"" + named + "\".");
    }

    @Override
    public Situation shown(String person, Moment moment) { return rules.shown(person, moment); }

    /// By rules; what they leave becomes attempts that only a model can settle.
    @Override
    public Read read(String person, ActionSpec spec, String text, Moment moment, Inner inner) {
        Read read = rules.read(person, spec, text, moment, inner);
        List<Attempt> open = Unread.in(text, read.reading(), moment.world());
        if (open.isEmpty()) {
            return read;
        }
        var attempts = new ArrayList<>(Unread.covers(text, open) ? List.<Attempt>of() : read.reading().attempts());
        attempts.addAll(open);
        return new Read(read.by(), new Reading(attempts, read.reading().claims(), read.reading().unclear(),
                read.reading().addressee()));
    }

    @Override
    public List<Ruling> settle(List<Deed> deeds, Moment moment, Desk desk) {
        happened = true;
        List<Deed> open = deeds.stream().filter(deed -> deed.attempt().action().equals(ATTEMPT)).toList();
        Map<Deed, List<Ruling>> asked = open.isEmpty() ? new LinkedHashMap<>() : scenes(open, moment, desk);
        List<Ruling> rulings = deeds.stream().flatMap(deed -> {
            List<Ruling> own = asked.get(deed);
            return own == null ? rules.settle(List.of(deed), moment, desk).stream() : own.stream();
        }).toList();
        return settles ? rulings : telling.worded(rulings, moment, desk);
    }

    private Map<Deed, List<Ruling>> scenes(List<Deed> open, Moment moment, Desk desk) {
        List<ActionRule> powers = Powers.of(moment, settles);
        boolean calling = RulesGameMaster.order(moment) == TurnOrder.CALLED;
        List<String> called = calling ? RulesGameMaster.called(moment) : List.of();
        SequencedMap<String, Scene> scenes = new LinkedHashMap<>();
        Scene.of(open, moment).forEach(scene -> scenes.put(scene.place(), scene));
        asked = true;
        var rulings = new LinkedHashMap<Deed, List<Ruling>>();
        desk.<Settled>each(List.copyOf(scenes.sequencedKeySet()), (place, inner) -> settled(
                scenes.getOrDefault(place, new Scene(place, List.of())), powers, called, moment, inner))
                .forEach(settled -> {
                    rulings.putAll(settled.rulings());
                    settled.reply().ifPresent(reply -> said(reply, settled.event(), moment));
                });
        return rulings;
    }

    private record Settled(Map<Deed, List<Ruling>> rulings, Optional<SceneReply> reply, EventId event) {}

    private Settled settled(Scene scene, List<ActionRule> powers, List<String> called, Moment moment, Inner inner) {
        var question = new SceneQuestion(scene.deeds().size(), powers, settles, called, judgedEndings(moment), moment);
        List<EventId> causes = scene.deeds().stream().map(Deed::read).distinct().toList();
        Consulted<SceneReply> answer = Consulted.ask(model, question, prompts.scene(scene, question, moment), causes,
                inner);
        var rulings = new LinkedHashMap<Deed, List<Ruling>>();
        var read = new SceneRulings(moment, powers, answer.event());
        for (int i = 0; i < scene.deeds().size(); i++) {
            int number = i + 1;
            Deed deed = scene.deeds().get(i);
            rulings.put(deed, answer.value().flatMap(reply -> reply.outcomes().stream()
                    .filter(outcome -> outcome.attempt() == number).findFirst())
                    .map(outcome -> read.of(deed, outcome, inner))
                    .orElseGet(() -> SceneRulings.none(deed, answer.event())));
        }
        return new Settled(rulings, answer.value(), answer.event());
    }

    private void said(SceneReply reply, EventId event, Moment moment) {
        if (!reply.next().isEmpty()) {
            next = reply.next();
        }
        judgedEndings(moment).stream().filter(name -> name.equalsIgnoreCase(reply.over())).findFirst()
                .ifPresent(name -> judged = judged.or(() -> Optional.of(new Over(name, List.of(event)))));
    }

    private static List<String> judgedEndings(Moment moment) {
        return moment.world().watch().endings().stream().filter(ending -> ending.when().isEmpty()).map(Ending::name)
                .toList();
    }

    @Override
    public String tell(List<Effect> effects, String reader, Moment before) {
        return rules.tell(effects, reader, before);
    }

    /// By condition, else as it was judged in this step. Where rules read all that was done, it is judged now.
    @Override
    public Optional<Over> over(Moment moment, Desk desk) {
        List<String> endings = judgedEndings(moment);
        boolean unjudged = happened && !asked && !endings.isEmpty();
        Optional<Over> over = rules.over(moment, desk).or(() -> judged)
                .or(() -> unjudged ? judge(endings, moment, desk) : Optional.empty());
        minutes.stepped(moment);
        judged = Optional.empty();
        asked = false;
        happened = false;
        return over;
    }

    private Optional<Over> judge(List<String> endings, Moment moment, Desk desk) {
        return desk.each(List.of(""), (_, inner) -> {
            var question = new NameQuestion("over", "over", endings, SceneQuestion.NOT_OVER);
            Consulted<String> answer = Consulted.ask(model, question, prompts.over(endings, moment), List.of(), inner);
            return answer.value().flatMap(name -> endings.stream().filter(name::equalsIgnoreCase).findFirst())
                    .map(name -> new Over(name, List.of(answer.event())));
        }).getFirst();
    }
}
