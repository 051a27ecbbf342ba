package microcosm.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.testing.Seeds;
import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StateTest {
    private static final List<String> PEOPLE = List.of("ada", "bo", "cy");
    private static final List<String> GOODS = List.of("grain", "salt");

    @Seeds(200)
    void passing_goods_on_makes_none_and_loses_none(SplittableRandom random) {
        State state = village(random);
        for (int i = 0; i < 40; i++) {
            Effect effect = new Effect.Paid(any(PEOPLE, random), any(PEOPLE, random), goods(random, -1));
            if (state.violation(effect).isEmpty()) {
                Bundle before = total(state);
                state = state.after(effect);
                assertThat(total(state)).isEqualTo(before);
            }
            for (String person : PEOPLE) {
                assertThat(state.holdings(person).isNonNegative()).isTrue();
            }
        }
    }

    @Seeds(200)
    void nothing_anybody_does_leaves_somebody_holding_or_owing_less_than_nothing(SplittableRandom random) {
        State state = village(random);
        for (int i = 0; i < 60; i++) {
            Effect effect = effect(random);
            if (state.violation(effect).isEmpty()) {
                state = state.after(effect);
            }
        }
        assertThat(PEOPLE.stream().map(state::holdings)).allMatch(Bundle::isNonNegative);
        assertThat(state.debts()).allMatch(debt -> debt.goods().isNonNegative() && !debt.goods().isEmpty());
    }

    @Seeds(200)
    void an_event_is_refused_exactly_when_its_effect_breaks_a_law(SplittableRandom random) {
        State state = village(random);
        for (int i = 0; i < 60; i++) {
            Effect effect = effect(random);
            var event = new Event.Resolved(new EventId(1, 0, "gm", i + 1), List.of(), "x", List.of(effect), "");
            State now = state;
            if (state.violation(effect).isPresent()) {
                assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> now.after(event))
                        .withMessage(event.id() + ": " + state.violation(effect).orElseThrow());
            } else {
                assertThat(said(state.after(event))).isEqualTo(said(state.after(effect)));
            }
        }
    }

    @Seeds(100)
    void a_state_is_the_same_whether_lived_or_read_and_earlier_ones_never_change(SplittableRandom random) {
        State live = village(random);
        var states = new ArrayList<State>();
        var said = new ArrayList<String>();
        var lines = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            Effect effect = effect(random);
            if (live.violation(effect).isEmpty()) {
                var event = new Event.Resolved(new EventId(1, 0, "gm", i + 1), List.of(), "x", List.of(effect), "");
                states.add(live);
                said.add(said(live));
                lines.add(EventJson.write(event));
                live = live.after(event);
            }
        }
        State folded = states.getFirst();
        for (String line : lines) {
            folded = folded.after(EventJson.read(line));
        }
        assertThat(said(folded)).isEqualTo(said(live));
        assertThat(states.stream().map(StateTest::said)).isEqualTo(said);
    }

    @Test
    void what_is_not_held_cannot_be_paid_and_the_event_is_named() {
        var event = new Event.Resolved(new EventId(3, 1, "gm", 2), List.of(), "pay",
                List.of(new Effect.Paid("ada", "bo", Bundle.parse("3 grain"))), "");

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> State.EMPTY.after(event))
                .withMessage("3.1/gm/2: ada holds nothing, not 3 grain");
    }

    private static State village(SplittableRandom random) {
        State state = State.EMPTY;
        for (String person : PEOPLE) {
            state = state.after(
                    new Event.Cast(new EventId(0, 0, person, 1), person, goods(random, 0), new LinkedHashMap<>()));
        }
        return state;
    }

    private static Effect effect(SplittableRandom random) {
        String one = any(PEOPLE, random);
        String other = any(PEOPLE, random);
        Bundle goods = goods(random, -1);
        String offer = "offer " + random.nextInt(3);
        return switch (random.nextInt(11)) {
            case 0 -> new Effect.Paid(one, other, goods);
            case 1 -> new Effect.Made(one, goods);
            case 2 -> new Effect.Used(one, goods);
            case 3 -> new Effect.Offered(offer, one, other, goods, goods(random, 0), 4);
            case 4 -> new Effect.Closed(offer, "accepted");
            case 5 -> new Effect.Owed(one, other, goods);
            case 6 -> new Effect.Settled(one, other, goods);
            case 7 -> new Effect.Sent("road", one, List.of(other), "words", 3);
            case 8 -> new Effect.Told("road", one, List.of(other), "words");
            case 9 -> new Effect.Moved(one, "mill", 2);
            default -> new Effect.Became(one, "mood", offer);
        };
    }

    private static Bundle goods(SplittableRandom random, int least) {
        return Bundle.of(any(GOODS, random), BigDecimal.valueOf(random.nextInt(least, 6)));
    }

    private static Bundle total(State state) {
        return PEOPLE.stream().map(state::holdings).reduce(Bundle.NONE, Bundle::plus);
    }

    private static <T> T any(List<T> of, SplittableRandom random) { return of.get(random.nextInt(of.size())); }

    private static String said(State state) {
        var said = new StringBuilder();
        for (String person : state.people()) {
            said.append(person).append(state.holdings(person)).append(state.whereabouts(person))
                    .append(state.attributes(person));
        }
        return said.append(state.offers()).append(state.debts()).append(state.facts()).append(state.underWay())
                .toString();
    }
}
