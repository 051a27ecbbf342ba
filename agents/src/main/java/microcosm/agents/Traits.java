package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.worlds.Claim;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.Problem;
import microcosm.worlds.WorldException;

/// The values a person's policy has for its parameters. What stands in the call of the policy comes first, then the person's own
/// bullets, then what the kind of policy presets, then the parameter's default.
final class Traits {
    private static final Pattern LINK = Pattern.compile("\\(#([^)]+)\\)");

    private final Persona persona;
    private final SequencedMap<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, String> presets;
    private final SequencedMap<String, String> called;

    /// @throws WorldException if the call of the policy gives a parameter that is not among `known`
    Traits(Persona persona, List<Parameter> known, Map<String, String> presets) {
        this.persona = persona;
        this.presets = presets;
        known.forEach(parameter -> parameters.put(parameter.name(), parameter));
        called = persona.policy().map(call -> call.parameters()).orElseGet(LinkedHashMap::new);
        List<Problem> problems = called.keySet().stream().filter(name -> !parameters.containsKey(name))
                .map(this::unknown).toList();
        if (!problems.isEmpty()) {
            throw new WorldException(problems);
        }
    }

    double amount(String name) {
        if (!(parameters.get(name) instanceof Parameter.Amount amount)) {
            throw new IllegalArgumentException("\"" + name + "\" is no number of this policy");
        }
        Optional<String> written = written(name);
        if (written.isEmpty()) {
            return amount.fallback();
        }
        double value;
        try {
            value = Double.parseDouble(written.get());
        } catch (NumberFormatException e) {
            throw problem(name + ": \"" + written.get() + "\" is not a number", range(amount));
        }
        if (!(value >= amount.least() && value <= amount.most())) {
            throw problem(name + ": " + written.get() + " is out of range", range(amount));
        }
        return value;
    }

    int count(String name) { return (int) amount(name); }

    String word(String name) {
        if (!(parameters.get(name) instanceof Parameter.Word word)) {
            throw new IllegalArgumentException("\"" + name + "\" is no word of this policy");
        }
        String value = written(name).orElse(word.options().getFirst());
        if (!word.options().contains(value)) {
            throw problem(name + ": unknown word \"" + value + "\"",
                    "known here: " + String.join(", ", word.options()));
        }
        return value;
    }

    String text(String name) {
        if (!(parameters.get(name) instanceof Parameter.Text text)) {
            throw new IllegalArgumentException("\"" + name + "\" is no text of this policy");
        }
        return written(name).orElse(text.fallback()).strip();
    }

    /// @return the id of another person, written as a link, an id or a name; empty where nobody is named
    Optional<String> person(String name) {
        Optional<String> written = written(name).map(String::strip).filter(text -> !text.isEmpty());
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Matcher link = LINK.matcher(written.get());
        String id = link.find() ? link.group(1) : written.get();
        List<Person> people = persona.world().cast().people();
        Optional<String> found = people.stream()
                .filter(one -> one.id().equals(id) || one.name().equalsIgnoreCase(id)).map(Person::id).findFirst();
        boolean drawn = !persona.world().cast().populations().isEmpty();
        if (id.equals(persona.id()) || (found.isEmpty() && !drawn)) {
            throw problem(name + ": \"" + id + "\" is nobody else of this world", "known here: "
                    + String.join(", ", people.stream().map(Person::id).filter(one -> !one.equals(persona.id()))
                            .toList()));
        }
        return found.or(() -> Optional.of(id));
    }

    /// @return ids of claims, in the order they were written
    List<String> claims(String name) {
        String value = written(name).orElse("");
        var ids = new ArrayList<String>();
        Matcher link = LINK.matcher(value);
        while (link.find()) {
            ids.add(link.group(1));
        }
        if (ids.isEmpty() && !value.isBlank()) {
            ids.addAll(List.of(value.strip().split("[,\\s]+")));
        }
        List<String> known = persona.world().things().claims().stream().map(Claim::id).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw problem(name + ": unknown claim \"" + id + "\"", "known here: " + String.join(", ", known));
            }
        }
        return List.copyOf(ids);
    }

    /// @param known ids there are
    /// @param what they name, in the singular
    /// @return ids, in the order they were written
    List<String> names(String name, List<String> known, String what) {
        List<String> ids = List.of(written(name).orElse("").strip().split("\\s+")).stream()
                .filter(id -> !id.isEmpty()).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(unknown -> {
            throw problem(name + ": unknown " + what + " \"" + unknown + "\"",
                    "known here: " + String.join(", ", known));
        });
        return ids;
    }

    private Optional<String> written(String name) {
        String spaced = name.replace('-', ' ');
        var options = persona.person().options();
        var honesty = persona.person().honesty();
        if (name.equals("honesty") && honesty.isPresent() && !called.containsKey(name)) {
            return Optional.of(Double.toString(honesty.getAsDouble()));
        }
        return Optional.ofNullable(called.get(name)).or(() -> Optional.ofNullable(options.get(name)))
                .or(() -> Optional.ofNullable(options.get(spaced))).or(() -> Optional.ofNullable(presets.get(name)));
    }

    private Problem unknown(String name) {
        return new Problem(persona.person().at(),
                persona.person().name() + ": this policy has no parameter \"" + name + "\"", List.of(),
                "known here: " + String.join(", ", parameters.keySet()));
    }

    /// @return the first market that one of these mechanisms settles
    /// @throws WorldException if there is none
    Market market(List<String> mechanisms) {
        return persona.world().dealings().markets().stream().filter(one -> mechanisms.contains(one.mechanism()))
                .findFirst().orElseThrow(() -> problem("this policy needs a market that there is not",
                        "a row of Markets with the mechanism " + String.join(" or ", mechanisms)));
    }

    /// A mistake of the author about this person.
    WorldException problem(String what, String expected) {
        return new WorldException(List.of(
                new Problem(persona.person().at(), persona.person().name() + ": " + what, List.of(), expected)));
    }

    private static String range(Parameter.Amount amount) {
        return String.format(Locale.ROOT, "expected a number from %s to %s", plain(amount.least()),
                plain(amount.most()));
    }

    /// @return whole numbers without a point
    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
