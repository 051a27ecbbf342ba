package microcosm.gamemaster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

import microcosm.models.ModelName;
import microcosm.models.ModelSetup;
import microcosm.models.Models;
import microcosm.models.Reply;
import microcosm.models.Request;

/// How models are reached in this sitting. No part of a run's identity.
///
/// @param setup keys, budget, deadlines; the run puts its own journal and log of calls in
/// @param here models that answer in this process: a human at the terminal, a stub
public record Switchboard(ModelSetup setup, SequencedMap<ModelName, Function<Request, Reply>> here) {
    /// Nobody can be reached over a network that needs a key.
    public static final Switchboard NONE = of(ModelSetup.of(new LinkedHashMap<>()));

    public Switchboard {
        here = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(here));
    }

    public static Switchboard of(ModelSetup setup) { return new Switchboard(setup, new LinkedHashMap<>()); }

    /// @param replies must give the same for the same request, or be asked only once for each
    public Switchboard with(ModelName name, Function<Request, Reply> replies) {
        var more = new LinkedHashMap<>(here);
        more.put(name, replies);
        return new Switchboard(setup, more);
    }

    Models open(ModelSetup with) {
        var models = new Models(with);
        here.forEach(models::answering);
        return models;
    }
}
