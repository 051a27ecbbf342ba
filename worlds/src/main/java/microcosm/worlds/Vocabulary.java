package microcosm.worlds;

import java.util.List;

/// Which names a world may use for what is programmed elsewhere. Found by [java.util.ServiceLoader], so that the checker knows the
/// mechanisms, policies and auditors of the rooms above without importing them.
public interface Vocabulary {
    /// @return what this provider adds, in any order
    List<Word> words();

    /// @param name as a world writes it: `cournot`
    /// @param summary one line for people
    /// @param columns of a mechanism, what it reads of its row under Markets, besides the columns every market may have; one that begins with `NAME` may stand once for
    ///         each person: `NAME unit cost`
    record Word(Kind kind, String name, String summary, List<String> columns) {
        public Word {
            columns = List.copyOf(columns);
        }

        /// A word that reads no columns.
        public Word(Kind kind, String name, String summary) { this(kind, name, summary, List.of()); }
    }

    enum Kind {
        MECHANISM, POLICY, AUDITOR, EFFECT, FUNCTION, TOOL,
        /// What a mechanism brings about and measures can count: `birth`.
        EVENT
    }
}
