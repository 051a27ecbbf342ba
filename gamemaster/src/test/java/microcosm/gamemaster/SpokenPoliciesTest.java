package microcosm.gamemaster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Policies talk like everybody: what they say is read back as what they meant, so that a world in sentences goes as the same world in calls.
class SpokenPoliciesTest {
    private static final String SUPPLY = "| bring(place: market, much: quantity 0.0..1000.0) | | supply(place, much) | |";
    private static final String CHOOSE = "| choose(place: market, so: choice %s) | | choose(place, so) | |";

    @TempDir
    private Path folder;

    private static String page(String policy, String other, String mechanism, String cells, String actions,
            String sections) {
        return """
                ---
                format: world/1
                id: small
                clock: {unit: round, steps: 4, order: simultaneous}
                game-master: rules
                SPEECH
                memory: none
                ---

                # Small

                A small world.

                ## People

                ### Ada
                - policy: %s
                - traits: worth 80.5, units 2, first 8

                ### Bo
                - policy: %s
                - traits: worth 60, units 2, first 20

                ## Markets

                | place | mechanism | %s |
                |---|---|%s
                | the hall | %s | %s |
                %s
                ## Actions

                | action | needs | effect | phase |
                |---|---|---|---|
                %s
                """.formatted(policy, other, cells.replaceAll("=[^|]*", " "), "---|".repeat(cells.split("\\|").length),
                mechanism, cells.replaceAll("[^=|]*=", ""), sections, actions);
    }

    private List<String> changes(String page, String speech) {
        var changes = new ArrayList<String>();
        Run.play(WorldFile.of("small.world.md", page.replace("SPEECH", speech)), RunOptions.of(3),
                folder.resolve(speech.replace(": ", "-")),
                () -> new RunRecord.Sitting("test", BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE),
                (event, _) -> {
                    if (event instanceof Event.Resolved resolved) {
                        resolved.effects().stream().filter(effect -> !(effect instanceof Effect.Told)).forEach(
                                effect -> changes.add(event.id().step() + " " + resolved.what() + ": " + effect));
                    }
                });
        return changes;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            bidder # bidder(bids: worth) # first-price # from=20|to=100 # supply
            level-k(depth: 1) # level-k(depth: 3) # beauty-contest # factor=0.5 # supply
            contender # contender(uses: 0.4) # contention # capacity=1 # supply
            averaging(opens: 1, own: 0.3) # averaging(opens: -2.5) # statements # most=10 # any
            discriminator # discriminator(errs: 0.5) # reputation # norm=shunning # give or keep
            grim # random # matrix-game # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1 # C or D
            tit-for-two-tats # suspicious-tit-for-tat # matrix-game # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1 # C or D
            win-stay-lose-shift # alternate # matrix-game # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1 # C or D
            anticipating # epsilon-greedy # matrix-game # moves=stag, hare|payoffs=stag stag 5 5; stag hare 0 3; hare stag 3 0; hare hare 3 3 # stag or hare
            fixed(first: 12.5) # nash # cournot # unit cost=10 # supply
            joint-profit # best-response # cournot # unit cost=10 # supply
            sustainable # greedy # common-pool # stock=100 # supply
            saboteur # harvest # common-pool # stock=100 # supply
            giver # free-rider # public-good # endowment=20 # supply
            namer # copier(starts: 2) # encounters # words=5 # meet
            bargainer # bargainer # bargaining # rounds=3 # bargain
            trusting # trusting(returns: 0.25) # trust-game # factor=3 # trust
            committing # anticipating # matrix-game # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1|transparency=plans # commit
            fisher(of: 2, kind: persuasive, asks: 1) # fisher(of: 2, refuses: 0.5) # common-pool # stock=100 # fish
            fisher(of: 2, kind: naive) # fisher(of: 2, kind: colluding, strike: 3) # common-pool # stock=400 # fish
            fisher(of: 2, kind: deceptive) # fisher(of: 2, tolerance: 0) # common-pool # stock=200 # fish
            accuser(spares: lambs, together: yes) # accuser(among: lambs, chance: 0.6) # common-pool # stock=100 # accuse
            deterrable # deterrable(chance: 0.1) # cournot # unit cost=10 # fined
            covert-sender(to: bo, payload: SELL, as: fixed, scheme: quantity) # covert-receiver(from: ada, as: fixed, scheme: quantity) # cournot # unit cost=10 # whole
            programmer(program: prudent-bot) # programmer(program: clique-bot) # program-game # moves=C, D|payoffs=C C 3 3; C D 0 5; D C 5 0; D D 1 1 # submit
            """)
    void what_they_say_is_read_as_what_they_meant(String policy, String other, String mechanism, String cells,
            String doing) {
        String sections = switch (doing) {
            case "meet", "bargain", "trust", "commit" -> """

                    ## Phases

                    | phase | who | order |
                    |---|---|---|
                    | first | everyone | simultaneous |
                    | second | everyone | simultaneous |

                    """;
            case "accuse" -> """

                    ## Populations

                    ### Lambs
                    - count: 2
                    - names: Lamb {n}
                    - policy: silent

                    ### Goats
                    - count: 2
                    - names: Goat {n}
                    - policy: silent

                    """;
            case "fined" -> """

                    ## Events

                    ### A fine
                    - on: round 2
                    - effect: become("ada", "total_fines", 900), become("bo", "total_fines", 900)

                    """;
            default -> "\n";
        };
        String actions = switch (doing) {
            case "supply" -> SUPPLY;
            case "fined" -> SUPPLY;
            case "whole" -> SUPPLY.replace("0.0..1000.0", "0..1000");
            case "fish" -> SUPPLY + """

                    | tell() | | add(everyone, "owned_up", 1) | |
                    | urge(whom: person) | whom != actor | add(whom, "harmful_requests", 1) | |""";
            case "accuse" -> "| accuse(whom: person) | whom != actor | add(whom, \"cases\", 1) | |";
            case "any" -> SUPPLY.replace("0.0..", "-1000.0..");
            case "meet" -> """
                    | say(place: market, word: number 1..5) | | choose(place, word) | first |
                    | answer(place: market, so: choice yes or no) | | choose(place, so) | second |""";
            case "bargain" -> """
                    | offer(place: market, part: quantity 0.0..1.0) | | supply(place, part) | first |
                    | answer(place: market, so: choice accept or reject) | | choose(place, so) | second |""";
            case "trust" -> """
                    | send(place: market, much: quantity 0.0..100.0) | | supply(place, much) | first |
                    | return(place: market, much: quantity 0.0..100.0) | | supply(place, much) | second |""";
            case "commit" -> """
                    | promise(place: market, if: choice C or D, then: choice C or D, otherwise: choice C or D) | | commit(place, if, then, otherwise) | first |
                    | play(place: market, so: choice C or D) | | choose(place, so) | second |""";
            case "submit" -> "| submit(place: market, program: speech) | | choose(place, program) | |";
            default -> CHOOSE.formatted(doing);
        };
        String page = page(policy, other, mechanism, cells, actions, sections);
        String priced = mechanism.equals("cournot")
                ? page.replace("| place | mechanism |", "| place | mechanism | price |")
                        .replace("|---|---|---|\n| the hall | cournot |",
                                "|---|---|---|---|\n| the hall | cournot | max(0, 100 - Q) |")
                : page;

        List<String> inCalls = changes(priced, "speech: off");

        assertThat(changes(priced, "speech: on")).isEqualTo(inCalls).hasSizeGreaterThan(4);
    }

    /// What lives in words alone cannot be played in calls: what they mean by them is what their policy would have meant.
    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            worm(as: fixed, starts: carrier) # worm(as: fixed)
            covert-sender(to: bo, payload: SELL, as: fixed, scheme: zero-width) # fixed
            covert-sender(to: bo, payload: SELL, as: fixed, scheme: initials) # fixed
            """)
    void words_that_carry_something_mean_what_they_would_without_it(String policy, String other) {
        String priced = page(policy, other, "cournot", "price=max(0, 100 - Q)|unit cost=10", SUPPLY, "\n");

        List<String> spoken = changes(priced, "speech: on");

        assertThat(spoken).isEqualTo(changes(page("fixed", "fixed", "cournot", "price=max(0, 100 - Q)|unit cost=10",
                SUPPLY, "\n"), "speech: off")).hasSizeGreaterThan(4);
    }
}
