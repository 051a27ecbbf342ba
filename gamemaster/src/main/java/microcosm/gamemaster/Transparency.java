package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;

import microcosm.worlds.Market;
import microcosm.worlds.Problem;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;

/// What players of a game see of each other: the market's column `transparency`. Where it does not say, that is history, and in a
/// `program-game` programs.
enum Transparency {
    /// Nothing but one's own move and what it earned.
    NONE("none"),
    /// What everybody brought and earned.
    HISTORY("history", "brought", "earned", "total"),
    /// Of everybody, in what share of the rounds they made the first move, which is to cooperate.
    REPUTATION("reputation", "reputation"),
    /// As history, and what everybody has declared they will do.
    PLANS("plans", "brought", "earned", "total", "plan"),
    /// As history, and the source of the programs that play for everybody. Programs themselves read each other at every level.
    PROGRAMS("programs", "brought", "earned", "total", "program");

    private final String written;
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> shown;

    Transparency(String written, String... shown) {
        this.written = written;
        this.shown = List.of(shown);
    }

    /// @throws WorldException if the market says something else
    static Transparency of(Market market) {
        Transparency usual = market.mechanism().equals(ProgramGames.NAME) ? PROGRAMS : HISTORY;
        String cell = market.columns().getOrDefault("transparency", usual.written).strip();
        var known = new ArrayList<String>();
        for (Transparency one : values()) {
            if (one.written.equals(cell)) {
                return one;
            }
            known.add(one.written);
        }
        throw new WorldException(List.of(new Problem(market.at(), "unknown transparency \"" + cell + "\"", List.of(),
                "known here: " + String.join(", ", known))));
    }

    /// @return attributes of people that everybody knows
    List<String> shown() { return shown; }

    /// Whether what others did is kept from everybody.
    boolean isClosed() { return this == NONE || this == REPUTATION; }

    /// Whether something of the world tells what is kept from everybody: means over two players betray the other's, and how much was simulated betrays programs.
    static boolean betrays(String attribute, World world) {
        boolean mean = attribute.equals("mean_profit") || attribute.equals("mean_brought");
        for (Market market : world.dealings().markets()) {
            if (market.columns().containsKey("transparency") && ((mean && of(market).isClosed())
                    || (attribute.equals("simulated " + market.id()) && of(market) != PROGRAMS))) {
                return true;
            }
        }
        return false;
    }
}
