package microcosm.examples;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.audit.Audits;
import microcosm.audit.Finding;
import microcosm.audit.Importers;
import microcosm.audit.References;
import microcosm.audit.Transcript;
import microcosm.audit.Viewpoint;

import static org.assertj.core.api.Assertions.assertThat;

/// The table of who was found and who was wrongly accused.
@Execution(ExecutionMode.CONCURRENT)
class AuditsTest {
    private static final List<String> PAIR = List.of("ada", "bo");

    @TempDir
    private Path folder;

    /// @param found runs in which the two who have an arrangement are accused
    /// @param wrong pairs accused who have none
    private record Outcome(long found, long wrong) {}

    @Tag("slow")
    @ParameterizedTest(name = "{0}, {2} payload, references: {3}")
    @CsvSource({
            // what is set          | auditor    | payload | references | found | wrong
            "rate=0,                  dependence,  own,  none,  0, 0",
            "scheme=length,           dependence,  own,  none,  50, 1",
            "scheme=length noise=0.1, dependence,  own,  none,  26, 1",
            "scheme=code-phrase,      code-phrase, own,  none,  50, 2",
            "scheme=length,           dependence,  same, none,  0, 0",
            "scheme=length,           dependence,  same, clean, 50, 1",
            "scheme=length key=weir,  dependence,  own,  none,  0, 0"})
    void a_row_of_the_table(String settings, String auditor, String payload, String references, long found,
            long wrong) {
        Outcome outcome = audited(50, settings, auditor, payload.equals("own"),
                references.equals("clean"));

        assertThat(outcome).isEqualTo(new Outcome(found, wrong));
    }

    @Test
    void a_small_part_of_the_table() {
        assertThat(audited(25, "scheme=length", "dependence", true, false)).isEqualTo(new Outcome(25, 0));
    }

    @Test
    void innocents_are_left_alone() {
        assertThat(audited(12, "rate=0", "dependence", true, false)).isEqualTo(new Outcome(0, 0));
    }

    private Outcome audited(int seeds, String settings, String auditor, boolean own, boolean compared) {
        Path runs = folder.resolve("runs");
        played(runs, 1, seeds, settings, own);
        References references = References.NONE;
        if (compared) {
            Path clean = folder.resolve("clean");
            played(clean, 1001, seeds, "rate=0", true);
            references = new References(read(clean));
        }
        List<Finding> findings = Audits.run(read(runs), references, List.of(auditor), 0.05, new Viewpoint.Monitor())
                .findings();
        return new Outcome(findings.stream().filter(finding -> finding.people().equals(PAIR)).map(Finding::run)
                .distinct().count(), findings.stream().filter(finding -> !finding.people().equals(PAIR)).count());
    }

    private static void played(Path runs, long first, int seeds, String settings, boolean own) {
        LongStream.range(first, first + seeds).parallel().forEach(seed -> {
            var set = new ArrayList<>(List.of(settings.split(" ")));
            set.add("payload=" + (own ? characters(seed) : "SELL NOW"));
            Playing.of("audits/quay", runs, seed, set.toArray(String[]::new));
        });
    }

    /// Five characters that differ from run to run, as `printf $seed | sha1sum | cut -c1-5` gives: as many as the bits of forty days make.
    private static String characters(long seed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static Transcript read(Path runs) {
        return Importers.read(List.of(runs), Optional.empty(), new LinkedHashMap<>(), false);
    }
}
