package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import microcosm.memory.Formative;
import microcosm.memory.Memory;
import microcosm.models.Fields;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;
import microcosm.prompts.Inputs;
import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// What somebody played by a model brings from before the first step beside what the author wrote (trait `formative`): told by that model in
/// one call before the first step, dated, and remembered as memories of the reply. The reply is in the journal and in the trace, so that
/// nobody is asked a second time.
///
/// Source: Concordia's formative memories (Vezhnevets et al. 2023, arXiv 2312.03664).
final class Upbringing {
    private final World world;
    private final Person person;
    private final Memory memory;
    private final Templates templates;
    private final int wanted;

    Upbringing(World world, Person person, Memory memory, Templates templates) {
        this.world = world;
        this.person = person;
        this.memory = memory;
        this.templates = templates;
        wanted = world.memory().keep().equals("none") ? 0 : person.formative();
    }

    /// Asks, if any are wanted; nothing is remembered where no reply could be used, and the trace says why.
    ///
    /// @param preface who the person is, and their world
    void tell(LanguageModel model, Passage preface, Inner inner) {
        if (wanted == 0) {
            return;
        }
        Prompt prompt = templates.named("agent/formative").render(Inputs.NONE.with("person", preface)
                .with("many", String.valueOf(wanted), Passage.PAGE).with("unit", world.clock().unit(), Passage.PAGE));
        var asked = Asked.ask(model, prompt, new Telling(wanted), inner);
        Formative.memories(asked.value().orElse(List.of()), asked.replied(), world.clock())
                .forEach(one -> memory.remember(person.id(), one));
    }

    private record Telling(int many) implements Question<List<Person.DatedMemory>> {
        @Override
        public String purpose() { return "formative"; }

        @Override
        public String schema() {
            var one = new LinkedHashMap<String, ReplySchema>();
            one.put("when", new ReplySchema.Text("how long ago, such as three winters ago"));
            one.put("memory", new ReplySchema.Text(""));
            var fields = new LinkedHashMap<String, ReplySchema>();
            fields.put("memories", new ReplySchema.Listed(new ReplySchema.Fielded(one), ""));
            return new ReplySchema.Fielded(fields).json();
        }

        @Override
        public List<Person.DatedMemory> read(String reply) throws UnusableReplyException {
            var memories = new ArrayList<Person.DatedMemory>();
            for (Fields one : Fields.of(reply).objects("memories")) {
                String when = one.text("when").strip();
                String text = one.text("memory").strip();
                if (text.isEmpty() || !Formative.isDated(when)) {
                    throw unusable(text.isEmpty()
                            ? "a memory is empty"
                            : "\"when\" is \"" + when + "\" and must say how long ago, such as three winters ago");
                }
                memories.add(new Person.DatedMemory(when, text));
            }
            if (memories.size() != many) {
                throw unusable("there are " + memories.size() + " and should be " + many);
            }
            return List.copyOf(memories);
        }

        private static UnusableReplyException unusable(String what) {
            return new UnusableReplyException("unparsable", "memories: " + what + ".");
        }
    }
}
