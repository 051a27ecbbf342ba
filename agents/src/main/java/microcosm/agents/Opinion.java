package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Assertion;
import microcosm.worlds.Assertion.Stance;
import microcosm.worlds.Channel;
import microcosm.worlds.World;

/// Somebody who holds opinions on the world's claims, says where they stand each turn, and changes by one of the classical rules. Words
/// carry a stance and no number: an assertion counts as `testimony`, a denial as 1 − `testimony`.
///
/// - `voter`: takes over the stance of one of those heard since the last turn, any with equal chances.
/// - `degroot`: the mean of the own credence, weighing `own`, and of what each said who was heard since, weighing one's trust in them.
/// - `stubborn`: never changes; the zealot.
/// - `liar`: never changes, and says the opposite of what it believes.
/// - `sycophant`: never changes, and says what was said to it last; what it believes only where nothing was.
///
/// Speaks on one open channel, chosen by chance; where only an addressee hears, to one of them, chosen by chance. Says a claim's
/// own stance: asserted above 1/2, denied below, nothing at 1/2; of two claims that contradict each other, the first.
///
/// Sources: Clifford and Sudbury 1973, A Model for Spatial Conflict, Biometrika 60, 581–588; Holley and Liggett 1975, Annals of
/// Probability 3, 643–663; DeGroot 1974, Reaching a Consensus, Journal of the American Statistical Association 69, 118–121; Mobilia 2003, Does a
/// Single Zealot Affect an Infinite Group of Voters?, Physical Review Letters 91, 028701; contrarians: Galam 2004, Physica A 333, 453–460; Sharma et al. 2023, Towards
/// Understanding Sycophancy in Language Models, arXiv 2310.13548.
final class Opinion implements Policy {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Amount("prior", 0.5, 0, 1, "credence in what one was told nothing about"),
            new Parameter.Amount("testimony", 1, 0, 1, "what an assertion counts as"),
            new Parameter.Amount("own", 1, 0, 1e9, "degroot: weight of the own credence"),
            new Parameter.Amount("trust", 0.5, 0, 1, "degroot: trust in those the world gives none for"),
            new Parameter.Amount("talk", 1, 0, 1, "chance of saying where one stands, a turn"));

    enum Rule {
        VOTER, DEGROOT, STUBBORN, LIAR, SYCOPHANT;

        /// Whether what others say moves what it believes.
        boolean listens() { return this == VOTER || this == DEGROOT; }
    }

    private final Rule rule;
    private final Persona persona;
    private final Claims claims;
    private final Credences credences;
    private final double testimony;
    private final double own;
    private final double trust;
    private final double talk;
    private List<Channel> channels;
    private final List<Heard> heard = new ArrayList<>();
    private final Map<Integer, Double> echo = new LinkedHashMap<>();

    private record Heard(String from, int topic, double value, EventId event) {}

    Opinion(Persona persona, Rule rule) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        this.rule = rule;
        this.persona = persona;
        claims = new Claims(persona.world().things().claims());
        channels = persona.world().dealings().channels();
        credences = new Credences(claims, persona.person().believes(), traits.amount("prior"));
        testimony = traits.amount("testimony");
        own = traits.amount("own");
        trust = traits.amount("trust");
        talk = traits.amount("talk");
    }

    @Override
    public void live(World world) { channels = world.dealings().channels(); }

    @Override
    public void observe(Perception perception, Inner inner) {
        String from = perception.from().orElse("*");
        for (Assertion said : perception.claims()) {
            int at = claims.index(said.claim());
            boolean stands = said.stance() == Stance.ASSERTS || said.stance() == Stance.DENIES;
            if (at >= 0 && stands && !from.equals(persona.id()) && rule != Rule.STUBBORN) {
                double value = claims.forTopic(at, said.stance()) ? testimony : 1 - testimony;
                echo.put(claims.topic(at), value);
                heard.add(new Heard(from, claims.topic(at), value, perception.event()));
            }
        }
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        update(inner);
        SplittableRandom chance = inner.chance("talk");
        var open = List.copyOf(situation.channels().entrySet());
        List<Deed> said = stances();
        if (open.isEmpty() || said.isEmpty() || chance.nextDouble() >= talk) {
            return new Intent(List.of(), Optional.empty(), Optional.empty());
        }
        var channel = open.get(chance.nextInt(open.size()));
        List<String> hearers = channel.getValue();
        Optional<String> to = addressed(channel.getKey()) && !hearers.isEmpty()
                ? Optional.of(hearers.get(chance.nextInt(hearers.size())))
                : Optional.empty();
        return new Intent(said, to, Optional.of(channel.getKey()));
    }

    @Override
    public double credence(String claim) { return credences.of(claim); }

    private void update(Inner inner) {
        for (int topic = 0; topic < claims.count(); topic++) {
            int about = topic;
            List<Heard> said = heard.stream().filter(h -> h.topic() == about).toList();
            if (!said.isEmpty() && rule.listens()) {
                double value = rule == Rule.VOTER
                        ? said.get(inner.chance("voter/" + claims.id(topic)).nextInt(said.size())).value()
                        : mean(credences.of(claims.id(topic)), said);
                List<EventId> causes = said.stream().map(Heard::event).toList();
                for (int claim = 0; claim < claims.count(); claim++) {
                    if (claim == topic || claims.opposed(claim, topic)) {
                        credences.become(claims.id(claim), claim == topic ? value : 1 - value, causes, inner);
                    }
                }
            }
        }
        heard.clear();
    }

    private double mean(double mine, List<Heard> said) {
        double sum = own * mine;
        double weight = own;
        for (Heard one : said) {
            double trusted = persona.person().trusts().getOrDefault(one.from(), trust);
            sum += trusted * one.value();
            weight += trusted;
        }
        return weight == 0 ? mine : sum / weight;
    }

    private List<Deed> stances() {
        var said = new ArrayList<Deed>();
        for (int i = 0; i < claims.count(); i++) {
            double credence = spoken(i);
            boolean secret = rule != Rule.LIAR && claims.kept(persona.person()).contains(i);
            if (claims.topic(i) == i && credence != 0.5 && !secret) {
                said.add(credence > 0.5
                        ? new Deed.Say(claims.id(i), Stance.ASSERTS, credence, Optional.empty())
                        : new Deed.Say(claims.id(i), Stance.DENIES, 1 - credence, Optional.empty()));
            }
        }
        return said;
    }

    /// How sure of a topic it makes itself sound.
    private double spoken(int topic) {
        double believed = credences.of(claims.id(topic));
        return switch (rule) {
            case VOTER, DEGROOT, STUBBORN -> believed;
            case LIAR -> 1 - believed;
            case SYCOPHANT -> echo.getOrDefault(topic, believed);
        };
    }

    private boolean addressed(String channel) {
        return channels.stream()
                .anyMatch(c -> c.id().equals(channel) && c.hearers() instanceof Channel.Members.Addressee);
    }
}
