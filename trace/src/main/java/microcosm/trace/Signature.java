package microcosm.trace;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Who vouches for a log as it stood: an Ed25519 signature over the run's name, how many events there were, and the chain's value after them. The
/// chain begins with the manifest, so the manifest is signed with it.
///
/// @param key the public key, X.509, base64url
/// @param events in complete steps when it was signed
/// @param head the chain's value after them, base64url
/// @param value the signature, base64url
/// Source: RFC 8032.
public record Signature(String key, long events, String head, String value) {
    static final String ALGORITHM = "Ed25519";

    static byte[] signed(String run, long events, String head) {
        return ("microcosm log\n" + run + "\n" + events + "\n" + head + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Whether whoever has the private half of the key signed this. A key or a value that cannot be read did not.
    public boolean vouchesFor(String run) {
        try {
            PublicKey with = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getUrlDecoder().decode(key)));
            var checking = java.security.Signature.getInstance(ALGORITHM);
            checking.initVerify(with);
            checking.update(signed(run, events, head));
            return checking.verify(Base64.getUrlDecoder().decode(value));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }
}
