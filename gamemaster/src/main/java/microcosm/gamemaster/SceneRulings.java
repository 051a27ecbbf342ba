package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import microcosm.agents.Inner;
import microcosm.gamemaster.GameMaster.Deed;
import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.gamemaster.GameMaster.Ruling;
import microcosm.speech.Reading;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.State;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Attempt;

/// What a model said comes of an attempt, as something to be settled. What was said is said, whatever else comes of it; all else happens whole
/// or not at all, and is told only if it happens.
final class SceneRulings {
    private static final String NOTHING = "Nothing comes of it.";

    private final Moment moment;
    private final List<ActionRule> powers;
    private final EventId reply;

    /// @param powers what may come of it
    /// @param reply the event of the model's reply
    SceneRulings(Moment moment, List<ActionRule> powers, EventId reply) {
        this.moment = moment;
        this.powers = List.copyOf(powers);
        this.reply = reply;
    }

    /// Nothing was said that can be used.
    static List<Ruling> none(Deed deed, EventId reply) {
        return List.of(new Ruling(deed, List.of(deed.read(), reply), _ -> new Proposal.Fails(NOTHING)));
    }

    /// @param inner where what was read is written
    List<Ruling> of(Deed deed, SceneReply.Outcome outcome, Inner inner) {
        left(outcome, deed.actor(), inner);
        List<Attempt> attempts = outcome.acts().stream().map(act -> attempt(deed, act)).toList();
        EventId read = attempts.isEmpty()
                ? deed.read()
                : inner.write(id -> new Event.Read(id, List.of(deed.read(), reply), reply.toString(), attempts,
                        List.of(), List.of()));
        var unsaid = new AtomicBoolean();
        var spoken = new ArrayList<Ruling>();
        var done = new ArrayList<Deed>();
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            var act = new Deed(deed.actor(), read, i + 1, attempt, reading(deed, attempt), deed.text());
            if (Powers.named(attempt.action(), powers).map(Powers::speaks).orElse(false)) {
                spoken.add(ruling(act, now -> {
                    Proposal proposal = proposal(act, now);
                    unsaid.compareAndSet(false, proposal instanceof Proposal.Fails);
                    return proposal;
                }));
            } else {
                done.add(act);
            }
        }
        var rulings = new ArrayList<>(spoken);
        boolean seen = !outcome.actorSees().isEmpty() || !outcome.othersSee().isEmpty();
        if (!outcome.fails().isEmpty() && done.isEmpty()) {
            rulings.add(ruling(deed, now -> new Proposal.Fails(why(outcome.fails(), deed.actor(), now))));
        } else if (!done.isEmpty() || seen) {
            rulings.add(ruling(done.isEmpty() ? deed : named(done), now -> unsaid.get() && done.isEmpty()
                    ? new Proposal.Fails(NOTHING)
                    : together(deed.actor(), done, outcome, now)));
        } else if (spoken.isEmpty()) {
            rulings.add(ruling(deed, _ -> new Proposal.Fails(NOTHING)));
        }
        return rulings;
    }

    /// Words that may not be told are an event, and reach nobody.
    private void left(SceneReply.Outcome outcome, String actor, Inner inner) {
        for (var words : List.of(new Worded.To(outcome.actorSees(), List.of(actor)),
                new Worded.To(outcome.othersSee(),
                        Narration.readers(actor, Hearing.present(actor, moment))),
                new Worded.To(outcome.fails(), List.of(actor)))) {
            Worded.violation(words.text(), words.people(), moment)
                    .ifPresent(why -> inner.write(id -> new Event.Refused(id, List.of(reply), "tell", why)));
        }
    }

    private Ruling ruling(Deed deed, Function<Moment, Proposal> at) {
        return new Ruling(deed, List.of(deed.read(), reply), at);
    }

    /// Several acts that happen together have one name: `go, give`.
    private static Deed named(List<Deed> done) {
        Deed first = done.getFirst();
        String all = String.join(", ", done.stream().map(deed -> deed.attempt().action()).toList());
        return new Deed(first.actor(), first.read(), first.number(), new Attempt(all, first.attempt().arguments(),
                first.attempt().from(), first.attempt().to()), first.reading(), first.text());
    }

    /// A reason in the model's words, where it tells nothing it may not tell.
    private static String why(String reason, String actor, Moment now) {
        return Worded.violation(reason, List.of(actor), now).map(_ -> NOTHING).orElse(reason);
    }

    private Proposal together(String actor, List<Deed> done, SceneReply.Outcome outcome, Moment now) {
        var effects = new ArrayList<Effect>();
        State state = now.state();
        for (Deed act : done) {
            switch (proposal(act, now.with(state))) {
                case Proposal.Fails fails -> {
                    return fails;
                }
                case Proposal.Happens(List<Effect> happens) -> {
                    Optional<String> broken = Laws.violation(happens, Optional.of(actor), now.with(state));
                    if (broken.isPresent()) {
                        return new Proposal.Fails(broken.get());
                    }
                    for (Effect effect : happens) {
                        state = state.after(effect);
                    }
                    effects.addAll(happens);
                }
            }
        }
        List<Effect> told = Narration.of(outcome, actor, now);
        effects.addAll(0, told);
        return effects.isEmpty() && done.isEmpty() ? new Proposal.Fails(NOTHING) : new Proposal.Happens(effects);
    }

    private Proposal proposal(Deed act, Moment now) {
        Optional<ActionRule> rule = Powers.named(act.attempt().action(), powers);
        if (rule.isEmpty()) {
            return new Proposal.Fails("That cannot happen here.");
        }
        Optional<String> broken = Arguments.problem(rule.get(), act.attempt(), now).or(() -> invented(rule.get(), act));
        if (broken.isPresent()) {
            return new Proposal.Fails(broken.get());
        }
        if (isOwn(rule.get(), now) && rule.get().name().equals(Powers.ESTABLISH)) {
            return Establishing.establish(act, now);
        }
        return isOwn(rule.get(), now) && rule.get().name().equals(Powers.CHANGE)
                ? Establishing.change(act, now)
                : RulesGameMaster.propose(act, rule.get(), now);
    }

    /// Whether a rule is none of the world's.
    private static boolean isOwn(ActionRule rule, Moment now) {
        return !now.world().dealings().actions().contains(rule);
    }

    /// Nobody is made to say what they did not say.
    private Optional<String> invented(ActionRule rule, Deed act) {
        if (isOwn(rule, moment) && !Powers.speaks(rule)) {
            return Optional.empty();
        }
        String said = plain(act.text());
        return rule.parameters().stream().filter(parameter -> parameter.kind() instanceof ActionRule.Kind.Words)
                .flatMap(parameter -> act.attempt().argument(parameter.name()).stream())
                .filter(words -> !said.contains(plain(words))).findFirst().map(_ -> "You did not say that.");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[“”„\"]", "").replaceAll("\\s+", " ")
                .strip();
    }

    /// What was said has the claims that were read in it, and goes to whom it is addressed.
    private static Reading reading(Deed deed, Attempt attempt) {
        String said = plain(attempt.argument("text").orElse(""));
        return new Reading(List.of(attempt),
                deed.reading().claims().stream().filter(claim -> said.contains(plain(deed.text().substring(claim.from(),
                        Math.min(claim.to(), deed.text().length()))))).toList(),
                List.of(), attempt.argument("to"));
    }

    /// Ids are ids, also where a model wrote a name.
    private Attempt attempt(Deed deed, SequencedMap<String, String> act) {
        String name = act.getOrDefault("act", "");
        var arguments = new LinkedHashMap<String, String>();
        Optional<ActionRule> known = Powers.named(name, powers);
        if (known.isEmpty()) {
            arguments.putAll(act);
            arguments.remove("act");
        }
        known.ifPresent(rule -> rule.parameters().forEach(parameter -> {
            String value = act.get(parameter.name());
            if (value != null && !value.isBlank()) {
                arguments.put(parameter.name(), parameter.kind() instanceof ActionRule.Kind.SomePerson
                        ? Called.id(value, moment).orElse(value)
                        : value.strip());
            }
        }));
        return new Attempt(name, arguments, deed.attempt().from(), deed.attempt().to());
    }
}
