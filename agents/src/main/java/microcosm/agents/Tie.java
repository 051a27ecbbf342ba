package microcosm.agents;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A relation in which one person stands to another, as the world names it: `friend`, `follows`, `delegates to`.
///
/// @param is the relation's name
/// @param value `yes`, `no` where it has ended, or how strong it is
public record Tie(String from, String is, String to, String value) {
    /// Where a relation has ended.
    public static final String ENDED = "no";
    private static final String STANDS = "yes";
    /// What somebody marked on a ballot is between them and the ballot, whoever stands for election.
    private static final List<String> MARKS = List.of("vote ", "approves ", "ranks ");
    private static final List<String> BEFORE_NAMES = List.of("to", "of", "with", "for", "from", "by", "under", "over",
            "against", "on", "at", "in", "behind");

    /// A relation stands in the ledger as an attribute whose name ends with whom it is to.
    ///
    /// @return empty for an attribute that ends with nobody
    public static Optional<Tie> of(String from, String attribute, String value, Predicate<String> isPerson) {
        int space = attribute.lastIndexOf(' ');
        String to = attribute.substring(space + 1);
        return space > 0 && isPerson.test(to) && MARKS.stream().noneMatch(attribute::startsWith)
                ? Optional.of(new Tie(from, attribute.substring(0, space), to, value))
                : Optional.empty();
    }

    /// @return the attribute of `from` it stands in
    public String attribute() { return is + " " + to; }

    public boolean stands() { return !value.equals(ENDED); }

    /// The relation in a sentence. What begins with a verb in the third person is one (`follows`, `delegates to`); anything else is what
    /// somebody is to somebody (`friend`, `married to`).
    ///
    /// @param who begins it, by name; `You` for whoever is told
    /// @param plural whether the verb is that of `you` and of several
    /// @param whom names, joined
    /// @return without an end: `You follow Ada Kern`, `Ada Kern is rival to you`
    public String sentence(String who, boolean plural, String whom) {
        String name = is.replace('_', ' ');
        if (!value.equals(STANDS) && stands()) {
            return who + " to " + whom + ": " + name + " " + value;
        }
        String still = stands() ? " " : " no longer ";
        if (isVerb(name)) {
            return who + still + (plural ? base(name) : name) + " " + whom;
        }
        boolean joins = BEFORE_NAMES.contains(name.substring(name.lastIndexOf(' ') + 1));
        return who + (plural ? " are" : " is") + still + name + (joins ? " " : " to ") + whom;
    }

    private static boolean isVerb(String name) {
        String first = first(name);
        return first.equals("is") || first.equals("has")
                || (first.length() > 3 && first.endsWith("s") && !first.endsWith("ss") && !first.endsWith("us")
                        && !first.endsWith("is"));
    }

    private static String first(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    /// @return `follow` for `follows`, `teach` for `teaches`, `carry` for `carries`
    private static String base(String name) {
        String first = first(name);
        String rest = name.substring(first.length());
        if (first.equals("is") || first.equals("has")) {
            return (first.equals("is") ? "are" : "have") + rest;
        }
        String stem = first.substring(0, first.length() - 1);
        if (first.endsWith("ies")) {
            return stem.substring(0, stem.length() - 2) + "y" + rest;
        }
        boolean longer = List.of("ches", "shes", "sses", "xes", "zes", "oes").stream().anyMatch(first::endsWith);
        return (longer ? stem.substring(0, stem.length() - 1) : stem) + rest;
    }
}
