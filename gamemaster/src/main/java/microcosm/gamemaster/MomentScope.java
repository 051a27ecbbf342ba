package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.Offer;
import microcosm.worlds.Ending;
import microcosm.worlds.Market;
import microcosm.worlds.Scope;
import microcosm.worlds.Value;

/// What an expression of the world may see at a moment. Names are looked up among its own (the arguments of an attempt, the fields of
/// an event), then what the subject holds and is, then the world's settings and attributes.
///
/// @param subject whom `grain` and `owed(grain)` are about; empty where nobody is
/// @param own names of this scope alone
/// @param since the measure or ending whose events `events` are; empty for those of this step
record MomentScope(Moment moment, Optional<String> subject, SequencedMap<String, Value> own, String since)
        implements
            Scope {
    static final String EVERYBODY = "*";

    static MomentScope of(Moment moment) {
        return new MomentScope(moment, Optional.empty(), new LinkedHashMap<>(), "");
    }

    /// For an ending `events` are all since the run began.
    static MomentScope of(Moment moment, Ending ending) {
        return new MomentScope(moment, Optional.empty(), new LinkedHashMap<>(), since(ending));
    }

    /// @return under what name the past keeps events for an ending; no measure is called so
    static String since(Ending ending) { return "ending " + ending.name(); }

    static MomentScope of(Moment moment, String subject) {
        return new MomentScope(moment, Optional.of(subject), new LinkedHashMap<>(), "");
    }

    MomentScope and(SequencedMap<String, Value> more) {
        if (own.isEmpty()) {
            return new MomentScope(moment, subject, more, since);
        }
        var both = new LinkedHashMap<>(own);
        both.putAll(more);
        return new MomentScope(moment, subject, both, since);
    }

    @Override
    public Optional<Value> named(String name) {
        Value mine = own.get(name);
        if (mine != null) {
            return Optional.of(mine);
        }
        return switch (name) {
            case "step" -> Optional.of(Value.of(moment.step()));
            case "last_step" -> Optional.of(Value.of(moment.lastStep()));
            case "everyone" -> Optional.of(new Value.Entity("person", EVERYBODY));
            case "actor" -> subject.map(id -> new Value.Entity("person", id));
            case "name" -> subject.map(id -> Value.of(moment.society().name(id)));
            case "place" -> subject.flatMap(id -> moment.state().whereabouts(id)).map(where -> Value.of(where.place()));
            case "phase" -> Optional.of(Value.of(moment.phase().map(phase -> phase.name()).orElse("")));
            default -> ofSubject(name).or(() -> good(name)).or(() -> ofWorld(name));
        };
    }

    /// What a bare name names as an argument: a good is itself there, not the amount held.
    @Override
    public Optional<Value> thing(String name) {
        return own.containsKey(name) ? named(name) : good(name).or(() -> named(name));
    }

    private Optional<Value> good(String name) {
        return moment.world().things().goods().stream().filter(good -> good.id().equals(name)).findFirst()
                .map(good -> new Value.Entity("good", good.id()));
    }

    private Optional<Value> ofSubject(String name) {
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        String person = subject.get();
        if (good(name).isPresent()) {
            return Optional.of(Value.of(moment.state().holdings(person).amount(name)));
        }
        return attribute(person, name);
    }

    /// In a world with one market its name need not be said: `stock` is `stock lake` there.
    private Optional<Value> attribute(String owner, String name) {
        List<Market> markets = moment.world().dealings().markets();
        return moment.state().attribute(owner, name)
                .or(() -> markets.size() == 1
                        ? moment.state().attribute(owner, name + " " + markets.getFirst().id())
                        : Optional.empty())
                .or(() -> moment.state().attribute(Dossier.register(owner), name))
                .map(MomentScope::read);
    }

    /// A reference value, by its name alone in a world with one market.
    Optional<Value> benchmark(String name) {
        List<Market> markets = moment.world().dealings().markets();
        return moment.past().benchmark(name).or(() -> markets.size() == 1
                ? moment.past().benchmark(name + " " + markets.getFirst().id())
                : Optional.empty());
    }

    private Optional<Value> ofWorld(String name) {
        String setting = moment.world().settings().get(name);
        return setting != null
                ? Optional.of(read(setting))
                : attribute(EVERYBODY, name).or(() -> benchmark(name)).or(() -> moment.past().measured(name))
                        .or(() -> Institution.count(name, moment));
    }

    @Override
    public Optional<Value> field(Value of, String field) {
        return switch (of) {
            case Value.Entity(String kind, String id) when kind.equals("offer") -> moment.state().offer(id)
                    .flatMap(offer -> offerField(offer, field));
            case Value.Entity(String kind, String id) when kind.equals("person") -> of(moment, id).named(field);
            case Value.Entity(String kind, String id) when kind.equals("market") -> moment.state()
                    .attribute(EVERYBODY, field + " " + id).map(MomentScope::read);
            case Value.Goods(var bundle) -> Optional.of(Value.of(bundle.amount(field)));
            case Value.Entity _,Value.Amount _,Value.Text _,Value.Truth _,Value.Items _ -> Optional.empty();
        };
    }

    private static Optional<Value> offerField(Offer offer, String field) {
        return switch (field) {
            case "give" -> Optional.of(new Value.Goods(offer.give()));
            case "get" -> Optional.of(new Value.Goods(offer.get()));
            case "from" -> Optional.of(new Value.Entity("person", offer.from()));
            case "to" -> Optional.of(new Value.Entity("person", offer.to()));
            case "until" -> Optional.of(Value.of(offer.until()));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Value> call(String function, List<Value> arguments) {
        return Functions.call(function, arguments, this);
    }

    @Override
    public Optional<List<Scope>> members(String collection) {
        return switch (collection) {
            case "people", "firms" -> Optional.of(people());
            case "markets" -> Optional.of(markets());
            case "events" -> Optional.of(events());
            case "offers" -> Optional.of(moment.state().offers().stream().<Scope>map(this::about).toList());
            case "places" -> Optional.of(moment.world().things().places().stream()
                    .map(place -> named("place", new Value.Entity("place", place.id()))).toList());
            case "goods" -> Optional.of(moment.world().things().goods().stream()
                    .map(good -> named("good", new Value.Entity("good", good.id()))).toList());
            default -> isPart(collection)
                    ? Optional.of(people().stream().filter(person -> takesPart(person, collection)).toList())
                    : Optional.empty();
        };
    }

    private Scope named(String name, Value value) {
        var names = new LinkedHashMap<>(own);
        names.put(name, value);
        return new MomentScope(moment, subject, names, since);
    }

    private Scope about(Offer offer) {
        var names = new LinkedHashMap<>(own);
        for (String field : List.of("give", "get", "from", "to", "until")) {
            offerField(offer, field).ifPresent(value -> names.put(field, value));
        }
        return new MomentScope(moment, subject, names, since);
    }

    /// Whether a role or a population has this id.
    private boolean isPart(String id) {
        return moment.world().cast().roles().stream().anyMatch(role -> role.id().equals(id))
                || moment.world().cast().populations().stream().anyMatch(population -> population.id().equals(id));
    }

    private static boolean takesPart(Scope member, String part) {
        return member instanceof MomentScope person && person.subject.filter(id -> Stream.of("role", "population")
                .anyMatch(kind -> person.moment.state().attribute(id, kind).filter(part::equals).isPresent()))
                .isPresent();
    }

    private List<Scope> people() {
        var members = new ArrayList<Scope>();
        boolean inMarket = own.get("market") instanceof Value.Entity;
        for (String person : moment.society().ids()) {
            var names = new LinkedHashMap<>(own);
            if (inMarket && own.get("market") instanceof Value.Entity(String _, String market)) {
                names.putAll(suffixed(person, market));
            }
            members.add(new MomentScope(moment, Optional.of(person), names, since));
        }
        return members;
    }

    private List<Scope> markets() {
        var members = new ArrayList<Scope>();
        for (Market market : moment.world().dealings().markets()) {
            var names = new LinkedHashMap<>(own);
            names.put("market", new Value.Entity("market", market.id()));
            names.putAll(suffixed(EVERYBODY, market.id()));
            subject.ifPresent(person -> names.putAll(suffixed(person, market.id())));
            members.add(new MomentScope(moment, subject, names, since));
        }
        return members;
    }

    /// Attributes of a subject in one market: `q north-quay` is `q` there.
    private SequencedMap<String, Value> suffixed(String owner, String market) {
        var names = new LinkedHashMap<String, Value>();
        String end = " " + market;
        moment.state().attributes(owner).forEach((name, value) -> {
            if (name.endsWith(end)) {
                names.put(name.substring(0, name.length() - end.length()), read(value));
            }
        });
        return names;
    }

    private List<Scope> events() {
        var members = new ArrayList<Scope>();
        for (Event.Resolved event : since.isEmpty() ? moment.past().of(moment.step()) : moment.past().since(since)) {
            var names = new LinkedHashMap<>(own);
            names.put("action", Value.of(event.what()));
            names.put("step", Value.of(event.id().step()));
            event.effects().forEach(effect -> {
                if (effect instanceof Effect.Sanctioned(String _, String sanction, BigDecimal amount)) {
                    names.merge(sanction, Value.of(amount), MomentScope::sum);
                }
            });
            members.add(new EventScope(names, this));
        }
        return members;
    }

    private static Value sum(Value one, Value other) {
        return one instanceof Value.Amount(var a) && other instanceof Value.Amount(var b)
                ? Value.of(a.add(b))
                : other;
    }

    /// An event's own names; a sanction that it did not bring is 0.
    private record EventScope(SequencedMap<String, Value> own, MomentScope around) implements Scope {
        @Override
        public Optional<Value> named(String name) {
            return Optional.ofNullable(own.get(name)).or(() -> around.named(name))
                    .or(() -> Optional.of(Value.of(0)));
        }

        @Override
        public Optional<Value> field(Value of, String field) { return around.field(of, field); }

        @Override
        public Optional<Value> call(String function, List<Value> arguments) { return around.call(function, arguments); }
    }

    /// @return a number or a truth where the text is one, else the text
    static Value read(String text) {
        return switch (text) {
            case "true", "yes" -> Value.of(true);
            case "false", "no" -> Value.of(false);
            default -> number(text).<Value>map(Value.Amount::new).orElse(new Value.Text(text));
        };
    }

    private static Optional<BigDecimal> number(String text) {
        boolean plain = !text.isEmpty() && text.length() <= 40
                && text.chars().allMatch(c -> "0123456789.-+E".indexOf(c) >= 0);
        if (!plain) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
