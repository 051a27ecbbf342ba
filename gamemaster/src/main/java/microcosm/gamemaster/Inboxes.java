package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;

import microcosm.agents.Perception;

/// What has reached each person and has not been shown to them yet, in the order it did. Changed by the loop alone, between turns.
final class Inboxes {
    private final Society society;
    private final List<List<Perception>> waiting = new ArrayList<>();

    Inboxes(Society society) {
        this.society = society;
        society.ids().forEach(_ -> waiting.add(new ArrayList<>()));
    }

    void add(String person, Perception perception) { waiting.get(society.order(person)).add(perception); }

    void addAllBut(String person, Perception perception) {
        for (int i = 0; i < waiting.size(); i++) {
            if (!society.ids().get(i).equals(person)) {
                waiting.get(i).add(perception);
            }
        }
    }

    /// @return ids of whoever has something waiting, in cast order
    List<String> waiting() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < waiting.size(); i++) {
            if (!waiting.get(i).isEmpty()) {
                ids.add(society.ids().get(i));
            }
        }
        return ids;
    }

    List<Perception> take(String person) {
        int at = society.order(person);
        List<Perception> all = waiting.get(at);
        waiting.set(at, new ArrayList<>());
        return all;
    }
}
