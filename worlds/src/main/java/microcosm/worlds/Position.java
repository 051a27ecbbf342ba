package microcosm.worlds;

/// Where something stands in a file.
///
/// @param file the path as the user gave it, with `/` between folders
/// @param line counted from 1
/// @param column counted from 1, in code points
public record Position(String file, int line, int column) implements Comparable<Position> {
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line " + line + " and column " + column + " must be at least 1");
        }
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() { return file + ":" + line + ":" + column; }
}
