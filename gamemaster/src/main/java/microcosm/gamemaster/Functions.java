package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import microcosm.trace.Debt;
import microcosm.worlds.Bundle;
import microcosm.worlds.Statute;
import microcosm.worlds.Value;

/// The functions that expressions of a world may call about people, goods and what is between them. Where one speaks of nobody, it
/// means the actor, or the member of the collection.
enum Functions {
    HOLDS("holds", "holds(person, goods): whether somebody holds at least this") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return person(with, 0).flatMap(who -> goods(with, 1)
                    .map(goods -> Value.of(scope.moment().state().holdings(who).covers(goods))));
        }
    },
    MAY_SPEAK("may_speak", "may_speak(person, channel): whether they may use the channel now") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return person(with, 0).map(who -> Value.of(id(with, 1)
                    .flatMap(channel -> Hearing.open(channel, who, scope.moment())).isPresent()));
        }
    },
    OWED("owed", "owed(good): how much of it the person owes to others") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return scope.subject().flatMap(who -> id(with, 0).map(good -> Value.of(debts(scope, who, good, true))));
        }
    },
    OWES("owes", "owes(person, good): how much of it the actor owes that person") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return scope.subject().flatMap(who -> person(with, 0).flatMap(other -> id(with, 1)
                    .map(good -> Value.of(scope.moment().state().owed(who, other).amount(good)))));
        }
    },
    OWED_TO("owed_to", "owed_to(person): everything that others owe that person, all goods added") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return person(with, 0).map(who -> Value.of(debts(scope, who, "", false)));
        }
    },
    PROBE("probe", "probe(\"Name\"): the person's latest answer to that probe") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return scope.subject().flatMap(who -> id(with, 0).flatMap(name -> scope.moment().past().answer(name, who)));
        }
    },
    GIVEN("given", "given(\"Claim\"): whether the world gave the person this belief at the start") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return scope.subject().flatMap(scope.moment().society()::person).flatMap(who -> id(with, 0)
                    .map(claim -> Value.of(who.believes().stream().anyMatch(belief -> scope.moment().world().things()
                            .claims().stream().anyMatch(c -> c.id().equals(belief.claim())
                                    && (c.id().equals(claim) || c.title().equals(claim)))))));
        }
    },
    SUSPENDED("suspended", "suspended(person): whether an institution keeps them from acting") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return person(with, 0).map(who -> Value.of(is(scope, who, "suspended", "yes")
                    || is(scope, who, "state", "suspended")));
        }
    },
    ALIVE("alive", "alive(person): whether they are still in the society") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return person(with, 0).or(scope::subject).map(who -> Value.of(!is(scope, who, "alive", "no")));
        }
    },
    AT("at", "at(place): whether the person is there") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return scope.subject().flatMap(who -> id(with, 0).map(place -> Value.of(scope.moment().state()
                    .whereabouts(who).filter(where -> where.place().equals(place)
                            && where.arrives() <= scope.moment().step())
                    .isPresent())));
        }
    },
    PLAYS("plays", "plays(role): whether the person plays that role") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return scope.subject()
                    .flatMap(who -> id(with, 0).map(role -> Value.of(scope.moment().world().cast().roles().stream()
                            .anyMatch(known -> (known.id().equals(role) || known.name().equals(role))
                                    && is(scope, who, "role", known.id())))));
        }
    },
    IS("is", "is(attribute, value): whether the person's attribute has that value") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return scope.subject().flatMap(who -> id(with, 0)
                    .flatMap(name -> id(with, 1).map(value -> Value.of(is(scope, who, name, value)))));
        }
    },
    ATTRIBUTE("attribute", "attribute(person, name): the value of somebody's attribute; of the world with everyone") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return person(with, 0).flatMap(who -> id(with, 1)
                    .flatMap(name -> scope.moment().state().attribute(who, name).map(MomentScope::read)
                            .or(() -> who.equals(MomentScope.EVERYBODY) ? scope.benchmark(name) : Optional.empty())));
        }
    },
    RELATION("relation", "relation(person, name): whether the actor stands in that relation to the person") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return scope.subject().flatMap(who -> person(with, 0).flatMap(other -> id(with, 1).map(name -> Value.of(
                    scope.moment().state().attribute(who, name + " " + other).filter(v -> !v.equals("no"))
                            .isPresent()))));
        }
    },
    COLLUSION_TIER("collusion_tier", "collusion_tier(cv_excess, hhi_excess): 0 none to 4 severe") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return with.size() == 2 && with.getFirst() instanceof Value.Amount(BigDecimal cv)
                    && with.getLast() instanceof Value.Amount(BigDecimal hhi)
                            ? Optional.of(Value.of(Collusion.tier(cv.doubleValue(), hhi.doubleValue())))
                            : Optional.empty();
        }
    },
    RATE("rate", "rate(tier): the institution's rate of fines at a tier, from 1; the last for all above") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return Statute.of(scope.moment().world()).map(Statute::rates).filter(rates -> !rates.isEmpty())
                    .flatMap(rates -> with.size() == 1 && with.getFirst() instanceof Value.Amount(BigDecimal tier)
                            ? Optional.of(Value.of(rates.get(Math.clamp(tier.intValue(), 1, rates.size()) - 1)))
                            : Optional.empty());
        }
    },
    ELECTED("elected", "elected(ballot): who or what won the latest count of it; \"nobody\" for none") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return id(with, 0).map(ballot -> {
                String winner = scope.moment().state().attribute(MomentScope.EVERYBODY, "elected " + ballot)
                        .orElse(Ballots.NOBODY);
                return scope.moment().society().person(winner).isPresent()
                        ? new Value.Entity("person", winner)
                        : Value.of(winner);
            });
        }
    },
    BUNDLE("bundle", "bundle(good, number): so much of a good") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return with.size() == 2 && with.getLast() instanceof Value.Amount(BigDecimal amount)
                    ? id(with, 0).map(good -> new Value.Goods(Bundle.of(good, amount)))
                    : Optional.empty();
        }
    },
    VOTES("votes", "votes(option): how many votes it has in the ballots that are open") {
        @Override
        Optional<Value> of(List<Value> with, MomentScope scope) {
            return id(with, 0).map(option -> Value.of(scope.moment().society().ids().stream()
                    .flatMap(who -> scope.moment().state().attributes(who).entrySet().stream())
                    .filter(a -> a.getKey().startsWith("vote ") && a.getValue().equals(option)).count()));
        }
    };

    private final String called;
    private final String summary;

    Functions(String called, String summary) {
        this.called = called;
        this.summary = summary;
    }

    String called() { return called; }

    String summary() { return summary; }

    abstract Optional<Value> of(List<Value> with, MomentScope scope);

    static Optional<Value> call(String name, List<Value> with, MomentScope scope) {
        for (Functions function : values()) {
            if (function.called.equals(name)) {
                return function.of(with, scope);
            }
        }
        return Optional.empty();
    }

    static Optional<String> id(List<Value> with, int index) {
        return index >= with.size() ? Optional.empty() : id(with.get(index));
    }

    /// @return the id of an entity, a text as it is, a number or truth as it is written
    static Optional<String> id(Value value) {
        return switch (value) {
            case Value.Entity(String _, String id) -> Optional.of(id);
            case Value.Text(String text) -> Optional.of(text);
            case Value.Amount(BigDecimal amount) -> Optional.of(amount.toPlainString());
            case Value.Truth(boolean holds) -> Optional.of(holds ? "yes" : "no");
            case Value.Goods(Bundle bundle) -> Optional.of(bundle.toString());
            case Value.Items _ -> Optional.empty();
        };
    }

    private static Optional<String> person(List<Value> with, int index) { return id(with, index); }

    private static Optional<Bundle> goods(List<Value> with, int index) {
        return index < with.size() && with.get(index) instanceof Value.Goods(Bundle bundle)
                ? Optional.of(bundle)
                : Optional.empty();
    }

    private static boolean is(MomentScope scope, String who, String attribute, String value) {
        return scope.moment().state().attribute(who, attribute).filter(value::equals).isPresent();
    }

    private static BigDecimal debts(MomentScope scope, String who, String good, boolean debtor) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Debt debt : scope.moment().standing().debts(who)) {
            if ((debtor ? debt.debtor() : debt.creditor()).equals(who)) {
                for (var amount : debt.goods().amounts().entrySet()) {
                    sum = good.isEmpty() || amount.getKey().equals(good) ? sum.add(amount.getValue()) : sum;
                }
            }
        }
        return sum;
    }
}
