package microcosm.gamemaster;

import java.util.Map;
import java.util.Optional;

import microcosm.agents.Agent;
import microcosm.agents.Inner;
import microcosm.agents.Perception;
import microcosm.agents.Policies;
import microcosm.agents.Review;
import microcosm.agents.Situation;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.models.HashedEmbedder;
import microcosm.speech.RuleReader;
import microcosm.speech.RuleRealiser;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Probe;
import microcosm.worlds.World;

/// People who say what they are told to, overseen by whoever the world's policies make of them.
final class Oversights {
    private Oversights() {}

    /// @param lines `1 kit` → words
    static Play byRule(World world, Map<String, String> lines) {
        Memory memory = Memories.open(Optional.empty(), world.clock(), world.memory(), new HashedEmbedder());
        Players players = (person, cast) -> {
            Agent policy = Policies.agent(world, person, cast, memory, new RuleRealiser(world));
            return new Agent() {
                @Override
                public String name() { return person.id(); }

                @Override
                public void observe(Perception perception, Inner inner) { policy.observe(perception, inner); }

                @Override
                public String act(ActionSpec spec, Situation situation, Inner inner) {
                    return lines.getOrDefault(situation.step() + " " + person.id(), "");
                }

                @Override
                public Review review(Review.Draft draft, Situation situation, Inner inner) {
                    return policy.review(draft, situation, inner);
                }

                @Override
                public String answer(Probe probe, Situation situation, Inner inner) { return ""; }
            };
        };
        return Play.of(world, new RulesGameMaster(new RuleReader(world)), players, 1, 1, Interventions.NONE);
    }
}
