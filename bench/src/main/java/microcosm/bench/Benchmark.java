package microcosm.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Something measured, against a floor or a peer's way of doing it in the same run. Found by [java.util.ServiceLoader].
public interface Benchmark {
    /// @return `worlds`, `society`, `memory`, `models`, `mechanisms` or `audit`
    String name();

    /// Measures.
    ///
    /// @param full whether to take as long as it takes; otherwise under a minute
    /// @param progress told in one line what is being measured
    /// @return rows in the order they are to be shown
    List<Row> measure(boolean full, Consumer<String> progress);

    /// Measures over what somebody has, and not what is shipped.
    ///
    /// @param transcripts a folder of folders
    /// @return none where this benchmark does not read transcripts
    default List<Row> measure(Path transcripts, boolean full, Consumer<String> progress) { return List.of(); }

    /// Measures only what has to do with people who are a stub of a language model.
    ///
    /// @return none where this benchmark has no such people
    default List<Row> ofModels(Consumer<String> progress) { return List.of(); }
}
