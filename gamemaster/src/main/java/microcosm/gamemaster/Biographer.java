package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.agents.Inner;
import microcosm.models.LanguageModel;
import microcosm.prompts.Inputs;
import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.Person;
import microcosm.worlds.Population;

/// Has a model write who the people of a population are, once, before anything happens. It is asked for some of them at a time, one question
/// after another, so that each can be told whom there is already, and once more for whoever it wrote nothing of that can stand. Ids, roles, places, holdings and whatever was drawn stay as they are.
/// Where no reply can be used, people stay as the page has them, and the trace says why.
final class Biographer {
    /// So many are written by one reply.
    static final int AT_ONCE = 10;
    /// So many others are named to the model.
    private static final int NAMED = 60;
    /// So often the same people are asked for; the second time, only those of whom nothing could stand.
    static final int TIMES = 2;

    private static final String NAME = "- \"name\": what they are called, a name that fits the place and is nobody else's.";

    private final LanguageModel model;
    private final Templates templates;
    private final Moment moment;
    private final Inner inner;
    private final List<String> taken = new ArrayList<>();

    /// @param moment of everybody as the page has them
    Biographer(LanguageModel model, Templates templates, Moment moment, Inner inner) {
        this.model = model;
        this.templates = templates;
        this.moment = moment;
        this.inner = inner;
    }

    /// @return how many questions it takes
    static long questions(Population population) {
        return population.written() ? (population.count() + AT_ONCE - 1) / AT_ONCE : 0;
    }

    /// @param people of the population, as the page has them
    /// @param others names of everybody else, as they are now
    List<Person> written(Population population, List<Person> people, List<String> others) {
        boolean named = population.names().stream().allMatch(name -> name.contains("{n}"));
        taken.addAll(others);
        if (!named) {
            people.forEach(person -> taken.add(person.name()));
        }
        var written = new ArrayList<Person>();
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            List<Person> some = people.subList(from, Math.min(from + AT_ONCE, people.size()));
            written.addAll(written(population, some, named));
        }
        return List.copyOf(written);
    }

    /// Asks, and once more for those of whom nothing can stand.
    private List<Person> written(Population population, List<Person> some, boolean named) {
        var made = new LinkedHashMap<String, Person>();
        some.forEach(person -> made.put(person.id(), person));
        List<Person> left = some;
        List<Passage> wrong = List.of();
        for (int times = 1; !left.isEmpty(); times++) {
            var question = new PopulationQuestion(left, named, named ? taken : List.of(), moment);
            var reply = Consulted.ask(model, question, prompt(population, left, named, wrong), List.of(), inner);
            var written = reply.value().map(PopulationQuestion.Reply::written).orElseGet(LinkedHashMap::new);
            for (Person person : left) {
                Optional.ofNullable(written.get(person.id())).map(one -> made(person, one, reply.event()))
                        .ifPresent(one -> {
                            made.put(one.id(), one);
                            take(one.name());
                        });
            }
            left = left.stream().filter(person -> !written.containsKey(person.id())).toList();
            wrong = reply.value().map(PopulationQuestion.Reply::wrong).orElse(List.of()).stream()
                    .map(why -> Passage.line("- " + why, reply.event().toString())).toList();
            if (!left.isEmpty() && (written.isEmpty() || times == TIMES)) {
                stay(population, left, reply.event());
                break;
            }
        }
        return List.copyOf(made.sequencedValues());
    }

    private void take(String name) {
        if (!taken.contains(name)) {
            taken.add(name);
        }
    }

    private void stay(Population population, List<Person> left, EventId reply) {
        String ids = String.join(", ", left.stream().map(Person::id).toList());
        inner.write(id -> new Event.Refused(id, List.of(reply), population.id(),
                "The model wrote nothing that can be used: " + ids + (left.size() == 1 ? " stays" : " stay")
                        + " as the page has them."));
        left.forEach(person -> take(person.name()));
    }

    private static Person made(Person p, Written written, EventId event) {
        var wants = new ArrayList<>(p.wants());
        wants.add(written.wants());
        var options = new LinkedHashMap<>(p.options());
        options.put(Person.LIFE, written.life());
        options.put(Person.WISH, written.wants());
        options.put(Person.WRITTEN_BY, event.toString());
        String name = written.name().isEmpty() ? p.name() : written.name();
        return new Person(p.id(), name, p.description(), wants, p.goal(), p.honesty(), p.believes(), p.trusts(),
                p.knows(), p.secrets(), p.policy(), p.model(), p.place(), p.role(), p.holdings(), p.memories(), options,
                p.at());
    }

    private Prompt prompt(Population population, List<Person> people, boolean named, List<Passage> wrong) {
        var world = moment.world();
        List<String> known = taken.subList(Math.max(0, taken.size() - NAMED), taken.size());
        String description = population.template().description();
        return templates.named("agent/population").render(Inputs.NONE.with("title", world.title(), Passage.PAGE)
                .with("premise", Passage.of(world.premise(), Passage.PAGE))
                .with("population", Passage.line(population.name() + (description.isBlank() ? "." : ": " + description),
                        population.at().toString()))
                .with("taken", Passage.of(known.isEmpty() ? "nobody" : String.join(", ", known), Passage.PAGE))
                .with("wrong", refused(wrong))
                .with("naming", named
                        ? Passage.of(NAME, Passage.PAGE)
                        : Passage.NOTHING)
                .with("people", Passage.lines(people.stream().map(person -> Passage.of("- " + person.id()
                        + (named ? "" : ", called " + person.name())
                        + role(person).map(part -> ", who plays the part of " + part).orElse(""),
                        person.at().toString())).toList())));
    }

    private static Passage refused(List<Passage> wrong) {
        return wrong.isEmpty()
                ? Passage.NOTHING
                : Passage.joined(List.of(Passage.of("What you wrote of them before cannot stand:", Passage.PAGE),
                        Passage.lines(wrong)), "\n");
    }

    private Optional<String> role(Person person) {
        return person.role().flatMap(id -> moment.world().cast().roles().stream().filter(role -> role.id().equals(id))
                .findFirst()).map(role -> role.name());
    }
}
