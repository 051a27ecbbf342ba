package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;

import microcosm.speech.Intent.Deed;
import microcosm.worlds.Assertion.Stance;
import microcosm.worlds.Channel;
import microcosm.worlds.World;

/// What is passed on, and to whom.
///
/// With probability `talk` a turn, a person picks one of those they can reach, by chance, and tells them one thing they have not told
/// them for `again` steps nor heard from them: what came to mind first, then what others brought up last. They say what they find likely: a claim they give at least 1/2 + `threshold` is
/// asserted; one at most 1/2 − `threshold` that others brought up is denied. Somebody with an interest (`gains-from`, `loses-from`)
/// asserts also what they do not believe, or denies what they do, with probability 1 − `honesty`; such words sound as sure as `testimony`.
/// Who is asked about a claim answers next. Who is uncertain of a claim they have heard of asks about it with probability `ask`.
///
/// Sources: Daley and Kendall 1965, Stochastic Rumours, IMA Journal of Applied Mathematics 1, 42–55 (tellers stop with those who know);
/// Crawford and Sobel 1982, Strategic Information Transmission, Econometrica 50, 1431–1451 (what is said follows interest); Gneezy
/// 2005, Deception: The Role of Consequences, American Economic Review 95, 384–394 (people differ in their dislike of lying).
final class Telling {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Amount("honesty", 1, 0, 1, "probability of not asserting what one does not believe"),
            new Parameter.Amount("talk", 0.6, 0, 1, "chance of passing something on, a turn"),
            new Parameter.Amount("threshold", 0.2, 0, 0.5, "how far from 1/2 one must be to speak up"),
            new Parameter.Amount("again", 6, 1, 1000000, "steps before one tells the same person the same again"),
            new Parameter.Amount("ask", 0.2, 0, 1, "chance of asking about what one is uncertain of, when one talks"),
            new Parameter.Amount("discretion", 1, 0, 1,
                    "chance of keeping what one knows in secret, each time one could tell it"),
            new Parameter.Claims("gains-from", "claims that suit one, believed or not"),
            new Parameter.Claims("loses-from", "claims that harm one, believed or not"));

    private static final int TRIES = 4;

    private final Claims claims;
    private List<Channel> channels;
    private final Credences credences;
    private final double honesty;
    private final double talk;
    private final double threshold;
    private final double ask;
    private final double discretion;
    private final List<Integer> kept;
    private final int again;
    private final double sure;
    private final List<String> gains;
    private final List<String> loses;
    private final Map<String, Integer> told = new LinkedHashMap<>();
    private final Map<String, Boolean> heardFrom = new LinkedHashMap<>();
    private final SequencedMap<String, Integer> heard = new LinkedHashMap<>();
    private final Map<String, String> questions = new LinkedHashMap<>();

    Telling(Persona persona, Traits traits, Credences credences) {
        claims = new Claims(persona.world().things().claims());
        channels = persona.world().dealings().channels();
        this.credences = credences;
        honesty = traits.amount("honesty");
        talk = traits.amount("talk");
        threshold = traits.amount("threshold");
        ask = traits.amount("ask");
        discretion = traits.amount("discretion");
        kept = claims.kept(persona.person());
        again = traits.count("again");
        sure = traits.amount("testimony");
        gains = traits.claims("gains-from");
        loses = traits.claims("loses-from");
    }

    void live(World world) { channels = world.dealings().channels(); }

    void hear(String from, String claim, Stance stance) {
        int at = claims.index(claim);
        if (at < 0) {
            return;
        }
        if (stance == Stance.ASKS) {
            questions.put(from, claim);
        } else {
            heardFrom.put(key(from, claim), claims.forTopic(at, stance));
            heard.putLast(claim, at);
        }
    }

    /// Words for somebody.
    ///
    /// @param to person id; empty for everybody within hearing
    record Message(Deed.Say say, Optional<String> to, String channel) {}

    /// @param partner whom one already deals with in this turn, so is likely to talk to
    /// @param first claims that came to mind, to be considered before all others, most pressing first
    Optional<Message> message(Situation situation, Optional<String> partner, List<String> first, Inner inner) {
        if (claims.isEmpty() || situation.channels().isEmpty()) {
            return Optional.empty();
        }
        SplittableRandom chance = inner.chance("talk");
        Optional<Message> answer = answer(situation, chance);
        if (answer.isPresent()) {
            return answer;
        }
        if (chance.nextDouble() >= talk) {
            return Optional.empty();
        }
        var open = List.copyOf(situation.channels().entrySet());
        for (int tries = 0; tries < TRIES; tries++) {
            var channel = open.get(chance.nextInt(open.size()));
            List<String> hearers = channel.getValue();
            if (hearers.isEmpty()) {
                continue;
            }
            Optional<String> to = addressed(channel.getKey())
                    ? partner.filter(hearers::contains)
                            .or(() -> Optional.of(hearers.get(chance.nextInt(hearers.size()))))
                    : Optional.empty();
            Optional<Deed.Say> say = news(to, channel.getKey(), first, situation.step(), chance);
            if (say.isPresent()) {
                told.put(key(to.orElse("#" + channel.getKey()), say.get().claim()), situation.step());
                return Optional.of(new Message(say.get(), to, channel.getKey()));
            }
        }
        return Optional.empty();
    }

    /// The first open channel on which somebody can be spoken to.
    Optional<String> channelTo(String person, Situation situation) {
        return situation.channels().entrySet().stream().filter(e -> e.getValue().contains(person))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<Message> answer(Situation situation, SplittableRandom chance) {
        for (var question : List.copyOf(questions.entrySet())) {
            questions.remove(question.getKey());
            Optional<String> channel = channelTo(question.getKey(), situation);
            Optional<Deed.Say> say = say(question.getValue(), true, chance);
            if (channel.isPresent() && say.isPresent()) {
                told.put(key(question.getKey(), question.getValue()), situation.step());
                return Optional.of(new Message(say.get(), Optional.of(question.getKey()), channel.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Deed.Say> news(Optional<String> to, String channel, List<String> first, int step,
            SplittableRandom chance) {
        var pressing = new LinkedHashSet<>(first);
        pressing.addAll(heard.reversed().keySet());
        pressing.addAll(claims.ids());
        for (String claim : pressing) {
            Integer last = told.get(key(to.orElse("#" + channel), claim));
            if (last != null && step - last < again) {
                continue;
            }
            Optional<Deed.Say> say = say(claim, heard.containsKey(claim), chance);
            if (say.isPresent() && !(to.isPresent() && known(to.get(), say.get()))) {
                return say;
            }
        }
        return Optional.empty();
    }

    /// What one would say about a claim.
    ///
    /// @param raised whether others have brought it up
    private Optional<Deed.Say> say(String claim, boolean raised, SplittableRandom chance) {
        double credence = credences.of(claim);
        boolean lies = ((gains.contains(claim) && credence < 0.5) || (loses.contains(claim) && credence >= 0.5))
                && chance.nextDouble() >= honesty;
        if (lies) {
            return said(claim, gains.contains(claim) ? Stance.ASSERTS : Stance.DENIES, sure);
        }
        if (kept.contains(claims.topic(claims.index(claim))) && chance.nextDouble() < discretion) {
            return Optional.empty();
        }
        if (credence >= 0.5 + threshold && credence > 0.5) {
            return said(claim, Stance.ASSERTS, credence);
        }
        if (raised && credence <= 0.5 - threshold && credence < 0.5) {
            return said(claim, Stance.DENIES, 1 - credence);
        }
        return raised && chance.nextDouble() < ask ? said(claim, Stance.ASKS, credence) : Optional.empty();
    }

    private static Optional<Deed.Say> said(String claim, Stance stance, double credence) {
        return Optional.of(new Deed.Say(claim, stance, credence, Optional.empty()));
    }

    /// Whether somebody told one the same.
    private boolean known(String to, Deed.Say say) {
        Boolean said = heardFrom.get(key(to, say.claim()));
        return say.stance() != Stance.ASKS && said != null
                && said == claims.forTopic(claims.index(say.claim()), say.stance());
    }

    private String key(String hearer, String claim) {
        int at = claims.index(claim);
        return hearer + " " + (at < 0 ? claim : claims.id(claims.topic(at)));
    }

    private boolean addressed(String channel) {
        return channels.stream()
                .anyMatch(c -> c.id().equals(channel) && c.hearers() instanceof Channel.Members.Addressee);
    }
}
