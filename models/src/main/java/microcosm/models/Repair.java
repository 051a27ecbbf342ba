package microcosm.models;

import java.util.List;

/// Asking again: the model's last reply, and in one message what is wrong with it.
final class Repair {
    private static final int SHOWN = 2_000;

    private Repair() {}

    /// Whether another turn may help. Who refuses is not pressed, and a provider's filter is not probed.
    static boolean helps(UnusableReplyException unusable) {
        return !unusable.kind().equals(Unusable.REFUSAL) && !unusable.kind().equals(Unusable.FILTERED);
    }

    static List<Message> messages(Reply reply, UnusableReplyException unusable) {
        var shown = reply.text().isBlank()
                ? "(nothing)"
                : reply.text().substring(0, reply.text().offsetByCodePoints(0,
                        Math.min(SHOWN, reply.text().codePointCount(0, reply.text().length()))));
        return List.of(Message.replied(shown), Message.told("That reply could not be used: " + unusable.getMessage()
                + "\nReply again, with nothing but what was asked for."));
    }
}
