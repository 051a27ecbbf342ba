package microcosm.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import microcosm.prompts.Passage;
import microcosm.worlds.Expression;
import microcosm.worlds.Governance;
import microcosm.worlds.Market;
import microcosm.worlds.Population;
import microcosm.worlds.Role;
import microcosm.worlds.World;

/// What somebody knows of what is kept on record: of the world, of themselves, of others, a sentence each.
final class OnRecord {
    /// The world as a subject of what is known.
    private static final String WORLD = "*";
    private static final String ELECTED = "elected ";
    private static final String VOTE = "vote ";
    private static final String ALIVE = "alive";
    private static final int SHOWN = 700;
    /// About as many characters as a sentence begins with.
    private static final int PREFIX = 24;
    /// What of a market everybody can see. What is reckoned from it, such as what would have been best, is for whoever reads the trace.
    private static final List<String> IN_SIGHT = List.of("stock", "price", "best_ask", "best_bid", "book", "round", "Q",
            "proposer", "offer", "speaker", "hearer", "said", "winner", "owed", "revenue");
    /// What is said elsewhere, or how a policy does what it does.
    private static final List<String> UNSAID = Stream.concat(
            Stream.of("role", "place", "policy", "population", "supply", "choice", "queued", "kind", "neighbour",
                    "mean_cv"),
            DefaultPolicy.PARAMETERS.stream().map(Parameter::name)).toList();

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

    /// @return the rule in force, whole, however much else is known; then the rest, a sentence for each whom it is of, as far as there is room
    List<Passage> lines() {
        var lines = new ArrayList<Passage>();
        int room = SHOWN;
        for (var subject : now.known().entrySet()) {
            if (room < 0 && !subject.getKey().equals(WORLD)) {
                // In a society of thousands most is left out, and need not be looked up to be.
                break;
            }
            var said = new ArrayList<Passage>();
            for (var attribute : subject.getValue().entrySet()) {
                String source = origins.attribute(subject.getKey(), attribute.getKey());
                Optional<String> rule = rule(subject.getKey(), attribute.getKey(), attribute.getValue());
                if (rule.isPresent()) {
                    lines.addFirst(Passage.line(rule.get(), source));
                    continue;
                }
                if (isGone(attribute.getKey(), attribute.getValue())) {
                    Passage gone = gone(subject.getKey(), source);
                    room -= gone.length() + 1;
                    if (room >= 0) {
                        lines.add(gone);
                    }
                }
                String what = what(subject.getKey(), attribute.getKey(), attribute.getValue());
                room -= what.isEmpty() ? 0 : what.length() + (said.isEmpty() ? PREFIX : 2);
                if (room >= 0 && !what.isEmpty()) {
                    said.add(Passage.line(what, source));
                }
            }
            if (!said.isEmpty()) {
                lines.add(sentence(subject.getKey(), said));
            }
        }
        return lines;
    }

    private static boolean isGone(String attribute, String value) {
        return attribute.equals(ALIVE) && value.equals("no");
    }

    private Passage gone(String subject, String source) {
        return Passage.line(naming.beginning(subject) + (subject.equals(now.person()) ? " are gone." : " is gone."),
                source);
    }

    private Optional<String> rule(String subject, String attribute, String value) {
        return subject.equals(WORLD) && attribute.equals(Governance.RULE) && world.dealings().governance().isPresent()
                ? Optional.of(
                        value.equals(Governance.NO_RULE) ? "There is no rule any more." : "The rule: " + value + ".")
                : Optional.empty();
    }

    private Passage sentence(String subject, List<Passage> said) {
        String begins = subject.equals(WORLD)
                ? "Everybody knows: "
                : subject.equals(now.person()) ? "Of yourself you know: " : "Of " + naming.of(subject) + " you know: ";
        String source = said.getFirst().parts().getFirst().source();
        return Passage.joined(List.of(Passage.of(begins, source), Naming.listed(said), Passage.of(".", source)), "");
    }

    /// @return nothing for what is empty, or said elsewhere
    private String what(String subject, String attribute, String value) {
        boolean own = subject.equals(now.person());
        int space = attribute.indexOf(' ');
        String first = space < 0 ? attribute : attribute.substring(0, space);
        if (value.isBlank() || attribute.equals(ALIVE) || (subject.equals(WORLD) && !isSeen(attribute, first))
                || (own && isUnsaid(attribute, first))) {
            return "";
        }
        if (own && Tie.of(subject, attribute, value, this::isPerson).isPresent()) {
            return "";
        }
        return attribute.equals("role")
                ? "the part they play is " + part(value)
                : named(attribute) + (value.equals("yes") ? "" : " is " + naming.of(value));
    }

    private boolean isPerson(String id) { return now.people().stream().anyMatch(one -> one.id().equals(id)); }

    /// Traits of the page are for policies, never for a model.
    private boolean isUnsaid(String attribute, String first) {
        return UNSAID.contains(first) || Stream.concat(
                world.cast().people().stream().filter(person -> person.id().equals(now.person())),
                world.cast().populations().stream().map(Population::template))
                .anyMatch(person -> person.options().containsKey(attribute));
    }

    /// Whether everybody can see it of the world: a count of hands, the open state of a market, or what the page itself sets.
    private boolean isSeen(String attribute, String first) {
        return attribute.startsWith(ELECTED) || IN_SIGHT.contains(first)
                || Stream.concat(world.dealings().actions().stream().flatMap(rule -> rule.effects().stream()),
                        world.dealings().events().stream().flatMap(one -> one.effects().stream()))
                        .anyMatch(effect -> effect.arguments().contains(new Expression.Name(attribute))
                                || effect.arguments().contains(new Expression.Text(attribute)));
    }

    private String named(String attribute) {
        if (attribute.startsWith(ELECTED) || attribute.startsWith(VOTE)) {
            return (attribute.startsWith(ELECTED) ? "the choice in “" : "the vote in “")
                    + attribute.substring(attribute.indexOf(' ') + 1) + "”";
        }
        for (Market market : world.dealings().markets()) {
            if (attribute.endsWith(" " + market.id())) {
                return plain(attribute.substring(0, attribute.indexOf(' '))) + " (" + market.name() + ")";
            }
        }
        return plain(attribute);
    }

    /// Names of quantities are letters in expressions, and words here.
    private static String plain(String attribute) {
        return switch (attribute) {
            case "q" -> "quantity";
            case "Q" -> "total quantity";
            default -> attribute.replace('_', ' ');
        };
    }

    private String part(String role) {
        return world.cast().roles().stream().filter(one -> one.id().equals(role)).map(Role::name).findFirst()
                .orElse(role);
    }
}
