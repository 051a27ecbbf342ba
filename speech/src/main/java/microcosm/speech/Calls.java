package microcosm.speech;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.Attempt;
import microcosm.worlds.Bundle;
import microcosm.worlds.World;

/// Reads the canonical form of an action: `produce(town: North Quay, q: 40)`. Arguments may be named or stand in the rule's order; a
/// text may stand in quotation marks.
final class Calls {
    /// A bracket that does not close within so many characters opens no call.
    private static final int LONGEST_CALL = 2_000;

    private final World world;
    private final Terms terms;
    private final Map<String, ActionRule> rules = new TreeMap<>();

    Calls(World world, Terms terms) {
        this.world = world;
        this.terms = terms;
        world.dealings().actions().forEach(rule -> rules.put(rule.name().toLowerCase(Locale.ROOT), rule));
    }

    /// @param rest the text with blanks in the place of what was read
    record Result(List<Attempt> attempts, List<Reading.Unclear> unclear, String rest) {}

    Result read(String text, Setting setting, Names names) {
        int open = text.indexOf('(');
        if (open < 0) {
            return new Result(List.of(), List.of(), text);
        }
        var attempts = new ArrayList<Attempt>();
        var unclear = new ArrayList<Reading.Unclear>();
        var rest = new StringBuilder(text);
        int limit = Math.min(text.length(), Tokens.LONGEST);
        while (open >= 0 && open < limit) {
            int start = wordBefore(text, open);
            ActionRule rule = rules.get(text.substring(start, open).toLowerCase(Locale.ROOT));
            int close = rule == null ? -1 : close(text, open, limit);
            if (rule != null && close > 0) {
                Filled filled = fill(rule, text.substring(open + 1, close), setting, names);
                if (filled.problem.isEmpty()) {
                    attempts.add(new Attempt(rule.name(), Slots.ordered(rule, filled.values), start, close + 1));
                } else {
                    unclear.add(new Reading.Unclear(start, close + 1, filled.problem));
                }
                for (int i = start; i <= close; i++) {
                    rest.setCharAt(i, ' ');
                }
            }
            open = text.indexOf('(', Math.max(open + 1, close));
        }
        return new Result(attempts, unclear, rest.toString());
    }

    private static int wordBefore(String text, int open) {
        int start = open;
        while (start > 0 && open - start < 100
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || "_-".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    private static int close(String text, int open, int limit) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < Math.min(limit, open + LONGEST_CALL); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private record Filled(Map<String, String> values, String problem) {}

    private Filled fill(ActionRule rule, String inside, Setting setting, Names names) {
        var values = new LinkedHashMap<String, String>();
        int position = 0;
        for (Map.Entry<String, String> argument : arguments(rule, inside)) {
            Optional<ActionRule.Parameter> parameter = argument.getKey().isEmpty()
                    ? position < rule.parameters().size()
                            ? Optional.of(rule.parameters().get(position))
                            : Optional.empty()
                    : rule.parameter(argument.getKey());
            position++;
            if (parameter.isEmpty()) {
                return new Filled(values, rule.name() + " has no parameter for \"" + argument.getValue() + "\"");
            }
            Optional<String> value = value(parameter.get().kind(), argument.getValue().strip(), setting, names);
            if (value.isEmpty()) {
                return new Filled(values,
                        "\"" + argument.getValue().strip() + "\" cannot be read as \"" + parameter.get().name()
                                + "\" of " + rule.name());
            }
            values.put(parameter.get().name(), value.get());
        }
        for (ActionRule.Parameter parameter : rule.parameters()) {
            if (!parameter.optional() && !values.containsKey(parameter.name())) {
                return new Filled(values, rule.name() + " needs \"" + parameter.name() + "\"");
            }
        }
        return new Filled(values, "");
    }

    /// Splits at commas; a piece without a name of a parameter goes on with the one before when that was named.
    private static List<Map.Entry<String, String>> arguments(ActionRule rule, String inside) {
        var pieces = new ArrayList<Map.Entry<String, String>>();
        if (inside.isBlank()) {
            return pieces;
        }
        for (String piece : pieces(inside)) {
            int colon = piece.indexOf(':');
            int equals = piece.indexOf('=');
            int cut = colon < 0 ? equals : colon;
            String name = cut < 0 ? "" : piece.substring(0, cut).strip();
            boolean named = rule.parameter(name).isPresent();
            boolean goesOn = !named && !pieces.isEmpty() && !pieces.getLast().getKey().isEmpty();
            if (named) {
                pieces.add(Map.entry(name, piece.substring(cut + 1)));
            } else if (goesOn) {
                Map.Entry<String, String> before = pieces.removeLast();
                pieces.add(Map.entry(before.getKey(), before.getValue() + "," + piece));
            } else {
                pieces.add(Map.entry("", piece));
            }
        }
        return pieces;
    }

    private static List<String> pieces(String inside) {
        var pieces = new ArrayList<String>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            quoted ^= inside.charAt(i) == '"';
            if (inside.charAt(i) == ',' && !quoted) {
                pieces.add(inside.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(inside.substring(start));
        return pieces;
    }

    private Optional<String> value(Kind kind, String written, Setting setting, Names names) {
        List<Token> tokens = Tokens.of(written);
        return switch (kind) {
            case Kind.Words any -> Optional.of(unquoted(written));
            case Kind.SomePerson any -> {
                Names.Found who = tokens.isEmpty() ? Names.Found.NOBODY : names.at(tokens, 0, tokens.size());
                yield names.knows(written)
                        ? Optional.of(written)
                        : who.ids().size() == 1 && who.length() == tokens.size()
                                ? Optional.of(who.ids().getFirst())
                                : Optional.empty();
            }
            case Kind.SomeOffer any ->
                setting.openOffers().stream().map(Setting.OpenOffer::id).filter(written::equals).findFirst();
            case Kind.SomeGoods any -> goods(tokens, names, written);
            case Kind.Quantity any -> number(tokens);
            case Kind.Choice choice ->
                choice.options().stream().filter(o -> o.equalsIgnoreCase(unquoted(written))).findFirst();
            case Kind.SomeMarket any -> ref(tokens, Mention.RefKind.MARKET);
            case Kind.SomePlace any -> ref(tokens, Mention.RefKind.PLACE);
            case Kind.SomeChannel any -> ref(tokens, Mention.RefKind.CHANNEL);
            case Kind.SomeClaim any -> world.things().claims().stream()
                    .filter(c -> c.id().equals(written) || c.title().equalsIgnoreCase(unquoted(written)))
                    .map(c -> c.id()).findFirst();
        };
    }

    private static String unquoted(String written) {
        return written.length() > 1 && written.startsWith("\"") && written.endsWith("\"")
                ? written.substring(1, written.length() - 1)
                : written;
    }

    private static Optional<String> number(List<Token> tokens) {
        Numbers.Found number = tokens.isEmpty() ? Numbers.Found.NONE : Numbers.at(tokens, 0, tokens.size());
        return number.length() > 0 && number.clear()
                ? Optional.of(plain(number.value()))
                : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private Optional<String> goods(List<Token> tokens, Names names, String written) {
        if (written.equals("nothing")) {
            return Optional.of(Bundle.NONE.toString());
        }
        List<@Nullable Mention> mentions = Mentions.of(terms, names, tokens);
        var goods = new ArrayList<Mention.Goods>();
        for (Mention mention : mentions) {
            if (mention instanceof Mention.Goods some) {
                if (some.amount().isEmpty()) {
                    return Optional.empty();
                }
                goods.add(some);
            }
        }
        return goods.isEmpty() ? Optional.empty() : Optional.of(Slots.bundle(goods).toString());
    }

    private Optional<String> ref(List<Token> tokens, Mention.RefKind kind) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        return terms.at(tokens, 0, tokens.size()).meanings().stream().filter(r -> r.kind() == kind).map(Mention.Ref::id)
                .findFirst();
    }
}
