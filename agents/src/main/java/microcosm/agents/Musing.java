package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import microcosm.memory.Memory;
import microcosm.memory.Remembrance;
import microcosm.models.Fields;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;
import microcosm.prompts.Inputs;
import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.trace.EventId;
import microcosm.worlds.World;

/// What somebody played by a model makes of what they lived through, once its importance sums up to what the world says (`reflect`):
/// insights in their own words, each citing the memories it rests on, remembered like anything else. One call, answered from the journal
/// like any other.
///
/// Source: Park et al. 2023, "Generative Agents" (arXiv 2304.03442), section 4.2.
final class Musing {
    private static final int MOST_CONSIDERED = 40;
    private static final int MOST_INSIGHTS = 3;

    private final String person;
    private final Memory memory;
    private final Templates templates;
    private final double threshold;
    private final List<Remembrance> lately = new ArrayList<>();
    private double importance;

    Musing(World world, String person, Memory memory, Templates templates) {
        this.person = person;
        this.memory = memory;
        this.templates = templates;
        threshold = world.memory().keep().equals("none")
                ? 0
                : Double.parseDouble(world.memory().options().getOrDefault("reflect", "0"));
    }

    /// Something was lived through.
    void lived(Remembrance one) {
        if (threshold > 0) {
            memory.musesAlone(person);
            lately.add(one);
            importance += one.importance();
            if (lately.size() > MOST_CONSIDERED) {
                lately.removeFirst();
            }
        }
    }

    /// Asks for insights, if it is time.
    ///
    /// @param preface who the person is, and their world
    void muse(LanguageModel model, Passage preface, int step, Inner inner) {
        if (threshold == 0 || importance < threshold) {
            return;
        }
        var considered = List.copyOf(lately);
        lately.clear();
        importance = 0;
        var lines = new ArrayList<Passage>();
        for (Remembrance one : considered) {
            lines.add(Passage.quoted(lines.size() + 1 + ". " + Lived.cut(one.text()), one.event().toString()));
        }
        Prompt prompt = templates.named("agent/reflect").render(Inputs.NONE.with("person", preface)
                .with("lately", Passage.lines(lines)));
        Asked<List<Insight>> asked = Asked.ask(model, prompt, new Reflecting(considered.size()), inner);
        for (Insight insight : asked.value().orElse(List.of())) {
            List<Remembrance> cited = insight.because().stream().map(number -> considered.get(number - 1)).toList();
            List<EventId> restsOn = cited.stream().map(Remembrance::event).distinct().toList();
            double weight = cited.stream().mapToDouble(Remembrance::importance).max().orElseThrow();
            memory.remember(person,
                    new Remembrance(asked.replied(), step, insight.text(), weight, false, restsOn));
        }
    }

    /// @param because numbers of memories, from 1, at least one
    private record Insight(String text, List<Integer> because) {}

    private record Reflecting(int memories) implements Question<List<Insight>> {
        @Override
        public String purpose() { return "reflect"; }

        @Override
        public String schema() {
            var insight = new LinkedHashMap<String, ReplySchema>();
            insight.put("because", new ReplySchema.Text("numbers, such as 1, 4"));
            insight.put("insight", new ReplySchema.Text(""));
            var fields = new LinkedHashMap<String, ReplySchema>();
            fields.put("insights", new ReplySchema.Listed(new ReplySchema.Fielded(insight), ""));
            return new ReplySchema.Fielded(fields).json();
        }

        @Override
        public List<Insight> read(String reply) throws UnusableReplyException {
            var insights = new ArrayList<Insight>();
            for (Fields one : Fields.of(reply).objects("insights")) {
                String text = one.text("insight").strip();
                if (text.isEmpty() || insights.size() == MOST_INSIGHTS) {
                    throw unusable(text.isEmpty() ? "an insight is empty" : "there are more than " + MOST_INSIGHTS);
                }
                insights.add(new Insight(text, numbers(one.text("because"))));
            }
            return List.copyOf(insights);
        }

        private List<Integer> numbers(String written) throws UnusableReplyException {
            var numbers = new ArrayList<Integer>();
            for (String number : written.strip().split("\\s*,\\s*", -1)) {
                if (!number.matches("[1-9][0-9]{0,3}") || Integer.parseInt(number) > memories) {
                    throw unusable("\"because\" is \"" + written + "\" and must be numbers from 1 to " + memories
                            + " with commas between them");
                }
                numbers.add(Integer.valueOf(number));
            }
            return numbers;
        }

        private static UnusableReplyException unusable(String what) {
            return new UnusableReplyException("unparsable", "insights: " + what + ".");
        }
    }
}
