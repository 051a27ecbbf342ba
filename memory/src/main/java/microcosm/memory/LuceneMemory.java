package microcosm.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.jspecify.annotations.Nullable;

import microcosm.models.ModelException;

/// Associative memory: everything one person remembers is weighed anew, exactly, whenever something is to come up.
///
/// **Idea.** A score that adds relevance, words, recency and importance has no index that could find its best few without looking at all:
/// the nearest 500 vectors of 10,000 were measured to hold fewer than half of the true best 25. So nothing is searched. What can be
/// arranged is that looking at all is cheap: one person's memories lie side by side, and a recall is one pass over their columns ([Rows]).
///
/// **Variant.** Two tiers. What was remembered lately is a *tail* of objects in heap, visible at once; when the tails together have
/// grown long they go, beside the steps ([Filing]), into a Lucene index that is sorted by person and order of remembering ([Shelf]). A
/// small society never gets that far and never loads Lucene's index at all. Candidates of both tiers go into the same columns
/// ([Candidates]) and are scored by the same arithmetic ([Ranking]), so that flushing and merging change where a memory is read from and
/// nothing else. Words are indexed in their owner's name and counted when they are looked up, over what is remembered now, so that a
/// term's rarity is one person's own ([TextMatch]). Vectors are bytes, and their products whole numbers ([Quantised]).
///
/// **Forgetting** marks an ordinal; the index is told with the next flush and drops the row when it merges.
///
/// **Limits.** A recall reads all that the person remembers: about a microsecond per ten memories. A world in which one person is to
/// keep a million needs a bounded memory. Words are stemmed as English ones.
///
/// **References.** Park et al. 2023 (arXiv 2304.03442) for the sum; Robertson and Zaragoza 2009 for the text match.
final class LuceneMemory implements Memory {
    private static final Map<Integer, Integer> NONE = Collections.emptySortedMap();

    private final Settings settings;
    private final Vectors vectors;
    private final Ranking ranking;
    private final Forgetting forgetting;
    private final Reflection reflection;
    private final IndexHome home;
    private final Filing filing;
    private final int longestTail;
    private final ConcurrentMap<String, Life> lives = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Candidates> scratch = new ConcurrentLinkedQueue<>();
    private final AtomicInteger fresh = new AtomicInteger();
    /// Shared by whoever remembers or recalls, held alone while the tails go into the index.
    private final ReadWriteLock house = new ReentrantReadWriteLock();
    private volatile boolean changed;

    /// @param longestTail how many memories stay in heap before they go into the index; so many more while these are on their way
    /// @param beside runs what goes into the index, beside the steps
    LuceneMemory(Settings settings, Vectors vectors, Reflection reflection, IndexHome home, int longestTail,
            Executor beside) {
        this.settings = settings;
        this.vectors = vectors;
        this.ranking = new Ranking(settings.weighting());
        this.forgetting = new Forgetting(settings);
        this.reflection = reflection;
        this.home = home;
        this.filing = new Filing(home, settings, vectors, beside);
        this.longestTail = longestTail;
    }

    /// Takes over an index that is whole.
    void restore(Shelf whole, Map<String, String> about) throws IOException {
        filing.restore(whole);
        whole.lives().forEach((person, ordinals) -> life(person).restore(ordinals));
        Recalled.read(about, this::life);
    }

    @Override
    public void remember(String person, Remembrance remembrance) {
        if (settings.keep() == Settings.Keep.NONE) {
            return;
        }
        try (var _ = new Held(house.readLock())) {
            Life life = life(person);
            try (var _ = new Held(life.lock.writeLock())) {
                add(life, remembrance);
                if (settings.reflect() > 0 && !life.musesAlone && remembrance.restsOn().isEmpty()) {
                    reflect(life, remembrance);
                }
            }
        }
    }

    @Override
    public void musesAlone(String person) {
        Life life = life(person);
        try (var _ = new Held(life.lock.writeLock())) {
            life.musesAlone = true;
        }
    }

    private void add(Life life, Remembrance remembrance) {
        changed = true;
        life.remember(remembrance);
        fresh.incrementAndGet();
        if (life.live > settings.capacity()) {
            if (settings.keep() == Settings.Keep.LAST) {
                forget(life, life.oldest());
            } else {
                var decision = forgetting.decide(held(life));
                decision.gone().forEach(one -> forget(life, one.ordinal()));
                decision.instead().forEach(one -> {
                    life.remember(one);
                    fresh.incrementAndGet();
                });
            }
        }
    }

    private void forget(Life life, int ordinal) {
        if (life.forget(ordinal)) {
            fresh.decrementAndGet();
        }
    }

    private void reflect(Life life, Remembrance remembrance) {
        life.unreflected.add(remembrance);
        life.unreflectedImportance += remembrance.importance();
        if (life.unreflectedImportance >= settings.reflect()) {
            var lately = List.copyOf(life.unreflected);
            life.unreflected.clear();
            life.unreflectedImportance = 0;
            reflection.insights(life.person, lately).forEach(insight -> add(life, insight));
        }
    }

    @Override
    public List<Recollection> recall(String person, Cue cue, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
        Weighting weighting = settings.weighting();
        boolean spoken = !cue.text().isEmpty();
        CueVector vector = spoken && weighting.relevance() > 0 ? new CueVector(vectors.of(cue.text())) : null;
        Terms terms = spoken && weighting.text() > 0 ? Terms.of(cue.text()) : Terms.NONE;
        Candidates candidates = Objects.requireNonNullElseGet(scratch.poll(), Candidates::new);
        boolean marks = weighting.since() == Weighting.Since.RECALLED;
        Life shared = lives.get(EVERYBODY);
        Life own = marks ? life(person) : lives.get(person);
        try (var _ = new Held(house.readLock());
                var _ = new Held(shared == null || shared == own ? null : shared.lock.readLock());
                var _ = new Held(own == null ? null : marks ? own.lock.writeLock() : own.lock.readLock())) {
            if (shared != null && shared != own) {
                gather(shared, candidates, vector, terms, marks && own != null ? own.recalledShared : NONE);
            }
            candidates.ownFrom = candidates.size;
            if (own != null) {
                gather(own, candidates, vector, terms, own.recalled);
            }
            var best = ranking.best(candidates, terms, vector != null, cue.step(), limit);
            if (marks && own != null && !cue.aside()) {
                for (int slot : best.slots()) {
                    (slot < candidates.ownFrom ? own.recalledShared : own.recalled).put(candidates.ordinal[slot],
                            cue.step());
                }
            }
            return best.recollections();
        } finally {
            candidates.clear();
            scratch.add(candidates);
        }
    }

    private void gather(Life life, Candidates candidates, @Nullable CueVector cue, Terms terms,
            Map<Integer, Integer> recalled) {
        int from = candidates.size;
        try {
            for (Slice slice : filing.slices(life)) {
                slice.gather(life, cue, candidates);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        life.tail.gather(life, cue, terms.length() > 0, vectors, candidates);
        for (int slot = from; slot < candidates.size && !recalled.isEmpty(); slot++) {
            candidates.since[slot] = recalled.getOrDefault(candidates.ordinal[slot], candidates.since[slot]);
        }
    }

    /// @return all that one person remembers, in the order of remembering; the caller holds their lock
    private List<Forgetting.Held> held(Life life) {
        var candidates = new Candidates();
        gather(life, candidates, null, Terms.NONE, NONE);
        var order = new ArrayList<Integer>();
        for (int slot = 0; slot < candidates.size; slot++) {
            order.add(slot);
        }
        order.sort(Comparator.comparingInt(slot -> candidates.ordinal[slot]));
        var held = new ArrayList<Forgetting.Held>(order.size());
        for (int slot : order) {
            held.add(new Forgetting.Held(candidates.ordinal[slot], held.size(), candidates.memory(slot)));
        }
        return held;
    }

    @Override
    public List<Remembrance> all(String person) {
        var all = new ArrayList<Remembrance>();
        try (var _ = new Held(house.readLock())) {
            for (String whose : person.equals(EVERYBODY) ? List.of(person) : List.of(EVERYBODY, person)) {
                Life life = lives.get(whose);
                if (life != null) {
                    try (var _ = new Held(life.lock.readLock())) {
                        held(life).forEach(one -> all.add(one.memory()));
                    }
                }
            }
        }
        all.sort(Comparator.comparingInt(Remembrance::step));
        return all;
    }

    @Override
    public void stepped(int step) {
        vectors.sync();
        int waiting = fresh.get() - filing.size();
        if (filing.written() || waiting > longestTail) {
            try (var _ = new Held(house.writeLock())) {
                fresh.addAndGet(-filing.takeOver());
                if (fresh.get() > longestTail) {
                    filing.begin(lives.values());
                    fresh.addAndGet(filing.written() ? -filing.takeOver() : 0);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try (var _ = new Held(house.writeLock()); vectors; var _ = filing) {
            filing.takeOver();
            if (!filing.empty() && home.stays() && changed) {
                commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commit() throws IOException {
        filing.begin(lives.values());
        try {
            filing.takeOver();
        } catch (ModelException e) {
            // The rest has no vectors: the provider is down, or the budget is spent. The index is made again when somebody asks.
            return;
        }
        var about = new TreeMap<>(home.about());
        Recalled.write(lives.values(), about);
        filing.commit(about);
    }

    private Life life(String person) { return lives.computeIfAbsent(person, Life::new); }

    /// A lock as a resource; none where there is nothing to lock.
    private record Held(@Nullable Lock lock) implements AutoCloseable {
        Held {
            if (lock != null) {
                lock.lock();
            }
        }

        @Override
        public void close() {
            if (lock != null) {
                lock.unlock();
            }
        }
    }
}
