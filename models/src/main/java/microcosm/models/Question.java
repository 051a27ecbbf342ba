package microcosm.models;

/// What is wanted of a model.
///
/// @param <T> what a usable reply is read as
public interface Question<T> {
    /// @return what it is for: `act`, `tell`, `probe`
    String purpose();

    /// @return JSON Schema of the reply; empty for plain text
    String schema();

    /// @throws UnusableReplyException if the reply cannot be read; its message is shown to the model when it is asked again
    T read(String reply) throws UnusableReplyException;
}
