package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import microcosm.gamemaster.GameMaster.Deed;
import microcosm.prompts.Inputs;
import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.trace.EventId;
import microcosm.trace.KnownFact;
import microcosm.trace.Offer;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// What a model that is the game master is shown. It begins with what never changes; it holds no secret of anybody's; its length is bounded, but for
/// the number of those who act at once.
final class ScenePrompts {
    private static final int FACTS = 24;
    private static final int PEOPLE = 40;

    private final Templates templates;
    private final Minutes minutes;

    ScenePrompts(Templates templates, Minutes minutes) {
        this.templates = templates;
        this.minutes = minutes;
    }

    Prompt scene(Scene scene, SceneQuestion question, Moment now) {
        World world = now.world();
        return rendered("scene", Inputs.NONE.with("title", world.title(), Passage.PAGE)
                .with("premise", premise(world)).with("people", people(scene.actors(), now))
                .with("powers", powers(question.powers(), world))
                .with("scope", Passage.joined(List.of(lines("may-establish", "lines",
                        question.narrated() ? world.dealings().gameMaster().mayEstablish() : List.of()),
                        lines("may-change", "lines",
                                question.narrated() ? world.dealings().gameMaster().mayChange() : List.of())),
                        "\n\n"))
                .with("manner", lines("manner", "manner", world.dealings().gameMaster().manner()))
                .with("closing", Passage.joined(List.of(part("next", "people", names(question.called(), now)),
                        lines("judged", "endings", question.endings())), "\n\n"))
                .with("time", time(scene.place(), now)).with("facts", facts(scene, now))
                .with("ledger", ledger(scene, question, now)).with("lately", lately(scene.actors(), now))
                .with("attempts", attempts(scene.deeds(), now)));
    }

    /// @param refused by which event nobody of that name could have the turn
    Prompt call(String named, EventId refused, List<String> people, Moment now) {
        return rendered("call", Inputs.NONE.with("title", now.world().title(), Passage.PAGE)
                .with("named", Passage.quoted(named, refused.toString())).with("people", names(people, now))
                .with("lately", lately(List.of(), now)));
    }

    Prompt over(List<String> endings, Moment now) {
        return rendered("over", Inputs.NONE.with("title", now.world().title(), Passage.PAGE)
                .with("premise", premise(now.world())).with("endings", bullets(endings))
                .with("facts", facts(now.state().facts().stream()
                        .filter(fact -> fact.knownTo().contains(MomentScope.EVERYBODY)).toList(), now))
                .with("lately", lately(List.of(), now)));
    }

    /// @param outcomes what was tried and what came of it, in order
    Prompt tell(String place, List<Passage> outcomes, Moment now) {
        return rendered("tell", Inputs.NONE.with("title", now.world().title(), Passage.PAGE)
                .with("premise", premise(now.world()))
                .with("manner", lines("manner", "manner", now.world().dealings().gameMaster().manner()))
                .with("time", time(place, now)).with("outcomes", Passage.joined(outcomes, "\n\n")));
    }

    private Prompt rendered(String name, Inputs inputs) { return templates.named("gamemaster/" + name).render(inputs); }

    /// A part that is there only where it has something to say.
    private Passage lines(String template, String input, List<String> lines) {
        return part(template, input, bullets(lines));
    }

    private Passage part(String template, String input, Passage lines) {
        return lines.isEmpty() ? lines : Passage.of(rendered(template, Inputs.NONE.with(input, lines)));
    }

    private static Passage bullets(List<String> lines) {
        return Passage.lines(lines.stream().map(line -> Passage.line("- " + line, Passage.PAGE)).toList());
    }

    private static Passage premise(World world) { return Passage.of(world.premise(), Passage.PAGE); }

    private Passage lately(List<String> people, Moment now) {
        return part("lately", "events", minutes.lately(people, now));
    }

    private static Passage names(List<String> ids, Moment now) {
        return Passage.lines(ids.stream().map(id -> Passage.line("- " + now.society().name(id) + " (" + id + ")",
                now.society().person(id).map(person -> person.at().toString()).orElse(Passage.PAGE))).toList());
    }

    /// Everybody in a small society; in a large one those who act, and how many more there are.
    private static Passage people(List<String> acting, Moment now) {
        List<Person> all = now.society().people();
        List<Person> shown = all.size() <= PEOPLE
                ? all
                : all.stream().filter(person -> acting.contains(person.id())).toList();
        var lines = new ArrayList<Passage>();
        shown.forEach(person -> lines.add(Passage.of("- " + person.name() + " (" + person.id() + ")"
                + (person.description().isBlank()
                        ? ""
                        : ". " + person.description().replaceAll("\\s+", " ").strip()),
                person.at().toString())));
        if (shown.size() < all.size()) {
            lines.add(Passage.of("- and " + (all.size() - shown.size()) + " more who do nothing now", Passage.PAGE));
        }
        return Passage.lines(lines);
    }

    private static Passage powers(List<ActionRule> rules, World world) {
        return bullets(rules.stream().map(rule -> Describing.of(rule, world)).toList());
    }

    private static Passage time(String place, Moment now) {
        var parts = new ArrayList<Passage>();
        parts.add(Passage.of("It is " + now.world().clock().unit() + " " + now.step()
                + now.phase().map(phase -> ", " + phase.name()).orElse("") + ".", Passage.PAGE));
        Movement.place(place, now).ifPresent(there -> {
            parts.add(Passage.line("The place is " + there.within() + " (" + there.id() + "). "
                    + there.description().replaceAll("\\s+", " ").strip(), there.at().toString()));
            parts.add(here(place, now));
        });
        return Passage.joined(parts, " ");
    }

    /// Each by what brought them there.
    private static Passage here(String place, Moment now) {
        var parts = new ArrayList<Passage>();
        for (String person : Hearing.presentAt(place, "", now)) {
            parts.add(Passage.of((parts.isEmpty() ? "Here: " : ", ") + now.society().name(person),
                    now.standing().origins().place(person)));
        }
        return parts.isEmpty()
                ? Passage.NOTHING
                : Passage.joined(List.of(Passage.joined(parts, ""), Passage.of(".", "")), "");
    }

    /// What everybody knows, and what those who act know.
    private Passage facts(Scene scene, Moment now) {
        var spoken = Establishing.content(scene.deeds().stream().map(Deed::text).collect(Collectors.joining(" ")));
        List<KnownFact> known = now.state().facts().stream()
                .filter(fact -> fact.knownTo().contains(MomentScope.EVERYBODY)
                        || scene.actors().stream().anyMatch(fact.knownTo()::contains))
                .sorted(Comparator.comparingLong((KnownFact fact) -> -Establishing.content(fact.text()).stream()
                        .filter(spoken::contains).count()))
                .limit(FACTS).sorted(Comparator.comparing(KnownFact::id)).toList();
        return facts(known, now);
    }

    private Passage facts(List<KnownFact> facts, Moment now) {
        return facts.isEmpty()
                ? Passage.of("- nothing beyond what is said above", Passage.PAGE)
                : Passage.lines(facts.stream().map(fact -> Passage.line("- " + fact.id() + ": "
                        + fact.text().replaceAll("\\s+", " ").strip() + known(fact, now), source(fact, now)))
                        .toList());
    }

    /// @return by which event a fact is as it is; where it is as the page says and nothing has happened, where it stands there
    private static String source(KnownFact fact, Moment now) {
        String by = now.standing().origins().fact(fact.id());
        return by.isEmpty() ? Passage.PAGE : by;
    }

    private static String known(KnownFact fact, Moment now) {
        return fact.knownTo().contains(MomentScope.EVERYBODY)
                ? ""
                : " (known only to "
                        + String.join(", ", fact.knownTo().stream().map(now.society()::name).toList()) + ")";
    }

    private Passage ledger(Scene scene, SceneQuestion question, Moment now) {
        var lines = new ArrayList<Passage>();
        for (String actor : scene.actors()) {
            if (!now.world().things().goods().isEmpty()) {
                lines.add(Passage.line("- " + now.society().name(actor) + " holds " + now.state().holdings(actor) + ".",
                        now.standing().origins().holdings(actor)));
            }
            for (Offer offer : now.standing().offers(actor)) {
                if (offer.to().equals(actor)) {
                    lines.add(Passage.line(
                            "- Offer " + offer.id() + ": " + now.society().name(offer.from()) + " offers "
                                    + now.society().name(actor) + " " + offer.give() + " for " + offer.get() + ".",
                            now.standing().origins().offer(offer.id())));
                }
            }
        }
        if (Powers.named(Powers.VOTE, question.powers()).isPresent()) {
            Powers.changeable(now.world()).forEach(fact -> lines.addAll(hands(fact, now)));
        }
        return part("ledger", "lines", Passage.lines(lines));
    }

    /// What hands were raised for are words of people.
    private static List<Passage> hands(String fact, Moment now) {
        var lines = new ArrayList<Passage>();
        Ballots.tally(fact, now).ifPresent(tally -> tally.votes().forEach((option, votes) -> lines.add(Passage.quoted(
                "- On " + fact + ", of " + now.society().ids().size() + " hands " + votes
                        + (votes == 1 ? " is" : " are") + " raised for:",
                option, raised(fact, option, now)))));
        return lines;
    }

    /// By which events the hands were raised. Whose they are is not said.
    private static String raised(String fact, String option, Moment now) {
        return Ballots.voters(fact, option, now).stream()
                .map(voter -> now.standing().origins().attribute(voter, Ballots.VOTE + fact))
                .distinct().collect(Collectors.joining(" "));
    }

    private static Passage attempts(List<Deed> deeds, Moment now) {
        var quoted = new ArrayList<Passage>();
        for (Deed deed : deeds) {
            boolean part = deed.attempt().from() > 0 || deed.attempt().to() < deed.text().length();
            quoted.add(Passage.quoted((quoted.size() + 1) + ". " + now.society().name(deed.actor())
                    + (part ? ", of what they did the part that is not clear:" : ":"), deed.words(),
                    deed.read().toString()));
        }
        return Passage.joined(quoted, "\n\n");
    }
}
