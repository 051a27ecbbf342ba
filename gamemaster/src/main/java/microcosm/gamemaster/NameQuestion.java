package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import microcosm.models.Fields;
import microcosm.models.Question;
import microcosm.models.ReplySchema;
import microcosm.models.UnusableReplyException;

/// Which of these, or none of them?
///
/// @param field in which the reply names it
/// @param none what is named where it is none of them
record NameQuestion(String purpose, String field, List<String> names, String none) implements Question<String> {
    NameQuestion {
        names = List.copyOf(names);
    }

    @Override
    public String schema() {
        var options = new ArrayList<>(names);
        options.add(none);
        var fields = new LinkedHashMap<String, ReplySchema>();
        fields.put(field, new ReplySchema.OneOf(options, ""));
        return new ReplySchema.Fielded(fields).json();
    }

    /// As it was written, whether anybody is called so or not.
    @Override
    public String read(String reply) throws UnusableReplyException {
        String name = Fields.of(reply).text(field).strip();
        if (name.isEmpty()) {
            throw new UnusableReplyException("unparsable", field + ": expected one of " + String.join(", ", names)
                    + ", or " + none + ".");
        }
        return name;
    }
}
