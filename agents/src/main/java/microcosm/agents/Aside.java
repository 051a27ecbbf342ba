package microcosm.agents;

import java.util.LinkedHashMap;

import microcosm.models.Fields;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;
import microcosm.worlds.ActionSpec;

/// A question on the side.
///
/// @param purpose `probe` or `interview`
/// @param spec what an answer is
record Aside(String purpose, ActionSpec spec) implements Question<String> {
    @Override
    public String schema() {
        var fields = new LinkedHashMap<String, ReplySchema>();
        fields.put("thought", new ReplySchema.Text(""));
        fields.put("answer", Deliberation.answer(spec));
        return new ReplySchema.Fielded(fields).json();
    }

    @Override
    public String read(String reply) throws UnusableReplyException {
        return Deliberation.fitting(Fields.of(reply).text("answer"), "answer", spec);
    }
}
