package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import microcosm.worlds.syntax.Links;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// One arm being read: the page, the settings, what is declared, and the problems found so far.
final class Reading {
    final Page page;
    final SequencedMap<String, String> settings;
    final Map<String, Parameter> parameters;
    final Names names;
    final Lexicon lexicon;
    final Problems problems;
    final Fragments fragments;
    /// What one step is called.
    final String unit;
    final WrittenOut writtenOut;
    /// Whether a table could not be read: what seems missing may only be misspelt.
    boolean broken;
    /// Parameters this reading looked at.
    final Set<String> used = new LinkedHashSet<>();

    Reading(Page page, SequencedMap<String, String> settings, Map<String, Parameter> parameters, Names names,
            Lexicon lexicon,
            Problems problems, Fragments fragments, String unit) {
        this.page = page;
        this.settings = settings;
        this.parameters = parameters;
        this.names = names;
        this.lexicon = lexicon;
        this.problems = problems;
        this.fragments = fragments;
        this.unit = unit;
        writtenOut = new WrittenOut(page.source());
    }

    Optional<Page.Section> section(String name) {
        return page.sections().stream().filter(section -> section.heading().is(name)).findFirst();
    }

    /// Puts the settings for `{{name}}`.
    Words resolved(Words words) {
        if (words.text().indexOf("{{") < 0 && words.text().indexOf("}}") < 0) {
            return words;
        }
        var edits = new ArrayList<Words.Edit>();
        int at = 0;
        for (Links.Parameter parameter : Links.parameters(words)) {
            refuseStray(words, at, parameter.from());
            at = parameter.to();
            String value = settings.get(parameter.name().text());
            if (value == null) {
                problems.unknown(parameter.name(), "parameter", parameters.keySet());
            } else {
                used.add(parameter.name().text());
                edits.add(new Words.Edit(parameter.from(), parameter.to(), value));
            }
        }
        refuseStray(words, at, words.text().length());
        return words.with(edits);
    }

    private void refuseStray(Words words, int from, int to) {
        String between = words.text().substring(from, to);
        int stray = between.contains("{{") ? between.indexOf("{{") : between.indexOf("}}");
        if (stray >= 0) {
            problems.add(words, from + stray, "\"" + between.substring(stray, stray + 2) + "\" without its pair",
                    "a parameter as {{name}}");
        }
    }

    /// @return the words as somebody would read them: parameters put in, links as their text
    String prose(Words words) {
        Words resolved = resolved(words);
        var edits = new ArrayList<Words.Edit>();
        for (Links.Link link : Links.in(resolved)) {
            edits.add(new Words.Edit(link.from(), link.to(), link.text().text()));
        }
        return resolved.with(edits).text().strip();
    }

    /// @return paragraphs as prose, with an empty line between
    String prose(List<microcosm.worlds.syntax.Block> blocks) {
        var paragraphs = new ArrayList<String>();
        for (var block : blocks) {
            if (block instanceof microcosm.worlds.syntax.Block.Paragraph(var words)) {
                paragraphs.add(prose(words));
            }
        }
        return String.join("\n\n", paragraphs);
    }

    Position at(Words words) { return Problems.position(words); }

    void unknown(Words at, String kind, java.util.Collection<String> known) { problems.unknown(at, kind, known); }

    void wrong(Words at, String what, String expected) { problems.add(at, what, expected); }
}
