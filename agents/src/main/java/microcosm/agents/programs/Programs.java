package microcosm.agents.programs;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import microcosm.worlds.EvaluationException;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Expression;
import microcosm.worlds.Formula;
import microcosm.worlds.Position;
import microcosm.worlds.Scope;
import microcosm.worlds.Value;
import microcosm.worlds.WorldException;

/// Runs programs against each other. A program is an expression of a world file (at most 1,000 characters, no loops, no assignment) whose value is a move: its name, or
/// `cooperate` for the first and `defect` for the second. It may name
///
/// - `me`, `them`: its own text and the other's, to compare and to hand on, nothing else;
/// - `round`, `mine`, `theirs`: the round from 1, and what each played in the last one; before the first both are `cooperate`;
/// - `coin(p)`: whether a coin with this chance falls heads, by the seed of the round;
/// - `play(program, against)`: what one program plays against another, in the same round;
/// - `cooperates`, `defects`: the programs that always do.
///
/// Nothing else exists for it. A run ends after [#MOST_STEPS] names and calls, and simulates no deeper than `depth`; there, and where the same two programs lie within themselves with no
/// coin between, a program is taken to cooperate: a regress that nothing ends speaks against nobody. What has no value, or none that is a move, plays the last move of the
/// game. Not thread-safe.
public final class Programs {
    /// Names and calls of one run, simulated ones included.
    public static final int MOST_STEPS = 10_000;
    /// Levels of nesting of all programs under way together.
    private static final int MOST_LEVELS = 700;

    private final List<String> moves;
    private final int depth;
    private final SplittableRandom chance;
    private final Map<String, Formula> read = new LinkedHashMap<>();
    private int steps;
    private int levels;
    private int simulated;
    private int tossed;
    private final Deque<Frame> under = new ArrayDeque<>();

    /// A program under way.
    ///
    /// @param tossed how many coins had been tossed when it began
    private record Frame(String program, String against, int tossed) {}

    /// @param moves of the game; at least two
    /// @param depth how many simulations may lie in each other
    public Programs(List<String> moves, int depth, SplittableRandom chance) {
        this.moves = List.copyOf(moves);
        this.depth = depth;
        this.chance = chance;
    }

    /// What came of a run.
    ///
    /// @param move played
    /// @param simulated how often it asked what a program plays against another
    /// @param fault why it played the last move; empty where it said what to play
    public record Played(String move, int simulated, String fault) {}

    /// @param mine what it played in the last round, and `theirs` the other
    public record Past(int round, String mine, String theirs) {
        Past swapped() { return new Past(round, theirs, mine); }
    }

    /// Runs a program against another.
    public Played run(String program, String against, Past past) {
        steps = 0;
        levels = 0;
        simulated = 0;
        under.clear();
        try {
            return new Played(move(program, against, past, 0), simulated, "");
        } catch (Stopped | EvaluationException | WorldException e) {
            return new Played(moves.getLast(), simulated, String.valueOf(e.getMessage()).lines().findFirst()
                    .orElse("it has no value"));
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped(String why) { super(why, null, false, false); }
    }

    private String move(String program, String against, Past past, int below) {
        Formula formula = read.computeIfAbsent(program, text -> Formula.parse(text, new Position("program", 1, 1)));
        int height = height(formula.tree());
        levels += height;
        under.push(new Frame(program, against, tossed));
        if (levels > MOST_LEVELS) {
            throw new Stopped("its simulations nest too deeply");
        }
        Value value = Evaluator.value(formula.tree(), new Within(program, against, past, below));
        levels -= height;
        under.pop();
        if (value instanceof Value.Text(String move) && moves.contains(move)) {
            return move;
        }
        throw new Stopped("it comes to no move of the game");
    }

    private static int height(Expression tree) {
        return 1 + switch (tree) {
            case Expression.Amount _,Expression.Text _,Expression.Truth _,Expression.Name _ -> 0;
            case Expression.Field(var of, _) -> height(of);
            case Expression.Call(_, var arguments) -> highest(arguments);
            case Expression.Negative(var of) -> height(of);
            case Expression.Not(var of) -> height(of);
            case Expression.Arithmetic(_, var left, var right) -> Math.max(height(left), height(right));
            case Expression.Logical(_, var of) -> highest(of);
            case Expression.Comparison(var operands, _) -> highest(operands);
        };
    }

    private static int highest(List<Expression> trees) {
        return trees.stream().mapToInt(Programs::height).max().orElse(0);
    }

    /// All that a program can see.
    private final class Within implements Scope {
        private final String me;
        private final String them;
        private final Past past;
        private final int below;

        Within(String me, String them, Past past, int below) {
            this.me = me;
            this.them = them;
            this.past = past;
            this.below = below;
        }

        @Override
        public Optional<Value> named(String name) {
            step();
            return switch (name) {
                case "me" -> Optional.of(Value.of(me));
                case "them" -> Optional.of(Value.of(them));
                case "round" -> Optional.of(Value.of(past.round()));
                case "mine" -> Optional.of(Value.of(past.mine()));
                case "theirs" -> Optional.of(Value.of(past.theirs()));
                case "cooperate", "cooperates" -> Optional.of(Value.of(moves.getFirst()));
                case "defect", "defects" -> Optional.of(Value.of(moves.get(1)));
                default -> Optional.of(name).filter(moves::contains).map(Value::of);
            };
        }

        @Override
        public Optional<Value> call(String function, List<Value> arguments) {
            step();
            if (function.equals("coin") && arguments.size() == 1
                    && arguments.getFirst() instanceof Value.Amount(BigDecimal share)) {
                tossed++;
                return Optional.of(Value.of(chance.nextDouble() < share.doubleValue()));
            }
            if (function.equals("play") && arguments.size() == 2
                    && arguments.getFirst() instanceof Value.Text(String program)
                    && arguments.getLast() instanceof Value.Text(String against)) {
                simulated++;
                boolean own = program.equals(me);
                return Optional.of(Value.of(below >= depth || under.contains(new Frame(program, against, tossed))
                        ? moves.getFirst()
                        : move(program, against, own ? past : past.swapped(), below + 1)));
            }
            return Optional.empty();
        }

        private void step() {
            if (++steps > MOST_STEPS) {
                throw new Stopped("it takes more than " + MOST_STEPS + " steps");
            }
        }
    }
}
