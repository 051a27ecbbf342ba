package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A world file as it stands on the page. Nothing of the text is lost: [Source] has it whole, and every part has its offset.
///
/// @param front empty where the file has no front matter
/// @param title the level 1 heading; empty where there is none
/// @param premise what stands between the title and the first section
/// @param faults what could not be read; the rest of the page stands nonetheless
public record Page(Source source, Optional<FrontMatter> front, Optional<Words> title, List<Block> premise,
        List<Section> sections,
        List<Fault> faults) {
    public Page {
        premise = List.copyOf(premise);
        sections = List.copyOf(sections);
        faults = List.copyOf(faults);
    }

    /// A level 2 heading and what stands under it.
    public record Section(Words heading, List<Block> blocks, List<Entity> entities) {
        public Section {
            blocks = List.copyOf(blocks);
            entities = List.copyOf(entities);
        }
    }

    /// A level 3 heading and what stands under it.
    ///
    /// @param slug GitHub's anchor for the heading, unique on the page
    public record Entity(Words heading, String slug, List<Block> blocks) {
        public Entity {
            blocks = List.copyOf(blocks);
        }
    }

    /// @return every block of the page, sections and entities included, in order
    public List<Block> blocks() {
        var all = new ArrayList<>(premise);
        for (Section section : sections) {
            all.addAll(section.blocks());
            section.entities().forEach(entity -> all.addAll(entity.blocks()));
        }
        return all;
    }
}
