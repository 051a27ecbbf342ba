package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import microcosm.agents.Inner;
import microcosm.trace.EventId;

/// A game master's desk in each place: what it writes there is owned by `gm@PLACE`, by `gm` in a world without places.
final class Places implements GameMaster.Desk {
    private final Course course;
    private final Asking asking;

    Places(Course course, Asking asking) {
        this.course = course;
        this.asking = asking;
    }

    private record Worked<A>(Notes notes, A answer) {}

    @Override
    public <A> List<A> each(List<String> places, BiFunction<String, Inner, A> work) {
        List<Notes> notes = places.stream().map(this::notes).toList();
        var at = new ArrayList<Integer>();
        for (int i = 0; i < places.size(); i++) {
            at.add(i);
        }
        List<Worked<A>> worked = asking.all(at,
                i -> new Worked<>(notes.get(i), work.apply(places.get(i), notes.get(i))));
        worked.forEach(one -> one.notes().events().forEach(course::happen));
        return worked.stream().map(Worked::answer).toList();
    }

    private Notes notes(String place) {
        String owner = place.isEmpty() ? EventId.GAME_MASTER : EventId.GAME_MASTER + "@" + place;
        return new Notes(owner, course.ids(owner), course.moment());
    }
}
