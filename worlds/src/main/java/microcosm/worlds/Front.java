package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.worlds.syntax.FrontMatter;
import microcosm.worlds.syntax.FrontMatter.Entry;
import microcosm.worlds.syntax.FrontMatter.Node;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// What the front matter declares, before any setting is made.
///
/// @param steps as written: a number or the name of a parameter
record Front(String id, String unit, Words steps, World.TurnOrder order, boolean announceEnd,
        World.GameMasterKind gameMaster, Words gameMasterAt,
        boolean speech, World.MemoryRegime memory, World.Budget budget, SequencedMap<String, Parameter> parameters) {
    private static final List<String> KEYS = List.of("format", "id", "clock", "game-master", "speech", "memory",
            "params", "budget");
    static final List<String> GAME_MASTERS = List.of("rules", "model", "model tells, rules settle");
    private static final List<String> ORDERS = List.of("simultaneous", "shuffled", "in-turn", "called");
    private static final List<String> KEEPS = List.of("none", "last", "full", "bounded");

    static Front read(Page page, Problems problems) { return new Reader(page, problems).read(); }

    /// @param written one of [#GAME_MASTERS]
    static World.GameMasterKind kind(String written) {
        return World.GameMasterKind.valueOf(written.toUpperCase(Locale.ROOT).replace(", ", "_").replace(' ', '_'));
    }

    private static final class Reader {
        private final Page page;
        private final Problems problems;
        private final Words top;

        Reader(Page page, Problems problems) {
            this.page = page;
            this.problems = problems;
            top = Words.standingFor(page.source(), "", 0);
        }

        Front read() {
            var front = page.front().orElse(new FrontMatter(List.of()));
            if (page.front().isEmpty() && page.faults().isEmpty()) {
                problems.add(top, "no front matter", "a first line of ---, then format: world/1");
            }
            front.entries().forEach(entry -> known(entry.key(), KEYS));
            format(front);
            String id = scalar(front, "id").map(this::id).orElseGet(() -> {
                missing(front, "id", "id: a-short-name");
                return "world";
            });
            Entries clock = entries(front, "clock", List.of("unit", "steps", "order", "announce-end"));
            if (clock.isEmpty()) {
                missing(front, "clock", "clock: {unit: day, steps: 12, order: simultaneous}");
            }
            Words unit = clock.scalar("unit").orElse(Words.standingFor(page.source(), "step", 0));
            if (!unit.text().matches("[a-z]{1,20}")) {
                problems.add(unit, Problems.quoted(unit.text()) + " cannot name a step",
                        "one lower-case word: day, round");
            }
            Words steps = clock.scalar("steps").orElse(Words.standingFor(page.source(), "1", 0));
            if (!clock.isEmpty() && clock.scalar("steps").isEmpty()) {
                problems.add(clock.at, "a clock without steps", "steps: 12");
            }
            Words order = clock.scalar("order").orElse(Words.standingFor(page.source(), "simultaneous", 0));
            String orderName = choice(order, "order", ORDERS);
            Words kind = scalar(front, "game-master").orElse(Words.standingFor(page.source(), "rules", 0));
            String kindName = choice(kind, "game master", GAME_MASTERS);
            return new Front(id, unit.text(), steps,
                    World.TurnOrder.valueOf(orderName.toUpperCase(Locale.ROOT).replace('-', '_')),
                    clock.scalar("announce-end").map(value -> onOff(value, "true", "false")).orElse(true),
                    kind(kindName),
                    kind,
                    scalar(front, "speech").map(value -> onOff(value, "on", "off")).orElse(true), memory(front),
                    budget(front),
                    parameters(front));
        }

        private void format(FrontMatter front) {
            Optional<Words> format = scalar(front, "format");
            if (format.isEmpty()) {
                missing(front, "format", "format: world/1, as the first key");
            } else if (!format.get().is("world/1")) {
                problems.add(format.get(), "format " + Problems.quoted(format.get().text()) + " is not known here",
                        "world/1");
            } else if (!front.entries().getFirst().key().is("format")) {
                problems.add(format.get(), "format is not the first key", "format: world/1 above everything else");
            }
        }

        private String id(Words value) {
            if (!value.text().matches("[a-z][a-z0-9-]{0,60}")) {
                problems.add(value, Problems.quoted(value.text()) + " cannot be an id",
                        "lower-case letters, digits and hyphens: weir-village");
                return "world";
            }
            return value.text();
        }

        private void missing(FrontMatter front, String key, String expected) {
            if (!front.entries().isEmpty() && front.entry(key).isEmpty()) {
                problems.add(front.entries().getFirst().key(), "front matter without \"" + key + "\"", expected);
            }
        }

        private void known(Words key, List<String> keys) {
            if (!keys.contains(key.text())) {
                problems.unknown(key, "key", keys);
            }
        }

        private String choice(Words value, String what, List<String> of) {
            if (of.contains(value.text())) {
                return value.text();
            }
            problems.unknown(value, what, of);
            return of.getFirst();
        }

        private boolean onOff(Words value, String on, String off) {
            return choice(value, "switch", List.of(on, off)).equals(on);
        }

        private Optional<Words> scalar(FrontMatter front, String key) { return front.entry(key).flatMap(this::scalar); }

        private Optional<Words> scalar(Entry entry) {
            if (entry.value() instanceof Node.Scalar(var words) && !words.isEmpty()) {
                return Optional.of(words);
            }
            problems.add(entry.key(), "\"" + entry.key() + "\" without a plain value",
                    entry.key() + ": a word or a number");
            return Optional.empty();
        }

        /// A map of the front matter.
        private final class Entries {
            final Words at;
            private final Map<String, Entry> entries = new LinkedHashMap<>();

            Entries(Words at, List<Entry> entries, List<String> keys) {
                this.at = at;
                entries.forEach(entry -> {
                    known(entry.key(), keys);
                    this.entries.put(entry.key().text(), entry);
                });
            }

            boolean isEmpty() { return entries.isEmpty(); }

            Optional<Words> scalar(String key) {
                return Optional.ofNullable(entries.get(key)).flatMap(Reader.this::scalar);
            }

            List<Words> scalars(String key) {
                var words = new ArrayList<Words>();
                if (Optional.ofNullable(entries.get(key)).map(Entry::value)
                        .orElse(null) instanceof Node.Items(var nodes, _)) {
                    nodes.forEach(node -> {
                        if (node instanceof Node.Scalar(var word)) {
                            words.add(word);
                        }
                    });
                }
                return words;
            }
        }

        private Entries entries(FrontMatter front, String key, List<String> keys) {
            return front.entry(key).map(entry -> entries(entry, keys)).orElse(new Entries(top, List.of(), keys));
        }

        private Entries entries(Entry entry, List<String> keys) {
            if (entry.value() instanceof Node.Entries(var inner, _)) {
                return new Entries(entry.key(), inner, keys);
            }
            problems.add(entry.key(), "\"" + entry.key() + "\" without keys of its own",
                    entry.key() + ": {" + String.join(": …, ", keys) + ": …}");
            return new Entries(entry.key(), List.of(), keys);
        }

        private World.MemoryRegime memory(FrontMatter front) {
            var options = new LinkedHashMap<String, String>();
            Optional<Entry> entry = front.entry("memory");
            if (entry.isPresent() && entry.get().value() instanceof Node.Scalar(var word)) {
                return new World.MemoryRegime(choice(word, "memory", KEEPS), options);
            }
            Entries memory = entries(front, "memory", MemoryOptions.KEYS);
            MemoryOptions.KEYS.stream().skip(1).forEach(key -> memory.scalar(key).ifPresent(value -> {
                MemoryOptions.check(key, value, problems);
                options.put(key, value.text());
            }));
            return new World.MemoryRegime(
                    memory.scalar("keep").map(value -> choice(value, "memory", KEEPS)).orElse("full"), options);
        }

        private World.Budget budget(FrontMatter front) {
            Entries budget = entries(front, "budget", List.of("usd", "calls", "tokens"));
            return new World.Budget(budget.scalar("usd").flatMap(value -> number(value, false)),
                    budget.scalar("calls").flatMap(value -> number(value, true)).map(BigDecimal::longValueExact),
                    budget.scalar("tokens").flatMap(value -> number(value, true)).map(BigDecimal::longValueExact));
        }

        private Optional<BigDecimal> number(Words value, boolean whole) {
            if (!value.text().matches(whole ? "[0-9]{1,15}" : "[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                problems.add(value, Problems.quoted(value.text()) + " is not a " + (whole ? "whole number" : "number"),
                        "a number of at least 0");
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(value.text()));
        }

        private SequencedMap<String, Parameter> parameters(FrontMatter front) {
            var parameters = new LinkedHashMap<String, Parameter>();
            Optional<Entry> declared = front.entry("params");
            if (declared.isPresent() && declared.get().value() instanceof Node.Entries(var inner, _)) {
                inner.forEach(
                        entry -> parameter(entry).ifPresent(parameter -> parameters.put(parameter.name(), parameter)));
            } else {
                declared.ifPresent(entry -> problems.add(entry.key(), "\"params\" without keys of its own",
                        "params: with one name: {type: …} on each line"));
            }
            return parameters;
        }

        private Optional<Parameter> parameter(Entry entry) {
            Words name = entry.key();
            if (!name.text().matches("[a-z][a-z0-9_]*")) {
                problems.add(name, Problems.quoted(name.text()) + " cannot name a parameter",
                        "one lower-case word: rumour, winter_in");
            }
            Entries keys = entries(entry, List.of("type", "of", "min", "max", "default"));
            List<String> kinds = List.of("choice", "int", "number", "bool", "text");
            Optional<Words> type = keys.scalar("type");
            Optional<Words> standard = keys.scalar("default");
            if (type.isEmpty() || standard.isEmpty()) {
                problems.add(name,
                        "parameter " + Problems.quoted(name.text()) + " without its "
                                + (type.isEmpty() ? "type" : "default"),
                        name + ": {type: choice, of: [a, b], default: a}");
                return Optional.empty();
            }
            String kind = choice(type.get(), "type", kinds);
            var of = keys.scalars("of").stream().map(Words::text).toList();
            if (kind.equals("choice") && of.size() < 2) {
                problems.add(name, "a choice of " + of.size(), "of: with at least two options");
            }
            var parameter = new Parameter(name.text(), Parameter.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), of,
                    bound(keys, "min", Parameter.FAR.negate()), bound(keys, "max", Parameter.FAR),
                    standard.get().text(), name);
            String misfit = parameter.misfit(standard.get().text());
            if (!misfit.isEmpty() && kind.equals("choice")) {
                problems.unknown(standard.get(), "option of " + name, of);
            } else if (!misfit.isEmpty()) {
                problems.add(standard.get(), Problems.quoted(standard.get().text()) + " does not fit " + name, misfit);
            }
            return Optional.of(parameter);
        }

        private BigDecimal bound(Entries keys, String key, BigDecimal otherwise) {
            return keys.scalar(key).flatMap(value -> {
                if (!value.text().matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?")) {
                    problems.add(value, Problems.quoted(value.text()) + " is not a number", key + ": a number");
                    return Optional.empty();
                }
                return Optional.of(new BigDecimal(value.text()));
            }).orElse(otherwise);
        }
    }
}
