package microcosm.models;

/// One turn of the exchange with a model.
///
/// @param who `user` for what it is told, `assistant` for what it replied
public record Message(String who, String text) {
    static Message told(String text) { return new Message("user", text); }

    static Message replied(String text) { return new Message("assistant", text); }
}
