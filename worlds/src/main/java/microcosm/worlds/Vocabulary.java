package microcosm.worlds;

import java.util.List;

/// Which names a world may use for what is programmed elsewhere. Found by [java.util.ServiceLoader], so that the checker knows the
/// mechanisms, policies and auditors of the rooms above without importing them.
public interface Vocabulary {
    /// @return what this provider adds, in any order
    List<Word> words();

    /// @param name as a world writes it: `cournot`
    /// @param summary one line for people
    record Word(Kind kind, String name, String summary) {}

    enum Kind {
        MECHANISM, POLICY, AUDITOR, EFFECT, FUNCTION, TOOL
    }
}
