package microcosm.gamemaster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.agents.Inner;
import microcosm.agents.Situation;
import microcosm.trace.Effect;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Phase;
import microcosm.worlds.World.GameMasterKind;

/// A game master who leaves phases to others: the vote to rules, the talk to a model. What is not left to anybody is theirs: the time
/// between phases, and whether it is over.
final class Delegating implements GameMaster {
    private final GameMaster own;
    private final Map<GameMasterKind, GameMaster> others;

    /// @param others by kind; a kind that is not there is played by `own`
    Delegating(GameMaster own, Map<GameMasterKind, GameMaster> others) {
        this.own = own;
        this.others = new EnumMap<>(others);
    }

    private GameMaster of(Moment moment) {
        return moment.phase().flatMap(Phase::gameMaster).map(kind -> others.getOrDefault(kind, own)).orElse(own);
    }

    @Override
    public Optional<Call> next(Moment moment, int gone, Desk desk) { return of(moment).next(moment, gone, desk); }

    @Override
    public Situation shown(String person, Moment moment) { return of(moment).shown(person, moment); }

    @Override
    public Read read(String person, ActionSpec spec, String text, Moment moment, Inner inner) {
        return of(moment).read(person, spec, text, moment, inner);
    }

    @Override
    public List<Ruling> settle(List<Deed> deeds, Moment moment, Desk desk) {
        return of(moment).settle(deeds, moment, desk);
    }

    @Override
    public String tell(List<Effect> effects, String reader, Moment before) {
        return of(before).tell(effects, reader, before);
    }

    @Override
    public Optional<Over> over(Moment moment, Desk desk) { return own.over(moment, desk); }
}
