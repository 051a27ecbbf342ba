package microcosm.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class GoldenTest {
    @TempDir
    Path folder;

    @Test
    void the_same_text_passes() throws IOException {
        Golden golden = given("one\ntwo\n");

        assertThatNoException().isThrownBy(() -> golden.matches("one\ntwo\n"));
    }

    @Test
    void the_first_line_that_differs_is_named_as_it_was_and_as_it_is() throws IOException {
        Golden golden = given("one\ntwo\nthree\n");

        assertThatExceptionOfType(AssertionFailedError.class).isThrownBy(() -> golden.matches("one\n2\nthree\n"))
                .withMessageStartingWith(golden.file() + ":2: this line differs\n  file: two\n  now:  2\n");
    }

    @Test
    void a_missing_last_line_is_a_difference() throws IOException {
        Golden golden = given("one\ntwo");

        assertThatExceptionOfType(AssertionFailedError.class).isThrownBy(() -> golden.matches("one"))
                .withMessageStartingWith(
                        golden.file() + ":2: this line differs\n  file: two\n  now:  (no such line)\n");
    }

    @Test
    void a_file_that_does_not_exist_is_not_taken_for_an_empty_one() {
        Golden golden = new Golden(folder.resolve("none.txt"));

        assertThatExceptionOfType(AssertionFailedError.class).isThrownBy(() -> golden.matches(""))
                .withMessage(golden.file() + " does not exist; -Dgolden.update=true writes it");
    }

    private Golden given(String text) throws IOException {
        return new Golden(Files.writeString(folder.resolve("golden.txt"), text));
    }
}
