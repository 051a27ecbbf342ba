package microcosm.viewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

import microcosm.trace.Event;
import microcosm.trace.EventId;

/// Events of one kind that come one after another, said in one line.
final class Gathered {
    /// Of more people than this nobody reads each line.
    static final int FEW = 12;

    private static final int MANY = 3;

    private final Names names;

    Gathered(Names names) { this.names = names; }

    /// @return the same for events that are to be said together; their id for those that stand alone
    static String kind(Event event) {
        return switch (event) {
            case Event.Cast _ -> "cast";
            case Event.Benchmarked _ -> "benchmarked";
            case Event.Measured _ -> "measured";
            case Event.Probed probed -> "probed " + probed.probe();
            case Event.Believed believed -> "believed " + believed.id().owner() + " " + believed.causes();
            case Event.Began _,Event.Replied _,Event.Consulted _,Event.Drafted _,Event.Reviewed _,Event.Recalled _,Event.Observed _,Event.Acted _,Event.Read _,Event.Resolved _,Event.Refused _,Event.Stepped _,Event.Ended _ ->
                event.id().toString();
        };
    }

    /// @param events of one kind
    /// @return nothing for events that stand alone
    List<String> lines(List<Event> events) {
        return switch (events.getFirst()) {
            case Event.Cast _ -> cast(only(events, Event.Cast.class));
            case Event.Benchmarked _ -> List.of("for comparison: " + only(events, Event.Benchmarked.class).stream()
                    .map(b -> b.name() + " " + Numbers.shown(b.value())).collect(Collectors.joining(", ")));
            case Event.Measured _ -> List.of(only(events, Event.Measured.class).stream()
                    .map(m -> m.measure() + " " + Numbers.shown(m.value())).collect(Collectors.joining(" · ")));
            case Event.Probed probed -> List.of(probed(probed.probe(), only(events, Event.Probed.class)));
            case Event.Began _,Event.Replied _,Event.Consulted _,Event.Drafted _,Event.Reviewed _,Event.Recalled _,Event.Observed _,Event.Believed _,Event.Acted _,Event.Read _,Event.Resolved _,Event.Refused _,Event.Stepped _,Event.Ended _ ->
                List.of();
        };
    }

    /// Who did something of which nothing came, where they are many: words that nobody heard, nothing changed and nothing refused.
    ///
    /// @return ids of their words; empty where they are few
    static List<EventId> idle(List<Event> turn) {
        var words = new LinkedHashMap<EventId, EventId>();
        var idle = new LinkedHashSet<EventId>();
        for (Event event : turn) {
            switch (event) {
                case Event.Acted acted -> idle.add(acted.id());
                case Event.Read read -> read.causes().forEach(cause -> words.put(read.id(), cause));
                case Event.Resolved resolved when !resolved.effects().isEmpty() -> resolved.causes()
                        .forEach(cause -> idle.remove(words.getOrDefault(cause, cause)));
                case Event.Refused refused -> refused.causes()
                        .forEach(cause -> idle.remove(words.getOrDefault(cause, cause)));
                default -> {
                }
            }
        }
        return idle.size() > MANY ? List.copyOf(idle) : List.of();
    }

    private List<String> cast(List<Event.Cast> cast) {
        if (cast.size() > FEW) {
            return List.of(cast.size() + " people: " + names.people(cast.stream().map(c -> c.id().owner()).toList()));
        }
        var lines = new ArrayList<String>();
        cast.stream().filter(c -> !c.holdings().isEmpty())
                .forEach(c -> lines.add(c.name() + " holds " + c.holdings()));
        List<String> bare = cast.stream().filter(c -> c.holdings().isEmpty()).map(Event.Cast::name).toList();
        if (!bare.isEmpty()) {
            lines.add(Names.listed(bare) + (bare.size() == 1 ? " holds nothing" : " hold nothing"));
        }
        return lines;
    }

    private String probed(String probe, List<Event.Probed> answers) {
        String asked = "asked aside (" + probe + "): ";
        if (answers.size() <= FEW) {
            return asked + answers.stream()
                    .map(answer -> names.person(answer.id().owner()) + " " + Plain.line(answer.answer()))
                    .collect(Collectors.joining(", "));
        }
        var numbers = answers.stream().map(Event.Probed::answer)
                .filter(answer -> answer.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?"))
                .mapToDouble(Double::parseDouble).summaryStatistics();
        return asked + answers.size() + " people" + (numbers.getCount() == 0
                ? ""
                : ", from " + Math.round(numbers.getMin()) + " to " + Math.round(numbers.getMax()) + ", mean "
                        + Math.round(numbers.getAverage()));
    }

    private static <E extends Event> List<E> only(List<Event> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
