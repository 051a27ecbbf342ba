package microcosm.gamemaster;

import java.util.Optional;

import microcosm.agents.Agent;
import microcosm.agents.Inner;
import microcosm.agents.ModelAgent;
import microcosm.agents.Perception;
import microcosm.agents.Situation;
import microcosm.memory.Memory;
import microcosm.models.Answer;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// Lives through what somebody lives through, to say what their model would be asked. Nobody is asked, so it weighs and plans nothing.
final class Shadow implements LanguageModel {
    private final Agent agent;
    private final EventId cast;
    private Optional<Prompt> prompt = Optional.empty();

    /// @param memory its own
    Shadow(World world, Person person, EventId cast, Memory memory, Templates templates) {
        this.cast = cast;
        agent = new ModelAgent(world, person, cast, memory, this, templates);
    }

    void observe(Perception perception, Inner inner) { agent.observe(perception, new Unmarked(inner, cast)); }

    void acted(EventId event, String text) { agent.acted(event, text); }

    /// @return exactly what their model would be asked
    Prompt prompt(ActionSpec spec, Situation situation, Inner inner) {
        String silence = agent.act(spec, situation, new Unmarked(inner, cast));
        return prompt.orElseThrow(() -> new IllegalStateException("asked nobody, and heard \"" + silence + "\""));
    }

    @Override
    public String name() { return "nobody"; }

    @Override
    public <T> Answer<T> ask(String call, Prompt asked, Question<T> question) {
        prompt = Optional.of(asked);
        return new Answer<>(Optional.empty(), "", "empty", "");
    }
}
