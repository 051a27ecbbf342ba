package microcosm.gamemaster;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Asks many at the same time, at most so many at once. Answers come back in the order of those asked, so that threads never show.
final class Asking {
    private final int concurrency;

    /// @param concurrency how many are asked at once; at least 1
    Asking(int concurrency) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency " + concurrency + " must be at least 1");
        }
        this.concurrency = concurrency;
    }

    /// Waits for everybody, also when somebody fails: their answers have been paid for and are kept by whoever journals them.
    ///
    /// @throws RuntimeException the first failure in the order of those asked
    <P, A> List<A> all(List<P> asked, Function<P, A> question) {
        if (concurrency == 1 || asked.size() == 1) {
            return asked.stream().map(question).toList();
        }
        var answers = new AtomicReferenceArray<Answer<A>>(asked.size());
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int asker = 0; asker < Math.min(concurrency, asked.size()); asker++) {
                threads.execute(() -> {
                    for (int i = next.getAndIncrement(); i < asked.size(); i = next.getAndIncrement()) {
                        answers.set(i, answer(asked.get(i), question));
                    }
                });
            }
        }
        return IntStream.range(0, asked.size()).mapToObj(i -> answers.get(i).get()).toList();
    }

    private static <P, A> Answer<A> answer(P asked, Function<P, A> question) {
        try {
            A answer = question.apply(asked);
            return () -> answer;
        } catch (RuntimeException failure) {
            return () -> {
                throw failure;
            };
        } catch (Error failure) {
            return () -> {
                throw failure;
            };
        }
    }

    /// What was answered, or how it failed.
    private interface Answer<A> {
        A get();
    }
}
