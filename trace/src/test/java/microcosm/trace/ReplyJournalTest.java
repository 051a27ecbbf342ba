package microcosm.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReplyJournalTest {
    @TempDir
    Path runs;

    private RunFolder folder() { return new RunFolder(runs.resolve("weir-0123456789ab")); }

    private RunFolder written() {
        try (RunLock lock = folder().lock("x"); ReplyJournal journal = ReplyJournal.open(lock)) {
            journal.record("1.1/ada/act", "q1", "I offer 3 grain.\n\uD800\u0000");
            journal.record("1.1/bo/act", "q2", "");
            journal.record("1.2/ada/act", "q3", "long ".repeat(2000));
        }
        return folder();
    }

    @Test
    void a_reply_is_found_by_its_call_and_request_and_by_nothing_else() {
        try (ReplyJournal journal = ReplyJournal.reading(written())) {
            assertThat(journal.recorded("1.1/ada/act", "q1")).contains("I offer 3 grain.\n\uD800\u0000");
            assertThat(journal.recorded("1.1/bo/act", "q2")).contains("");
            assertThat(journal.recorded("1.2/ada/act", "q3")).contains("long ".repeat(2000));
            assertThat(journal.recorded("1.1/ada/act", "q2")).isEmpty();
            assertThat(journal.size()).isEqualTo(3);
        }
    }

    @Test
    void a_journal_torn_at_any_byte_keeps_every_reply_written_before() throws IOException {
        RunFolder folder = written();
        byte[] whole = Files.readAllBytes(folder.replies());
        for (int size = 0; size <= whole.length; size++) {
            if (size > 1000 && size < whole.length - 100) {
                size += 97;
            }
            Files.write(folder.replies(), Arrays.copyOf(whole, size));
            int lines = 0;
            for (int i = 0; i < size; i++) {
                lines += whole[i] == '\n' ? 1 : 0;
            }
            try (RunLock lock = folder.lock("x"); ReplyJournal journal = ReplyJournal.open(lock)) {
                assertThat(journal.size()).as("size %d", size).isEqualTo(lines);
                journal.record("new", "q", "r");
            }
            try (ReplyJournal journal = ReplyJournal.reading(folder)) {
                assertThat(journal.size()).isEqualTo(lines + 1);
                assertThat(journal.recorded("new", "q")).contains("r");
            }
        }
    }

    @Test
    void an_altered_reply_is_named_by_its_line() throws IOException {
        RunFolder folder = written();
        Files.writeString(folder.replies(), Files.readString(folder.replies()).replace("q2", "q9"));

        assertThatExceptionOfType(TraceException.class).isThrownBy(() -> ReplyJournal.reading(folder)).withMessage(
                folder.replies() + ":2: this reply was altered; remove the line to have the call made again");
    }

    @Test
    void a_call_is_answered_once() {
        try (RunLock lock = folder().lock("x"); ReplyJournal journal = ReplyJournal.open(lock)) {
            journal.record("c", "q", "one");

            assertThatIllegalStateException().isThrownBy(() -> journal.record("c", "q", "two"))
                    .withMessage("call c was answered before");
        }
    }

    @Test
    void a_thousand_replies_at_once_are_all_kept() {
        try (RunLock lock = folder().lock("x"); ReplyJournal journal = ReplyJournal.open(lock)) {
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 1000; i++) {
                    int person = i;
                    people.submit(() -> journal.record("call " + person, "q", "reply " + person));
                }
            }
            assertThat(journal.size()).isEqualTo(1000);
            assertThat(journal.recorded("call 500", "q")).contains("reply 500");
        }
        try (ReplyJournal journal = ReplyJournal.reading(folder())) {
            for (int i = 0; i < 1000; i++) {
                assertThat(journal.recorded("call " + i, "q")).contains("reply " + i);
            }
        }
    }
}
