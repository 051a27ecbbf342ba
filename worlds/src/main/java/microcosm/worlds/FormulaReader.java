package microcosm.worlds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import microcosm.worlds.syntax.Words;

/// Reads cells and bullets that hold an expression: checks every name, puts the settings in as constants.
final class FormulaReader {
    private final Reading reading;
    private final Set<String> known = new TreeSet<>();

    FormulaReader(Reading reading) {
        this.reading = reading;
        known.addAll(reading.lexicon
                .names(reading.names.any(Names.Kind.MARKET) || reading.section("Governance").isPresent()));
        known.addAll(reading.names.of(Names.Kind.GOOD).keySet());
        known.addAll(reading.names.of(Names.Kind.MEASURE).keySet());
        known.addAll(reading.names.loose());
    }

    /// @param arguments names that stand for an action's arguments here, before parameters of the same name
    Optional<Formula> read(Words written, Collection<String> arguments) {
        Words words = reading.resolved(written).strip();
        try {
            Expression tree = ExpressionParser.parse(words.text());
            return Optional.of(new Formula(words.text(), checked(tree, words, arguments), reading.at(words)));
        } catch (ExpressionParser.Mistake e) {
            reading.problems.add(words, e.index, e.what, e.expected);
            return Optional.empty();
        }
    }

    Optional<Formula> read(Words written) { return read(written, List.of()); }

    /// Reads a consequence such as `fine(0.35 * profit)`: the function is the institution's own, its arguments are expressions.
    void readCall(Words words) {
        try {
            Expression tree = ExpressionParser.parse(words.text());
            if (tree instanceof Expression.Call(_, var given)) {
                all(given, words, List.of());
            } else {
                checked(tree, words, List.of());
            }
        } catch (ExpressionParser.Mistake e) {
            reading.problems.add(words, e.index, e.what, e.expected);
        }
    }

    /// @return the tree with settings put in; problems are reported at the word that makes them
    Expression checked(Expression tree, Words words, Collection<String> arguments) {
        return switch (tree) {
            case Expression.Amount _,Expression.Text _,Expression.Truth _ -> tree;
            case Expression.Name(var name) -> name(name, words, arguments);
            case Expression.Field(var of, var name) -> new Expression.Field(checked(of, words, arguments), name);
            case Expression.Negative(var of) -> new Expression.Negative(checked(of, words, arguments));
            case Expression.Not(var of) -> new Expression.Not(checked(of, words, arguments));
            case Expression.Arithmetic(var operator, var left, var right) ->
                new Expression.Arithmetic(operator, checked(left, words, arguments), checked(right, words, arguments));
            case Expression.Logical(var and, var of) -> new Expression.Logical(and, all(of, words, arguments));
            case Expression.Comparison(var operands, var comparisons) -> {
                levels(operands, words);
                yield new Expression.Comparison(all(operands, words, arguments), comparisons);
            }
            case Expression.Call(var function, var given) -> call(function, given, words, arguments);
        };
    }

    private List<Expression> all(List<Expression> trees, Words words, Collection<String> arguments) {
        var all = new ArrayList<Expression>();
        trees.forEach(tree -> all.add(checked(tree, words, arguments)));
        return all;
    }

    private Expression name(String name, Words words, Collection<String> arguments) {
        if (arguments.contains(name)) {
            return new Expression.Name(name);
        }
        Parameter parameter = reading.parameters.get(name);
        String value = reading.settings.get(name);
        if (parameter != null && value != null) {
            reading.used.add(name);
            return parameter.constant(value);
        }
        if (!known.contains(name)) {
            var candidates = new TreeSet<>(known);
            candidates.addAll(arguments);
            candidates.addAll(reading.parameters.keySet());
            reading.unknown(word(words, name), "name", candidates);
        }
        return new Expression.Name(name);
    }

    /// `rumour = "plantd"` can never hold.
    private void levels(List<Expression> operands, Words words) {
        for (int i = 0; i + 1 < operands.size(); i++) {
            boolean swapped = operands.get(i) instanceof Expression.Text;
            Expression left = operands.get(swapped ? i + 1 : i);
            Expression right = operands.get(swapped ? i : i + 1);
            if (left instanceof Expression.Name(var name) && right instanceof Expression.Text(var level)) {
                Parameter parameter = reading.parameters.get(name);
                if (parameter != null && parameter.kind() == Parameter.Kind.CHOICE && !parameter.of().contains(level)) {
                    reading.unknown(word(words, level), "level of " + name, parameter.of());
                }
                Names.@Nullable Kind kind = kindOfValue(name);
                if (kind != null && parameter == null && reading.names.any(kind)
                        && reading.names.id(kind, level).isEmpty() && !isEvent(kind, level)) {
                    reading.unknown(word(words, level), kind.written(), reading.names.of(kind).sequencedValues());
                }
            }
        }
    }

    private Expression call(String function, List<Expression> given, Words words, Collection<String> arguments) {
        boolean aggregate = Aggregates.named(function).isPresent();
        var checked = new ArrayList<Expression>();
        boolean collected = aggregate && !given.isEmpty() && given.getFirst() instanceof Expression.Name(var name)
                && isCollection(name);
        for (int i = 0; i < given.size(); i++) {
            checked.add(collected && i == 0 ? given.get(i) : checked(given.get(i), words, arguments));
        }
        String misfit = "";
        if (collected) {
            misfit = Aggregates.named(function).orElseThrow().misfit(given.size());
        } else if (aggregate && !BuiltIn.knows(function)) {
            misfit = function + " takes a collection first: " + String.join(", ", Lexicon.COLLECTIONS);
        } else if (!BuiltIn.knows(function) && !reading.lexicon.knows(Vocabulary.Kind.FUNCTION, function)) {
            reading.unknown(word(words, function), "function", reading.lexicon.known(Vocabulary.Kind.FUNCTION));
        } else {
            misfit = reading.lexicon.misfit(Vocabulary.Kind.FUNCTION, function, given.size());
        }
        if (!misfit.isEmpty()) {
            reading.wrong(word(words, function),
                    "\"" + function + "\" with " + Problems.counted(given.size(), "argument"), misfit);
        }
        naming(function, given, words);
        return new Expression.Call(function, checked);
    }

    private boolean isCollection(String name) {
        return Lexicon.COLLECTIONS.contains(name) || reading.names.of(Names.Kind.ROLE).containsKey(name)
                || reading.names.of(Names.Kind.POPULATION).containsKey(name);
    }

    /// Events that nobody attempted count by their names as actions do.
    private boolean isEvent(Names.Kind kind, String name) {
        return kind == Names.Kind.ACTION && reading.lexicon.knows(Vocabulary.Kind.EVENT, name);
    }

    private void naming(String function, List<Expression> given, Words words) {
        Names.@Nullable Kind kind = kindOfArgument(function);
        if (kind != null && !given.isEmpty() && given.getFirst() instanceof Expression.Text(var text)
                && reading.names.id(kind, text).isEmpty()) {
            reading.unknown(word(words, text), kind.written(), reading.names.of(kind).values());
        }
    }

    /// @return what the values of a name are names of; null for other names
    private static Names.@Nullable Kind kindOfValue(String name) {
        return switch (name) {
            case "action" -> Names.Kind.ACTION;
            case "phase" -> Names.Kind.PHASE;
            case "role" -> Names.Kind.ROLE;
            case "place" -> Names.Kind.PLACE;
            default -> null;
        };
    }

    /// @return what a function's first argument, when it is a string, is the name of; null for other functions
    private static Names.@Nullable Kind kindOfArgument(String function) {
        return switch (function) {
            case "probe" -> Names.Kind.PROBE;
            case "given" -> Names.Kind.CLAIM;
            case "plays" -> Names.Kind.ROLE;
            case "at" -> Names.Kind.PLACE;
            default -> null;
        };
    }

    /// @return the first place where a word stands in the source of an expression
    private static Words word(Words words, String word) {
        String text = words.text();
        int at = text.indexOf(word);
        while (at >= 0 && !word.isEmpty() && inside(text, at, word.length())) {
            at = text.indexOf(word, at + 1);
        }
        return at < 0 || word.isEmpty() ? words : words.sub(at, at + word.length());
    }

    private static boolean inside(String text, int at, int length) {
        boolean before = at > 0 && isWord(text.charAt(at - 1)) && isWord(text.charAt(at));
        int end = at + length;
        return before || (end < text.length() && isWord(text.charAt(end)) && isWord(text.charAt(end - 1)));
    }

    private static boolean isWord(char c) { return Character.isLetterOrDigit(c) || c == '_'; }
}
