package microcosm.speech;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import microcosm.speech.Intent.Deed.Act;
import microcosm.speech.Intent.Deed.Chat;
import microcosm.speech.Intent.Deed.Say;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.Bundle;
import microcosm.worlds.Claim;
import microcosm.worlds.Good;
import microcosm.worlds.World;

/// Says an intent in a sentence or two: in the speaker's [Manner], varied by chance, with the author's own words for actions, goods and
/// claims. In a world without speech an intent is written as calls: `produce(town: north-quay, q: 40)`. Safe for use by several threads.
public final class RuleRealiser implements Realiser {
    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six", "seven",
            "eight",
            "nine", "ten", "eleven", "twelve");

    private final World world;
    private final LastNames names = new LastNames();

    public RuleRealiser(World world) { this.world = world; }

    @Override
    public String realise(Intent intent, Setting setting, Supplier<? extends RandomGenerator> chances) {
        if (!world.speech()) {
            return intent.deeds().stream().filter(Act.class::isInstance).map(deed -> call((Act) deed))
                    .collect(Collectors.joining("\n"));
        }
        RandomGenerator chance = chances.get();
        var words = new ArrayList<String>();
        for (Intent.Deed deed : intent.deeds()) {
            String said = switch (deed) {
                case Act act -> act(act, intent, setting, chance);
                case Say say -> say(say, setting, chance);
                case Chat chat -> chat(chat, setting, chance);
            };
            words.add(said);
        }
        String spoken = words.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
        boolean partner = intent.addressee().isPresent() && intent.deeds().stream().anyMatch(
                deed -> deed instanceof Act act && act.arguments().containsValue(intent.addressee().get()));
        boolean talks = partner || intent.channel().isPresent()
                || intent.deeds().stream().anyMatch(deed -> !(deed instanceof Act))
                || spoken.toLowerCase(Locale.ROOT).contains("you");
        return intent.addressee().filter(who -> talks && !spoken.isEmpty())
                .map(who -> called(name(setting, who), spoken))
                .orElse(spoken);
    }

    private static String call(Act act) {
        return act.arguments().entrySet().stream().map(e -> e.getKey() + ": " + quoted(e.getValue()))
                .collect(Collectors.joining(", ", act.action() + "(", ")"));
    }

    /// What would end an argument of a call, or the call, stands in quotation marks.
    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> ",():\"\n".indexOf(c) >= 0);
        return plain ? value : "\"" + value.replace('"', '”').replace('\n', ' ') + "\"";
    }

    /// Whether an action is the world's way of speaking: words read as spoken are read as the first that takes any.
    private boolean isSpeaking(ActionRule rule) {
        return world.dealings().actions().stream().filter(one -> one.parameters().stream()
                .anyMatch(parameter -> parameter.kind() instanceof Kind.Words)).findFirst().filter(rule::equals)
                .isPresent();
    }

    private static String called(String name, String spoken) {
        boolean keeps = spoken.startsWith("I ") || spoken.startsWith("I'")
                || (spoken.length() > 1 && Character.isUpperCase(spoken.charAt(1)));
        return name + ", " + (keeps ? spoken : lower(spoken));
    }

    private String name(Setting setting, String id) { return names.of(setting.people()).shortest(id); }

    private String act(Act act, Intent intent, Setting setting, RandomGenerator chance) {
        Optional<ActionRule> found = world.dealings().actions().stream().filter(r -> r.name().equals(act.action()))
                .findFirst();
        if (found.isEmpty()) {
            return call(act);
        }
        ActionRule rule = found.get();
        var blanks = new LinkedHashMap<String, String>();
        String verb = rule.name().replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        blanks.put("verb", verb);
        blanks.put("verbing", verbing(verb));
        var kinds = new ArrayList<Kind>();
        boolean you = false;
        int goods = 0;
        for (ActionRule.Parameter parameter : rule.parameters()) {
            String value = act.arguments().get(parameter.name());
            if (value == null) {
                continue;
            }
            kinds.add(parameter.kind());
            switch (parameter.kind()) {
                case Kind.SomePerson any -> {
                    you = intent.addressee().equals(Optional.of(value));
                    blanks.put("who", name(setting, value));
                }
                case Kind.SomeGoods any -> {
                    blanks.put(goods == 0 ? "out" : "in", goods(Bundle.parse(value), chance));
                    goods++;
                }
                case Kind.SomeOffer any -> {
                    return accept(value, verb, intent, setting, chance);
                }
                case Kind.SomeMarket any -> blanks.put("where", title(value));
                case Kind.SomePlace any -> blanks.put("where", title(value));
                case Kind.Quantity any -> blanks.put("q", value);
                case Kind.Choice any -> blanks.put("q", value);
                case Kind.SomeChannel any -> blanks.put("where", title(value));
                case Kind.SomeClaim any -> blanks.put("q", claim(value));
                case Kind.Words any -> {
                    return isSpeaking(rule) ? value : call(act);
                }
            }
        }
        String what = shape(kinds, goods, verb);
        boolean several = kinds.stream().filter(kind -> kind instanceof Kind.Choice || kind instanceof Kind.Quantity)
                .count() > 1;
        String way = what.equals("exchange") || what.equals("repay") || what.equals("gift")
                ? what + (you ? ".you" : ".who")
                : what;
        if (what.startsWith("person")) {
            blanks.put("verb", verb.equals("vote") ? "vote for" : verb);
        }
        String saying = Manner.of(setting.speaker()).saying(way, chance);
        boolean addressed = you;
        boolean whole = blanks.sequencedKeySet().stream().allMatch(blank -> blank.startsWith("verb")
                || (addressed && blank.equals("who")) || saying.toLowerCase(Locale.ROOT).contains("{" + blank + "}"));
        return several || !whole ? call(act) : fill(saying, blanks);
    }

    private static String shape(List<Kind> kinds, int goods, String verb) {
        boolean quantity = kinds.stream().anyMatch(Kind.Quantity.class::isInstance);
        boolean where = kinds.stream().anyMatch(k -> k instanceof Kind.SomeMarket || k instanceof Kind.SomePlace);
        boolean person = kinds.stream().anyMatch(Kind.SomePerson.class::isInstance);
        if (goods > 1) {
            return "exchange";
        }
        if (goods == 1) {
            return verb.startsWith("repay") || verb.equals("pay back") ? "repay" : "gift";
        }
        if (quantity) {
            return where ? "amount.at" : person ? "amount.who" : "amount";
        }
        if (kinds.stream().anyMatch(Kind.Choice.class::isInstance)) {
            return where ? "choice.at" : "choice";
        }
        if (where) {
            return "place";
        }
        if (person) {
            return "person.who";
        }
        return kinds.isEmpty() ? "bare" : "choice";
    }

    private String accept(String offer, String verb, Intent intent, Setting setting, RandomGenerator chance) {
        Optional<Setting.OpenOffer> open = setting.openOffers().stream().filter(o -> o.id().equals(offer)).findFirst();
        if (open.isEmpty() || !verb.equals("accept")) {
            return verb + "(offer: " + offer + ")";
        }
        String from = name(setting, open.get().from());
        var blanks = new LinkedHashMap<String, String>();
        blanks.put("whose", from + "'s");
        blanks.put("out", goods(open.get().give(), chance));
        blanks.put("in", goods(open.get().get(), chance));
        boolean several = setting.openOffers().stream().filter(o -> o.from().equals(open.get().from())).count() > 1;
        boolean you = intent.addressee().equals(Optional.of(open.get().from()));
        return fill(Manner.of(setting.speaker()).saying(several ? "accept.goods" : you ? "accept.you" : "accept.who",
                chance), blanks);
    }

    private String say(Say say, Setting setting, RandomGenerator chance) {
        var blanks = new LinkedHashMap<String, String>();
        blanks.put("claim", claim(say.claim()));
        say.from().ifPresent(who -> blanks.put("who", name(setting, who)));
        String what = switch (say.stance()) {
            case ASSERTS ->
                say.from().isPresent() ? "asserts.from" : say.credence() >= 0.7 ? "asserts.sure" : "asserts.heard";
            case DENIES -> "denies";
            case DOUBTS -> "doubts";
            case ASKS -> "asks";
        };
        return fill(Manner.of(setting.speaker()).saying(what, chance), blanks);
    }

    private String chat(Chat chat, Setting setting, RandomGenerator chance) {
        String goods = Optional.ofNullable(chat.about().get("goods")).filter(g -> !g.equals("nothing"))
                .map(g -> goods(Bundle.parse(g), chance)).orElse("help");
        String topic = List.of("greeting", "thanks", "refusal", "reminder").contains(chat.topic())
                ? chat.topic()
                : "chat";
        return fill(Manner.of(setting.speaker()).saying(topic, chance), WordMap.of(Map.entry("goods", goods)));
    }

    private String claim(String id) {
        String title = world.things().claims().stream().filter(c -> c.id().equals(id)).map(Claim::title).findFirst()
                .orElse(id);
        return title.startsWith("The ") || title.startsWith("A ") || title.startsWith("There ") ? lower(title) : title;
    }

    private String title(String id) {
        return world.dealings().markets().stream().filter(m -> m.id().equals(id)).map(m -> m.name())
                .findFirst()
                .or(() -> world.things().places().stream().filter(p -> p.id().equals(id)).map(p -> "the " + p.name())
                        .findFirst())
                .orElse(id);
    }

    /// `three sacks of grain and 2.5 salt`: small whole numbers in words or in figures, as chance has it.
    private String goods(Bundle bundle, RandomGenerator chance) {
        boolean words = chance.nextBoolean();
        boolean units = chance.nextInt(3) == 0;
        var said = new ArrayList<String>();
        bundle.amounts().forEach((good, amount) -> said.add(amount(amount, words) + " " + named(good, amount, units)));
        return said.isEmpty() ? "nothing" : String.join(" and ", said);
    }

    private static String amount(BigDecimal amount, boolean words) {
        boolean small = amount.scale() <= 0 && amount.signum() > 0 && amount.compareTo(BigDecimal.valueOf(12)) <= 0;
        return words && small ? NUMBERS.get(amount.intValue()) : amount.toPlainString();
    }

    private String named(String good, BigDecimal amount, boolean units) {
        String unit = world.things().goods().stream().filter(g -> g.id().equals(good)).map(Good::unit).findFirst()
                .orElse(good);
        boolean one = amount.compareTo(BigDecimal.ONE) == 0;
        if (unit.equals(good)) {
            return one || good.endsWith("s") ? good : good + "s";
        }
        return units && !unit.isEmpty() ? (one ? unit : unit + "s") + " of " + good : good;
    }

    private static String verbing(String verb) {
        return Verbs.forms(verb).entrySet().stream().filter(e -> e.getValue() == Verbs.Form.ING).map(Map.Entry::getKey)
                .sorted()
                .reduce((a, b) -> b.length() > a.length() ? b : a).orElse(verb + "ing");
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String fill(String saying, Map<String, String> blanks) {
        String filled = saying;
        for (Map.Entry<String, String> blank : blanks.entrySet()) {
            String value = blank.getValue();
            String capital = value.isEmpty()
                    ? value
                    : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
            String key = blank.getKey();
            String upper = "{" + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + "}";
            filled = filled.replace(upper, capital).replace("{" + key + "}", value);
        }
        return filled;
    }
}
