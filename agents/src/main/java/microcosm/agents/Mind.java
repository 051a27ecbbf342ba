package microcosm.agents;

import java.util.List;

import microcosm.prompts.Inputs;
import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.worlds.Person;
import microcosm.worlds.Problem;
import microcosm.worlds.WorldException;

/// How a person who is a model is made to think before they act: parts that a world switches on by the trait `mind`, so that results can
/// be repeated with them and without. All of it is in the one call of a turn.
///
/// @param threeQuestions what situation is this, what kind of person am I, what would such a person do? Instead of one free thought.
///         Source: March and Olsen 2011, The Logic of Appropriateness; as in Concordia
/// @param planning a plan of several steps that is shown again and rewritten each turn, instead of one sentence. Source: Park et al. 2023,
///         Generative Agents, section 4.3
record Mind(boolean threeQuestions, boolean planning) {
    /// @throws WorldException if the trait names what there is not
    static Mind of(Person person) {
        List<String> parts = List.of(person.options().getOrDefault(Person.MIND, "plain").split("\\s+"));
        parts.stream().filter(part -> !Person.MINDS.contains(part)).findFirst().ifPresent(unknown -> {
            throw new WorldException(List.of(new Problem(person.at(), "unknown mind \"" + unknown + "\"", List.of(),
                    "known here: " + String.join(", ", Person.MINDS))));
        });
        return new Mind(parts.contains("three-questions"), parts.contains("planning"));
    }

    /// @param unit what one step is called
    /// @param tools names of the tools they have
    Prompt answering(Templates templates, String unit, List<String> tools) {
        return templates.named("agent/answer").render(Inputs.NONE
                .with("thinking", part(templates, threeQuestions ? "three-questions" : "thought", Inputs.NONE))
                .with("planning", part(templates, planning ? "planning" : "intention",
                        Inputs.NONE.with("unit", unit, Passage.PAGE)))
                .with("using", tools.isEmpty()
                        ? Passage.NOTHING
                        : part(templates, "using", Inputs.NONE.with("names", String.join(", ", tools), Passage.PAGE))));
    }

    private static Passage part(Templates templates, String name, Inputs inputs) {
        return Passage.of(templates.named("agent/" + name).render(inputs));
    }
}
