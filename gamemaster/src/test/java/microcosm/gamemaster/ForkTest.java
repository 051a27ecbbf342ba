package microcosm.gamemaster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.gamemaster.Fork.Forked;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.RunRecord.Sitting;
import microcosm.trace.RunRecord.Totals;
import microcosm.trace.Trace;
import microcosm.trace.TraceException;
import microcosm.trace.TraceVerifier;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Tomas tells Mira on day 2, at her door, that the mill will stop. What if he had not?
class ForkTest {
    private static final Sittings NOW = () -> new Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "host", "25", "Linux",
            "1", Totals.NONE);

    @TempDir
    private Path runs;
    private RunFolder parent;
    private Event.Acted rumour;
    private Event.Resolved carried;

    @BeforeEach
    void play_the_village() {
        parent = Run.play(WorldFile.shipped("weir-village"), RunOptions.of(1), runs, NOW, Listener.NOBODY).folder();
        rumour = events(parent, Event.Acted.class).stream().filter(acted -> acted.text().contains("The mill will stop"))
                .findFirst().orElseThrow();
        Event.Read read = events(parent, Event.Read.class).stream()
                .filter(event -> event.causes().contains(rumour.id())).findFirst().orElseThrow();
        carried = events(parent, Event.Resolved.class).stream().filter(event -> event.causes().contains(read.id())
                && event.effects().stream().anyMatch(Effect.Told.class::isInstance)).findFirst().orElseThrow();
    }

    private Forked fork(RunFolder from, Branching branching) {
        return Fork.play(from, branching, 1, runs, NOW, Listener.NOBODY);
    }

    private static List<Event> events(RunFolder folder) {
        try (Stream<Event> events = Trace.of(folder).events()) {
            return events.toList();
        }
    }

    private static <E extends Event> List<E> events(RunFolder folder, Class<E> type) {
        return events(folder).stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<Event> without(List<Event> events, Predicate<Event> left) {
        return events.stream().filter(left.negate()).toList();
    }

    private static <E extends Event> List<E> following(RunFolder folder, Class<E> type, EventId cause) {
        return events(folder, type).stream().filter(event -> event.causes().contains(cause)).toList();
    }

    @Test
    void a_fork_with_nothing_changed_is_the_same_run_with_a_beginning_of_its_own() {
        Forked sham = fork(parent, Branching.at(4));

        assertThat(sham.differs()).isEmpty();
        assertThat(sham.shared()).isEqualTo(events(parent).size());
        assertThat(sham.outcome().folder()).isNotEqualTo(parent);
        assertThat(without(events(sham.outcome().folder()), Event.Began.class::isInstance))
                .isEqualTo(without(events(parent), Event.Began.class::isInstance));
    }

    @Test
    void other_words_change_what_is_read_settled_and_remembered() {
        RunFolder fork = fork(parent, Branching.at(2).saying(rumour.id(), "Mira, the mill is sound. I wait.")).outcome()
                .folder();

        assertThat(following(fork, Event.Acted.class, rumour.id())).isEmpty();
        Event.Read read = following(fork, Event.Read.class, rumour.id()).getFirst();
        assertThat(read.claims()).extracting(said -> said.claim()).containsExactly("the-mill-is-sound");
        assertThat(read.attempts()).extracting(attempt -> attempt.action()).doesNotContain("offer");
        Event.Resolved told = following(fork, Event.Resolved.class, read.id()).stream()
                .filter(event -> event.what().equals("say")).findFirst().orElseThrow();
        assertThat(told.effects()).containsExactly(new Effect.Told("doorstep", "tomas-brandt", List.of("mira-oduya"),
                "Mira, the mill is sound. I wait."));
        assertThat(following(fork, Event.Believed.class, told.id()).stream()
                .filter(event -> event.claim().equals("the-mill-is-sound")).map(Event.Believed::credence))
                .as("Mira was at 95 %, and is surer now").allMatch(now -> now.compareTo(new BigDecimal("0.95")) > 0)
                .isNotEmpty();
    }

    @Test
    void before_the_step_every_event_is_the_parents() {
        Forked forked = fork(parent, Branching.at(2).saying(rumour.id(), "Mira, good morning."));

        Predicate<Event> later = event -> event instanceof Event.Began || event.id().step() >= 2;
        assertThat(without(events(forked.outcome().folder()), later)).isEqualTo(without(events(parent), later));
        assertThat(forked.differs()).contains(rumour.id());
    }

    @Test
    void what_one_person_hears_otherwise_reaches_nobody_else() {
        Event.Resolved last = events(parent, Event.Resolved.class).stream()
                .filter(event -> event.effects().stream().anyMatch(Effect.Told.class::isInstance)
                        && following(parent, Event.Observed.class, event.id()).stream()
                                .anyMatch(observed -> observed.id().turn() > 4))
                .findFirst().orElseThrow();
        int step = last.id().step();
        String hearer = following(parent, Event.Observed.class, last.id()).getFirst().id().owner();

        RunFolder fork = fork(parent,
                Branching.at(step).hearing(hearer, last.id(), "Nobody knows what the weir will do.")).outcome()
                .folder();

        Predicate<Event> own = event -> event.id().owner().equals(hearer) || event instanceof Event.Began
                || event instanceof Event.Measured || event.id().step() > step;
        assertThat(without(events(fork), own).equals(without(events(parent), own))).isTrue();
        assertThat(events(fork).equals(events(parent))).isFalse();
        Event.Observed observed = following(fork, Event.Observed.class, last.id()).getFirst();
        assertThat(observed.id().owner()).isEqualTo(hearer);
        assertThat(observed.heard()).containsExactly(
                java.util.Map.entry(last.id().toString(), "Nobody knows what the weir will do."));
        assertThat(events(fork)).contains(last);
    }

    @Test
    void what_is_heard_instead_is_what_is_believed() {
        RunFolder fork = fork(parent, Branching.at(2).hearing("mira-oduya", rumour.id(), "Mira, the mill is sound."))
                .outcome().folder();

        assertThat(following(parent, Event.Believed.class, carried.id()).stream()
                .filter(event -> event.claim().equals("the-mill-is-sound")).map(Event.Believed::credence))
                .allMatch(now -> now.compareTo(new BigDecimal("0.95")) < 0).isNotEmpty();
        assertThat(following(fork, Event.Believed.class, carried.id()).stream()
                .filter(event -> event.claim().equals("the-mill-is-sound")).map(Event.Believed::credence))
                .allMatch(now -> now.compareTo(new BigDecimal("0.95")) > 0).isNotEmpty();
    }

    @Test
    void a_dropped_turn_is_silent_and_nothing_comes_of_it() {
        RunFolder fork = fork(parent, Branching.at(2).saying(rumour.id(), "")).outcome().folder();

        Event.Acted dropped = (Event.Acted) events(fork).stream().filter(event -> event.id().equals(rumour.id()))
                .findFirst().orElseThrow();
        assertThat(dropped.text()).isEmpty();
        assertThat(following(fork, Event.Read.class, rumour.id())).isEmpty();
        assertThat(Trace.of(fork).finished()).isTrue();
    }

    @Test
    void a_fork_can_be_verified_replayed_continued_and_forked() {
        Branching silence = Branching.at(2).saying(rumour.id(), "");
        var short_ = new Branching(2, silence.settings(), silence.said(), silence.heard(), silence.models(),
                Optional.of(5));
        RunFolder fork = fork(parent, short_).outcome().folder();
        assertThat(Trace.of(fork).finished()).isFalse();
        assertThat(fork(parent, silence).outcome().folder()).isEqualTo(fork);
        assertThat(Trace.of(fork).finished()).isTrue();

        assertThat(TraceVerifier.verify(fork).alterations()).isEmpty();
        assertThat(Run.replay(fork, 4)).isEmpty();
        Forked second = fork(fork, Branching.at(6).setting("market_talk", "private"));
        assertThat(second.differs().orElseThrow().step()).isGreaterThanOrEqualTo(6);
        assertThat(Run.replay(second.outcome().folder(), 1)).isEmpty();
    }

    @Test
    void a_setting_changes_the_world_from_its_step_on() {
        var hearers = new LinkedHashSet<List<String>>();
        for (Event.Resolved event : events(fork(parent, Branching.at(6).setting("market_talk", "private")).outcome()
                .folder(), Event.Resolved.class)) {
            event.effects().stream().filter(effect -> effect instanceof Effect.Told told
                    && told.channel().equals("square") && event.id().step() >= 6)
                    .forEach(effect -> hearers.add(((Effect.Told) effect).to()));
        }
        RunFolder shorter = fork(parent, Branching.at(6).setting("winter_in", "8")).outcome().folder();

        assertThat(hearers).doesNotContain(List.of("*"));
        assertThat(new ArrayList<>(events(shorter, Event.Ended.class)).getFirst().id().step()).isEqualTo(8);
    }

    @Test
    void what_was_settled_at_the_beginning_cannot_be_set_later() {
        assertThatThrownBy(() -> fork(parent, Branching.at(6).setting("rumour", "none")))
                .isInstanceOf(TraceException.class)
                .hasMessageEndingWith(": --set rumour=none changes Tomas Brandt, which is settled when a run begins; "
                        + "from a step on only channels, actions, phases, events, probes, measures, endings and the clock can "
                        + "change. Play the world with it instead: microcosm run");
    }

    @Test
    void what_cannot_be_changed_is_said_with_what_can() {
        assertThatThrownBy(() -> fork(parent, Branching.at(3).saying(rumour.id(), "No.")))
                .hasMessageEndingWith(rumour.id() + " is before step 3, at which the fork begins");
        assertThatThrownBy(() -> fork(parent, Branching.at(2).saying(carried.id(), "No.")))
                .hasMessageContaining(carried.id() + " is not somebody's words; in this step they are ");
        assertThatThrownBy(() -> fork(parent, Branching.at(2).saying(new EventId(2, 9, "nobody", 1), "No.")))
                .hasMessageContaining(
                        "there is no event 2.9/nobody/1 that could be changed; in this step people said ");
        assertThatThrownBy(() -> fork(parent, Branching.at(13)))
                .hasMessageEndingWith("it can be left at steps 1 to 12, not at 13");
    }

    @Test
    void changes_that_never_came_about_are_named() {
        EventId later = events(parent, Event.Acted.class).stream()
                .filter(acted -> acted.id().step() == 4 && acted.id().ordinal() > 2).findFirst().orElseThrow().id();
        var said = new LinkedHashMap<EventId, String>();
        events(parent, Event.Acted.class).stream().filter(acted -> acted.id().step() == 3)
                .forEach(acted -> said.put(acted.id(), ""));
        said.put(later, "I wait.");

        Forked forked = fork(parent,
                new Branching(3, new LinkedHashMap<>(), said, new LinkedHashMap<>(), new LinkedHashMap<>(),
                        Optional.empty()));

        boolean there = events(forked.outcome().folder()).stream().anyMatch(event -> event.id().equals(later));
        assertThat(forked.idle().contains(later)).isEqualTo(!there);
    }
}
