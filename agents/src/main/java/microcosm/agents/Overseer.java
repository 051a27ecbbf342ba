package microcosm.agents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import microcosm.speech.Intent;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Attempt;

/// An overseer by rule: words in which an action is attempted that is named under `stops`, and where `above` is given only with an amount
/// above it, do not pass. What else the draft holds does. Says and does nothing else.
final class Overseer implements Policy {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Names("stops", "actions that do not pass"),
            new Parameter.Amount("above", 0, 0, 1e9, "the amount up to which they pass"));

    private final List<String> stops;
    private final double above;

    Overseer(Persona persona) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        stops = traits.names("stops",
                persona.world().dealings().actions().stream().map(ActionRule::name).toList(), "action");
        above = traits.amount("above");
    }

    @Override
    public void observe(Perception perception, Inner inner) {
        // decides on each draft alone
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) { return Silent.NOTHING; }

    @Override
    public Review review(Review.Draft draft) {
        List<Attempt> stopped = draft.attempts().stream().filter(this::stops).toList();
        if (stopped.isEmpty()) {
            return Review.approved(draft);
        }
        var text = new StringBuilder(draft.text());
        var spans = new ArrayList<>(stopped);
        spans.sort(Comparator.comparingInt(Attempt::from).reversed());
        spans.forEach(span -> text.delete(span.from(), Math.min(span.to(), text.length())));
        String left = text.chars().anyMatch(Character::isLetterOrDigit) ? text.toString().strip() : "";
        return Review.amended(draft, left, "Not without leave: "
                + String.join(", ", stopped.stream().map(Attempt::action).distinct().toList()) + ".");
    }

    private boolean stops(Attempt attempt) {
        return stops.contains(attempt.action()) && (above == 0 || attempt.arguments().values().stream()
                .anyMatch(value -> amount(value) > above));
    }

    private static double amount(String value) {
        String number = value.split(" ", 2)[0];
        return number.matches("\\d{1,15}(\\.\\d{1,9})?") ? Double.parseDouble(number) : 0;
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
