package microcosm.agents;

import java.util.ArrayList;
import java.util.List;

import microcosm.prompts.Passage;
import microcosm.speech.Setting;
import microcosm.worlds.Person;
import microcosm.worlds.Role;
import microcosm.worlds.World;

/// Who somebody is, as they read it. What an author or a model wrote of them stands in its own words, behind ours.
final class Oneself {
    private final World world;
    private final Person person;

    Oneself(World world, Person person) {
        this.world = world;
        this.person = person;
    }

    /// @return what others know as well
    Passage known() {
        return Passage.line(person.name() + (person.description().isBlank() ? "." : ": " + person.description()), at());
    }

    /// @return what they alone know, one thing a line; may hold nothing
    Passage own(List<Setting.Named> people) {
        var lines = new ArrayList<Passage>();
        for (Role role : world.cast().roles()) {
            if (person.role().filter(role.id()::equals).isPresent()) {
                lines.add(line("You play the part of: " + role.name() + ".", role.at().toString()));
                role.knows().forEach(known -> lines.add(line("You know: " + ended(known), role.at().toString())));
            }
        }
        String life = person.options().getOrDefault(Person.LIFE, "");
        if (!life.isEmpty()) {
            lines.add(line("Your life: " + ended(life), written()));
        }
        person.wants().forEach(wish -> lines.add(line("You want: " + ended(wish),
                wish.equals(person.options().get(Person.WISH)) ? written() : at())));
        person.knows().forEach(known -> lines.add(line("You know: " + ended(known), at())));
        world.things().facts().stream().filter(fact -> fact.knownTo().contains(person.id())
                || person.role().filter(fact.knownTo()::contains).isPresent())
                .forEach(fact -> lines.add(line("You know: " + ended(fact.text()), fact.at().toString())));
        person.secrets().forEach(secret -> lines.add(line("Your secret: " + ended(secret), at())));
        var naming = new Naming(person.id(), people);
        person.trusts().forEach((whom, trust) -> lines.add(line(
                "You trust " + naming.of(whom) + ": " + Math.round(trust * 100) + " in 100.", at())));
        return Passage.lines(lines);
    }

    private static Passage line(String text, String source) { return Passage.line("- " + text, source); }

    /// The reply in which a model wrote of them.
    private String written() { return person.options().getOrDefault(Person.WRITTEN_BY, at()); }

    private String at() { return person.at().toString(); }

    private static String ended(String words) {
        String stripped = words.strip();
        return stripped.isEmpty() || ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }
}
