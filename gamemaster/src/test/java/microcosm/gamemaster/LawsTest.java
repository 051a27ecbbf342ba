package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import microcosm.testing.Seeds;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.State;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds in every small world, whatever its people say.
@Execution(ExecutionMode.CONCURRENT)
class LawsTest {
    private static final List<String> GOODS = List.of("grain", "salt", "bread");

    private static World world(SplittableRandom chance) {
        var hamlet = new Hamlet();
        int people = 2 + chance.nextInt(5);
        for (int i = 0; i < people; i++) {
            hamlet.person("p" + i, chance.nextInt(1, 9) + " grain, " + chance.nextInt(1, 9) + " salt");
        }
        hamlet.order = World.TurnOrder.values()[chance.nextInt(3)];
        return hamlet.world();
    }

    /// What each person says at each step: one to three attempts, sensible or not.
    private static Puppets cast(World world, long seed) {
        int people = world.cast().people().size();
        return new Puppets((person, step) -> {
            var chance = new SplittableRandom(seed * 31 + person.hashCode() * 1009L + step);
            var words = new StringBuilder();
            for (int i = chance.nextInt(3); i >= 0; i--) {
                words.append(attempt(chance, people)).append(' ');
            }
            return words.toString();
        });
    }

    private static String attempt(SplittableRandom chance, int people) {
        String to = "p" + chance.nextInt(people);
        String goods = chance.nextInt(-1, 7) + " " + GOODS.get(chance.nextInt(3));
        return switch (chance.nextInt(11)) {
            case 0, 1 -> "[offer to=" + to + "; give=" + goods + "; get=" + chance.nextInt(4) + " salt]";
            case 2, 3 -> "[accept offer=$1]";
            case 4 -> "[give to=" + to + "; what=" + goods + "]";
            case 5 -> "[promise to=" + to + "; what=" + goods + "]";
            case 6 -> "[repay to=" + to + "; what=" + goods + "]";
            case 7 -> "[bake what=" + goods + "]";
            case 8 -> "[eat what=" + goods + "]";
            case 9 -> "[write to=" + to + "; text=" + goods + "]";
            default -> "[decline offer=$1]";
        };
    }

    private static BigDecimal sum(State state, String good) {
        return state.people().stream().map(id -> state.holdings(id).amount(good)).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    @Seeds(200)
    void goods_are_conserved_and_an_attempt_happens_whole_or_not_at_all(long seed) { conserved(seed); }

    @Tag("slow")
    @Seeds(10_000)
    void goods_are_conserved_in_ten_thousand_worlds(long seed) { conserved(seed); }

    private static void conserved(long seed) {
        World world = world(new SplittableRandom(seed));
        State state = State.EMPTY;
        for (Event event : Play.of(world, cast(world, seed), seed, 1).events()) {
            State after = state.after(event);
            if (!(event instanceof Event.Cast)) {
                assertThat(sum(after, "grain")).isEqualByComparingTo(sum(state, "grain"));
                assertThat(sum(after, "salt")).isEqualByComparingTo(sum(state, "salt"));
                assertThat(sum(after, "bread")).isEqualByComparingTo(sum(state, "bread").add(made(event)));
            }
            if (!(event instanceof Event.Cast) && !(event instanceof Event.Resolved)) {
                assertThat(TestState.of(after)).as(event.id().toString()).isEqualTo(TestState.of(state));
            }
            after.people().forEach(id -> assertThat(after.holdings(id).isNonNegative()).isTrue());
            state = after;
        }
    }

    private static BigDecimal made(Event event) {
        return event instanceof Event.Resolved resolved
                ? resolved.effects().stream().map(effect -> switch (effect) {
                    case Effect.Made made -> made.goods().amount("bread");
                    case Effect.Used used -> used.goods().amount("bread").negate();
                    default -> BigDecimal.ZERO;
                }).reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
    }

    @Seeds(200)
    void a_private_utterance_changes_nobody_elses_view(long seed) { unseen(seed); }

    @Tag("slow")
    @Seeds(10_000)
    void a_private_utterance_changes_nobody_elses_view_in_ten_thousand_worlds(long seed) { unseen(seed); }

    /// One person's words at one step become others, said on the doorstep to one; whoever is neither sees and hears the same,
    /// except what depends on the goods that the old words moved: so the old words are private, too.
    private static void unseen(long seed) {
        var chance = new SplittableRandom(seed);
        World world = world(chance);
        int people = world.cast().people().size();
        String speaker = "p" + chance.nextInt(people);
        String hearer = "p" + chance.nextInt(people);
        int step = 1 + chance.nextInt(3);
        var lives = List.of("The mill is sound", "{the-mill-stops}").stream().map(words -> {
            Puppets others = cast(world, seed);
            var said = new LinkedHashMap<EventId, String>();
            var puppets = new Puppets((person, at) -> person.equals(speaker) && at == step
                    ? words + " [say channel=doorstep; to=" + hearer + "; text=$text]"
                    : others.words(person, at));
            Play.of(world, puppets, seed, 1, new Interventions(said, new LinkedHashMap<>()));
            return puppets;
        }).toList();
        for (int i = 0; i < people; i++) {
            String id = "p" + i;
            if (!id.equals(hearer)) {
                assertThat(lives.getFirst().life(id)).as(id).isEqualTo(lives.getLast().life(id));
            } else if (!hearer.equals(speaker)) {
                assertThat(lives.getFirst().life(id)).as(id).isNotEqualTo(lives.getLast().life(id));
            }
        }
    }
}
