package microcosm.viewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.World;

/// Tells a trace as a story, one line at a time: who said what to whom, and what came of it. Fed with the events in trace order;
/// a turn is told when it is over.
public final class Story implements Consumer<Event> {
    private final Names names;
    private final Consequences consequences;
    private final Gathered gathered;
    private final Opinions opinions;
    private final Optional<String> as;
    private final Consumer<Line> lines;
    private final SequencedMap<EventId, Event> recent = new LinkedHashMap<>();
    private final Carried carried = new Carried();
    private final List<Event> turn = new ArrayList<>();
    private int step;

    /// @param as the id of the person whose story it is: only what they perceived and did; empty for everything
    /// @param lines where the lines go
    public Story(World world, Optional<String> as, Consumer<Line> lines) {
        this.names = new Names(world);
        this.consequences = new Consequences(names);
        this.gathered = new Gathered(names);
        this.opinions = new Opinions(names);
        this.as = as;
        this.lines = lines;
    }

    /// One line of a story.
    ///
    /// @param event what it tells of
    /// @param depth 0 for a heading, 1 for what somebody did, 2 for what came of it
    public record Line(EventId event, int depth, String text) {
        @Override
        public String toString() { return "    ".repeat(depth) + text; }
    }

    @Override
    public void accept(Event event) {
        if (!turn.isEmpty() && (turn.getFirst().id().step() != event.id().step()
                || turn.getFirst().id().turn() != event.id().turn())) {
            tellTurn();
        }
        turn.add(event);
    }

    /// Tells what is left when there are no more events.
    public void finish() { tellTurn(); }

    private void tellTurn() {
        for (Event event : turn) {
            if (event instanceof Event.Cast cast) {
                names.meet(cast);
            }
            recent.put(event.id(), event);
        }
        carried.note(turn);
        if (as.isEmpty()) {
            tellAll();
        } else {
            turn.forEach(event -> tellAs(as.get(), event));
        }
        turn.clear();
        while (recent.size() > 200_000) {
            recent.pollFirstEntry();
        }
    }

    private void tellAll() {
        List<EventId> idle = Gathered.idle(turn);
        for (int from = 0, to = 0; from < turn.size(); from = to) {
            Event first = turn.get(from);
            while (to < turn.size() && Gathered.kind(turn.get(to)).equals(Gathered.kind(first))) {
                to++;
            }
            gathered.lines(turn.subList(from, to)).forEach(text -> line(first, 1, text));
            tellBeliefs(first instanceof Event.Believed ? turn.subList(from, to) : List.of());
            if (!idle.contains(first.id())) {
                tell(first);
            }
        }
        if (!idle.isEmpty()) {
            line(turn.getLast(), 1, names.people(idle.stream().map(EventId::owner).toList()) + " do nothing");
        }
    }

    private void tell(Event event) {
        switch (event) {
            case Event.Began began -> line(event, 0, began.title() + " (seed " + began.seed() + ")");
            case Event.Acted acted -> line(event, 1, names.person(event.id().owner()) + carried(acted) + ": "
                    + quoted(acted.text()));
            case Event.Believed _ -> {
            }
            case Event.Read read ->
                read.unclear().forEach(unclear -> line(event, 2, "not clear: " + Plain.line(unclear)));
            case Event.Resolved resolved -> tellResolved(resolved);
            case Event.Refused refused when refused.causes().isEmpty() -> line(event, 1, Plain.line(refused.what())
                    + " comes to nothing: " + Plain.line(refused.why()));
            case Event.Refused refused -> line(event, 2, "refused: " + Plain.line(refused.why()));
            case Event.Ended ended -> line(event, 0, ended.why().equals("clock")
                    ? "The time is up."
                    : "The end: " + Plain.line(ended.why()));
            case Event.Replied replied -> {
                if (!replied.outcome().equals("used")) {
                    line(event, 2,
                            names.person(event.id().owner()) + " gave no usable answer (" + replied.outcome() + ")");
                }
            }
            case Event.Consulted consulted -> line(event, 1, names.person(event.id().owner()) + " asks "
                    + Plain.line(consulted.tool()) + " " + quoted(consulted.question()) + ": "
                    + Plain.line(consulted.answer()));
            case Event.Reviewed reviewed when !reviewed.verdict().equals("approved") -> line(event, 1,
                    reviewed(reviewed));
            case Event.Cast _,Event.Benchmarked _,Event.Measured _,Event.Probed _,Event.Recalled _,Event.Observed _,Event.Drafted _,Event.Reviewed _,Event.Stepped _ ->
                {
                }
        }
    }

    /// Whose words, and what was changed about them.
    private String reviewed(Event.Reviewed reviewed) {
        return recent.get(reviewed.causes().getFirst()) instanceof Event.Drafted draft
                ? names.person(reviewed.id().owner()) + (reviewed.verdict().equals("stopped") ? " stops " : " amends ")
                        + names.person(draft.id().owner()) + ": " + quoted(draft.text())
                        + (reviewed.why().isEmpty() ? "" : " because " + quoted(reviewed.why()))
                : "";
    }

    private void tellAs(String person, Event event) {
        boolean own = event.id().owner().equals(person);
        switch (event) {
            case Event.Began began -> line(event, 0, began.title());
            case Event.Cast cast when own ->
                line(event, 1, "You are " + cast.name() + "; you hold " + cast.holdings() + ".");
            case Event.Observed observed when own ->
                observed.causes().forEach(cause -> tellPerceived(person, observed, cause));
            case Event.Believed believed when own -> tellBeliefs(List.of(believed));
            case Event.Consulted consulted when own -> line(event, 1, "You ask " + Plain.line(consulted.tool()) + " "
                    + quoted(consulted.question()) + ": " + Plain.line(consulted.answer()));
            case Event.Reviewed reviewed when !reviewed.verdict().equals("approved") && (own
                    || (recent.get(reviewed.causes().getFirst()) instanceof Event.Drafted draft
                            && draft.id().owner().equals(person))) ->
                line(event, 1, reviewed(reviewed));
            case Event.Acted acted when own -> line(event, 1, "You: " + quoted(acted.text()));
            case Event.Refused refused when concerns(person, refused) -> line(event, 2, "refused: "
                    + Plain.line(refused.why()));
            case Event.Resolved resolved when concerns(person, resolved) -> consequences.of(resolved.effects())
                    .forEach(text -> line(event, 2, text));
            case Event.Recalled recalled when own -> tellRecalled(recalled);
            case Event.Probed probed when own ->
                line(event, 1, "Asked aside, you answer: " + Plain.line(probed.answer()));
            default -> {
            }
        }
    }

    private void tellRecalled(Event.Recalled recalled) {
        for (int i = 0; i < recalled.events().size(); i++) {
            String why = i < recalled.why().size()
                    ? recalled.why().get(i).sequencedEntrySet().stream()
                            .map(part -> part.getKey() + " " + part.getValue().toPlainString())
                            .collect(Collectors.joining(", ", " (", ")"))
                    : "";
            line(recalled, 2, "comes to mind: " + recalled.events().get(i) + ", "
                    + recalled.scores().get(i).toPlainString() + why);
        }
    }

    private void tellPerceived(String person, Event.Observed observed, EventId cause) {
        Event perceived = recent.get(cause);
        String heard = observed.heard().get(cause.toString());
        if (heard != null) {
            line(observed, 1, "you hear: " + quoted(heard));
        } else if (perceived instanceof Event.Resolved resolved && !concerns(person, resolved) && !lapses(resolved)) {
            for (Effect effect : resolved.effects()) {
                if (effect instanceof Effect.Told told && !told.from().equals(person)) {
                    line(resolved, 1,
                            "you hear " + names.person(told.from()) + ", " + Carried.place(told) + ": "
                                    + quoted(told.text()));
                }
            }
            consequences.of(resolved.effects()).forEach(text -> line(resolved, 1, text));
        }
    }

    private void tellResolved(Event.Resolved resolved) {
        if (lapses(resolved)) {
            line(resolved, 1, resolved.effects().size() == 1
                    ? Plain.line(resolved.told())
                    : resolved.effects().size() + " offers lapse");
            return;
        }
        if (resolved.id().step() == 0
                && resolved.effects().stream().allMatch(effect -> effect instanceof Effect.Became)) {
            return;
        }
        if (followsWords(resolved)) {
            consequences.of(resolved.effects()).forEach(text -> line(resolved, 2, text));
            tellNarrated(resolved);
            return;
        }
        if (resolved.told().isEmpty()) {
            consequences.of(resolved.effects()).forEach(text -> line(resolved, 1, text));
        } else {
            line(resolved, 1, Plain.line(resolved.told()));
        }
        for (Effect effect : resolved.effects()) {
            if (effect instanceof Effect.Told told && !told.from().isEmpty()) {
                line(resolved, 1, names.people(told.to()) + " heard " + names.person(told.from()) + ": "
                        + quoted(told.text()));
            }
        }
    }

    /// What a game master put into words of somebody's doing.
    private void tellNarrated(Event.Resolved resolved) {
        for (Effect effect : resolved.effects()) {
            if (effect instanceof Effect.Told told && told.from().isEmpty()) {
                line(resolved, 2, "told to " + names.people(told.to()) + ": " + Plain.line(told.text()));
            }
        }
    }

    private static boolean lapses(Event.Resolved resolved) {
        return !resolved.effects().isEmpty() && resolved.effects().stream()
                .allMatch(effect -> effect instanceof Effect.Closed closed && closed.how().equals("expired"));
    }

    /// What somebody made of one thing they heard; only what is news, unless it is their own story.
    private void tellBeliefs(List<Event> beliefs) {
        List<String> told = opinions.news(beliefs, as.isPresent());
        if (!told.isEmpty()) {
            Event first = beliefs.getFirst();
            line(first, as.isPresent() ? 2 : 1, (as.isPresent()
                    ? "you now give "
                    : names.person(first.id().owner()) + " now gives ") + String.join("; ", told));
        }
    }

    /// Whether something came of what somebody said, and not of the world's own doing.
    private boolean followsWords(Event event) {
        return event.causes().stream().map(recent::get)
                .anyMatch(cause -> cause instanceof Event.Acted || cause instanceof Event.Read);
    }

    private boolean concerns(String person, Event event) {
        return event.causes().stream().anyMatch(cause -> isBy(person, cause));
    }

    private boolean isBy(String person, EventId cause) {
        if (cause.owner().equals(person)) {
            return true;
        }
        return recent.get(cause) instanceof Event.Read read
                && read.causes().stream().anyMatch(words -> words.owner().equals(person));
    }

    /// @return ` (doorstep, to Ilse Varga)` for words a channel carried; empty otherwise
    private String carried(Event.Acted acted) {
        return carried.of(acted).map(told -> " (" + Carried.place(told) + ", to " + names.people(told.to()) + ")")
                .orElse("");
    }

    private void line(Event event, int depth, String text) {
        if (event.id().step() != step) {
            step = event.id().step();
            String heading = names.step(step);
            lines.accept(new Line(event.id(), 0, ""));
            lines.accept(new Line(event.id(), 0,
                    heading.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + heading.substring(1)));
        }
        lines.accept(new Line(event.id(), depth, text));
    }

    private static String quoted(String text) {
        return text.isBlank() ? "(nothing)" : "“" + Plain.line(text.strip()) + "”";
    }
}
