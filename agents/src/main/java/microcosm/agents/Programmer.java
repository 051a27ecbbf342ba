package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.agents.programs.Bot;
import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.speech.Setting;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Market;
import microcosm.worlds.World;

/// Hands in a program from the literature, once, by the action with the effect `choose(market, program)`; see [Bot].
final class Programmer implements Policy {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Word("program", Bot.names(), "what is handed in"),
            new Parameter.Amount("epsilon", 0.1, 0, 1, "how often epsilon-fair-bot cooperates for no reason"));

    private final Market market;
    private final String program;
    private World world;
    private boolean given;
    private Intent intent = new Intent(List.of(), Optional.empty(), Optional.empty());

    Programmer(Persona persona) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        world = persona.world();
        market = traits.market(List.of("program-game"));
        program = Bot.named(traits.word("program")).program(traits.amount("epsilon"));
    }

    @Override
    public void live(World now) { world = now; }

    @Override
    public void observe(Perception perception, Inner inner) {
        // its program does the looking
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        Optional<Deed.Act> deed = given
                ? Optional.empty()
                : new Repertoire(world).with("choose", situation).flatMap(use -> use.deed(market.id(), program));
        given |= deed.isPresent();
        intent = new Intent(deed.<Deed>map(act -> act).stream().toList(), Optional.empty(), Optional.empty());
        return intent;
    }

    /// A program is handed in letter by letter, whether or not the others talk.
    @Override
    public String worded(String text, Situation situation, Inner inner) {
        return new CallRealiser(world).realise(intent, new Setting(situation.person(), situation.people(),
                Optional.empty(), List.of(), List.of()), () -> inner.chance("words"));
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
