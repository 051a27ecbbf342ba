package microcosm.worlds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Words;

/// Reads calls by name: the effects of an action, a policy with its parameters.
final class Calls {
    private static final Pattern NAME = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_-]{0,60})\\s*(?:\\((.*)\\))?",
            Pattern.DOTALL);
    private static final int MOST = 50;

    private final Reading reading;
    private final FormulaReader formulas;

    Calls(Reading reading, FormulaReader formulas) {
        this.reading = reading;
        this.formulas = formulas;
    }

    /// @param arguments names that stand for an action's arguments
    List<EffectCall> effects(Words written, Collection<String> arguments) {
        Words words = reading.resolved(written).strip();
        var effects = new ArrayList<EffectCall>();
        if (!words.isEmpty()) {
            for (Words part : words.split(',').stream().limit(MOST).toList()) {
                effect(part, arguments).ifPresent(effects::add);
            }
        }
        return effects;
    }

    private Optional<EffectCall> effect(Words part, Collection<String> arguments) {
        Expression tree;
        try {
            tree = ExpressionParser.parse(part.text());
        } catch (ExpressionParser.Mistake e) {
            reading.problems.add(part, e.index, e.what, "effects such as pay(to, what), separated by commas");
            return Optional.empty();
        }
        if (!(tree instanceof Expression.Call(var name, var given))) {
            reading.wrong(part, Problems.quoted(part.text()) + " is not an effect",
                    "effects such as pay(to, what), separated by commas");
            return Optional.empty();
        }
        if (!reading.lexicon.knows(Vocabulary.Kind.EFFECT, name)) {
            reading.unknown(part.sub(0, name.length()), "effect", reading.lexicon.known(Vocabulary.Kind.EFFECT));
            return Optional.empty();
        }
        String misfit = reading.lexicon.misfit(Vocabulary.Kind.EFFECT, name, given.size());
        if (!misfit.isEmpty()) {
            reading.wrong(part, "\"" + name + "\" with " + Problems.counted(given.size(), "argument"), misfit);
        }
        if (name.equals("consult") && !given.isEmpty() && given.getFirst() instanceof Expression.Text(var tool)
                && reading.names.id(Names.Kind.TOOL, tool).isEmpty()) {
            int at = Math.max(0, part.text().indexOf(tool));
            reading.unknown(part.sub(at, at + tool.length()), "tool",
                    reading.names.of(Names.Kind.TOOL).sequencedKeySet());
        }
        var checked = given.stream().map(argument -> formulas.checked(argument, part, arguments)).toList();
        return Optional.of(new EffectCall(name, checked, reading.at(part)));
    }

    /// `NAME` or `NAME(key: value, …)`.
    record Named(String name, SequencedMap<String, String> parameters) {}

    Optional<Named> named(Words written, String kind) {
        Words words = reading.resolved(written).strip();
        var matcher = NAME.matcher(words.text());
        if (!matcher.matches()) {
            reading.wrong(words, Problems.quoted(words.text()) + " is not a " + kind, "a name, or name(key: value)");
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        if (matcher.group(2) != null && !matcher.group(2).isBlank()) {
            for (Words part : words.sub(matcher.start(2), matcher.end(2)).split(',')) {
                int colon = part.text().indexOf(':');
                if (colon < 1) {
                    reading.wrong(part, Problems.quoted(part.text()) + " is not a setting of a " + kind, "key: value");
                } else if (parameters.put(part.text().substring(0, colon).strip(),
                        part.text().substring(colon + 1).strip()) != null) {
                    reading.wrong(part, Problems.quoted(part.text()) + " is set a second time", "each key once");
                }
            }
        }
        return Optional.of(new Named(matcher.group(1), parameters));
    }

    Optional<Person.PolicyCall> policy(Words written) {
        Words words = reading.resolved(written).strip();
        return named(written, "policy").map(named -> {
            if (!reading.lexicon.knows(Vocabulary.Kind.POLICY, named.name())) {
                reading.unknown(words.sub(0, named.name().length()), "policy",
                        reading.lexicon.known(Vocabulary.Kind.POLICY));
            }
            return new Person.PolicyCall(named.name(), named.parameters());
        });
    }
}
