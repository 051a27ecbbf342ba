package microcosm.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.worlds.Governance;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What a signature holds fast, and what the digests of public rules do.
class SignatureTest {
    private static final String WORLD = WorldFile.shipped("harbour").text();

    @TempDir
    Path runs;

    private static Governance rules() {
        return WorldFile.shipped("harbour").world(Map.of()).dealings().governance().orElseThrow();
    }

    private static LinkedHashMap<String, String> manifest() {
        var manifest = new LinkedHashMap<String, String>();
        manifest.put("engine", "0.1.0");
        manifest.put(RunFolder.WORLD_DIGEST, Digest.hex(Digest.of(WORLD)));
        manifest.put("governance.semantic", rules().semanticDigest());
        manifest.put("governance.text", rules().textDigest());
        return manifest;
    }

    /// A run that began under a manifest, and whose log was signed.
    private RunFolder signed(String name, Map<String, String> manifest, String ending, List<Signer> signers) {
        var folder = new RunFolder(runs.resolve(name));
        try (RunLock lock = folder.lock(WORLD); TraceWriter writer = TraceWriter.open(lock)) {
            writer.record(new Event.Began(new EventId(0, 0, "gm", 1), "pond", "The harbour", 7,
                    new LinkedHashMap<>(manifest)));
            writer.record(new Event.Stepped(new EventId(0, 0, "gm", 2)));
            writer.record(new Event.Measured(new EventId(1, 0, "gm", 1), "fish", java.math.BigDecimal.ONE));
            writer.record(new Event.Ended(new EventId(1, 0, "gm", 2), List.of(), ending));
            writer.record(new Event.Stepped(new EventId(1, 0, "gm", 3)));
            write(lock, name, 5, writer.head(), signers.stream().map(key -> key.sign(name, 5, writer.head())).toList());
        }
        return folder;
    }

    private static void write(RunLock lock, String name, long events, String head, List<Signature> signatures) {
        new RunRecord(name, "pond", 7, RunRecord.Status.FINISHED, 1, events, head, 2, new LinkedHashMap<>(), List.of(),
                signatures).write(lock);
    }

    private static List<String> alterations(RunFolder folder) {
        return TraceVerifier.verify(folder).alterations().stream().map(Object::toString).toList();
    }

    @Test
    void a_signed_log_is_verified_and_says_by_whom() {
        Signer one = Signer.made();
        Signer two = Signer.made();
        RunFolder folder = signed("pond", manifest(), "clock", List.of(one, two));

        TraceVerifier.Verdict verdict = TraceVerifier.verify(folder);

        assertThat(verdict.alterations()).isEmpty();
        assertThat(verdict.signatures()).extracting(Signature::key)
                .containsExactly(one.sign("x", 0, "").key(), two.sign("x", 0, "").key()).doesNotHaveDuplicates();
        assertThat(verdict.signatures()).extracting(Signature::events).containsOnly(5L);
    }

    @Test
    void a_log_written_anew_without_the_key_is_not_the_one_that_was_signed() throws IOException {
        RunFolder folder = signed("pond", manifest(), "clock", List.of(Signer.made()));
        List<Signature> signatures = RunRecord.read(folder).orElseThrow().signatures();
        Files.delete(folder.trace());
        signed("pond", manifest(), "peace", List.of());
        String head = Trace.of(folder).head();
        try (RunLock lock = folder.lock(WORLD)) {
            write(lock, "pond", 5, head, signatures);
        }

        assertThat(alterations(folder)).containsExactly(
                folder.trace() + ": is not the log that " + signatures.getFirst().key() + " signed after 5 events");
    }

    @Test
    void a_signature_with_one_character_altered_or_of_another_key_or_run_is_none() {
        RunFolder folder = signed("pond", manifest(), "clock", List.of(Signer.made()));
        Signature own = RunRecord.read(folder).orElseThrow().signatures().getFirst();
        Signature other = Signer.made().sign("pond", own.events(), own.head());
        char last = own.value().charAt(10);
        String altered = own.value().substring(0, 10) + (last == 'A' ? 'B' : 'A') + own.value().substring(11);
        for (Signature forged : List.of(new Signature(own.key(), own.events(), own.head(), altered),
                new Signature(own.key(), own.events(), own.head(), other.value()),
                new Signature(other.key(), own.events(), own.head(), own.value()),
                new Signature("no key", own.events(), own.head(), own.value()),
                new Signature(own.key(), own.events() - 1, own.head(), own.value()),
                Signer.made().sign("another run", own.events(), own.head()))) {
            try (RunLock lock = folder.lock(WORLD)) {
                write(lock, "pond", 5, own.head(), List.of(forged));
            }

            assertThat(TraceVerifier.verify(folder).signatures()).isEmpty();
            assertThat(alterations(folder)).containsExactly(
                    folder.record() + ": the signature of " + forged.key() + " is not one of this log");
        }
    }

    @Test
    void a_manifest_that_names_other_rules_than_the_world_has_is_found_though_the_chain_is_whole() {
        for (String name : List.of("governance.semantic", "governance.text")) {
            var other = manifest();
            other.put(name, "0".repeat(64));
            RunFolder folder = signed(name, other, "clock", List.of(Signer.made()));

            assertThat(alterations(folder)).containsExactly(folder.world()
                    + ": does not hold the rules the manifest names: its " + name + " is " + manifest().get(name)
                    + "; the manifest says " + "0".repeat(64));
        }
        var silent = manifest();
        silent.remove("governance.semantic");
        assertThat(alterations(signed("silent", silent, "clock", List.of()))).hasSize(1).first().asString()
                .endsWith("; the manifest says none");
    }

    @Test
    void a_key_file_must_hold_both_halves_of_one_key() throws GeneralSecurityException, IOException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
        KeyPair one = keys.generateKeyPair();
        KeyPair two = keys.generateKeyPair();
        Path whole = pem("whole.pem", one, one);
        Path mixed = pem("mixed.pem", one, two);
        Path none = Files.writeString(runs.resolve("none.pem"), "nothing");

        assertThat(Signer.given(whole).sign("pond", 4, "h").vouchesFor("pond")).isTrue();
        assertThat(Signer.publicKey(whole)).isEqualTo(Signer.given(whole).sign("pond", 4, "h").key());
        assertThatExceptionOfType(TraceException.class).isThrownBy(() -> Signer.given(mixed))
                .withMessage(mixed + ": holds two halves that are not of one key");
        assertThatExceptionOfType(TraceException.class).isThrownBy(() -> Signer.given(none))
                .withMessageStartingWith(none + ": holds no block PUBLIC KEY; openssl genpkey");
    }

    private Path pem(String name, KeyPair secret, KeyPair open) throws IOException {
        Base64.Encoder lines = Base64.getMimeEncoder();
        return Files.writeString(runs.resolve(name),
                "-----BEGIN PRIVATE KEY-----\n" + lines.encodeToString(secret.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n-----BEGIN PUBLIC KEY-----\n"
                        + lines.encodeToString(open.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
    }
}
