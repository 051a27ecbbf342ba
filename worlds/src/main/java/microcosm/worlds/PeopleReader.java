package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Links;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// Reads People: one heading each.
final class PeopleReader {
    static final String KEYS = "wants, goal, honesty, believes, trusts, knows, secret, policy, model, place, role, remembers, traits, like";

    private final Cells cells;
    private final Reading reading;
    private final HoldingsReader holdings;
    private final FragmentReader fragments;
    private final Map<String, List<Person.DatedMemory>> dated;

    PeopleReader(Cells cells, HoldingsReader holdings, FragmentReader fragments) {
        this.cells = cells;
        reading = cells.reading;
        this.holdings = holdings;
        this.fragments = fragments;
        dated = dated();
    }

    List<Person> people() {
        var people = new ArrayList<Person>();
        reading.section("People").ifPresent(section -> {
            for (Page.Entity entity : section.entities()) {
                people.add(person(entity, KEYS));
            }
        });
        return people;
    }

    Person person(Page.Entity entity, String keys) {
        List<Block> blocks = fragments.included(entity);
        Bullets bullets = cells.bullets(blocks, keys);
        var traits = new LinkedHashMap<String, String>();
        bullets.all("traits").forEach(value -> traits(value, traits));
        List<String> kept = bullets.all("secret").stream().flatMap(value -> claim(value).stream()).toList();
        if (!kept.isEmpty()) {
            traits.put(Person.KEPT, String.join(" ", kept));
        }
        return new Person(entity.slug(), entity.heading().text(), reading.prose(blocks), bullets.prose("wants"),
                bullets.one("goal").flatMap(cells.formulas::read), share(bullets.one("honesty")),
                beliefs(bullets, kept),
                trusts(bullets),
                bullets.all("knows").stream().map(this::known).toList(),
                bullets.all("secret").stream().map(this::known).toList(),
                bullets.one("policy").flatMap(cells.calls::policy), bullets.one("model").flatMap(this::model),
                bullets.one("place")
                        .flatMap(value -> cells.references.one(reading.resolved(value), List.of(Names.Kind.PLACE))),
                bullets.one("role")
                        .flatMap(value -> cells.references.one(reading.resolved(value), List.of(Names.Kind.ROLE))),
                holdings.of(entity.slug()), memories(entity.slug(), bullets), traits, reading.at(entity.heading()));
    }

    private OptionalDouble share(Optional<Words> value) {
        return value.flatMap(cells.numbers::share).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /// Whoever knows a claim, openly or in secret, is certain of it, unless it is also said how likely they hold it.
    private List<Person.Belief> beliefs(Bullets bullets, List<String> kept) {
        List<Person.Belief> beliefs = believed(bullets);
        Stream.concat(bullets.all("knows").stream().flatMap(value -> claim(value).stream()), kept.stream())
                .filter(id -> beliefs.stream().noneMatch(belief -> belief.claim().equals(id)))
                .forEach(id -> beliefs.add(new Person.Belief(id, 1)));
        return beliefs;
    }

    private List<Person.Belief> believed(Bullets bullets) {
        var beliefs = new ArrayList<Person.Belief>();
        for (Words value : bullets.all("believes")) {
            cells.references.leading(reading.resolved(value), List.of(Names.Kind.CLAIM))
                    .ifPresent(reference -> credence(value, reference)
                            .ifPresent(credence -> beliefs.add(new Person.Belief(reference.id(), credence))));
        }
        return beliefs;
    }

    private Optional<Double> credence(Words value, References.Reference reference) {
        if (reference.rest().isEmpty()) {
            reading.wrong(value, "a belief without how likely it is held", "a number from 0 to 1 after the claim");
            return Optional.empty();
        }
        return cells.numbers.share(reference.rest());
    }

    private SequencedMap<String, Double> trusts(Bullets bullets) {
        var trusts = new LinkedHashMap<String, Double>();
        for (Words value : bullets.all("trusts")) {
            for (Words part : reading.resolved(value).split(',')) {
                cells.references.leading(part, MembersReader.PEOPLE)
                        .ifPresent(reference -> cells.numbers.share(reference.rest())
                                .ifPresent(trust -> trusts.put(reference.id(), trust)));
            }
        }
        return trusts;
    }

    /// A link alone stands for the text of the fact or claim it leads to.
    private String known(Words value) {
        return linked(value, "Claims").or(() -> linked(value, "Facts")).map(entity -> {
            String text = reading.prose(entity.blocks());
            return text.isEmpty() ? entity.heading().text() : text;
        }).orElseGet(() -> reading.prose(value));
    }

    /// @return the id of the claim that a link alone leads to
    private Optional<String> claim(Words value) { return linked(value, "Claims").map(Page.Entity::slug); }

    private Optional<Page.Entity> linked(Words value, String heading) {
        var links = Links.in(value);
        boolean alone = links.size() == 1 && links.getFirst().from() == 0
                && links.getFirst().to() == value.text().length();
        String slug = alone ? links.getFirst().destination().text().replaceFirst("^#", "") : "";
        return reading.page.sections().stream().filter(section -> section.heading().is(heading))
                .flatMap(section -> section.entities().stream()).filter(entity -> entity.slug().equals(slug))
                .findFirst();
    }

    private Optional<String> model(Words value) {
        Words words = reading.resolved(value);
        if (!words.text().matches("[a-z]+(:[\\p{L}\\p{N}._:@/-]{1,100}(,[a-z-]{1,20}=[a-z0-9.]{1,20})*)?")) {
            reading.wrong(words, Problems.quoted(words.text()) + " is not a model",
                    "baseline or provider:name, as on the command line: openai:gpt-4.1,temperature=0.2");
            return Optional.empty();
        }
        return Optional.of(words.text());
    }

    private Map<String, List<Person.DatedMemory>> dated() {
        var dated = new LinkedHashMap<String, List<Person.DatedMemory>>();
        reading.section("Memories").ifPresent(section -> {
            for (Rows.Row row : cells.rows.read(section.blocks(), Rows.Columns.of("who, remembers", "dated, when"))) {
                var memory = new Person.DatedMemory(row.given("dated").map(reading::prose).orElse(""),
                        reading.prose(row.cell("remembers")));
                cells.references.list(row.cell("who"), MembersReader.PEOPLE)
                        .forEach(who -> dated.computeIfAbsent(who, _ -> new ArrayList<>()).add(memory));
            }
        });
        return dated;
    }

    private List<Person.DatedMemory> memories(String id, Bullets bullets) {
        var memories = new ArrayList<>(dated.getOrDefault(id, List.of()));
        bullets.prose("remembers").forEach(text -> memories.add(new Person.DatedMemory("", text)));
        return memories;
    }

    /// `patience 0.9, cost 35`.
    private void traits(Words value, Map<String, String> traits) {
        for (Words part : reading.resolved(value).split(',')) {
            String[] words = part.text().split("\\s+", 2);
            if (words.length < 2 || !words[0].matches("[a-z][a-z0-9_-]*")) {
                reading.wrong(part, Problems.quoted(part.text()) + " is not a trait",
                        "a name and a value: patience 0.9");
            } else if (traits.put(words[0], words[1]) != null) {
                reading.wrong(part, "trait \"" + words[0] + "\" a second time", "each trait once");
            } else if (words[0].equals(Person.MIND)) {
                mind(part);
            } else if (words[0].equals(Person.FORMATIVE) && !Person.isFormative(words[1])) {
                reading.wrong(part, Problems.quoted(part.text()), Person.FORMATIVE_RANGE);
            }
        }
    }

    /// `mind three-questions planning`.
    private void mind(Words trait) {
        int at = Person.MIND.length();
        while (at < trait.text().length()) {
            int end = trait.text().indexOf(' ', at + 1);
            Words part = trait.sub(at, end < 0 ? trait.text().length() : end).strip();
            if (!part.isEmpty() && !Person.MINDS.contains(part.text())) {
                reading.unknown(part, "mind", Person.MINDS);
            }
            at = end < 0 ? trait.text().length() : end;
        }
    }
}
