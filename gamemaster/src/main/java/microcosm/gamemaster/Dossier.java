package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import microcosm.trace.Effect;
import microcosm.trace.State;
import microcosm.worlds.Statute;
import microcosm.worlds.Statute.Arrow;
import microcosm.worlds.Statute.Occasion;
import microcosm.worlds.Value;

/// What an institution has on record about one subject: attributes of `governance/SUBJECT`, which nobody is shown.
///
/// @param since the step at whose end the state was entered
/// @param tier how high fines have risen; 0 before the first
/// @param streak rounds in a row with a case
/// @param clean rounds in a row without a signal
/// @param towards rounds without a signal since the last credit was earned
/// @param credits the steps at which those not yet spent were earned, oldest first
/// @param taken arrow → the step at whose end it was last taken
record Dossier(String subject, String state, int since, int tier, int streak, int clean, int towards,
        List<Integer> credits, SequencedMap<String, Integer> taken) {
    private static final String REGISTER = "governance/";
    private static final String TAKEN = "taken:";

    Dossier {
        credits = List.copyOf(credits);
        taken = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(taken));
    }

    /// @return under what name something of a subject is on record
    static String register(String subject) { return REGISTER + subject; }

    static Dossier of(String subject, Statute statute, State state) {
        String register = register(subject);
        var taken = new LinkedHashMap<String, Integer>();
        state.attributes(register).forEach((name, value) -> {
            if (name.startsWith(TAKEN)) {
                taken.put(name.substring(TAKEN.length()), Integer.valueOf(value));
            }
        });
        String credits = state.attribute(register, "credits_earned").orElse("");
        return new Dossier(subject, state.attribute(register, "state").orElse(statute.first()),
                number(state, register, "since"), number(state, register, "tier"), number(state, register, "streak"),
                number(state, register, "clean"), number(state, register, "towards"),
                credits.isEmpty() ? List.of() : List.of(credits.split(" ")).stream().map(Integer::valueOf).toList(),
                taken);
    }

    private static int number(State state, String register, String name) {
        return state.attribute(register, name).map(Integer::valueOf).orElse(0);
    }

    /// Counts a round that was looked at.
    ///
    /// @param signalled whether there was any signal
    Dossier after(boolean signalled, Optional<Occasion.Credit> credit, int step) {
        var kept = new ArrayList<>(credits);
        int more = signalled ? towards : towards + 1;
        if (credit.isPresent()) {
            kept.removeIf(earned -> step - earned >= credit.get().kept());
            if (more >= credit.get().rounds()) {
                more = 0;
                kept.add(step);
            }
            while (kept.size() > credit.get().most()) {
                kept.removeFirst();
            }
        }
        return new Dossier(subject, state, since, tier, signalled ? streak + 1 : 0, signalled ? 0 : clean + 1,
                credit.isPresent() ? more : 0, kept, taken);
    }

    Dossier moved(Arrow arrow, Statute statute, int step) {
        var last = new LinkedHashMap<>(taken);
        last.put(arrow.name(), step);
        boolean spends = statute.occasions().get(arrow.event()) instanceof Occasion.Credit;
        return new Dossier(subject, arrow.to(), step, arrow.to().equals(statute.first()) ? 0 : tier, streak, clean,
                towards, spends ? credits.subList(1, credits.size()) : credits, last);
    }

    Dossier atTier(int other) {
        return new Dossier(subject, state, since, other, streak, clean, towards, credits, taken);
    }

    /// @return the step at whose end the first state was come back to; 0 in any other state
    int restored(Statute statute) { return state.equals(statute.first()) ? since : 0; }

    /// @return what a condition of the institution may name
    SequencedMap<String, Value> names() {
        var names = new LinkedHashMap<String, Value>();
        names.put("state", Value.of(state));
        names.put("tier", Value.of(tier));
        names.put("streak", Value.of(streak));
        names.put("credits", Value.of(credits.size()));
        return names;
    }

    /// @return the effects that turn the record `before` into this one; none where it is the same
    List<Effect> changes(Dossier before) {
        var effects = new ArrayList<Effect>();
        SequencedMap<String, String> old = before.written();
        written().forEach((name, value) -> {
            if (!value.equals(old.get(name))) {
                effects.add(new Effect.Became(register(subject), name, value));
            }
        });
        return effects;
    }

    private SequencedMap<String, String> written() {
        var written = new LinkedHashMap<String, String>();
        written.put("state", state);
        written.put("since", Integer.toString(since));
        written.put("tier", Integer.toString(tier));
        written.put("streak", Integer.toString(streak));
        written.put("clean", Integer.toString(clean));
        written.put("towards", Integer.toString(towards));
        written.put("credits", Integer.toString(credits.size()));
        written.put("credits_earned", credits.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        taken.forEach((arrow, step) -> written.put(TAKEN + arrow, step.toString()));
        return written;
    }
}
