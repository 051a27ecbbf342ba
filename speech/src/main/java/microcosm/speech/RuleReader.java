package microcosm.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import microcosm.speech.Deed.Shape;
import microcosm.worlds.Assertion;
import microcosm.worlds.Attempt;
import microcosm.worlds.World;

/// Reads by rules alone. A text is taken apart into sentences; every verb that stands for an action of the world is judged by its subject and
/// its mood; what the speaker does by these words is an attempt, and its arguments are looked for around the verb. What the rules do not
/// understand is not done. The work grows with the length of the text, and no more than [Tokens#LONGEST] characters are read.
///
/// One reader serves one world. It never changes, but for the index of the last cast it saw and what it read lately.
public final class RuleReader implements Reader {
    private final World world;
    private final Terms terms;
    private final List<Deed> deeds;
    private final VerbIndex verbs;
    private final Claims claims;
    private final Calls calls;
    private final CallsAlone callsAlone;
    private final Speaking speaking;
    private final LastNames lastNames = new LastNames();

    public RuleReader(World world) {
        this.world = world;
        this.terms = new Terms(world);
        this.deeds = world.dealings().actions().stream().map(Deed::of).toList();
        this.verbs = new VerbIndex(world);
        this.claims = new Claims(world);
        this.calls = new Calls(world, terms);
        this.callsAlone = new CallsAlone(world);
        this.speaking = new Speaking(world, deeds);
    }

    @Override
    public Reading read(String text, Setting setting) {
        Optional<Reading> same = callsAlone.of(text);
        return same.isPresent() ? same.get() : read(text, setting, lastNames.of(setting.people()));
    }

    private Reading read(String text, Setting setting, Names names) {
        Calls.Result called = calls.read(text, setting, names);
        if (called.rest().isBlank()) {
            var reading = new Reading(called.attempts(), List.of(), called.unclear(), Optional.empty());
            callsAlone.keep(text, reading);
            return reading;
        }
        List<Token> all = Tokens.of(called.rest());
        List<Token> tokens = Quotes.withoutOthers(all);
        if (tokens.stream().noneMatch(Token::isWord)) {
            return new Reading(called.attempts(), List.of(), called.unclear(), Optional.empty());
        }
        var passage = new Passage(text, tokens, Mentions.of(terms, names, tokens), Sentence.of(tokens), setting, names);
        List<Assertion> asserted = claims.in(all, tokens.size() == all.size() ? passage.sentences() : Sentence.of(all));
        Address address = Address.of(passage);
        List<List<Predicate>> raw = passage.sentences().stream().map(s -> Moods.of(verbs, passage, s)).toList();
        List<List<Predicate>> governed = Scopes.of(passage, raw, false);
        List<List<Predicate>> patient = Scopes.of(passage, raw, true);
        var found = new Found(passage);
        deeds(passage, address, found, asserted, governed, patient);
        Optional<String> addressee = address.whole();
        speaking.read(passage, address, found, !asserted.isEmpty(), governed);
        boolean spoken = found.attempts.stream().anyMatch(a -> a.from() == 0 && a.to() == text.length());
        found.attempts.addAll(called.attempts());
        found.unclear.addAll(called.unclear());
        found.sort();
        return new Reading(sorted(found.attempts), asserted, found.unclear, spoken ? addressee : Optional.empty());
    }

    private void deeds(Passage passage, Address address, Found found, List<Assertion> asserted,
            List<List<Predicate>> governed,
            List<List<Predicate>> patient) {
        var offers = new Offers(of(Shape.OFFER), passage, address, found);
        of(Shape.EXCHANGE).stream().findFirst()
                .ifPresent(deed -> new Exchanges(deed, passage, address, found, offers).read(governed));
        offers.read(governed);
        var slotted = new ArrayList<>(of(Shape.SLOTS));
        slotted.addAll(of(Shape.BARE));
        new Slots(world, slotted, passage, address, found, asserted).read(governed, patient);
        Curt.read(slotted, passage, found);
    }

    private List<Deed> of(Shape shape) { return deeds.stream().filter(deed -> deed.shape() == shape).toList(); }

    private static List<Attempt> sorted(List<Attempt> attempts) {
        return attempts.stream().sorted(Comparator.comparingInt(Attempt::from)).toList();
    }
}
