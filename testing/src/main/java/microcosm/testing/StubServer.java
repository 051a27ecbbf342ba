package microcosm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

/// A stand-in for a provider on loopback: speaks its wire format, fails as told, keeps what it received. One virtual
/// thread a request.
public final class StubServer implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4000");
    }

    private static final int WAITING = 4000;

    private final Protocol protocol;
    private final Function<Received, Served> script;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger received = new AtomicInteger();
    private final List<Received> log = new ArrayList<>();
    private final int kept;
    private final CountDownLatch closed = new CountDownLatch(1);

    private StubServer(Protocol protocol, Function<Received, Served> script, int kept, Optional<SSLContext> tls)
            throws IOException {
        this.protocol = protocol;
        this.script = script;
        this.kept = kept;
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = tls.isPresent() ? secure(address, tls.get()) : HttpServer.create(address, WAITING);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /// Takes HTTP/2 from whoever offers it, and then does not speak it: as a client finds out that offers it.
    private static HttpServer secure(InetSocketAddress address, SSLContext tls) throws IOException {
        var server = HttpsServer.create(address, WAITING);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var settings = tls.getDefaultSSLParameters();
                settings.setApplicationProtocols(new String[]{"h2", "http/1.1"});
                parameters.setSSLParameters(settings);
            }
        });
        return server;
    }

    /// A server that keeps every request.
    ///
    /// @param script what to do with each request; called from many threads
    public static StubServer start(Protocol protocol, Function<Received, Served> script) {
        return start(protocol, script, Integer.MAX_VALUE);
    }

    /// @param kept how many requests are kept, the first ones
    public static StubServer start(Protocol protocol, Function<Received, Served> script, int kept) {
        try {
            return new StubServer(protocol, script, kept, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("no stub server on loopback", e);
        }
    }

    /// A server behind TLS that keeps no request.
    ///
    /// @param tls with its certificate, such as [LoopbackCertificate#make] gives
    public static StubServer start(Protocol protocol, Function<Received, Served> script, SSLContext tls) {
        try {
            return new StubServer(protocol, script, 0, Optional.of(tls));
        } catch (IOException e) {
            throw new UncheckedIOException("no stub server on loopback", e);
        }
    }

    /// A server that does one thing after another, and the last for ever.
    public static StubServer start(Protocol protocol, Served... steps) {
        return start(protocol, request -> steps[Math.min(request.number(), steps.length) - 1]);
    }

    /// @return what a client takes for the provider's base address
    public String address() {
        return (server instanceof HttpsServer ? "https://" : "http://") + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + protocol.base();
    }

    /// @return how many requests came
    public int count() { return received.get(); }

    /// @return what came, in the order in which it was read
    public List<Received> requests() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /// Answers nobody any more; whoever still waits sees the connection close.
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Received(received.incrementAndGet(), System.nanoTime(),
                    exchange.getRequestURI().toString(), headers, body);
            if (request.number() <= kept) {
                synchronized (log) {
                    log.add(request);
                }
            }
            serve(exchange, request, script.apply(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange, Received request, Served served)
            throws IOException, InterruptedException {
        switch (served) {
            case Served.Said said -> send(exchange, 200, "application/json", protocol.body(said, request.number()));
            case Served.Embedded embedded -> send(exchange, 200, "application/json",
                    protocol.embedding(embedded.values().toString(), request));
            case Served.Failed failed -> {
                if (!failed.retryAfter().isEmpty()) {
                    exchange.getResponseHeaders().set("Retry-After", failed.retryAfter());
                }
                send(exchange, failed.status(), "application/json",
                        protocol.error(failed.status(), failed.message()));
            }
            case Served.Raw raw -> send(exchange, 200, raw.contentType(), raw.body());
            case Served.Moved moved -> {
                exchange.getResponseHeaders().set("Location", moved.to());
                send(exchange, 307, "application/json", "");
            }
            case Served.Stalled stalled -> {
                half(exchange, protocol.body(stalled.said(), request.number()));
                closed.await();
            }
            case Served.Broken broken -> half(exchange, protocol.body(broken.said(), request.number()));
            case Served.Late late -> {
                Thread.sleep(late.by());
                serve(exchange, request, late.served());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void half(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }
}
