package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.gamemaster.GameMaster.Deed;

/// The attempts of one place that rules cannot read, in the order in which they settle.
///
/// @param place its id; empty in a world without places, and for whoever is nowhere
record Scene(String place, List<Deed> deeds) {
    Scene {
        deeds = List.copyOf(deeds);
    }

    /// @return places in the order in which the world declares them
    static List<Scene> of(List<Deed> deeds, Moment moment) {
        SequencedMap<String, List<Deed>> byPlace = new LinkedHashMap<>();
        moment.world().things().places().forEach(place -> byPlace.put(place.id(), new ArrayList<>()));
        byPlace.put("", new ArrayList<>());
        for (Deed deed : deeds) {
            String place = moment.state().whereabouts(deed.actor()).filter(where -> where.arrives() <= moment.step())
                    .map(where -> where.place()).orElse("");
            byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(deed);
        }
        return byPlace.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Scene(entry.getKey(), entry.getValue())).toList();
    }

    /// @return ids of who acts here, once each
    List<String> actors() { return deeds.stream().map(Deed::actor).distinct().toList(); }
}
