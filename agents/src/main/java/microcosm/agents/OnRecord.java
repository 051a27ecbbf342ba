package microcosm.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.prompts.Passage;
import microcosm.worlds.Governance;
import microcosm.worlds.Role;
import microcosm.worlds.World;

/// What somebody knows of what is kept on record: of the world, of themselves, of others, a sentence each.
final class OnRecord {
    /// The world as a subject of what is known.
    private static final String WORLD = "*";
    private static final String ELECTED = "elected ";
    private static final String VOTE = "vote ";
    private static final int SHOWN = 700;

    private final World world;
    private final Situation now;
    private final Origins origins;
    private final Naming naming;

    OnRecord(World world, Situation now, Origins origins) {
        this.world = world;
        this.now = now;
        this.origins = origins;
        naming = new Naming(now.person(), now.people());
    }

    /// @return the rule in force, whole, however much else is known; then the rest, as far as there is room
    List<Passage> lines() {
        var lines = new ArrayList<Passage>();
        int room = SHOWN;
        for (var subject : now.known().entrySet()) {
            for (var attribute : subject.getValue().entrySet()) {
                String source = origins.attributeOf(subject.getKey(), attribute.getKey());
                Optional<String> rule = rule(subject.getKey(), attribute.getKey(), attribute.getValue());
                if (rule.isPresent()) {
                    lines.addFirst(Passage.line(rule.get(), source));
                    continue;
                }
                String sentence = sentence(subject.getKey(), attribute.getKey(), attribute.getValue());
                room -= sentence.isEmpty() ? 0 : sentence.length() + 1;
                if (room >= 0 && !sentence.isEmpty()) {
                    lines.add(Passage.line(sentence, source));
                }
            }
        }
        return lines;
    }

    private Optional<String> rule(String subject, String attribute, String value) {
        return subject.equals(WORLD) && attribute.equals(Governance.RULE) && world.dealings().governance().isPresent()
                ? Optional.of(value.equals(Governance.NO_RULE) ? "There is no rule any more." : "The rule: " + value + ".")
                : Optional.empty();
    }

    /// @return nothing for what is empty, or said elsewhere
    private String sentence(String subject, String attribute, String value) {
        boolean own = subject.equals(now.person());
        if (value.isBlank() || attribute.startsWith("supply ") || (own && attribute.equals("role"))) {
            return "";
        }
        if (attribute.equals("alive")) {
            return value.equals("no") ? naming.beginning(subject) + (own ? " are gone." : " is gone.") : "";
        }
        return (subject.equals(WORLD)
                ? "Everybody knows: "
                : own ? "Of yourself you know: " : "Of " + naming.of(subject) + " you know: ")
                + (attribute.equals("role") ? "the part they play" : named(attribute)) + " is "
                + (attribute.equals("role") ? part(value) : naming.of(value)) + ".";
    }

    private static String named(String attribute) {
        return attribute.startsWith(ELECTED)
                ? "the choice in “" + attribute.substring(ELECTED.length()) + "”"
                : attribute.startsWith(VOTE)
                        ? "the vote in “" + attribute.substring(VOTE.length()) + "”"
                        : attribute.replace('_', ' ');
    }

    private String part(String role) {
        return world.cast().roles().stream().filter(one -> one.id().equals(role)).map(Role::name).findFirst()
                .orElse(role);
    }
}
