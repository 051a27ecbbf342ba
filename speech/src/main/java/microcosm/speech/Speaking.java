package microcosm.speech;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.Attempt;
import microcosm.worlds.Channel;
import microcosm.worlds.World;

/// Tells words that are spoken to somebody from narration, and finds the channel that carries them.
final class Speaking {
    private static final Phrases<Boolean> GREETING = Lexicon.READING.phrases("greeting");
    private static final Phrases<Boolean> PRIVATE = Lexicon.READING.phrases("private");
    private static final Phrases<Boolean> PUBLIC = Lexicon.READING.phrases("public");
    private static final Set<String> YOU = WordSet.of("you", "your", "yours", "yourself", "yourselves", "ye", "thou");

    private final World world;
    private final List<Deed> deeds;

    Speaking(World world, List<Deed> deeds) {
        this.world = world;
        this.deeds = deeds.stream().filter(deed -> deed.shape() == Deed.Shape.SPEECH).toList();
    }

    /// Adds the attempt at speaking, if these words are spoken.
    void read(Passage passage, Address address, Found found, boolean claims, List<List<Predicate>> predicates) {
        boolean spoken = claims || address.named() || addresses(passage) || leftOver(passage, found)
                || says(predicates);
        if (!spoken || deeds.isEmpty()) {
            return;
        }
        Deed deed = deeds.getFirst();
        var arguments = new LinkedHashMap<String, String>();
        for (ActionRule.Parameter parameter : deed.rule().parameters()) {
            Optional<String> value = switch (parameter.kind()) {
                case Kind.Words any -> Optional.of(passage.text());
                case Kind.SomePerson any -> address.whole();
                case Kind.SomeChannel any -> channel(passage, address);
                default -> Optional.empty();
            };
            boolean channel = parameter.kind() instanceof Kind.SomeChannel;
            if (value.isEmpty() && !parameter.optional() && !channel) {
                found.unclear.add(new Reading.Unclear(0, passage.text().length(), "to whom this is said is not clear"));
                return;
            }
            value.ifPresent(v -> arguments.put(parameter.name(), v));
        }
        found.attempts.add(new Attempt(deed.rule().name(), arguments, 0, passage.text().length()));
    }

    private static boolean says(List<List<Predicate>> predicates) {
        return predicates.stream().flatMap(List::stream).anyMatch(p -> p.subject() == Predicate.Subject.SPEAKER
                && p.mood() == Predicate.Mood.DOES
                && p.is(WordSet.of("say", "tell", "announce", "whisper", "declare", "shout", "proclaim")));
    }

    private static boolean addresses(Passage passage) {
        List<Token> tokens = passage.tokens();
        for (Sentence sentence : passage.sentences()) {
            if (sentence.question()) {
                return true;
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (YOU.contains(tokens.get(i).word()) || GREETING.has(tokens, i, tokens.size())) {
                return true;
            }
        }
        return false;
    }

    /// Whether something was said that is no deed and no account of one's own doings.
    private static boolean leftOver(Passage passage, Found found) {
        boolean nothing = found.attempts.isEmpty() && found.unclear.isEmpty();
        for (Sentence sentence : passage.sentences()) {
            boolean own = false;
            boolean covered = false;
            for (int i = sentence.from(); i < sentence.to(); i++) {
                covered |= found.covers(i);
                own |= passage.token(i).is("i") || passage.token(i).is("we");
            }
            if (!covered && (nothing || !own) && passage.token(sentence.from()).isWord()) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> channel(Passage passage, Address address) {
        Optional<String> named = named(passage);
        if (named.isPresent()) {
            return named;
        }
        List<String> open = passage.setting().openChannels();
        boolean alone = PRIVATE.find(passage.tokens(), 0, passage.tokens().size()) >= 0;
        boolean crowd = PUBLIC.find(passage.tokens(), 0, passage.tokens().size()) >= 0 && !alone;
        boolean direct = address.whole().isPresent() && !crowd;
        return open.stream().filter(id -> isDirect(id) == direct).findFirst()
                .or(() -> direct ? open.stream().findFirst() : Optional.empty());
    }

    private boolean isDirect(String id) {
        return world.dealings().channels().stream().filter(channel -> channel.id().equals(id))
                .anyMatch(channel -> channel.hearers() instanceof Channel.Members.Addressee);
    }

    /// `In the square I tell everyone …`, `square: …`: a channel that is named as the way the words go.
    private static Optional<String> named(Passage passage) {
        for (int i = 0; i < Math.min(passage.tokens().size(), 40); i++) {
            Mention mention = passage.mentionAt(i);
            Optional<String> id = mention == null ? Optional.empty() : Slots.ref(mention, Mention.RefKind.CHANNEL);
            if (id.isEmpty() || mention == null) {
                continue;
            }
            int before = i - 1;
            while (before >= 0 && List.of("the", "a", "this", "our").contains(passage.token(before).word())) {
                before--;
            }
            boolean label = (before < 0 && mention.to() < passage.tokens().size()
                    && ":-)]".indexOf(passage.token(mention.to()).mark()) >= 0)
                    || (before == 0 && "([".indexOf(passage.token(0).mark()) >= 0);
            boolean by = before >= 0 && List.of("in", "on", "at", "over", "via", "by", "through", "across", "to")
                    .contains(passage.token(before).word());
            boolean head = before == 0 && mention.to() < passage.tokens().size()
                    && (!passage.token(mention.to()).isWord() || passage.token(mention.to()).is("i"));
            boolean saying = false;
            for (int k = Math.max(0, i - 12); k < Math.min(passage.tokens().size(), i + 6); k++) {
                saying |= WordSet
                        .of("say", "tell", "announce", "whisper", "shout", "declare", "call", "proclaim", "speak",
                                "aloud")
                        .contains(passage.token(k).word());
            }
            if (label || (by && (head || saying))) {
                return id;
            }
        }
        return Optional.empty();
    }
}
