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
/// after another, so that each can be told whom there is already. Ids, roles, places, holdings and whatever was drawn stay as they are.
/// Where no reply can be used, people stay as the page has them, and the trace says why.
final class Biographer {
    /// So many are written by one reply.
    static final int AT_ONCE = 10;
    /// So many others are named to the model.
    private static final int NAMED = 60;

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
            var question = new PopulationQuestion(some, named, named ? taken : List.of(), moment);
            var reply = Consulted.ask(model, question, prompt(population, some, named), List.of(), inner);
            if (reply.value().isEmpty()) {
                String ids = String.join(", ", some.stream().map(Person::id).toList());
                inner.write(id -> new Event.Refused(id, List.of(reply.event()), population.id(),
                        "The model wrote nothing that can be used: " + ids + " stay as the page has them."));
            }
            some.forEach(person -> written.add(reply.value().map(all -> all.get(person.id()))
                    .map(one -> made(person, one, reply.event())).orElse(person)));
            written.subList(from, written.size()).stream().map(Person::name).filter(name -> !taken.contains(name))
                    .forEach(taken::add);
        }
        return List.copyOf(written);
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

    private Prompt prompt(Population population, List<Person> people, boolean named) {
        var world = moment.world();
        List<String> known = taken.subList(Math.max(0, taken.size() - NAMED), taken.size());
        String description = population.template().description();
        return templates.named("agent/population").render(Inputs.NONE.with("title", world.title(), "")
                .with("premise", Passage.of(world.premise(), world.id() + ".world.md"))
                .with("population", Passage.line(population.name() + (description.isBlank() ? "." : ": " + description),
                        population.at().toString()))
                .with("taken", Passage.of(known.isEmpty() ? "nobody" : String.join(", ", known), ""))
                .with("naming", named
                        ? Passage.of(NAME, "")
                        : Passage.NOTHING)
                .with("people", Passage.lines(people.stream().map(person -> Passage.of("- " + person.id()
                        + (named ? "" : ", called " + person.name())
                        + role(person).map(part -> ", who plays the part of " + part).orElse(""), "")).toList())));
    }

    private Optional<String> role(Person person) {
        return person.role().flatMap(id -> moment.world().cast().roles().stream().filter(role -> role.id().equals(id))
                .findFirst()).map(role -> role.name());
    }
}
