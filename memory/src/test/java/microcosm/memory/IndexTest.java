package microcosm.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import microcosm.trace.EventId;
import microcosm.trace.Explanation;

import static microcosm.memory.Dozen.asked;
import static microcosm.memory.Dozen.live;
import static microcosm.memory.Dozen.memory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What comes up does not depend on where it is read from, nor on what others remember.
class IndexTest {
    @Test
    void scores_and_reasons_are_the_same_to_the_bit_in_every_state_of_the_index() {
        for (Map<String, String> options : List.of(Map.of("preset", "balanced"), Map.of("preset", "park"),
                Map.of("preset", "govsim", "text", "1"))) {
            var heap = memory(Integer.MAX_VALUE, "full", options);
            live(heap);
            var expected = asked(heap);
            for (int tail : new int[]{0, 37, 500}) {
                try (var indexed = memory(tail, "full", options)) {
                    live(indexed);
                    assertEquals(expected, asked(indexed), options + " with a tail of " + tail);
                }
            }
        }
    }

    @Test
    void what_is_forgotten_is_forgotten_in_every_state_of_the_index() {
        for (String keep : List.of("last", "bounded")) {
            var options = Map.of(keep.equals("last") ? "last" : "limit", "23", "reflect", "3");
            var heap = memory(Integer.MAX_VALUE, keep, options);
            live(heap);
            for (int tail : new int[]{0, 37, 200}) {
                try (var indexed = memory(tail, keep, options)) {
                    live(indexed);
                    assertEquals(asked(heap), asked(indexed), keep + " with a tail of " + tail);
                    assertEquals(heap.all("person-3"), indexed.all("person-3"));
                    assertTrue(indexed.all("person-3").size() <= 23 + 4);
                }
            }
        }
    }

    @Test
    void what_the_heap_has_no_room_for_is_read_from_the_index_and_scores_the_same() {
        for (String keep : List.of("full", "bounded")) {
            var options = Map.of("limit", "70");
            var heap = memory(Integer.MAX_VALUE, keep, options);
            live(heap);
            for (long room : new long[]{0, 10_000, 100_000}) {
                try (var indexed = memory(Optional.empty(), 200, keep, options, Runnable::run, room)) {
                    for (int step = 1; step <= 30; step++) {
                        live(indexed, step);
                        asked(indexed);
                    }
                    assertEquals(asked(heap), asked(indexed), keep + " with room for " + room + " bytes");
                }
            }
        }
    }

    @Test
    void what_one_person_adds_changes_no_bit_of_anybody_else() {
        try (var few = memory(100, "full", Map.of()); var many = memory(100, "full", Map.of())) {
            live(few);
            live(many);
            for (int step = 1; step <= 200; step++) {
                live(many, "somebody-else", step);
            }
            many.stepped(31);

            assertEquals(asked(few), asked(many));
        }
    }

    @Test
    void sixty_four_threads_recall_what_one_does() throws InterruptedException, ExecutionException {
        var options = Map.of("preset", "park", "text", "1");
        try (var one = memory(50, "full", options);
                var many = memory(50, "full", options);
                var threads = Executors.newFixedThreadPool(64)) {
            for (int step = 1; step <= 20; step++) {
                int now = step;
                var expected = new ArrayList<List<Recollection>>();
                var tasks = new ArrayList<Callable<List<Recollection>>>();
                for (String person : Dozen.PEOPLE) {
                    expected.add(turn(one, person, now));
                    tasks.add(() -> turn(many, person, now));
                }
                var found = new ArrayList<List<Recollection>>();
                for (Future<List<Recollection>> task : threads.invokeAll(tasks)) {
                    found.add(task.get());
                }
                assertEquals(expected, found);
                one.stepped(step);
                many.stepped(step);
            }
        }
    }

    private static List<Recollection> turn(Memory memory, String person, int step) {
        var chance = new SplittableRandom(person.hashCode() * 31L + step);
        for (int i = 1; i <= 3; i++) {
            memory.remember(person,
                    new Remembrance(new EventId(step, 1, person, i), step, Dozen.sentence(chance), 0.1 * i));
        }
        return memory.recall(person, new Cue(Dozen.sentence(chance), step), 5);
    }

    @Test
    void equal_scores_come_up_in_order_of_event_id() {
        var memory = memory(0, "full", Map.of("recency", "0"));
        for (String id : List.of("2.1/bo/1", "2.1/ada/2", "1.2/cy/1", "2.1/ada/1", "1.10/ada/1")) {
            memory.remember("ada", new Remembrance(EventId.parse(id), 2, "The mill is sound.", 0.5));
            memory.stepped(2);
        }

        var events = memory.recall("ada", new Cue("mill", 2), 4).stream().map(one -> one.memory().event().toString())
                .toList();

        assertEquals(List.of("1.2/cy/1", "1.10/ada/1", "2.1/ada/1", "2.1/ada/2"), events);
    }

    @Test
    void every_score_is_the_sum_of_a_tree_of_reasons() {
        try (var memory = memory(37, "full", Map.of("text", "2"))) {
            live(memory);
            for (Recollection one : memory.recall("person-3", new Cue("Is the mill sound?", 30, true), 10)) {
                var parts = one.why().from();
                assertEquals(List.of("weighted relevance", "weighted text", "weighted recency", "weighted importance"),
                        parts.stream().map(Explanation::what).toList());
                assertEquals(one.score(), one.why().value());
                double sum = 0;
                for (var part : parts) {
                    sum += part.value();
                }
                assertEquals(one.score(), sum, 1e-12);
            }
        }
    }
}
