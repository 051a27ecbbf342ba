package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

import microcosm.models.Fields;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;
import microcosm.prompts.Passage;

/// What somebody means to do: one sentence, or several with the step each is for.
record Plan(List<Intention> intentions) {
    static final Plan NONE = new Plan(List.of());
    /// How many intentions are kept, and how many characters of each.
    static final int MOST = 6;
    private static final int LONGEST = 300;

    Plan {
        intentions = List.copyOf(intentions);
    }

    /// @param step which it is for; empty for the next one or two
    record Intention(OptionalInt step, String what) {}

    static ReplySchema schema(Mind mind) {
        if (!mind.planning()) {
            return new ReplySchema.Text("");
        }
        var intention = new LinkedHashMap<String, ReplySchema>();
        intention.put("when", new ReplySchema.Whole(""));
        intention.put("what", new ReplySchema.Text(""));
        return new ReplySchema.Listed(new ReplySchema.Fielded(intention), "");
    }

    /// @param reply has the field `plan`; more than is kept of it is left out
    static Plan read(Fields reply, Mind mind) throws UnusableReplyException {
        if (!mind.planning()) {
            String sentence = reply.text("plan").strip();
            return sentence.isEmpty() ? NONE : new Plan(List.of(new Intention(OptionalInt.empty(), sentence)));
        }
        var intentions = new ArrayList<Intention>();
        for (Fields one : reply.objects("plan")) {
            String what = one.text("what").strip();
            if (!what.isEmpty() && intentions.size() < MOST) {
                intentions.add(new Intention(OptionalInt.of(one.whole("when")), what));
            }
        }
        return new Plan(intentions);
    }

    boolean isEmpty() { return intentions.isEmpty(); }

    /// @param unit what one step is called
    /// @param now the step it is
    /// @param source the event in which it was planned
    Passage passage(String unit, int now, String source) {
        return Passage.lines(intentions.stream().map(one -> Passage.line(one.step().isEmpty()
                ? shortened(one.what())
                : "- " + unit + " " + one.step().getAsInt() + (one.step().getAsInt() < now ? ", past" : "") + ": "
                        + shortened(one.what()),
                source)).toList());
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " […]";
    }
}
