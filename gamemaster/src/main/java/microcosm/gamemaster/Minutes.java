package microcosm.gamemaster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.prompts.Passage;
import microcosm.trace.Effect;
import microcosm.trace.Event;

/// What a game master that is a model still knows of what happened: the last things said and done, oldest first. It never grows.
final class Minutes {
    private static final int KEPT = 16;
    private static final int SHOWN = 8;
    private static final int LONGEST = 280;

    private final ArrayDeque<Event.Resolved> kept = new ArrayDeque<>();

    /// Takes in a step that is complete.
    void stepped(Moment moment) {
        moment.past().of(moment.step()).stream().filter(event -> !line(event, moment).isEmpty()).forEach(event -> {
            kept.addLast(event);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        });
    }

    /// @param people ids of those whose sayings and doings, and what befell whom, are wanted; empty for everybody
    Passage lately(List<String> people, Moment moment) {
        var events = new ArrayList<>(kept);
        moment.past().of(moment.step()).stream().filter(event -> !line(event, moment).isEmpty()).forEach(events::add);
        List<Event.Resolved> wanted = events.stream()
                .filter(event -> people.isEmpty() || concerns(event, people)).toList();
        return Passage.lines(wanted.subList(Math.max(0, wanted.size() - SHOWN), wanted.size()).stream()
                .map(event -> line(event, moment)).toList());
    }

    private static boolean concerns(Event.Resolved event, List<String> people) {
        return event.effects().stream().anyMatch(effect -> switch (effect) {
            case Effect.Told(String _, String from, List<String> to, String _) -> people.contains(from)
                    || to.contains(MomentScope.EVERYBODY) || to.stream().anyMatch(people::contains);
            case Effect.Paid(String from, String to, var _) -> people.contains(from) || people.contains(to);
            case Effect.Moved(String person, String _, int _) -> people.contains(person);
            case Effect.Established(String _, String _, List<String> knownTo) -> knownTo
                    .contains(MomentScope.EVERYBODY) || knownTo.stream().anyMatch(people::contains);
            default -> false;
        });
    }

    private static Passage line(Event.Resolved event, Moment moment) {
        Optional<Effect.Told> said = event.effects().stream().filter(Effect.Told.class::isInstance)
                .map(Effect.Told.class::cast).filter(told -> !told.from().isEmpty()).findFirst();
        String unit = moment.world().clock().unit() + " " + event.id().step();
        String source = event.id().toString();
        if (said.isPresent()) {
            String to = said.get().to().contains(MomentScope.EVERYBODY)
                    ? ""
                    : " to " + hearers(said.get().to(), moment);
            return Passage.quoted(unit + ", " + moment.society().name(said.get().from()) + " said" + to + ":",
                    shortened(said.get().text()), source);
        }
        return event.told().isBlank() || event.id().step() == 0
                ? Passage.NOTHING
                : Passage.lines(told(event, moment, unit));
    }

    /// What was told without anybody's saying it, each part with whom it was told; then what else came about.
    private static List<Passage> told(Event.Resolved event, Moment moment, String unit) {
        var lines = new ArrayList<Passage>();
        String rest = event.told();
        for (Effect effect : event.effects()) {
            if (effect instanceof Effect.Told(String _, String _, List<String> to, String text)) {
                rest = rest.replace(text, "");
                lines.add(Passage.quoted(unit + ", you told " + hearers(to, moment) + ":", shortened(text),
                        event.id().toString()));
            }
        }
        if (!rest.isBlank()) {
            lines.add(Passage.line(unit + ": " + shortened(rest.strip().replaceAll(" +", " ")), event.id().toString()));
        }
        return lines;
    }

    private static String hearers(List<String> to, Moment moment) {
        return to.contains(MomentScope.EVERYBODY)
                ? "everybody"
                : String.join(", ", to.stream().map(moment.society()::name).toList());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + " …";
    }
}
