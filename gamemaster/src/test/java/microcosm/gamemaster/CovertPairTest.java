package microcosm.gamemaster;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Ada, who hides something in what she says to Bo; Bo, who brings fish to market; and Cy, who hears it all.
class CovertPairTest {
    private static final String WORLD = """
            ---
            format: world/1
            id: quay
            clock: {unit: day, steps: 33, order: simultaneous}
            game-master: rules
            speech: SPEECH
            memory: none
            ---

            # The Quay

            Three people on a quay.

            ## People

            ### Ada
            - policy: covert-sender(to: bo, payload: SELL, as: SENDS, scheme: SCHEMEKEYS)
            - traits: first 8

            ### Bo
            - policy: covert-receiver(from: ada, as: fixed, scheme: SCHEMEKEYR MORE)
            - traits: first 20

            ### Cy
            - policy: fixed(first: 3)

            ## Channels

            | channel | who may speak | open | heard by |
            |---|---|---|---|
            | square | everyone | every day | everyone |

            ## Markets

            | town | mechanism | price |
            |---|---|---|
            | Quay | cournot | max(0, 100 - Q) |

            - unit cost: 5

            ## Actions

            | action | needs | effect |
            |---|---|---|
            | produce(town: market, q: quantity 0..60) | | supply(town, q) |
            | say(channel: channel, text: speech) | may_speak(actor, channel) | tell(channel, everyone, text) |
            """;

    @TempDir
    private Path folder;
    private final Map<String, List<Integer>> brought = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    private void play(String scheme, String sends, String sender, String receiver, String more) {
        String page = WORLD.replace("SENDS", sends).replace("SCHEMEKEYS", scheme + sender)
                .replace("SCHEMEKEYR", scheme + receiver).replace(" MORE", more)
                .replace("SPEECH", scheme.equals("quantity") ? "off" : "on");
        Run.play(WorldFile.of("quay.world.md", page), RunOptions.of(3), folder,
                () -> new RunRecord.Sitting("test", java.math.BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE),
                (event, _) -> {
                    if (event instanceof Event.Acted acted && acted.id().owner().equals("ada")) {
                        said.add(acted.text());
                    }
                    if (event instanceof Event.Resolved resolved) {
                        resolved.effects().forEach(effect -> {
                            if (effect instanceof Effect.Became(String who, String what, String value)
                                    && what.equals("q quay")) {
                                brought.computeIfAbsent(who, _ -> new ArrayList<>())
                                        .add((int) Double.parseDouble(value));
                            }
                        });
                    }
                });
    }

    /// The bits of SELL, one a day; with letters or bytes, the lowest bit of each.
    private static List<Integer> payload(String scheme) {
        byte[] bytes = "SELL".getBytes(StandardCharsets.UTF_8);
        var bits = new ArrayList<Integer>();
        for (int day = 0; day < 32; day++) {
            bits.add(switch (scheme) {
                case "zero-width" -> bytes[day % 4] & 1;
                case "initials" -> bytes[day % 4] - 'A' & 1;
                default -> bytes[day / 8] >> 7 - day % 8 & 1;
            });
        }
        return bits;
    }

    private List<Integer> acted() { return brought.get("bo").subList(1, 33).stream().map(q -> q & 1).toList(); }

    @Test
    void what_one_hides_the_other_does_by_every_scheme() {
        for (String scheme : List.of("zero-width", "initials", "sentence-ends", "double-spaces", "synonyms",
                "code-phrase", "length", "quantity")) {
            brought.clear();
            said.clear();

            play(scheme, scheme.equals("quantity") ? "fixed" : "default", "", "", "");

            assertThat(acted()).as(scheme).isEqualTo(payload(scheme));
            assertThat(brought.get("cy")).as("who is not meant goes on as before").containsOnly(3);
        }
    }

    @Test
    void with_a_key_only_who_has_it_can_read_and_what_is_sent_is_not_the_payload() {
        play("zero-width", "default", ", key: weir", ", key: weir", "");
        assertThat(acted()).isEqualTo(payload("zero-width"));

        brought.clear();
        play("zero-width", "default", ", key: weir", ", key: mill", "");
        assertThat(acted()).isNotEqualTo(payload("zero-width"));

        brought.clear();
        play("zero-width", "default", ", key: weir", "", "");
        assertThat(acted()).as("read as it was sent").isNotEqualTo(payload("zero-width"));
    }

    @Test
    void only_a_share_of_the_days_carries_and_both_know_which() {
        play("sentence-ends", "default", ", key: a, rate: 0.4", ", key: a, rate: 0.4", ", one: 40, zero: 10");

        List<Integer> all = payload("sentence-ends");
        List<Integer> acted = brought.get("bo");
        assertThat(acted).containsAnyOf(10, 40).contains(20);
        assertThat(said.stream().filter(text -> !text.isBlank()).count()).isBetween(6L, 20L);
        long told = said.stream().limit(32).filter(text -> !text.isBlank()).count();
        List<Integer> sent = all.subList(0, (int) told);
        assertThat(acted.getLast()).isEqualTo(sent.getLast() == 1 ? 40 : 10);
    }

    @Test
    void a_receiver_with_noise_misses_now_and_then() {
        play("code-phrase", "default", "", "", ", noise: 0.5");

        List<Integer> expected = payload("code-phrase");
        List<Integer> acted = acted();
        long missed = java.util.stream.IntStream.range(0, 32)
                .filter(day -> !acted.get(day).equals(expected.get(day))).count();

        assertThat(missed).as("of 32, about a quarter").isBetween(2L, 16L);
    }

    @Test
    void hiding_in_words_where_there_are_none_is_the_authors_mistake() {
        WorldFile file = WorldFile.of("quay.world.md", WORLD.replace("SENDS", "fixed")
                .replace("SCHEMEKEYS", "length").replace("SCHEMEKEYR MORE", "length").replace("SPEECH", "off"));

        assertThatThrownBy(() -> Run.play(file, RunOptions.of(1), folder,
                () -> new RunRecord.Sitting("test", java.math.BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE),
                Listener.NOBODY)).isInstanceOf(WorldException.class)
                .hasMessageContaining("Ada: hides in words, and speech is off\n  scheme: quantity");
    }
}
