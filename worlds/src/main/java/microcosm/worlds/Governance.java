package microcosm.worlds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A governance graph: public states of each subject, and what moves between them.
///
/// @param states in the order of the diagram, the first the initial one
/// @param transitions as drawn
/// @param tables every table of the section, by its first heading, as rows of column → cell
/// @param ruleText what subjects are told the rule is; empty where none
/// @param text the section as written: the manifest
public record Governance(List<String> states, List<Transition> transitions,
        SequencedMap<String, List<SequencedMap<String, String>>> tables, SequencedMap<String, String> options,
        String ruleText, String text, Position at) {
    public Governance {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
        tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }

    /// The attribute of the world under which everybody reads the rule, and what stands there once it is in force no more.
    public static final String RULE = "rule";
    public static final String NO_RULE = "none";

    /// @return SHA-256, in hexadecimal, of the section as written: which artefact
    public String textDigest() { return Digest.of(text); }

    /// @return SHA-256, in hexadecimal, of what it says, however it is laid out: which rules
    public String semanticDigest() { return Digest.of(canonical()); }

    /// What it says, one thing a line: states, arrows, then tables by their first heading, options and rule, each sorted where order means nothing.
    /// Its SHA-256, as UTF-8, is [#semanticDigest()].
    public String canonical() {
        var lines = new ArrayList<String>();
        lines.add("states " + states);
        transitions.forEach(arrow -> lines.add("arrow " + arrow.from() + " " + arrow.to() + " " + arrow.event()));
        new TreeMap<>(tables).forEach((name, rows) -> rows
                .forEach(row -> lines.add("row " + name + " " + new TreeMap<>(row))));
        new TreeMap<>(options).forEach((key, value) -> lines.add("option " + key + " " + value));
        lines.add("rule " + ruleText);
        return String.join("\n", lines).replaceAll("[ \t]+", " ") + "\n";
    }

    public record Transition(String from, String to, String event, Position at) {}
}
