package microcosm.worlds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every word a world may use for what is programmed: those of FORMAT.md, and those the rooms above add.
final class Lexicon {
    /// @param least arguments
    /// @param most arguments
    record Signature(int least, int most, String form) {}

    /// The effects and functions of FORMAT.md, with how many arguments each takes.
    private static final Map<String, Signature> EFFECTS = signatures("open_offer(to, give, get, steps)", "swap(offer)",
            "close_offer(offer)", "pay(to, goods)", "settle_debt(to, goods)", "owe(to, goods, who?)",
            "make(goods, who?)",
            "use(goods, who?)",
            "tell(channel, to, text)", "tell_next_step(who, text)", "move(place)", "become(subject, attribute, value)",
            "add(subject, attribute, number)", "establish(fact, text, who?)", "supply(market, quantity)",
            "choose(market, move)", "commit(market, if, then, otherwise)",
            "vote(ballot, option)", "approve(ballot, option)", "rank(ballot, option, place)",
            "reveal(subject, attribute, who)", "leave(person)", "join(person)", "cut(channel)",
            "open(channel)", "monitor(channel, person)", "paraphrase(channel)", "change(market, column, cell)",
            "follow(person, policy)", "forget(person)", "freeze_memory(person)", "freeze_belief(person, claim)",
            "consult(tool, text)", "assign(to, text, from?)", "hand_in(to, text)");
    private static final Map<String, Signature> FUNCTIONS = signatures("holds(actor, goods)",
            "may_speak(actor, channel)",
            "owed(good)", "owes(person, good?)", "owed_to(person)", "probe(name)", "given(claim)", "suspended(actor)",
            "at(place)",
            "plays(role)", "is(attribute, value)", "attribute(subject, name)", "alive(person?)",
            "relation(person, name)",
            "votes(option)", "elected(ballot)", "bundle(good, number)", "collusion_tier(cv_excess, hhi_excess)",
            "rate(tier)");
    private static final List<String> NAMES = List.of("actor", "step", "last_step", "everyone", "alive", "name", "role",
            "place",
            "phase", "action", "speaker", "to", "text");
    /// What markets and governance add to what an expression may name.
    private static final List<String> MARKET_NAMES = List.of("q", "Q", "quantity", "price", "profit", "cost", "hhi",
            "hhi_excess",
            "cv_excess", "mean_profit", "nash_profit", "joint_profit", "deviation_profit", "critical_discount",
            "mean_brought",
            "brought", "earned", "nash_price", "joint_price", "consumer_surplus", "nash_consumer_surplus",
            "tier", "streak",
            "mean_order", "total", "nash_guess", "nash_chance", "overload", "nash_share", "rubinstein_share",
            "worthwhile_share",
            "good", "giving", "good_limit", "least_known", "mean_good", "expected_price", "revenue", "gini",
            "gini_after",
            "growth",
            "defaults", "fixation", "alike", "kind", "offer", "agreed", "winner", "simulated", "epsilon_most", "order",
            "efficiency", "surplus", "trades", "most_surplus", "competitive_price", "competitive_trades",
            "leader_q", "follower_q", "leader_profit", "follower_profit", "joint_consumer_surplus", "equilibria",
            "lone_giver", "deterring", "level_1", "level_2", "level_3", "sustainable", "most",
            "critical_coupling", "order_limit",
            "fine", "stock", "harvest", "suspension", "state", "credits", "cases", "transitions", "blocked",
            "audits", "audit_costs");
    /// Mechanisms and auditors that a world may name before any room provides them.
    private static final List<String> PLANNED = List.of("deception", "spread");
    static final List<String> COLLECTIONS = List.of("people", "markets", "events", "offers", "firms", "places",
            "goods");

    private final Map<Vocabulary.Kind, SortedSet<String>> added = new EnumMap<>(Vocabulary.Kind.class);
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    Lexicon(Iterable<Vocabulary> vocabularies) {
        for (Vocabulary.Kind kind : Vocabulary.Kind.values()) {
            added.put(kind, new TreeSet<>());
        }
        vocabularies.forEach(vocabulary -> vocabulary.words().forEach(word -> {
            of(word.kind()).add(word.name());
            if (word.kind() == Vocabulary.Kind.MECHANISM) {
                columns.put(word.name(), word.columns());
            }
        }));
    }

    static Lexicon loaded() {
        return new Lexicon(ServiceLoader.load(Vocabulary.class, Vocabulary.class.getClassLoader()));
    }

    private SortedSet<String> of(Vocabulary.Kind kind) { return added.computeIfAbsent(kind, _ -> new TreeSet<>()); }

    /// Whether a name can be used. Where nobody provides any word of a kind, every word is taken: the format alone knows no policies.
    boolean knows(Vocabulary.Kind kind, String name) {
        return switch (kind) {
            case EFFECT -> EFFECTS.containsKey(name) || of(kind).contains(name);
            case FUNCTION -> FUNCTIONS.containsKey(name) || of(kind).contains(name);
            case MECHANISM, AUDITOR ->
                of(kind).isEmpty() || of(kind).contains(name) || PLANNED.contains(name);
            case EVENT -> of(kind).contains(name);
            case POLICY, TOOL -> of(kind).isEmpty() || of(kind).contains(name);
        };
    }

    /// Whether some room above provides the word; what is only planned is not played.
    boolean isPlayed(Vocabulary.Kind kind, String name) { return of(kind).contains(name); }

    /// @return what a mechanism reads of its row; empty where no room above provides it
    Optional<List<String>> columns(String mechanism) { return Optional.ofNullable(columns.get(mechanism)); }

    List<String> known(Vocabulary.Kind kind) {
        Stream<String> standard = switch (kind) {
            case EFFECT -> EFFECTS.keySet().stream();
            case FUNCTION -> Stream.concat(FUNCTIONS.keySet().stream(),
                    Stream.concat(BuiltIn.NAMES.stream(), Aggregates.NAMES.stream()));
            case MECHANISM, POLICY, AUDITOR, TOOL, EVENT -> Stream.empty();
        };
        return Stream.concat(standard, of(kind).stream()).distinct().toList();
    }

    /// @return how a word is misused with a number of arguments; empty when it is not
    String misfit(Vocabulary.Kind kind, String name, int arguments) {
        if (kind == Vocabulary.Kind.FUNCTION && BuiltIn.knows(name)) {
            return BuiltIn.misfit(name, arguments);
        }
        return Optional.ofNullable((kind == Vocabulary.Kind.EFFECT ? EFFECTS : FUNCTIONS).get(name))
                .filter(signature -> arguments < signature.least() || arguments > signature.most()).map(Signature::form)
                .orElse("");
    }

    List<String> names(boolean market) {
        var names = new ArrayList<>(NAMES);
        if (market) {
            names.addAll(MARKET_NAMES);
        }
        names.addAll(of(Vocabulary.Kind.FUNCTION));
        return names;
    }

    private static Map<String, Signature> signatures(String... forms) {
        var signatures = new LinkedHashMap<String, Signature>();
        for (String form : forms) {
            int open = form.indexOf('(');
            int most = form.substring(open).split(",").length;
            int optional = (int) form.chars().filter(c -> c == '?').count();
            signatures.put(form.substring(0, open), new Signature(most - optional, most, form));
        }
        return signatures;
    }
}
