package microcosm.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;

import org.jspecify.annotations.Nullable;

/// Memories of many people in one place.
final class LuceneMemory implements Memory {
    private static final Terms NO_TERMS = new Terms(new String[0], new int[0], 0);

    private final Settings settings;
    private final Vectors vectors;
    private final Ranking ranking;
    private final ConcurrentMap<String, Life> lives = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Candidates> scratch = new ConcurrentLinkedQueue<>();

    LuceneMemory(Settings settings, Vectors vectors) {
        this.settings = settings;
        this.vectors = vectors;
        this.ranking = new Ranking(settings.weighting());
    }

    @Override
    public void remember(String person, Remembrance remembrance) {
        if (settings.keep() == Settings.Keep.NONE) {
            return;
        }
        Life life = lives.computeIfAbsent(person, Life::new);
        Lock lock = life.lock.writeLock();
        lock.lock();
        try {
            life.remember(remembrance);
            while (life.live > settings.capacity()) {
                forgetOldest(life);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void forgetOldest(Life life) {
        int oldest = life.oldest();
        life.forget(oldest);
        Fresh first = life.fresh.peekFirst();
        if (first != null && first.ordinal == oldest) {
            life.fresh.removeFirst();
        }
    }

    @Override
    public List<Recollection> recall(String person, Cue cue, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
        Weighting weighting = settings.weighting();
        boolean spoken = !cue.text().isEmpty();
        boolean related = spoken && weighting.relevance() > 0;
        var vector = related ? vectors.of(cue.text()) : null;
        var terms = spoken && weighting.text() > 0 ? Terms.of(cue.text()) : NO_TERMS;
        Candidates candidates = scratch.poll();
        if (candidates == null) {
            candidates = new Candidates();
        }
        candidates.clear();
        try {
            return recall(lives.get(EVERYBODY), lives.get(person), candidates, vector, terms, cue, limit);
        } finally {
            candidates.clear();
            scratch.add(candidates);
        }
    }

    private List<Recollection> recall(@Nullable Life shared, @Nullable Life own, Candidates candidates,
            @Nullable Quantised vector, Terms terms, Cue cue, int limit) {
        var locks = new ArrayList<Lock>(2);
        try {
            for (Life life : livesOf(shared, own)) {
                Lock lock = life.lock.readLock();
                lock.lock();
                locks.add(lock);
                gather(life, candidates, vector, terms.length() > 0);
            }
            return ranking.best(candidates, terms, vector != null, cue.step(), limit);
        } finally {
            locks.reversed().forEach(Lock::unlock);
        }
    }

    private static List<Life> livesOf(@Nullable Life shared, @Nullable Life own) {
        if (shared == null || shared == own) {
            return own == null ? List.of() : List.of(own);
        }
        return own == null ? List.of(shared) : List.of(shared, own);
    }

    private void gather(Life life, Candidates candidates, @Nullable Quantised cue, boolean words) {
        var tail = new Tail(List.copyOf(life.fresh), candidates.size);
        candidates.from(tail);
        for (int i = 0; i < tail.entries.size(); i++) {
            Fresh entry = tail.entries.get(i);
            Remembrance memory = entry.memory;
            int slot = candidates.add(i, entry.ordinal, memory.event().step(), memory.importance(), memory.always());
            candidates.since[slot] = memory.step();
            candidates.length[slot] = words ? entry.terms().length() : 0;
            if (cue != null) {
                Quantised vector = entry.vector(vectors);
                candidates.relevance[slot] = cue.cosine(Quantised.dot(cue.values(), vector.values(), 0),
                        vector.perLength());
            }
        }
    }

    private record Tail(List<Fresh> entries, int first) implements Origin {
        @Override
        public Remembrance memory(int place) { return entries.get(place).memory; }

        @Override
        public void match(String term, Matches matches) {
            for (int i = 0; i < entries.size(); i++) {
                int count = entries.get(i).terms().count(term);
                if (count > 0) {
                    matches.add(first + i, count);
                }
            }
        }
    }

    @Override
    public List<Remembrance> all(String person) {
        var all = new ArrayList<Remembrance>();
        for (Life life : livesOf(lives.get(EVERYBODY), lives.get(person))) {
            Lock lock = life.lock.readLock();
            lock.lock();
            try {
                life.fresh.forEach(entry -> all.add(entry.memory));
            } finally {
                lock.unlock();
            }
        }
        all.sort(Comparator.comparingInt(Remembrance::step));
        return all;
    }

    @Override
    public void stepped(int step) {}

    @Override
    public void close() {}
}
