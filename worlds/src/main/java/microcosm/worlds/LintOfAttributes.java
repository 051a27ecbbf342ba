package microcosm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Spelling;

/// Attributes that effects set and nothing on the page ever looks at, where another name is so near that it was probably meant:
/// `become(who, "alve", "no")` leaves everybody alive.
final class LintOfAttributes {
    private static final List<String> SETTING = List.of("become", "add");
    private static final List<String> OF_THE_ENGINE = List.of("alive", "role", "place");

    private final Page page;
    private final Names names;
    private final Problems problems;

    LintOfAttributes(Page page, Names names, Problems problems) {
        this.page = page;
        this.names = names;
        this.problems = problems;
    }

    void check(World.Dealings dealings) {
        Stream.of(dealings.actions().stream().flatMap(action -> action.effects().stream()),
                dealings.events().stream().flatMap(event -> event.effects().stream()),
                dealings.phases().stream().flatMap(phase -> phase.afterwards().stream())).flatMap(calls -> calls)
                .filter(call -> SETTING.contains(call.name()) && call.arguments().size() > 1).forEach(this::check);
    }

    private void check(EffectCall call) {
        if (!(call.arguments().get(1) instanceof Expression.Text(String attribute))
                || OF_THE_ENGINE.contains(attribute) || isLookedAt(attribute)) {
            return;
        }
        var others = new TreeSet<>(OF_THE_ENGINE);
        names.loose().stream().filter(name -> !name.equals(attribute)).forEach(others::add);
        var near = new ArrayList<>(Spelling.nearest(attribute, others));
        if (!near.isEmpty()) {
            problems.add(new Problem(call.at(), "attribute " + Problems.quoted(attribute)
                    + " is set, and nothing ever looks at it", near,
                    "an attribute that an expression of this world names"));
        }
    }

    /// Whether the page names it anywhere but where it is set.
    private boolean isLookedAt(String attribute) {
        String elsewhere = Names.ATTRIBUTE.matcher(page.source().text()).replaceAll("");
        return Pattern.compile("(?<![\\p{L}\\p{N}_-])" + Pattern.quote(attribute) + "(?![\\p{L}\\p{N}_-])")
                .matcher(elsewhere).find();
    }
}
