package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

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

    public record Transition(String from, String to, String event, Position at) {}
}
