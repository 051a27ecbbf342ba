package microcosm.memory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

import microcosm.models.HashedEmbedder;
import microcosm.trace.EventId;
import microcosm.worlds.World;

/// A dozen people who live through thirty days, and what each is asked afterwards.
final class Dozen {
    static final World.Clock DAYS = new World.Clock("day", 12, World.TurnOrder.SHUFFLED, false);
    static final List<String> PEOPLE = IntStream.range(0, 12).mapToObj(i -> "person-" + i).toList();
    private static final List<String> WORDS = List.of("mill", "salt", "grain", "debt", "frost", "race", "market",
            "promise", "coin", "winter", "Tomas", "Ilse", "cracked", "mended", "sound", "stopped");

    private Dozen() {}

    static LuceneMemory memory(Path run, int tail) {
        return memory(Optional.of(run), tail, "full", Map.of(), Runnable::run);
    }

    static LuceneMemory memory(int tail, String keep, Map<String, String> options) {
        return memory(Optional.empty(), tail, keep, options, Runnable::run);
    }

    static LuceneMemory memory(Optional<Path> run, int tail, String keep, Map<String, String> options,
            Executor beside) {
        return memory(run, tail, keep, options, beside, 1 << 20);
    }

    /// @param heap bytes of the index that may be kept in heap
    static LuceneMemory memory(Optional<Path> run, int tail, String keep, Map<String, String> options,
            Executor beside, long heap) {
        var settings = Settings.of(new World.MemoryRegime(keep, new LinkedHashMap<>(options)), DAYS);
        var embedder = new HashedEmbedder();
        return new LuceneMemory(settings, new Vectors(embedder, Optional.empty()), new RuleReflection(),
                new IndexHome(run, IndexHome.of(run, settings, embedder.name()).identity(), heap), tail, beside);
    }

    static String sentence(SplittableRandom chance) {
        var words = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            words.add(WORDS.get(chance.nextInt(WORDS.size())));
        }
        return String.join(" ", words) + ".";
    }

    static void live(Memory memory) {
        for (int step = 1; step <= 30; step++) {
            live(memory, step);
        }
    }

    static void live(Memory memory, int step) {
        for (String person : PEOPLE) {
            live(memory, person, step);
        }
        if (step % 7 == 0) {
            memory.remember(Memory.EVERYBODY, new Remembrance(new EventId(step, 0, "gm", 1), step,
                    "The salt market is open.", 0.5));
        }
        memory.stepped(step);
    }

    static void live(Memory memory, String person, int step) {
        var chance = new SplittableRandom(person.hashCode() * 31L + step);
        for (int i = 1; i <= 4; i++) {
            memory.remember(person, new Remembrance(new EventId(step, 1, person, i), step, sentence(chance),
                    chance.nextInt(11) / 10.0));
        }
    }

    static List<List<Recollection>> asked(Memory memory) {
        var answers = new ArrayList<List<Recollection>>();
        for (String person : PEOPLE) {
            for (String cue : List.of("Is the mill sound?", "salt debt of Tomas", "")) {
                answers.add(memory.recall(person, new Cue(cue, 30, true), 10));
            }
        }
        return answers;
    }
}
