package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Words;

/// Reads Actions: `offer(to: person, give: goods, get: goods)`, what it needs, what it does.
final class ActionReader {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9_]*)\\((.*)\\)");
    private static final Pattern PARAMETER = Pattern.compile("([a-z][a-z0-9_]*)\\s*:\\s*([^?]+?)(\\?)?");
    private static final Pattern RANGE = Pattern
            .compile("(quantity|number) (-?[0-9]{1,12}(?:\\.[0-9]{1,9})?)\\.\\.(-?[0-9]{1,12}(?:\\.[0-9]{1,9})?)");
    private static final Pattern CHOICE = Pattern.compile("choice (.+)");
    private static final List<String> KINDS = List.of("person", "goods", "offer", "channel", "market", "place", "claim",
            "speech",
            "quantity 0..100", "number 0..10", "choice one or another");

    private final Cells cells;
    private final Reading reading;

    ActionReader(Cells cells) {
        this.cells = cells;
        reading = cells.reading;
    }

    List<ActionRule> actions() {
        var actions = new ArrayList<ActionRule>();
        reading.section("Actions").ifPresent(section -> {
            for (Rows.Row row : cells.rows.read(section.blocks(),
                    Rows.Columns.of("action, needs, effect", "when, phase"))) {
                action(row).ifPresent(action -> {
                    if (actions.stream().anyMatch(other -> other.name().equals(action.name()))) {
                        reading.wrong(row.first(), "action \"" + action.name() + "\" a second time",
                                "one row for each action in each arm");
                    } else {
                        actions.add(action);
                    }
                });
            }
        });
        return actions;
    }

    private Optional<ActionRule> action(Rows.Row row) {
        Words form = reading.resolved(row.cell("action"));
        var matcher = FORM.matcher(form.text());
        if (!matcher.matches()) {
            reading.wrong(form, Problems.quoted(form.text()) + " is not the form of an action",
                    "a name and its parameters: offer(to: person, give: goods)");
            return Optional.empty();
        }
        var parameters = new ArrayList<ActionRule.Parameter>();
        if (!matcher.group(2).isBlank()) {
            for (Words part : form.sub(matcher.start(2), matcher.end(2)).split(',')) {
                parameter(part, parameters).ifPresent(parameters::add);
            }
        }
        List<String> arguments = parameters.stream().map(ActionRule.Parameter::name).toList();
        var needs = row.given("needs").flatMap(cell -> cells.formulas.read(cell, arguments));
        var effects = cells.calls.effects(row.cell("effect"), arguments);
        List<String> phases = row.given("phase")
                .map(cell -> cells.references.list(reading.resolved(cell), List.of(Names.Kind.PHASE)))
                .orElse(List.of());
        return Optional.of(new ActionRule(matcher.group(1), parameters, needs, effects, phases, reading.at(form)));
    }

    private Optional<ActionRule.Parameter> parameter(Words part, List<ActionRule.Parameter> before) {
        var matcher = PARAMETER.matcher(part.text());
        if (!matcher.matches()) {
            reading.wrong(part, Problems.quoted(part.text()) + " is not a parameter of an action",
                    "name: kind, with one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        if (before.stream().anyMatch(other -> other.name().equals(matcher.group(1)))) {
            reading.wrong(part, "parameter \"" + matcher.group(1) + "\" a second time", "each parameter once");
        }
        return kind(part.sub(matcher.start(2), matcher.end(2)))
                .map(kind -> new ActionRule.Parameter(matcher.group(1), kind, matcher.group(3) != null));
    }

    private Optional<ActionRule.Kind> kind(Words written) {
        return switch (written.text()) {
            case "person" -> Optional.of(new ActionRule.Kind.SomePerson());
            case "goods" -> Optional.of(new ActionRule.Kind.SomeGoods());
            case "offer" -> Optional.of(new ActionRule.Kind.SomeOffer());
            case "channel" -> Optional.of(new ActionRule.Kind.SomeChannel());
            case "market" -> Optional.of(new ActionRule.Kind.SomeMarket());
            case "place" -> Optional.of(new ActionRule.Kind.SomePlace());
            case "claim" -> Optional.of(new ActionRule.Kind.SomeClaim());
            case "speech" -> Optional.of(new ActionRule.Kind.Words());
            default -> ranged(written);
        };
    }

    private Optional<ActionRule.Kind> ranged(Words written) {
        var range = RANGE.matcher(written.text());
        if (range.matches()) {
            var least = new BigDecimal(range.group(2));
            var most = new BigDecimal(range.group(3));
            if (least.compareTo(most) > 0) {
                reading.wrong(written, Problems.quoted(written.text()) + " runs backwards", "the smaller bound first");
                return Optional.empty();
            }
            return Optional.of(new ActionRule.Kind.Quantity(least, most, range.group(1).equals("number")));
        }
        var choice = CHOICE.matcher(written.text());
        if (choice.matches()) {
            List<String> options = List.of(choice.group(1).split("\\s+or\\s+"));
            if (options.size() < 2 || options.stream().distinct().count() < options.size()) {
                reading.wrong(written, Problems.quoted(written.text()) + " leaves no choice",
                        "at least two different options: choice stay or leave");
            }
            return Optional.of(new ActionRule.Kind.Choice(options));
        }
        reading.unknown(written, "kind of parameter", KINDS);
        return Optional.empty();
    }
}
