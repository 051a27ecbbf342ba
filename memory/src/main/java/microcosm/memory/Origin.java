package microcosm.memory;

/// Where candidates come from: a person's fresh memories, or their stretch of one part of the index.
interface Origin {
    /// @param place as given to [Candidates#add]
    Remembrance memory(int place);

    /// Reports each candidate of this origin that has a term, in the order they were added.
    void match(String term, Matches matches);

    interface Matches {
        /// @param slot of the candidate
        /// @param count how often the term occurs in it, at least 1
        void add(int slot, int count);
    }
}
