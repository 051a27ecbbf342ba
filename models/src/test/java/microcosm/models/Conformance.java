package microcosm.models;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

import microcosm.testing.Golden;

import static java.nio.file.Path.of;

/// Keeps what came of each case with each provider and, when all were played, holds `CONFORMANCE.md` to it. A case that failed
/// stands there as such; `-Dgolden.update=true` writes the page.
final class Conformance implements TestWatcher, AfterAllCallback {
    private static final String HEAD = """
            # Conformance

            Every case is a test of the same name in `ProvidersTest`, which writes this page. `stub`: it passes against a server on
            loopback that speaks the provider's wire format, faults included. **No live provider has confirmed any of it**: the
            machines that build the project reach none. `microcosm models --check MODEL` asks your own endpoint the harmless part.

            """;
    private static final List<Provider> COLUMNS = Arrays.stream(Provider.values()).filter(Provider::live).toList();

    private final Map<String, Map<Provider, String>> cells = new TreeMap<>();

    private static Provider provider(ExtensionContext context) {
        return ((ProviderContract) context.getRequiredTestInstance()).provider();
    }

    private static String name(Method method) { return method.getName().replace('_', ' '); }

    private void keep(ExtensionContext context, String came) {
        cells.computeIfAbsent(name(context.getRequiredTestMethod()), _ -> new EnumMap<>(Provider.class))
                .put(provider(context), came);
    }

    @Override
    public void testSuccessful(ExtensionContext context) { keep(context, "stub"); }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) { keep(context, "**fails**"); }

    @Override
    public void afterAll(ExtensionContext context) {
        var common = Stream.of(ProviderContract.class, ProviderFaults.class)
                .flatMap(cases -> Arrays.stream(cases.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class)).map(Conformance::name).sorted().toList();
        boolean all = common.stream()
                .allMatch(one -> cells.getOrDefault(one, Map.of()).keySet().containsAll(COLUMNS));
        if (context.getRequiredTestClass() == ProvidersTest.class && all) {
            new Golden(of("CONFORMANCE.md")).matches(table(common));
        }
    }

    private String table(List<String> common) {
        var names = new LinkedHashSet<>(common);
        names.addAll(cells.keySet());
        var lines = new ArrayList<String>();
        lines.add("| case | " + String.join(" | ", COLUMNS.stream().map(Provider::word).toList()) + " |");
        lines.add("|---".repeat(COLUMNS.size() + 1) + "|");
        names.forEach(name -> lines.add("| " + name + " | " + String.join(" | ",
                COLUMNS.stream().map(one -> cells.get(name).getOrDefault(one, "–")).toList()) + " |"));
        lines.add("| a real key and a real reply" + " | **no**".repeat(COLUMNS.size()) + " |");
        return HEAD + String.join("\n", lines) + "\n";
    }
}
