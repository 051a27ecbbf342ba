package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

import microcosm.agents.Agent;
import microcosm.agents.Review;
import microcosm.agents.Review.Verdict;
import microcosm.speech.Reading;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.Oversight;

/// Shows overseers what those who answer to them are about to say and do. Who has several is looked at by one after another, as the world
/// lists them; different overseers look at the same time, one of them at one draft after another.
final class Overseers {
    private final Course course;
    private final Map<String, Agent> agents;
    private final GameMaster gameMaster;
    private final Asking asking;

    Overseers(Course course, Map<String, Agent> agents, GameMaster gameMaster, Asking asking) {
        this.course = course;
        this.agents = agents;
        this.gameMaster = gameMaster;
        this.asking = asking;
    }

    /// @param reading what rules read in the words
    /// @return who must be asked before somebody says this, in the order in which they are; nobody twice
    static List<String> of(String person, Reading reading, Moment moment) {
        var overseers = new LinkedHashSet<String>();
        for (Oversight row : moment.world().dealings().oversight()) {
            boolean there = !row.overseer().equals(person) && moment.state().attribute(row.overseer(), "alive")
                    .filter("no"::equals).isEmpty();
            if (there && Hearing.includes(row.of(), person, row.overseer(), moment) && isNeeded(row, reading)) {
                overseers.add(row.overseer());
            }
        }
        return List.copyOf(overseers);
    }

    private static boolean isNeeded(Oversight row, Reading reading) {
        boolean unread = reading.attempts().isEmpty() || !reading.unclear().isEmpty();
        return row.actions().isEmpty() || unread || reading.attempts().stream()
                .anyMatch(attempt -> row.actions().contains(attempt.action())
                        || attempt.action().equals(ModelGameMaster.ATTEMPT));
    }

    /// Somebody's words that wait for leave.
    ///
    /// @param overseers still to be asked
    /// @param draft as it was drafted
    /// @param causes the draft and what overseers said to it
    record Held(List<String> overseers, Review.Draft draft, List<EventId> causes) {
        Held {
            overseers = List.copyOf(overseers);
            causes = List.copyOf(causes);
        }
    }

    private record Reviewed(Notes notes, List<Looked> drafts) {}

    private record Looked(Held left, Review review, EventId event) {}

    /// @param drafts in the order of the turn
    /// @return what is said now, and the events it follows from, in that order
    List<Held> leave(List<Held> drafts) {
        var now = new LinkedHashMap<EventId, Held>();
        drafts.forEach(draft -> now.put(draft.draft().event(), draft));
        for (SequencedMap<String, List<Held>> next = waiting(now); !next.isEmpty(); next = waiting(now)) {
            List<Map.Entry<String, List<Held>>> desks = List.copyOf(next.sequencedEntrySet());
            List<Notes> notes = desks.stream()
                    .map(desk -> new Notes(desk.getKey(), course.ids(desk.getKey()), course.moment())).toList();
            var at = new ArrayList<Integer>();
            for (int i = 0; i < desks.size(); i++) {
                at.add(i);
            }
            for (Reviewed reviewed : asking.all(at, i -> review(notes.get(i), desks.get(i).getValue()))) {
                reviewed.notes().events().forEach(course::happen);
                reviewed.drafts().forEach(one -> {
                    now.put(one.left().draft().event(), one.left());
                    course.reviewed(one.left().draft().from(), reviewed.notes().person(), one.review(), one.event());
                });
            }
        }
        return List.copyOf(now.sequencedValues());
    }

    private static SequencedMap<String, List<Held>> waiting(SequencedMap<EventId, Held> drafts) {
        var waiting = new LinkedHashMap<String, List<Held>>();
        drafts.sequencedValues().stream()
                .filter(held -> !held.overseers().isEmpty() && !held.draft().text().isBlank()).forEach(held -> waiting
                        .computeIfAbsent(held.overseers().getFirst(), _ -> new ArrayList<>()).add(held));
        return waiting;
    }

    private Reviewed review(Notes notes, List<Held> drafts) {
        String overseer = notes.person();
        Agent agent = agents.get(overseer);
        if (agent == null) {
            throw new IllegalStateException("nobody plays " + overseer);
        }
        var left = new ArrayList<Looked>();
        for (Held held : drafts) {
            int before = notes.events().size();
            Review review = agent.review(held.draft(), gameMaster.shown(overseer, course.moment()), notes);
            var causes = new ArrayList<EventId>();
            causes.add(held.draft().event());
            notes.events().subList(before, notes.events().size()).forEach(event -> causes.add(event.id()));
            EventId reviewed = notes.write(id -> new Event.Reviewed(id, causes,
                    review.verdict().name().toLowerCase(Locale.ROOT), review.text(), review.why()));
            var all = new ArrayList<>(held.causes());
            all.add(reviewed);
            left.add(new Looked(new Held(review.verdict() == Verdict.STOPPED
                    ? List.of()
                    : held.overseers().subList(1, held.overseers().size()),
                    new Review.Draft(held.draft().event(), held.draft().from(), review.text(),
                            review.verdict() == Verdict.APPROVED ? held.draft().attempts() : List.of()),
                    all), review, reviewed));
        }
        return new Reviewed(notes, left);
    }
}
