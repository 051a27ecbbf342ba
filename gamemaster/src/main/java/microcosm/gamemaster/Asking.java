package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

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
        var answers = new ArrayList<FutureTask<A>>(asked.size());
        for (P one : asked) {
            answers.add(new FutureTask<>(() -> question.apply(one)));
        }
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int asker = 0; asker < Math.min(concurrency, asked.size()); asker++) {
                threads.execute(() -> {
                    for (int i = next.getAndIncrement(); i < answers.size(); i = next.getAndIncrement()) {
                        answers.get(i).run();
                    }
                });
            }
        }
        return answers.stream().map(Asking::answer).toList();
    }

    private static <A> A answer(FutureTask<A> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while people were asked", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
