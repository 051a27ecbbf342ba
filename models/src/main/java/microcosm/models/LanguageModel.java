package microcosm.models;

import microcosm.prompts.Prompt;

/// Something that answers prompts. Live, replayed, cached and budgeted ones look alike. Safe for use by several threads.
public interface LanguageModel {
    /// @return how it is named on the command line: `openai:NAME`, `scripted:FILE`
    String name();

    /// Asks, and reads the answer as what was asked for.
    ///
    /// @param call names this question within the run, and nothing else ever: `12.1/ada/3`
    /// @return an answer that could be used, or one that says why none could
    /// @throws ModelException if no answer could be had: the network or the provider failed, or a budget is spent
    <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) throws ModelException;
}
