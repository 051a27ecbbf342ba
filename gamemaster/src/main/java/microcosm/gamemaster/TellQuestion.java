package microcosm.gamemaster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import microcosm.models.Fields;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;

/// How is what came of it told? The answer is number → words.
///
/// @param outcomes how many there are
record TellQuestion(int outcomes) implements Question<SequencedMap<Integer, String>> {
    @Override
    public String purpose() { return "tell"; }

    @Override
    public String schema() {
        var one = new LinkedHashMap<String, ReplySchema>();
        one.put("number", new ReplySchema.Whole(""));
        one.put("words", new ReplySchema.Text("may be empty"));
        var fields = new LinkedHashMap<String, ReplySchema>();
        fields.put("told", new ReplySchema.Listed(new ReplySchema.Fielded(one), "one for each number"));
        return new ReplySchema.Fielded(fields).json();
    }

    @Override
    public SequencedMap<Integer, String> read(String reply) throws UnusableReplyException {
        var told = new LinkedHashMap<Integer, String>();
        for (Fields one : Fields.of(reply).objects("told")) {
            int number = one.whole("number");
            if (number < 1 || number > outcomes || told.put(number, one.text("words").strip()) != null) {
                throw new UnusableReplyException("unparsable", "number " + number + ": expected each number from 1 to "
                        + outcomes + " once.");
            }
        }
        return Collections.unmodifiableSequencedMap(told);
    }
}
