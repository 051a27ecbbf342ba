package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;

import microcosm.models.Fields;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;

/// Asks an overseer who is a model, or a human, whether somebody's words may pass.
record Reviewing(Review.Draft draft) implements Question<Review> {
    private static final List<String> VERDICTS = List.of("approve", "amend", "stop");

    @Override
    public String purpose() { return "review"; }

    @Override
    public String schema() {
        var fields = new LinkedHashMap<String, ReplySchema>();
        fields.put("thought", new ReplySchema.Text(""));
        fields.put("verdict", new ReplySchema.OneOf(VERDICTS, ""));
        fields.put("do", new ReplySchema.Text(""));
        fields.put("why", new ReplySchema.Text(""));
        return new ReplySchema.Fielded(fields).json();
    }

    @Override
    public Review read(String reply) throws UnusableReplyException {
        Fields fields = Fields.of(reply);
        String why = fields.text("why").strip();
        String words = fields.text("do").strip();
        return switch (fields.text("verdict").strip()) {
            case "approve" -> Review.approved(draft);
            case "stop" -> Review.stopped(why);
            case "amend" -> {
                if (words.isEmpty()) {
                    throw new UnusableReplyException("unparsable",
                            "do: expected the words that are to be said and done instead.");
                }
                yield Review.amended(draft, words, why);
            }
            default -> throw new UnusableReplyException("unparsable",
                    "verdict: expected one of " + String.join(", ", VERDICTS) + ".");
        };
    }
}
