package microcosm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for servers on loopback, made by the JDK's `keytool`, thrown away with the process. So no private key lies
/// in the repository.
public final class LoopbackCertificate {
    private static final String PASSWORD = "loopback";

    private LoopbackCertificate() {}

    /// @return for servers that show the certificate, and for clients that trust it and no other
    public static SSLContext make() {
        try {
            var folder = Files.createTempDirectory("loopback");
            var file = folder.resolve("store.p12");
            try {
                keytool(file);
                return context(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate for loopback", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for loopback", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void keytool(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "loopback", "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
                "CN=localhost", "-ext",
                "san=ip:" + InetAddress.getLoopbackAddress().getHostAddress() + ",dns:localhost",
                "-validity", "2", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString()))
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("loopback", store.getCertificate("loopback"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
