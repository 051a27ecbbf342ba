package microcosm.agents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.memory.Remembrance;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Channel;
import microcosm.worlds.Person;
import microcosm.worlds.Probe;
import microcosm.worlds.Schedule;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyAgentTest {
    private final Remembered memory = new Remembered();

    @Test
    void a_probe_is_answered_from_the_credence_between_the_bounds_asked_for() {
        Agent ada = agent(Village.person("ada").believes(Village.STOP, 0.724), true);

        assertThat(answer(ada, new ActionSpec.Quantity("How likely?", BigDecimal.ZERO, new BigDecimal("100"), "")))
                .isEqualTo("72");
        assertThat(answer(ada, new ActionSpec.Quantity("How likely?", BigDecimal.ZERO, BigDecimal.ONE, "")))
                .isEqualTo("0.72");
        assertThat(answer(ada, new ActionSpec.Choose("Will it?", List.of("yes", "perhaps", "no")))).isEqualTo("yes");
        assertThat(answer(ada, new ActionSpec.Speak("What do you think?"))).isEqualTo("72 in 100");
    }

    @Test
    void what_is_perceived_is_remembered_with_its_event() {
        Agent ada = agent(Village.person("ada"), true);
        var event = new EventId(2, 1, "bo", 1);

        ada.observe(new Perception(event, 2, Perception.Kind.HEARD, Optional.of("bo"), Optional.of("square"),
                "Bo: good morning.", List.of(), List.of()), new Inside("ada", 1, 2));

        assertThat(memory.all("ada")).containsExactly(new Remembrance(event, 2, "Bo: good morning.", 0.2));
    }

    @Test
    void with_speech_off_an_intent_is_said_in_calls() {
        Agent ada = agent(Village.person("ada").goal("coin").option("trade", "1").holds("3 grain"), false);
        var play = new Play(new Village().with(Village.person("ada").goal("coin").holds("3 grain").written())
                .with(Village.person("bo").written()), 3);
        play.step = 1;

        String said = ada.act(Play.TURN, play.situation("ada"), new Inside("ada", 3, 1));

        assertThat(said).isEqualTo("offer(to: Bo, give: 3 grain, get: 3 coin)");
    }

    private static String answer(Agent agent, ActionSpec question) {
        var probe = new Probe("fear", "Fear", Optional.of(Village.STOP), new Channel.Members.Everyone(),
                Schedule.Every.STEP, true, question, Village.HERE);
        return agent.answer(probe, new Play(new Village().with(Village.person("ada").written()), 1).situation("ada"),
                new Inside("ada", 1, 1));
    }

    private Agent agent(Village.Draft draft, boolean speech) {
        Person person = draft.written();
        World w = new Village().with(person).world();
        var world = new World(w.id(), w.title(), w.premise(), w.clock(), w.gameMaster(), speech, w.memory(), w.budget(),
                w.settings(), w.cast(), w.things(), w.dealings(), w.watch(), w.notExecuted(), w.text(), w.digest());
        return Policies.agent(world, person, new EventId(0, 0, "ada", 1), memory,
                (intent, _, _) -> intent.deeds().toString());
    }
}
