package microcosm.agents.games;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;

import microcosm.worlds.Market;
import microcosm.worlds.Problem;
import microcosm.worlds.Scope;
import microcosm.worlds.WorldException;

/// The games that a world's Markets table describes, by the name of the mechanism that settles them.
///
/// | mechanism | columns, with what they are where not given |
/// |---|---|
/// | `cournot` | `price`, `unit cost`; as a table of quantities: `most`, `grid` (1) |
/// | `bertrand` | `quality` (2), `outside` (0), `unit cost` (1), `differentiation` (0.25); as a table: `levels` (15), `beyond` (0.1) |
/// | `matrix-game` | `moves`, `payoffs`; `mediator`, `contract` (none); `credibility` (1) and `transparency` (history) of plans |
/// | `program-game` | as `matrix-game`, but `transparency` (programs); `depth` (100) |
/// | `public-good` | `endowment` (20), `share` (0.4) |
/// | `beauty-contest` | `factor` (2/3), `prize` (100); as a table: `most`, `grid` (1) |
/// | `contention` | `capacity` (1), `gain` (1), `loss` (1) |
/// | `statements` | none; as a table of numbers: `most`, `grid` (1) |
public final class Games {
    private static final List<String> MECHANISMS = List.of("cournot", "bertrand", "matrix-game",
            "program-game", "public-good", "statements", "beauty-contest", "contention");

    private Games() {}

    /// @return whether the market's mechanism settles one of these games
    public static boolean describes(Market market) { return MECHANISMS.contains(market.mechanism()); }

    /// The game of a market.
    ///
    /// @param people id → name, in cast order: all who play, or of whom those play who have a unit cost
    /// @param scope what formulas may name
    /// @throws WorldException if a column cannot be read, or the market is none of these games
    public static Game game(Market market, SequencedMap<String, String> people, Scope scope) {
        return switch (market.mechanism()) {
            case "cournot" -> new Quantities(Industry.of(List.of(market), people, scope), 0);
            case "bertrand" -> logit(market, people.size());
            case "matrix-game", "program-game" -> matrix(market, people.size());
            case "public-good" -> new PublicGood(people.size(), number(market, "endowment", 20),
                    number(market, "share", 0.4));
            case "statements" -> new Forum(people.size());
            case "beauty-contest" -> new Guess(people.size(), number(market, "factor", 2 / 3.0),
                    number(market, "prize", 100));
            case "contention" -> new Contention(people.size(), (int) number(market, "capacity", 1),
                    number(market, "gain", 1), number(market, "loss", 1));
            default -> throw wrong(market, "\"" + market.mechanism() + "\" is no game of rounds; these are "
                    + String.join(", ", MECHANISMS));
        };
    }

    /// @return ids of those of `people` who play: of a `cournot` market whoever has a unit cost there, of others all
    public static List<String> players(Market market, SequencedMap<String, String> people, Scope scope) {
        return game(market, people, scope) instanceof Quantities(Industry industry, int _)
                ? industry.firms()
                : List.copyOf(people.sequencedKeySet());
    }

    /// The game with the few actions that are considered in it.
    ///
    /// @throws WorldException if a column cannot be read
    public static Table table(Market market, SequencedMap<String, String> people, Scope scope) {
        Game game = game(market, people, scope);
        return switch (game) {
            case MatrixGame matrix -> matrix.table();
            case LogitDemand logit -> new Table(game, prices(market, logit));
            case PublicGood good -> new Table(game, steps(market, good.endowment(), 1));
            case Contention _ -> new Table(game, steps(market, 1, 1));
            default -> new Table(game, steps(market, most(market), number(market, "grid", 1)));
        };
    }

    /// @return prices between which players look: from the unit cost to far above what a monopolist asks
    public static Solver solver(LogitDemand logit) {
        return new Solver(logit, logit.cost(),
                Math.max(logit.cost(), logit.quality()) + 20 * logit.differentiation());
    }

    private static LogitDemand logit(Market market, int firms) {
        double differentiation = number(market, "differentiation", 0.25);
        if (!(differentiation > 0)) {
            throw wrong(market, "differentiation " + differentiation + " must be above 0");
        }
        return new LogitDemand(firms, number(market, "quality", 2), number(market, "outside", 0),
                number(market, "unit cost", 1), differentiation);
    }

    /// `levels` prices, evenly from pN − ξ (pM − pN) to pM + ξ (pM − pN).
    private static double[] prices(Market market, LogitDemand logit) {
        Solver solver = solver(logit);
        double nash = solver.nash()[0];
        double joint = solver.joint()[0];
        double beyond = number(market, "beyond", 0.1) * (joint - nash);
        int count = (int) number(market, "levels", 15);
        if (count < 2 || count > 1000) {
            throw wrong(market, "levels " + count + " must be from 2 to 1000");
        }
        double[] prices = new double[count];
        Arrays.setAll(prices, i -> sayable(nash - beyond + i * (joint - nash + 2 * beyond) / (count - 1)));
        return prices;
    }

    private static MatrixGame matrix(Market market, int players) {
        List<String> moves = Arrays.stream(text(market, "moves").split(",")).map(String::strip).toList();
        MatrixGame game;
        try {
            game = MatrixGame.read(moves, text(market, "payoffs"));
            if (market.columns().containsKey("contract")) {
                String[] fine = text(market, "contract").strip().split("\\s+");
                game = game.fined(fine[0], Double.parseDouble(fine[fine.length - 1]));
            }
            if (market.columns().containsKey("mediator")) {
                String[] plays = text(market, "mediator").strip().split("\\s+");
                game = game.mediated(plays[0], plays[plays.length - 1]);
            }
        } catch (IllegalArgumentException e) {
            throw wrong(market, String.valueOf(e.getMessage()));
        }
        if (game.players() != players) {
            throw wrong(market, "payoffs for " + game.players() + " players, and " + players + " people play");
        }
        return game;
    }

    private static double most(Market market) {
        text(market, "most");
        return number(market, "most", 0);
    }

    private static double[] steps(Market market, double most, double grid) {
        if (!(most >= 0 && grid > 0 && most / grid <= 1_000_000)) {
            throw wrong(market, "from 0 to " + most + " by " + grid + " are no actions to choose from");
        }
        double[] steps = new double[(int) Math.floor(most / grid + 1e-9) + 1];
        Arrays.setAll(steps, i -> sayable(i * grid));
        return steps;
    }

    /// What is said has ten decimals, and what is not said is to be the same number.
    private static double sayable(double number) {
        return BigDecimal.valueOf(number).setScale(10, RoundingMode.HALF_EVEN).doubleValue();
    }

    /// @throws WorldException if the market has no such column
    public static String text(Market market, String column) {
        String cell = market.columns().get(column);
        if (cell == null) {
            throw wrong(market, market.mechanism() + " needs a column \"" + column + "\"");
        }
        return cell;
    }

    /// @param options words that may stand in the cell; the first is taken where the column is not there
    /// @throws WorldException if the cell is none of them
    public static String word(Market market, String column, String... options) {
        String cell = market.columns().getOrDefault(column, options[0]).strip();
        if (!List.of(options).contains(cell)) {
            throw wrong(market, column + " must be " + String.join(" or ", options) + ", not \"" + cell + "\"");
        }
        return cell;
    }

    /// @param otherwise where the column is not there
    /// @throws WorldException if the cell does not begin with a number
    public static double number(Market market, String column, double otherwise) {
        String cell = market.columns().get(column);
        if (cell == null) {
            return otherwise;
        }
        double number = Double.NaN;
        try {
            number = Double.parseDouble(cell.strip().split(" ")[0]);
        } catch (NumberFormatException _) {
            // told below, as are NaN and Infinity
        }
        if (!Double.isFinite(number)) {
            throw wrong(market, column + " must begin with a number, not \"" + cell + "\"");
        }
        return number;
    }

    /// @param otherwise where the column is not there
    /// @return a number in [0, 1]
    /// @throws WorldException if the cell is none
    public static double share(Market market, String column, double otherwise) {
        double share = number(market, column, otherwise);
        if (!(share >= 0 && share <= 1)) {
            throw wrong(market, column + " " + share + " must be from 0 to 1");
        }
        return share;
    }

    private static WorldException wrong(Market market, String what) {
        return new WorldException(List.of(new Problem(market.at(), what, List.of(), "")));
    }
}
