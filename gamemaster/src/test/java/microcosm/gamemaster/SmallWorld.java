package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// A small world drawn at random and written as an author would, and the same world with one secret of one person turned into another.
///
/// @param text the page; `other` differs from it in one line
/// @param keeper id of whose secret it is
/// @param secret what sort of secret
record SmallWorld(String text, String other, String keeper, Secret secret) {
    private static final List<String> NAMES = List.of("Ada", "Bo", "Cleo", "Dai", "Eda", "Finn");

    /// What one person may have to themselves, as it is written one way and the other.
    enum Secret {
        SECRET("- secret: the race was cracked on purpose", "- secret: the coin lies under the weir"),
        KNOWS("- knows: the frost comes on day 9", "- knows: the frost comes on day 30"),
        REMEMBERS("- remembers: Bo paid in wet grain.", "- remembers: Bo paid before he had to."),
        BELIEVES("- believes: [The mill will stop](#the-mill-will-stop) 0.95",
                "- believes: [The mill will stop](#the-mill-will-stop) 0.02"),
        GOAL("- goal: min(grain, 9) - 2 * owed(grain)", "- goal: 3 * salt"),
        HONESTY("- honesty: 0", "- honesty: 1"),
        TRUSTS("- trusts: [%1$s](#%2$s) 1", "- trusts: [%1$s](#%2$s) 0"),
        ROLE("- knows: the toll is kept in the third chest", "- knows: the toll has been spent"),
        FACT("The race is cracked below the wheel.", "The race was mended in spring."),
        HOLDING("| 9 | 0 |", "| 1 | 7 |");

        private final String one;
        private final String another;

        Secret(String one, String another) {
            this.one = one;
            this.another = another;
        }

        /// Whether the keeper perceives, remembers or holds it; the others are for policies and models.
        boolean isSeenByKeeper() { return this == REMEMBERS || this == FACT || this == HOLDING; }
    }

    /// @param sealed whether the keeper neither speaks nor does anything
    static SmallWorld drawn(SplittableRandom chance, boolean sealed) {
        List<String> names = NAMES.subList(0, 3 + chance.nextInt(4));
        int keeper = chance.nextInt(names.size());
        Secret secret = Secret.values()[chance.nextInt(Secret.values().length)];
        long rest = chance.nextLong();
        return new SmallWorld(page(names, keeper, secret, secret.one, sealed, new SplittableRandom(rest)),
                page(names, keeper, secret, secret.another, sealed, new SplittableRandom(rest)),
                id(names.get(keeper)), secret);
    }

    static World read(String text) {
        return WorldFile.of("small.world.md", text).world(new java.util.LinkedHashMap<>());
    }

    private static String page(List<String> names, int keeper, Secret secret, String written, boolean sealed,
            SplittableRandom chance) {
        var lines = new ArrayList<String>();
        lines.add("""
                ---
                format: world/1
                id: small
                clock: {unit: day, steps: %d, order: %s}
                game-master: rules
                memory: %s
                ---

                # Small

                A few households below a weir.

                ## People
                """.formatted(3 + chance.nextInt(3), one(chance, "simultaneous", "shuffled", "in-turn"),
                one(chance, "full", "last", "bounded", "none")));
        for (int i = 0; i < names.size(); i++) {
            person(lines, names, i, i == keeper ? secret : null, written, sealed && i == keeper, chance);
        }
        String keeps = "[" + names.get(keeper) + "](#" + id(names.get(keeper)) + ")";
        lines.add("\n## Roles\n\n### Toll keeper\n");
        lines.add(secret == Secret.ROLE ? written : "- knows: the toll is kept dry");
        lines.add("\n## Claims\n\n### The mill is sound\n\n### The mill will stop\n"
                + "- denies: [The mill is sound](#the-mill-is-sound)\n");
        lines.add("## Facts\n\n### The race\n");
        lines.add(secret == Secret.FACT ? written : "The race is as old as the weir.");
        lines.add("- known to: " + keeps + "\n");
        lines.add(
                "## Goods\n\n| good | unit | made or used |\n|---|---|---|\n| grain | sack | no |\n| salt | block | no |\n");
        lines.add("## Holdings\n\n| who | grain | salt |\n|---|--:|--:|");
        for (int i = 0; i < names.size(); i++) {
            String drawn = "| " + (1 + chance.nextInt(11)) + " | " + chance.nextInt(8) + " |";
            lines.add("| [" + names.get(i) + "](#" + id(names.get(i)) + ") "
                    + (i == keeper && secret == Secret.HOLDING ? written : drawn));
        }
        lines.add("\n## Relations\n\n| from | to | is | known to |\n|---|---|---|---|");
        lines.add("| [" + names.get(0) + "](#" + id(names.get(0)) + ") | [" + names.get(1) + "](#" + id(names.get(1))
                + ") | owes 2 grain | both |\n");
        lines.add("""
                ## Channels

                | channel | who may speak | open | heard by | delay | loss |
                |---|---|---|---|--:|--:|
                | doorstep | everyone | every day | addressee | 0 | 0 |
                | square | everyone | days 2 4 | everyone | 0 | 0 |
                | letter | everyone | every day | addressee | 1 | 0.3 |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | offer(to: person, give: goods, get: goods) | holds(actor, give) | open_offer(to, give, get, 1) |
                | accept(offer: offer) | holds(actor, offer.get) | swap(offer) |
                | repay(to: person, what: goods) | holds(actor, what) | pay(to, what), settle_debt(to, what) |
                | say(channel: channel, to: person?, text: speech) | may_speak(actor, channel) | tell(channel, to, text) |
                | wait() | | |
                """);
        return String.join("\n", lines);
    }

    private static void person(List<String> lines, List<String> names, int i, Secret secret, String written,
            boolean silent, SplittableRandom chance) {
        String other = names.get((i + 1) % names.size());
        lines.add("\n### " + names.get(i) + "\n");
        lines.add(of(Secret.GOAL, secret, written, "- goal: min(grain, " + (3 + chance.nextInt(8)) + ") + 0."
                + (1 + chance.nextInt(9)) + " * salt"));
        lines.add(of(Secret.HONESTY, secret, written, "- honesty: 0." + chance.nextInt(10)));
        lines.add(of(Secret.BELIEVES, secret, written, "- believes: [The mill is sound](#the-mill-is-sound) 0."
                + (1 + chance.nextInt(9))));
        lines.add(of(Secret.TRUSTS, secret, written.formatted(other, id(other)),
                "- trusts: [" + other + "](#" + id(other) + ") 0." + (1 + chance.nextInt(9))));
        lines.add(of(Secret.SECRET, secret, written, "- secret: nothing to speak of"));
        lines.add(of(Secret.KNOWS, secret, written, "- knows: the price of salt in the town"));
        lines.add(of(Secret.REMEMBERS, secret, written, "- remembers: A winter without flour."));
        if (secret == Secret.ROLE) {
            lines.add("- role: [Toll keeper](#toll-keeper)");
        }
        lines.add("- policy: " + (silent ? "silent" : one(chance, "default", "gossip")));
    }

    private static String of(Secret kind, Secret flipped, String written, String plain) {
        return kind == flipped ? written : plain;
    }

    private static String one(SplittableRandom chance, String... of) { return of[chance.nextInt(of.length)]; }

    private static String id(String name) { return name.toLowerCase(Locale.ROOT); }
}
