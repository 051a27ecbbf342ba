package microcosm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import microcosm.worlds.syntax.Links;
import microcosm.worlds.syntax.Words;

/// Reads references: a link to a heading, or the bare name of something a table declares.
final class References {
    private final Reading reading;

    References(Reading reading) { this.reading = reading; }

    /// @param id of what is meant
    /// @param rest what follows the reference: a number, nothing
    record Reference(Names.Kind kind, String id, Words rest) {}

    /// @return the reference a text begins with; empty, and a problem, where it does not name one of `kinds`
    Optional<Reference> leading(Words written, List<Names.Kind> kinds) {
        Words words = written.strip();
        var links = Links.in(words);
        if (!links.isEmpty() && links.getFirst().from() == 0) {
            Links.Link link = links.getFirst();
            Words rest = words.sub(link.to(), words.text().length()).strip();
            return linked(link, kinds, rest);
        }
        return bare(words, kinds);
    }

    /// @return the id of the one thing a text names
    Optional<String> one(Words written, List<Names.Kind> kinds) { return single(written, kinds).map(Reference::id); }

    Optional<Reference> single(Words written, List<Names.Kind> kinds) {
        var reference = leading(written, kinds);
        reference.filter(found -> !found.rest().isEmpty()).ifPresent(found -> reading.wrong(found.rest(),
                Problems.quoted(found.rest().text()) + " after a reference", "one reference"));
        return reference;
    }

    /// @return the ids of what a list separated by commas names
    List<String> list(Words written, List<Names.Kind> kinds) {
        var ids = new ArrayList<String>();
        for (Words part : written.split(',')) {
            one(part, kinds).ifPresent(ids::add);
        }
        return ids;
    }

    private Optional<Reference> linked(Links.Link link, List<Names.Kind> kinds, Words rest) {
        Words destination = link.destination();
        if (!destination.text().startsWith("#")) {
            reading.wrong(destination, Problems.quoted(destination.text()) + " is not a link to a heading of this page",
                    "#a-heading");
            return Optional.empty();
        }
        Words slug = destination.sub(1, destination.text().length());
        for (Names.Kind kind : kinds) {
            if (reading.names.of(kind).containsKey(slug.text())) {
                return Optional.of(new Reference(kind, slug.text(), rest));
            }
        }
        reading.unknown(slug, written(kinds),
                kinds.stream().flatMap(kind -> reading.names.of(kind).keySet().stream()).toList());
        return Optional.empty();
    }

    /// The longest declared name the text begins with.
    private Optional<Reference> bare(Words words, List<Names.Kind> kinds) {
        Reference best = null;
        int length = 0;
        for (Names.Kind kind : kinds) {
            for (var declared : reading.names.of(kind).entrySet()) {
                String name = declared.getValue();
                boolean begins = words.text().startsWith(name) && name.length() > length
                        && (words.text().length() == name.length()
                                || !Character.isLetterOrDigit(words.text().charAt(name.length())));
                if (begins) {
                    length = name.length();
                    best = new Reference(kind, declared.getKey(), words.sub(length, words.text().length()).strip());
                }
            }
        }
        if (best == null) {
            reading.unknown(words, written(kinds), reading.names.written(kinds));
        }
        return Optional.ofNullable(best);
    }

    private static String written(List<Names.Kind> kinds) {
        return kinds.stream().map(Names.Kind::written).collect(Collectors.joining(" or "));
    }
}
