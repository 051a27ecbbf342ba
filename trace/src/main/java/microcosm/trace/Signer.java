package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs logs with an Ed25519 key: one that is given, or one made for a single sitting and forgotten after it. What it writes goes into `run.json`, never into a
/// trace, so a trace stays the same whoever signs it.
///
/// A key that was made shows that the log has not changed since that sitting, to whoever noted the key; a key that was given shows whose it is.
public final class Signer {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN %s-----([A-Za-z0-9+/=\\s]+)-----END %s-----");

    private final KeyPair keys;

    private Signer(KeyPair keys) { this.keys = keys; }

    public static Signer made() {
        try {
            return new Signer(KeyPairGenerator.getInstance(Signature.ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /// @param file PEM with a block `PRIVATE KEY` (PKCS 8) and a block `PUBLIC KEY` (X.509)
    /// @throws TraceException if it holds no such key, or the halves are not of one key
    public static Signer given(Path file) {
        try {
            String pem = Files.readString(file);
            KeyFactory keys = KeyFactory.getInstance(Signature.ALGORITHM);
            var signer = new Signer(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(block("PUBLIC KEY", pem, file))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(block("PRIVATE KEY", pem, file)))));
            if (!signer.sign("trial", 0, "").vouchesFor("trial")) {
                throw new TraceException(file.toString(), 0, "holds two halves that are not of one key");
            }
            return signer;
        } catch (GeneralSecurityException e) {
            throw new TraceException(file.toString(), 0, "holds no Ed25519 key: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /// @param file PEM with a block `PUBLIC KEY`
    /// @return as signatures show it
    public static String publicKey(Path file) {
        try {
            return Digest.base64(block("PUBLIC KEY", Files.readString(file), file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static byte[] block(String name, String pem, Path file) {
        Matcher block = Pattern.compile(BLOCK.pattern().formatted(name, name)).matcher(pem);
        if (!block.find()) {
            throw new TraceException(file.toString(), 0, "holds no block " + name
                    + "; openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout >> key.pem");
        }
        try {
            return Base64.getMimeDecoder().decode(block.group(1));
        } catch (IllegalArgumentException e) {
            throw new TraceException(file.toString(), 0, "the block " + name + " is not base64: " + e.getMessage());
        }
    }

    public Signature sign(String run, long events, String head) {
        try {
            var signing = java.security.Signature.getInstance(Signature.ALGORITHM);
            signing.initSign(keys.getPrivate());
            signing.update(Signature.signed(run, events, head));
            return new Signature(Digest.base64(keys.getPublic().getEncoded()), events, head,
                    Digest.base64(signing.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key can always sign", e);
        }
    }

    /// The signatures so far and this one's; it replaces what the same key signed before.
    public List<Signature> after(List<Signature> before, String run, long events, String head) {
        Signature own = sign(run, events, head);
        return java.util.stream.Stream.concat(before.stream().filter(one -> !one.key().equals(own.key())),
                java.util.stream.Stream.of(own)).toList();
    }
}
