package microcosm.cli;

import java.util.Locale;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import microcosm.gamemaster.Listener;
import microcosm.trace.Event;
import microcosm.trace.State;

/// One line about how far a run has come, for whoever is watching: step, people, events, time left.
final class Progress implements Listener, AutoCloseable {
    private static final int EVERY_MILLIS = 200;

    private final ProgressBar bar;
    private long events;

    Progress(String unit, int steps) {
        bar = new ProgressBarBuilder().setTaskName(unit).setInitialMax(steps).setUpdateIntervalMillis(EVERY_MILLIS)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK).clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(System.err)).build();
    }

    @Override
    public void happened(Event event, State after) {
        events++;
        if (event instanceof Event.Stepped) {
            bar.stepTo(event.id().step());
            bar.setExtraMessage(
                    String.format(Locale.ROOT, " %,d people, %,d events, 0 calls, 0 tokens, $0", after.people().size(),
                            events));
        }
    }

    @Override
    public void close() { bar.close(); }
}
