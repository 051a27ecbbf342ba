package microcosm.worlds;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Links;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Spelling;
import microcosm.worlds.syntax.Words;

/// What is wrong with a page whatever the arm: unknown sections, headings twice, links that lead nowhere, look-alike letters.
final class PageCheck {
    static final List<String> SECTIONS = List.of("People", "Populations", "Roles", "Places", "Goods", "Holdings",
            "Claims", "Facts",
            "Memories", "Relations", "Channels", "Markets", "Actions", "Phases", "Tools", "Oversight", "Events",
            "Governance",
            "Game master", "Probes", "Measures",
            "Endings", "Audits", "Design", "Notes");
    private static final List<String> WITH_ENTITIES = List.of("People", "Populations", "Roles", "Places", "Claims",
            "Facts", "Tools", "Events",
            "Governance", "Probes", "Notes");
    /// Sections of which only bullets and tables are read.
    private static final List<String> WITHOUT_PROSE = List.of("Goods", "Holdings", "Memories", "Relations", "Markets",
            "Channels", "Actions",
            "Phases", "Oversight", "Measures", "Endings", "Audits", "Design");

    private final Page page;
    private final Problems problems;
    private final Names names;

    PageCheck(Page page, Names names, Problems problems) {
        this.page = page;
        this.problems = problems;
        this.names = names;
    }

    void check() {
        if (page.title().isEmpty()) {
            problems.add(
                    Words.standingFor(page.source(), "",
                            page.sections().isEmpty() ? 0 : page.sections().getFirst().heading().offset()),
                    "a world without a title", "# The title, above the first section");
        }
        page.title().ifPresent(this::letters);
        premise();
        var seen = new LinkedHashSet<String>();
        for (Page.Section section : page.sections()) {
            section(section, seen);
        }
    }

    private void premise() {
        for (Block block : page.premise()) {
            if (!(block instanceof Block.Paragraph(var words))) {
                problems.add(Words.standingFor(page.source(), "", block.offset()),
                        "something other than prose in the premise",
                        "paragraphs; the rest belongs in a section");
            } else {
                links(words);
            }
        }
    }

    private void section(Page.Section section, Set<String> seen) {
        Words heading = section.heading();
        letters(heading);
        if (!SECTIONS.contains(heading.text())) {
            problems.unknown(heading, "section", SECTIONS);
            return;
        }
        if (!seen.add(heading.text())) {
            problems.add(heading, "section \"" + heading + "\" a second time", "each section once");
        }
        if (heading.is("Notes")) {
            return;
        }
        if (!WITH_ENTITIES.contains(heading.text())) {
            section.entities().forEach(entity -> problems.add(entity.heading(), "a heading under " + heading + ": "
                    + Problems.quoted(entity.heading().text()),
                    "tables and bullets; " + heading + " has no headings of its own"));
        }
        blocks(section.blocks(), WITHOUT_PROSE.contains(heading.text()), heading);
        var entities = new LinkedHashSet<String>();
        for (Page.Entity entity : section.entities()) {
            letters(entity.heading());
            if (entity.heading().isEmpty() || entity.slug().isEmpty()) {
                problems.add(entity.heading(), "a heading without a name", "### and a name with letters");
            } else if (!entities.add(entity.heading().text())) {
                problems.add(entity.heading(), Problems.quoted(entity.heading().text()) + " a second time",
                        "each heading once under " + heading);
            }
            blocks(entity.blocks(), false, heading);
        }
    }

    private void blocks(List<Block> blocks, boolean withoutProse, Words section) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph(var words) -> {
                    if (withoutProse) {
                        problems.add(words, "prose under " + section + ": " + Problems.quoted(words.text()),
                                "tables and bullets; prose belongs in Notes or a comment");
                    }
                    links(words);
                }
                case Block.Bullet(var key, var value) -> {
                    letters(key);
                    links(value);
                }
                case Block.Table table -> {
                    table.header().forEach(this::letters);
                    table.rows().forEach(row -> row.cells().forEach(this::links));
                }
                case Block.Fence fence -> {
                    boolean drawn = section.is("Governance") || section.is("Relations");
                    if (!drawn) {
                        problems.add(Words.standingFor(page.source(), "", fence.offset()),
                                "a fenced block under " + section,
                                "diagrams stand under Governance and Relations");
                    }
                }
            }
        }
    }

    private void links(Words words) {
        for (Links.Link link : Links.in(words)) {
            Words destination = link.destination();
            if (destination.text().startsWith("#")) {
                Words slug = destination.sub(1, destination.text().length());
                if (!names.isAnchor(slug)) {
                    problems.addWeak(slug, "unknown heading " + Problems.quoted(slug.text()),
                            Spelling.nearest(slug.text(), names.anchors()), Problems.listed(names.anchors()));
                }
            } else if (!destination.text().endsWith(".md") || destination.text().contains(":")) {
                problems.add(destination, Problems.quoted(destination.text()) + " leads out of the page",
                        "a link to a heading: #a-heading");
            }
        }
    }

    /// Letters of two scripts in one word look alike and are not.
    private void letters(Words words) {
        var script = Character.UnicodeScript.COMMON;
        String text = words.text();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            var now = Character.isLetter(c) ? Character.UnicodeScript.of(c) : Character.UnicodeScript.COMMON;
            boolean plain = script == Character.UnicodeScript.COMMON || now == Character.UnicodeScript.COMMON;
            if (!plain && now != script && now != Character.UnicodeScript.INHERITED) {
                problems.add(words, i, "a word that mixes " + script.name().toLowerCase(Locale.ROOT) + " and "
                        + now.name().toLowerCase(Locale.ROOT) + " letters: " + Problems.quoted(text),
                        "letters of one script in a word");
                return;
            }
            script = now;
        }
    }
}
