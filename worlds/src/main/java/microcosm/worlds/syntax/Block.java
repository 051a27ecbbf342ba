package microcosm.worlds.syntax;

import java.util.List;

/// What stands under a heading, in the order of the page.
public sealed interface Block {
    /// @return where it begins, in the source
    int offset();

    /// Prose; lines joined by one space.
    record Paragraph(Words words) implements Block {
        @Override
        public int offset() { return words.offset(); }
    }

    /// `- key: value`.
    ///
    /// @param key empty where the bullet has none
    record Bullet(Words key, Words value) implements Block {
        @Override
        public int offset() { return key.isEmpty() ? value.offset() : key.offset(); }
    }

    /// @param rows each as wide as the header: missing cells are empty
    record Table(List<Words> header, List<Row> rows, int offset) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    record Row(List<Words> cells, int offset) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A fenced block.
    ///
    /// @param language what stands after the fence
    record Fence(String language, List<Words> lines, int offset) implements Block {
        public Fence {
            lines = List.copyOf(lines);
        }
    }
}
