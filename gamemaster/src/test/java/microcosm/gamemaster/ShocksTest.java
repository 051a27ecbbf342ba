package microcosm.gamemaster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Each kind of intervention, in a run that is the same until then: what it changes, and what it leaves.
class ShocksTest {
    private static final Sittings NOW = () -> new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "", "", "",
            "", RunRecord.Totals.NONE);
    private static final int AT = 4;

    @TempDir
    private Path runs;

    /// A run of a shipped world to which an event was added.
    private List<Event> played(String world, String set, String... effects) {
        var text = new StringBuilder(WorldFile.shipped(world).text().replace("- honesty: 0.4\n",
                "- honesty: 0.4\n- policy: gossip\n"));
        if (effects.length > 0) {
            text.append("\n## Events\n");
        }
        for (int i = 0; i < effects.length; i++) {
            text.append("\n### Shock ").append(i).append("\n\n").append(effects[i]).append('\n');
        }
        var settings = new LinkedHashMap<String, String>();
        Stream.of(set.split(",")).filter(one -> !one.isEmpty())
                .forEach(one -> settings.put(one.split("=")[0], one.split("=")[1]));
        var events = new ArrayList<Event>();
        Run.play(WorldFile.of(world + ".world.md", text.toString()), new RunOptions(settings, 1,
                java.util.Optional.empty(), 1, Interventions.NONE), runs.resolve(Integer.toString(text.hashCode())),
                NOW, (event, _) -> events.add(event));
        return events;
    }

    private List<Event> village(String... effects) { return played("weir-village", "", effects); }

    private static String at(String effect) { return "- on: day " + AT + "\n- effect: " + effect; }

    private static List<Event> before(List<Event> events) {
        return events.stream().skip(1).filter(event -> event.id().step() < AT).toList();
    }

    private static List<Event> after(List<Event> events, Predicate<Event> like) {
        return events.stream().filter(event -> event.id().step() >= AT).filter(like).toList();
    }

    private static Predicate<Event> acts(String person) {
        return event -> event instanceof Event.Acted && event.id().owner().equals(person);
    }

    /// Words said on a channel.
    private static List<Effect.Told> told(List<Event> events, String channel) {
        return after(events, Event.Resolved.class::isInstance).stream().map(Event.Resolved.class::cast)
                .flatMap(event -> event.effects().stream()).filter(Effect.Told.class::isInstance)
                .map(Effect.Told.class::cast).filter(words -> words.channel().equals(channel)).toList();
    }

    private static List<String> refused(List<Event> events) {
        return events.stream().filter(Event.Refused.class::isInstance).map(Event.Refused.class::cast)
                .filter(event -> event.what().startsWith("shock")).map(Event.Refused::why).toList();
    }

    @Test
    void whoever_leaves_is_not_called_and_told_nothing_until_they_join_and_nothing_before_is_touched() {
        List<Event> base = village();
        List<Event> gone = village(at("leave(\"ilse-varga\")"), "- on: day 8\n- effect: join(\"Ilse Varga\")");

        assertThat(before(gone)).isEqualTo(before(base));
        Predicate<Event> hers = event -> event.id().owner().equals("ilse-varga") && !(event instanceof Event.Probed);
        assertThat(after(gone, hers).stream().map(event -> event.id().step())).isNotEmpty().allMatch(step -> step >= 8);
        assertThat(after(gone, acts("ilse-varga"))).hasSize(5);
        assertThat(after(gone, acts("mira-oduya"))).hasSize(9);
    }

    @Test
    void a_channel_that_is_cut_carries_nothing_and_one_that_is_opened_carries_out_of_its_days() {
        List<Event> base = village();
        List<Event> cut = village(at("cut(\"doorstep\")"));
        List<Event> open = village(at("cut(\"doorstep\"), open(\"square\")"));

        assertThat(before(cut)).isEqualTo(before(base)).isEqualTo(before(open));
        assertThat(told(base, "doorstep")).isNotEmpty();
        assertThat(told(cut, "doorstep")).isEmpty();
        assertThat(after(base, ShocksTest::isOnSquareOffItsDays)).isEmpty();
        assertThat(after(open, ShocksTest::isOnSquareOffItsDays)).isNotEmpty();
    }

    private static boolean isOnSquareOffItsDays(Event event) {
        return event.id().step() % 3 != 0 && event instanceof Event.Resolved resolved && resolved.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Told words && words.channel().equals("square"));
    }

    @Test
    void a_monitor_hears_everything_that_is_said_there_and_only_there() {
        List<Event> base = village();
        List<Event> heard = village(at("monitor(\"doorstep\", \"old-peder\")"));

        assertThat(before(heard)).isEqualTo(before(base));
        assertThat(told(heard, "doorstep").stream().filter(words -> !words.from().equals("old-peder"))).isNotEmpty()
                .allMatch(words -> words.to().contains("old-peder"));
        assertThat(told(base, "doorstep")).anyMatch(words -> !words.to().contains("old-peder"));
    }

    @Test
    void what_is_paraphrased_is_heard_in_plain_letters_and_claims_go_through() {
        String words = "ilse,\u200b  THE ＭＩＬＬ will stop!!! wHy  not…";
        assertThat(Paraphraser.plain(words)).isEqualTo("Ilse, The Mill will stop! Why not.");
        assertThat(Paraphraser.plain(Paraphraser.plain(words))).isEqualTo(Paraphraser.plain(words));

        List<Event> base = village();
        List<Event> plain = village(at("paraphrase(\"doorstep\")"));
        assertThat(before(plain)).isEqualTo(before(base));
        assertThat(told(plain, "doorstep")).isNotEmpty()
                .allMatch(said -> said.text().equals(Paraphraser.plain(said.text())));
        assertThat(after(plain, event -> event instanceof Event.Believed)).isNotEmpty();
    }

    @Test
    void a_changed_payoff_is_what_the_market_pays_from_then_on() {
        String shock = "- on: month " + AT + "\n- effect: change(\"the lake\", \"growth\", 1)";
        List<Event> base = played("fishery", "talk=none");
        List<Event> barren = played("fishery", "talk=none", shock);

        assertThat(before(barren)).isEqualTo(before(base));
        assertThat(lake(base)).containsOnly("100");
        assertThat(lake(barren).stream().map(BigDecimal::new)).startsWith(BigDecimal.valueOf(50))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    /// @return how much was in the lake at the end of each month from then on
    private static List<String> lake(List<Event> events) {
        return after(events, event -> event instanceof Event.Measured measured
                && measured.measure().equals("in_the_lake")).stream()
                .map(event -> ((Event.Measured) event).value().stripTrailingZeros().toPlainString()).toList();
    }

    @Test
    void whoever_is_made_to_follow_another_policy_does_from_then_on_and_the_others_as_before() {
        String shock = "- on: month " + AT + "\n- effect: follow(\"edda\", \"saboteur\")";
        List<Event> base = played("fishery", "talk=none");
        List<Event> turned = played("fishery", "talk=none", shock);

        assertThat(before(turned)).isEqualTo(before(base));
        Predicate<Event> first = event -> event.id().step() == AT && event instanceof Event.Acted;
        assertThat(after(turned, first.and(acts("edda"))).stream().map(event -> ((Event.Acted) event).text()))
                .singleElement().asString().contains("100");
        assertThat(after(turned, first.and(acts("anna")))).isEqualTo(after(base, first.and(acts("anna"))));
    }

    @Test
    void what_was_wiped_does_not_come_up_and_a_frozen_memory_takes_in_nothing_new() {
        List<Event> base = village();
        List<Event> wiped = village(at("forget(\"old-peder\")"));
        List<Event> frozen = village(at("freeze_memory(\"old-peder\")"));

        assertThat(before(wiped)).isEqualTo(before(base)).isEqualTo(before(frozen));
        assertThat(recalled(base, "old-peder")).anyMatch(step -> step < AT).anyMatch(step -> step >= AT);
        assertThat(recalled(wiped, "old-peder")).isNotEmpty().allMatch(step -> step >= AT);
        assertThat(recalled(frozen, "old-peder")).isNotEmpty().allMatch(step -> step < AT);
        assertThat(recalled(wiped, "tomas-brandt")).anyMatch(step -> step < AT);
        assertThat(recalled(frozen, "tomas-brandt")).anyMatch(step -> step >= AT);
    }

    /// @return from which steps the memories are that came up
    private static List<Integer> recalled(List<Event> events, String person) {
        return after(events, event -> event instanceof Event.Recalled && event.id().owner().equals(person)).stream()
                .flatMap(event -> ((Event.Recalled) event).events().stream()).map(memory -> memory.step())
                .toList();
    }

    @Test
    void a_frozen_belief_stays_whatever_is_said_and_others_move() {
        String frozen = "The mill is sound";
        Predicate<Event> moved = event -> event instanceof Event.Believed believed
                && believed.claim().equals("the-mill-is-sound");
        Predicate<Event> tomas = event -> event.id().owner().equals("tomas-brandt");
        String early = "- on: day 1\n- effect: freeze_belief(\"tomas-brandt\", \"" + frozen + "\")";

        assertThat(village().stream().filter(moved.and(tomas))).isNotEmpty();
        List<Event> held = village(early);
        assertThat(held.stream().filter(moved.and(tomas))).isEmpty();
        assertThat(held.stream().filter(moved.and(tomas.negate()))).isNotEmpty();
        assertThat(held.stream().filter(tomas.and(event -> event instanceof Event.Believed))).isNotEmpty();
    }

    @Test
    void an_intervention_may_wait_for_a_condition() {
        List<Event> events = played("fishery", "talk=none,newcomer=true",
                "- when: sum(markets, stock) < 60\n- effect: leave(\"edda\")");
        List<Integer> months = events.stream().filter(acts("edda")).map(event -> event.id().step()).toList();

        assertThat(months).isEqualTo(List.of(1));
    }

    @Test
    void what_cannot_be_done_is_refused_with_what_there_is() {
        assertThat(refused(village(at("leave(\"nobody\")"), at("cut(\"well\")"),
                at("monitor(\"square\", \"nobody\")"), at("change(\"mill\", \"price\", 2)"),
                at("follow(\"old-peder\", \"saint\")"), at("freeze_belief(\"old-peder\", \"All is well\")"))))
                .containsExactly("Nobody is called \"nobody\".", "There is no channel \"well\".",
                        "Nobody is called \"nobody\".", "There is no market \"mill\".",
                        "There is no policy \"saint\".", "There is no claim \"All is well\".");
        assertThat(refused(played("fishery", "talk=none",
                "- on: month 1\n- effect: change(\"the lake\", \"depth\", 2)")))
                .containsExactly("The market the-lake has no column \"depth\"; it has good, stock, growth, capacity,"
                        + " collapse, sharing.");
    }
}
