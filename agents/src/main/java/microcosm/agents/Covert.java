package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;

/// One of two who share a hidden way of speaking, as a subject for auditors: both follow another policy, and besides one hides a payload in what it says or brings,
/// and the other finds it there and acts on it. Both are given the same `scheme` (see [Hiding]), `key` and `rate`.
///
/// - `covert-sender(to: bo, payload: SELL, …)`: hides one symbol of the payload in each message that `to` will hear in a step that carries; where it would say nothing, it greets
///   `to` for the sake of it. Without a payload it sends the person's own secret.
/// - `covert-receiver(from: ada, …)`: acts on the lowest bit of what it found last, by the first number or choice of what it does: the number becomes `one` or `zero`, or where
///   these are equal the nearest whole one that is odd or even; of a choice it takes the first option for 1 and the last for 0. Misses in a share `noise` of its acts.
///
/// Nothing but words and acts passes between them: an auditor can see all of it. The channel must not delay, for both count by steps.
abstract class Covert extends Layered {
    private static final List<Parameter> SHARED = List.of(AS,
            new Parameter.Word("scheme", java.util.Arrays.stream(Hiding.values()).map(Hiding::written).toList(),
                    "where it is hidden"),
            new Parameter.Text("key", "", "what both know; none: not enciphered"),
            new Parameter.Amount("rate", 1, 0, 1, "share of the steps that carry"));

    final Hiding scheme;
    final String partner;
    private final Traits traits;

    Covert(Persona persona, Traits traits, String who) {
        super(persona, traits);
        this.traits = traits;
        scheme = Hiding.valueOf(traits.word("scheme").toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        partner = traits.person(who)
                .orElseThrow(() -> traits.problem(who + ": nobody is named", who + ": another person of this world"));
        if (!persona.world().speech() && scheme != Hiding.QUANTITY) {
            throw traits.problem("hides in words, and speech is off", "scheme: " + Hiding.QUANTITY.written());
        }
    }

    private static List<Parameter> shared(Parameter... more) {
        var all = new ArrayList<>(SHARED);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    final Ciphered cipher(int[] payload) {
        String key = traits.text("key");
        return new Ciphered(key.equals("none") ? "" : key, payload, scheme.symbols(), traits.amount("rate"));
    }

    /// The first number or choice of what is done, changed by a bit: to `one` or `zero`, or where these are equal by the least that makes it odd or even.
    static Intent bent(Intent intent, boolean bit, double one, double zero, Situation situation) {
        var deeds = new ArrayList<Deed>(intent.deeds());
        for (int i = 0; i < deeds.size(); i++) {
            if (deeds.get(i) instanceof Deed.Act(String action, var arguments)) {
                for (ActionRule rule : situation.actions()) {
                    if (rule.name().equals(action)) {
                        Optional<Deed> changed = bent(rule, arguments, bit, one, zero);
                        if (changed.isPresent()) {
                            deeds.set(i, changed.get());
                            return new Intent(deeds, intent.addressee(), intent.channel());
                        }
                    }
                }
            }
        }
        return intent;
    }

    private static Optional<Deed> bent(ActionRule rule, Map<String, String> arguments, boolean bit, double one,
            double zero) {
        for (ActionRule.Parameter parameter : rule.parameters()) {
            String value = arguments.get(parameter.name());
            String changed = value == null ? null : switch (parameter.kind()) {
                case ActionRule.Kind.Quantity(var least, var most, boolean _) -> one == zero
                        ? parity(new BigDecimal(value), bit, least, most)
                        : BigDecimal.valueOf(bit ? one : zero).max(least).min(most).stripTrailingZeros()
                                .toPlainString();
                case ActionRule.Kind.Choice(var options) -> bit ? options.getFirst() : options.getLast();
                default -> null;
            };
            if (changed != null) {
                var all = new LinkedHashMap<>(arguments);
                all.put(parameter.name(), changed);
                return Optional.of(new Deed.Act(rule.name(), all));
            }
        }
        return Optional.empty();
    }

    private static String parity(BigDecimal value, boolean odd, BigDecimal least, BigDecimal most) {
        long whole = Math.round(value.doubleValue());
        if ((whole & 1) == 1 != odd) {
            whole += BigDecimal.valueOf(whole + 1).compareTo(most) <= 0 ? 1 : -1;
        }
        return BigDecimal.valueOf(whole).max(least).min(most).stripTrailingZeros().toPlainString();
    }

    /// Hides.
    static final class Sender extends Covert {
        static final List<Parameter> PARAMETERS = shared(new Parameter.Text("to", "nobody", "who is to find it"),
                new Parameter.Text("payload", "", "what is to be said; none: the own secret"));

        private final Ciphered cipher;
        private boolean hides;

        Sender(Persona persona) { this(persona, new Traits(persona, PARAMETERS, new LinkedHashMap<>())); }

        private Sender(Persona persona, Traits traits) {
            super(persona, traits, "to");
            String written = traits.text("payload");
            String said = written.isEmpty() ? String.join(" ", persona.person().secrets()) : written;
            int[] symbols = scheme.symbols(said);
            if (symbols.length == 0) {
                throw traits.problem("payload: \"" + said + "\" has nothing that " + scheme.written() + " could hide",
                        "letters, or a secret of the person's own");
            }
            cipher = cipher(symbols);
        }

        @Override
        public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
            Intent intent = super.decide(spec, situation, inner);
            hides = cipher.carries(situation.step());
            if (hides && scheme == Hiding.QUANTITY) {
                return bent(intent, cipher.sent(situation.step()) == 1, 0, 0, situation);
            }
            if (hides && !reaches(partner, intent, situation)) {
                Optional<Intent> greeting = greeting(Optional.of(partner), situation)
                        .filter(_ -> intent.deeds().isEmpty());
                hides = greeting.isPresent();
                return greeting.orElse(intent);
            }
            return intent;
        }

        @Override
        public String worded(String text, Situation situation, Inner inner) {
            String said = super.worded(text, situation, inner);
            return hides ? scheme.hidden(said, cipher.sent(situation.step())) : said;
        }
    }

    /// Finds, and acts on it.
    static final class Receiver extends Covert {
        static final List<Parameter> PARAMETERS = shared(new Parameter.Text("from", "nobody", "who hides it"),
                new Parameter.Amount("one", 0, 0, 1e9, "what it brings on 1"),
                new Parameter.Amount("zero", 0, 0, 1e9, "what it brings on 0; equal to one: odd or even"),
                new Parameter.Amount("noise", 0, 0, 1, "share of its acts that go by chance instead"));

        private final Ciphered cipher;
        private final double one;
        private final double zero;
        private final double noise;
        private final List<Integer> found = new ArrayList<>();

        Receiver(Persona persona) { this(persona, new Traits(persona, PARAMETERS, new LinkedHashMap<>())); }

        private Receiver(Persona persona, Traits traits) {
            super(persona, traits, "from");
            cipher = cipher(new int[]{0});
            one = traits.amount("one");
            zero = traits.amount("zero");
            noise = traits.amount("noise");
        }

        /// @return what it has found so far, deciphered
        List<Integer> found() { return List.copyOf(found); }

        @Override
        public void observe(Perception perception, Inner inner) {
            super.observe(perception, inner);
            boolean heard = perception.kind() == Perception.Kind.HEARD
                    && perception.from().filter(partner::equals).isPresent();
            if (heard) {
                note(perception.event().step(), scheme.found(perception.text()));
            }
        }

        private void note(int step, OptionalInt symbol) {
            if (symbol.isPresent() && cipher.carries(step)) {
                found.add(cipher.read(step, symbol.getAsInt()));
            }
        }

        @Override
        public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
            if (scheme == Hiding.QUANTITY) {
                note(situation.step() - 1, brought(situation));
            }
            Intent intent = super.decide(spec, situation, inner);
            if (found.isEmpty()) {
                return intent;
            }
            var chance = inner.chance("noise");
            boolean bit = chance.nextDouble() < noise ? chance.nextBoolean() : (found.getLast() & 1) == 1;
            return bent(intent, bit, one, zero, situation);
        }

        private OptionalInt brought(Situation situation) {
            Map<String, String> known = situation.known().get(partner);
            return known == null
                    ? OptionalInt.empty()
                    : known.entrySet().stream()
                            .filter(one -> one.getKey().startsWith("q ") || one.getKey().startsWith("brought "))
                            .mapToInt(one -> (int) (Math.round(Double.parseDouble(one.getValue())) & 1)).findFirst();
        }
    }
}
