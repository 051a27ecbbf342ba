package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.models.Fields;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.ReplySchema.Fielded;
import microcosm.models.ReplySchema.Listed;
import microcosm.models.ReplySchema.OneOf;
import microcosm.models.ReplySchema.Text;
import microcosm.models.ReplySchema.Whole;
import microcosm.models.UnusableReplyException;
import microcosm.worlds.ActionSpec;

/// What somebody's model makes of a turn: one structured reply.
///
/// @param credences claim → in [0, 100]; claims that were not asked about are passed over
/// @param plan what they mean to do, in their own words; may hold nothing
/// @param does what they say and do, as it will be heard and read; empty for nothing
/// @param use a tool they would ask before they act; then nothing else of the reply counts
record Deliberation(SequencedMap<String, Integer> credences, Plan plan, String does, Optional<Use> use) {
    private static final String NO_TOOL = "none";

    Deliberation {
        credences = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(credences));
    }

    /// A question to a tool, to be answered before they act.
    record Use(String tool, String question) {}

    /// What a reply is to look like. One turn is mostly asked for as the one before.
    ///
    /// @param tools ids of the tools they may ask first
    record Form(ActionSpec spec, Mind mind, List<String> tools, String schema) {
        static Form of(ActionSpec spec, Mind mind, List<String> tools) {
            return new Form(spec, mind, List.copyOf(tools), Deliberation.schema(spec, mind, tools).json());
        }

        boolean isOf(ActionSpec other, Mind own, List<String> open) {
            return spec.equals(other) && mind.equals(own) && tools.equals(open);
        }

        /// Asks for a turn.
        ///
        /// @param claims ids of the claims asked about
        Question<Deliberation> question(List<String> claims) {
            return new Question<>() {
                @Override
                public String purpose() { return "act"; }

                @Override
                public String schema() { return schema; }

                @Override
                public Deliberation read(String reply) throws UnusableReplyException {
                    return Deliberation.read(Fields.of(reply), spec, mind, claims, tools);
                }
            };
        }
    }

    private static ReplySchema schema(ActionSpec spec, Mind mind, List<String> tools) {
        var fields = new LinkedHashMap<String, ReplySchema>();
        (mind.threeQuestions() ? List.of("situation", "person", "would") : List.of("thought"))
                .forEach(name -> fields.put(name, new Text("")));
        var credence = new LinkedHashMap<String, ReplySchema>();
        credence.put("claim", new Text(""));
        credence.put("likely", new Whole("from 0 to 100"));
        fields.put("credences", new Listed(new Fielded(credence), ""));
        fields.put("plan", Plan.schema(mind));
        if (!tools.isEmpty()) {
            var options = new ArrayList<String>(tools);
            options.add(NO_TOOL);
            fields.put("tool", new OneOf(options, ""));
            fields.put("question", new Text(""));
        }
        fields.put("do", answer(spec));
        return new Fielded(fields);
    }

    static ReplySchema answer(ActionSpec spec) {
        return switch (spec) {
            case ActionSpec.Attempting _,ActionSpec.Speak _ -> new Text("");
            case ActionSpec.Choose(String _, List<String> options) -> new OneOf(options, "");
            case ActionSpec.Quantity(String _, BigDecimal least, BigDecimal most, String _) -> new ReplySchema.Decimal(
                    "from " + least.toPlainString() + " to " + most.toPlainString());
        };
    }

    private static Deliberation read(Fields reply, ActionSpec spec, Mind mind, List<String> claims,
            List<String> tools) throws UnusableReplyException {
        String tool = reply.text("tool").strip();
        if (!tool.isEmpty() && !tool.equals(NO_TOOL)) {
            if (!tools.contains(tool)) {
                throw unusable("tool", "\"" + tool + "\" cannot be asked now; "
                        + (tools.isEmpty()
                                ? "no tool can"
                                : "expected one of " + String.join(", ", tools)
                                        + " or " + NO_TOOL));
            }
            return new Deliberation(new LinkedHashMap<>(), Plan.NONE, "",
                    Optional.of(new Use(tool, reply.text("question").strip())));
        }
        var credences = new LinkedHashMap<String, Integer>();
        for (Fields one : reply.objects("credences")) {
            String claim = one.text("claim").strip();
            int likely = one.whole("likely");
            if (likely < 0 || likely > 100) {
                throw unusable("credences", "\"likely\" is " + likely + " and must be from 0 to 100");
            }
            if (claims.contains(claim)) {
                credences.put(claim, likely);
            }
        }
        return new Deliberation(credences, Plan.read(reply, mind), fitting(reply.text("do"), "do", spec),
                Optional.empty());
    }

    /// @return the answer as the spec wants it
    static String fitting(String words, String field, ActionSpec spec) throws UnusableReplyException {
        String answer = words.strip();
        switch (spec) {
            case ActionSpec.Attempting _,ActionSpec.Speak _ -> {
                return answer;
            }
            case ActionSpec.Choose(String _, List<String> options) -> {
                if (!options.contains(answer)) {
                    throw unusable(field, "\"" + answer + "\" is none of " + String.join(", ", options));
                }
                return answer;
            }
            case ActionSpec.Quantity(String _, BigDecimal least, BigDecimal most, String _) -> {
                BigDecimal number = number(answer, field);
                if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                    throw unusable(field, answer + " is not from " + least.toPlainString() + " to "
                            + most.toPlainString());
                }
                return number.toPlainString();
            }
        }
    }

    private static BigDecimal number(String words, String field) throws UnusableReplyException {
        try {
            if (words.length() > 40) {
                throw unusable(field, "it is no number");
            }
            BigDecimal number = new BigDecimal(words);
            if (Math.abs(number.scale()) > 40) {
                throw unusable(field, "it is no number of a usual size");
            }
            return number;
        } catch (NumberFormatException e) {
            throw unusable(field, "\"" + words + "\" is no number");
        }
    }

    private static UnusableReplyException unusable(String field, String what) {
        return new UnusableReplyException("unparsable", field + ": " + what + ".");
    }
}
